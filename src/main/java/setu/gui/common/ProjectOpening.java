package setu.gui.common;

import java.nio.file.Path;
import java.util.List;
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
 * Opens projects for the workbench: the folder in the journal's lane, then both spaces side by
 * side. What cannot be opened is told; a space that is not where it was is asked for.
 */
final class ProjectOpening {
  /** Opens or makes a project folder. */
  interface Opener {
    Workspace open();
  }

  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Executor lane;
  private final Workbench workbench;
  private final BiConsumer<OpenProject, DictionaryState> ready;

  private final ReadOnlyObjectWrapper<String> opening = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<MovedSpace> moved = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> unpaired = new ReadOnlyObjectWrapper<>();
  private Cancellation current = Cancellation.none();

  /**
   * @param ready told the project once its spaces are read
   */
  ProjectOpening(
      Engine engine,
      FxTaskRunner tasks,
      Executor lane,
      Workbench workbench,
      BiConsumer<OpenProject, DictionaryState> ready) {
    this.engine = engine;
    this.tasks = tasks;
    this.lane = lane;
    this.workbench = workbench;
    this.ready = ready;
  }

  ReadOnlyObjectProperty<String> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<MovedSpace> movedProperty() {
    return moved.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Path> unpairedProperty() {
    return unpaired.getReadOnlyProperty();
  }

  /** The first of two files waits for the second. */
  void space(Path file) {
    Path first = unpaired.get();
    if (first == null || first.equals(file)) {
      unpaired.set(file);
    } else {
      pair(first, file);
    }
  }

  void pair(Path source, Path target) {
    unpaired.set(null);
    start(
        source.getFileName() + " – " + target.getFileName(), () -> engine.openPair(source, target));
  }

  void sample() {
    start(engine.text("gui.sample"), () -> orReadOnly(engine::openSample, engine.sampleFolder()));
  }

  void project(Path folder) {
    start(name(folder), () -> orReadOnly(() -> engine.openProject(folder), folder));
  }

  /** Opens a project whose space is at another place now, or is another one now. */
  void relocate(MovedSpace space, Path file, boolean accept) {
    start(
        name(space.folder()),
        () -> {
          Workspace workspace = engine.openProject(space.folder());
          try {
            workspace.relocate(space.space(), file, accept);
            return workspace;
          } catch (RuntimeException e) {
            workspace.close();
            if (e instanceof ProjectFault fault
                && fault.problem() == ProjectFault.Problem.SPACE_CHANGED) {
              throw new SpaceAsked(
                  new MovedSpace(space.folder(), space.space(), space.was(), file));
            }
            throw e;
          }
        });
  }

  /** Gives up opening a folder. */
  void stop() {
    current.cancel();
  }

  void forgetMoved() {
    moved.set(null);
  }

  private static String name(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  /** A project that another window holds is opened for reading, and that is told. */
  private Workspace orReadOnly(Opener opener, Path folder) {
    try {
      Workspace workspace = opener.open();
      Fault why = workspace.whyReadOnly();
      if (why != null) {
        warn(why);
      }
      return workspace;
    } catch (ProjectFault e) {
      if (e.problem() != ProjectFault.Problem.IN_USE) {
        throw e;
      }
      warn(e);
      return engine.openReadOnly(folder);
    }
  }

  private void warn(Fault fault) {
    tasks.onWindow(() -> workbench.tell(Notice.Kind.WARNING, engine.sentence(fault)));
  }

  private record Opened(Workspace workspace, List<WordPair> test, DictionaryState state) {}

  private void start(String name, Opener opener) {
    if (opening.get() != null) {
      return;
    }
    workbench.closeProject();
    moved.set(null);
    opening.set(name);
    TaskRunner.Running<Opened> running =
        tasks.start(name, lane, (progress, work) -> folder(opener, progress, work));
    current = running.cancellation();
    FxTaskRunner.whenDone(running.outcome(), this::readSpaces, this::failed);
  }

  private Opened folder(Opener opener, Progress progress, Cancellation cancellation) {
    Workspace workspace = opener.open();
    try {
      workspace.requireSpaces(progress, cancellation);
      return new Opened(workspace, test(workspace), DictionaryState.of(workspace.anchors()));
    } catch (RuntimeException e) {
      MovedSpace asked = e instanceof ProjectFault fault ? asked(workspace, fault) : null;
      workspace.close();
      throw asked == null ? e : new SpaceAsked(asked);
    }
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
        return new MovedSpace(workspace.folder(), space, was, changed ? was : null);
      }
    }
    return null;
  }

  private void readSpaces(Opened opened) {
    Workspace workspace = opened.workspace();
    CompletableFuture<EmbeddingSpace> source = read(workspace.spaceFile(0));
    CompletableFuture<EmbeddingSpace> target = read(workspace.spaceFile(1));
    FxTaskRunner.whenDone(
        source.thenCombine(target, (x, z) -> new OpenProject(workspace, x, z, opened.test())),
        project -> {
          opening.set(null);
          ready.accept(project, opened.state());
        },
        e -> {
          lane.execute(workspace::close);
          failed(e);
        });
  }

  private CompletableFuture<EmbeddingSpace> read(Path file) {
    return tasks
        .start(
            String.valueOf(file.getFileName()),
            (progress, cancellation) -> engine.readSpace(file, progress, cancellation))
        .outcome();
  }

  private void failed(Throwable failure) {
    opening.set(null);
    if (failure instanceof SpaceAsked asked) {
      moved.set(asked.space);
    } else {
      workbench.fail(failure);
    }
  }

  /** The way out of the lane for a question to the person. */
  private static final class SpaceAsked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MovedSpace space;

    SpaceAsked(MovedSpace space) {
      this.space = space;
    }
  }
}
