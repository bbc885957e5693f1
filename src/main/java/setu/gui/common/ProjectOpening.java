package setu.gui.common;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.WordPair;
import setu.core.fault.Fault;
import setu.core.fault.ProjectFault;
import setu.core.space.EmbeddingSpace;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;
import setu.core.workspace.Workspace;

/**
 * Opens projects for the workbench: the folder in a lane of its own, then both spaces side by side.
 * The project that is open before stays until the new one is whole. What cannot be opened is told;
 * a space that is not where it was is asked for; a newer wish takes the place of an older one.
 */
public final class ProjectOpening {
  /** Opens or makes a project folder. */
  private interface Opener {
    Workspace open(Progress progress, Cancellation cancellation);
  }

  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Executor lane;
  private final Executor journalLane;
  private final Workbench workbench;
  private final BiConsumer<OpenProject, DictionaryState> ready;

  private final ReadOnlyObjectWrapper<String> opening = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<MovedSpace> moved = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> unpaired = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<PairPreview> preview = new ReadOnlyObjectWrapper<>();
  private @Nullable Attempt current;

  /**
   * @param journalLane where projects are let go, which an opening waits for
   * @param ready told the project once its spaces are read
   */
  ProjectOpening(
      Engine engine,
      FxTaskRunner tasks,
      Executor journalLane,
      Workbench workbench,
      BiConsumer<OpenProject, DictionaryState> ready) {
    this.engine = engine;
    this.tasks = tasks;
    this.lane = tasks.lane("setu-opening");
    this.journalLane = journalLane;
    this.workbench = workbench;
    this.ready = ready;
  }

  /** What is being opened, by name; null when nothing is. */
  public ReadOnlyObjectProperty<String> nameProperty() {
    return opening.getReadOnlyProperty();
  }

  /** A project that waits to be told where its space is; null when none does. */
  public ReadOnlyObjectProperty<MovedSpace> movedProperty() {
    return moved.getReadOnlyProperty();
  }

  /** A file of vectors that waits for a second one to pair with; null when none does. */
  public ReadOnlyObjectProperty<Path> unpairedProperty() {
    return unpaired.getReadOnlyProperty();
  }

  /** Two large files that wait to be told how much of them to read; null when none do. */
  public ReadOnlyObjectProperty<PairPreview> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** The first of two files waits for the second, unless a look at it says that it is none. */
  void space(Path file) {
    Path first = unpaired.get();
    if (first != null && !first.equals(file)) {
      pair(first, file);
      return;
    }
    unpaired.set(file);
    FxTaskRunner.whenDone(
        tasks
            .start(
                String.valueOf(file.getFileName()),
                (progress, work) -> {
                  engine.requireSpace(file, work);
                  return file;
                })
            .outcome(),
        seen -> {},
        e -> {
          if (file.equals(unpaired.get())) {
            unpaired.set(null);
            workbench.fail(e);
          }
        });
  }

  /** Opens two files of vectors, or asks first how much of them. */
  void pair(Path source, Path target) {
    start(
        nameOf(source, target),
        null,
        (progress, work) -> {
          PairPreview large = engine.previewPair(source, target, work);
          if (large != null) {
            throw new RowsAsked(large);
          }
          return engine.openPair(source, target, null, progress, work);
        });
  }

  /**
   * Opens two files after a look at them; how much of them is kept with the project. A project that
   * is open keeps what it has read.
   */
  public void pair(PairPreview seen, RowLimits limits) {
    OpenProject open = workbench.project();
    if (open != null && holds(open.workspace(), seen) && !open.workspace().readOnly()) {
      forgetQuestions();
      FxTaskRunner.whenDone(
          CompletableFuture.runAsync(
              () -> open.workspace().setLimits(limits.source(), limits.target()), journalLane),
          done -> tasks.onWindow(() -> tellNextTime(open.workspace())),
          e -> tasks.onWindow(() -> workbench.fail(e)));
      return;
    }
    start(
        nameOf(seen.source(), seen.target()),
        null,
        (progress, work) -> engine.openPair(seen.source(), seen.target(), limits, progress, work));
  }

  private static boolean holds(Workspace workspace, PairPreview seen) {
    return same(workspace.spaceFile(0), seen.source())
        && same(workspace.spaceFile(1), seen.target());
  }

  private void tellNextTime(Workspace workspace) {
    workbench.tell(
        Notice.Kind.INFO, engine.text("gui.notice.rowsNextTime", name(workspace.folder())));
  }

  private static String nameOf(Path source, Path target) {
    return source.getFileName() + " – " + target.getFileName();
  }

  void sample() {
    start(engine.text("gui.sample"), null, (progress, work) -> engine.openSample());
  }

  void project(Path folder) {
    start(name(folder), null, (progress, work) -> engine.openProject(folder));
  }

  /**
   * Says where a project's space is now, and opens the project.
   *
   * @param accept take the file though its content is another
   */
  public void relocate(MovedSpace space, Path file, boolean accept) {
    start(
        name(space.folder()),
        space,
        (progress, work) -> relocated(space, file, accept, progress, work));
  }

  private Workspace relocated(
      MovedSpace space, Path file, boolean accept, Progress progress, Cancellation cancellation) {
    Workspace workspace = engine.openProject(space.folder());
    try {
      workspace.relocate(space.space(), file, accept, progress, cancellation);
      return workspace;
    } catch (RuntimeException e) {
      workspace.close();
      if (e instanceof ProjectFault fault
          && fault.problem() == ProjectFault.Problem.SPACE_CHANGED) {
        throw new SpaceAsked(
            new MovedSpace(space.folder(), space.space(), space.was(), file, space.named()));
      }
      throw e;
    }
  }

  /** Gives up what is being opened; the project that is open stays. */
  public void stop() {
    if (current != null) {
      current.cancel();
    }
  }

  /** Returns once nothing is being opened or let go any more. */
  CompletableFuture<Void> stopped() {
    return CompletableFuture.runAsync(() -> {}, lane).thenRunAsync(() -> {}, journalLane);
  }

  /**
   * Leaves a project whose space is missing, a file that waits for a second one, and large files
   * that wait to be told how much of them to read.
   */
  public void forgetQuestions() {
    moved.set(null);
    unpaired.set(null);
    preview.set(null);
  }

  private static String name(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  private void start(String name, @Nullable MovedSpace answered, Opener opener) {
    stop();
    forgetQuestions();
    opening.set(name);
    OpenProject before = workbench.project();
    Path held =
        before == null || before.workspace().readOnly() ? null : before.workspace().folder();
    Attempt attempt = new Attempt(answered);
    current = attempt;
    TaskRunner.Running<Opened> running =
        tasks.start(name, lane, (progress, work) -> folder(opener, held, progress, work));
    attempt.parts.add(running.cancellation());
    FxTaskRunner.whenDone(running.outcome(), attempt::readSpaces, attempt::failed);
  }

  /** One try, from the folder to the last row of its spaces. */
  private final class Attempt {
    private final @Nullable MovedSpace answered;
    private final List<Cancellation> parts = new ArrayList<>();
    private boolean cancelled;
    private @Nullable Throwable firstFailure;

    /**
     * @param answered the question this try answers, asked again if it is given up
     */
    Attempt(@Nullable MovedSpace answered) {
      this.answered = answered;
    }

    void cancel() {
      cancelled = true;
      parts.forEach(Cancellation::cancel);
    }

    void readSpaces(Opened opened) {
      Workspace workspace = opened.workspace();
      if (cancelled) {
        lane.execute(workspace::close);
        failed(new CancellationException());
        return;
      }
      CompletableFuture<EmbeddingSpace> source = read(workspace, 0);
      CompletableFuture<EmbeddingSpace> target = read(workspace, 1);
      FxTaskRunner.whenDone(
          source.thenCombine(target, (x, z) -> new OpenProject(workspace, x, z, opened.test())),
          project -> {
            if (cancelled) {
              lane.execute(workspace::close);
              failed(new CancellationException());
            } else {
              over();
              ready.accept(project, opened.state());
            }
          },
          e -> {
            lane.execute(workspace::close);
            failed(firstFailure == null ? e : firstFailure);
          });
    }

    /** Reads one of the two; where it fails, the other is cancelled, and why is kept. */
    private CompletableFuture<EmbeddingSpace> read(Workspace workspace, int place) {
      Path file = workspace.spaceFile(place);
      int limit = workspace.spaces().get(place).limit();
      TaskRunner.Running<EmbeddingSpace> running =
          tasks.start(
              String.valueOf(file.getFileName()),
              (progress, work) -> engine.readSpace(file, limit, progress, work));
      parts.add(running.cancellation());
      return running
          .outcome()
          .whenComplete(
              (space, e) -> {
                if (e != null && firstFailure == null) {
                  firstFailure = e;
                  parts.forEach(Cancellation::cancel);
                }
              });
    }

    void failed(Throwable failure) {
      boolean newest = over();
      if (failure instanceof SpaceAsked asked) {
        moved.set(asked.space);
      } else if (failure instanceof RowsAsked asked) {
        preview.set(asked.preview);
      } else if (failure instanceof AlreadyOpen already) {
        workbench.tell(
            Notice.Kind.INFO, engine.text("gui.notice.alreadyOpen", name(already.folder)));
      } else {
        if (newest && answered != null) {
          moved.set(answered);
        }
        workbench.fail(failure);
      }
    }

    private boolean over() {
      boolean newest = current == this;
      if (newest) {
        current = null;
        opening.set(null);
      }
      return newest;
    }
  }

  private record Opened(Workspace workspace, List<WordPair> test, DictionaryState state) {}

  private Opened folder(
      Opener opener, @Nullable Path held, Progress progress, Cancellation cancellation) {
    CompletableFuture.runAsync(() -> {}, journalLane).join();
    Workspace workspace = orReadOnly(opener, held, progress, cancellation);
    try {
      workspace.requireSpaces(progress, cancellation);
      return new Opened(workspace, test(workspace), DictionaryState.of(workspace));
    } catch (RuntimeException e) {
      MovedSpace asked = e instanceof ProjectFault fault ? asked(workspace, fault) : null;
      workspace.close();
      throw asked == null ? e : new SpaceAsked(asked);
    }
  }

  /** A project that another window holds is opened for reading, and that is told. */
  private Workspace orReadOnly(
      Opener opener, @Nullable Path held, Progress progress, Cancellation cancellation) {
    try {
      Workspace workspace = opener.open(progress, cancellation);
      Fault why = workspace.whyReadOnly();
      if (why != null) {
        warn(why);
      }
      return workspace;
    } catch (ProjectFault e) {
      Path folder = e.file();
      if (e.problem() != ProjectFault.Problem.IN_USE || folder == null) {
        throw e;
      }
      if (held != null && same(folder, held)) {
        throw new AlreadyOpen(folder);
      }
      warn(e);
      return engine.openReadOnly(folder);
    }
  }

  private static boolean same(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return one.equals(other);
    }
  }

  private void warn(Fault fault) {
    tasks.onWindow(() -> workbench.tell(Notice.Kind.WARNING, engine.sentence(fault)));
  }

  /** The test pairs; a dictionary that cannot be read is told, and there are no scores then. */
  private List<WordPair> test(Workspace workspace) {
    Path test = workspace.test();
    if (test == null) {
      return List.of();
    }
    try {
      return engine.readPairs(test);
    } catch (Fault e) {
      warn(e);
      return List.of();
    }
  }

  private static @Nullable MovedSpace asked(Workspace workspace, ProjectFault fault) {
    boolean changed = fault.problem() == ProjectFault.Problem.SPACE_CHANGED;
    if (!changed && fault.problem() != ProjectFault.Problem.SPACE_MOVED) {
      return null;
    }
    for (int space = 0; space < 2; space++) {
      Path was = workspace.spaceFile(space);
      if (was.equals(fault.file())) {
        return new MovedSpace(
            workspace.folder(), space, was, changed ? was : null, workspace.hasSpace(space));
      }
    }
    return null;
  }

  /** The way out of the lane for a question to the person. */
  private static final class SpaceAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MovedSpace space;

    SpaceAsked(MovedSpace space) {
      this.space = space;
    }
  }

  /** The way out of the lane for the question how much of large files to read. */
  private static final class RowsAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PairPreview preview;

    RowsAsked(PairPreview preview) {
      this.preview = preview;
    }
  }

  /** The way out of the lane for a project that this window holds. */
  private static final class AlreadyOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;

    AlreadyOpen(Path folder) {
      this.folder = folder;
    }
  }
}
