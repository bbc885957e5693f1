package setu.gui.common;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.WordPair;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.ProjectFault;
import setu.core.space.EmbeddingSpace;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;

/**
 * The observable model of the window: one project, its dictionary, the answer to its last edit, and
 * what is selected. Every feature looks at it and acts through it; it knows no control.
 *
 * <p>All methods and properties belong to the window's thread. Edits go to the journal in one lane,
 * in order; the live loop runs in another, where a newer edit cancels the computation for an older
 * one.
 */
public final class Workbench implements AutoCloseable {
  /** The seed of everything the window leaves to chance; shown in the status bar. */
  public static final long SEED = 42;

  private static final Logger LOG = LoggerFactory.getLogger(Workbench.class);

  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Executor journalLane;
  private final LiveAnswers live;

  private final ReadOnlyObjectWrapper<OpenProject> project = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<AnchorSet> anchors =
      new ReadOnlyObjectWrapper<>(AnchorSet.EMPTY);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<String> opening = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<MovedSpace> moved = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Path> unpaired = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<WordRef> selected = new SimpleObjectProperty<>();
  private final ObservableSet<WordRef> selection = FXCollections.observableSet();
  private final ObjectProperty<WordRef> hovered = new SimpleObjectProperty<>();
  private final ObjectProperty<PlacedText> placed = new SimpleObjectProperty<>();
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();

  /** A window's model without a project. */
  public Workbench(Engine engine, FxTaskRunner tasks) {
    this.engine = engine;
    this.tasks = tasks;
    this.journalLane = tasks.lane("setu-journal");
    this.live = new LiveAnswers(engine, tasks, this::fail);
  }

  // What there is to see.

  /** The project, once its spaces are read; null before. */
  public ReadOnlyObjectProperty<OpenProject> projectProperty() {
    return project.getReadOnlyProperty();
  }

  /** The project; null while there is none. */
  public @Nullable OpenProject project() {
    return project.get();
  }

  /** The space of a side; null while there is no project. */
  public @Nullable EmbeddingSpace space(Side side) {
    OpenProject open = project.get();
    return open == null ? null : open.space(side);
  }

  /** The dictionary, {@link AnchorSet#EMPTY} without a project. */
  public ReadOnlyObjectProperty<AnchorSet> anchorsProperty() {
    return anchors.getReadOnlyProperty();
  }

  /** The latest answer of the live loop; null while there is none. */
  public ReadOnlyObjectProperty<LiveLoop.Answer> answerProperty() {
    return live.answerProperty();
  }

  /** The answer before the last edit; null while there is none. */
  public ReadOnlyObjectProperty<LiveLoop.Answer> previousAnswerProperty() {
    return live.previousAnswerProperty();
  }

  /** Both spaces under the latest answer's alignment; set right after it; null without one. */
  public ReadOnlyObjectProperty<Shared> sharedProperty() {
    return live.sharedProperty();
  }

  /** What is being opened, by name; null when nothing is. */
  public ReadOnlyObjectProperty<String> openingProperty() {
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

  /** Whether the last edit can be taken back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /** Whether an edit taken back can be done again. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** The word looked at; null when none is. */
  public ObjectProperty<WordRef> selectedProperty() {
    return selected;
  }

  /** The words chosen together, by box, lasso or search. */
  public ObservableSet<WordRef> selection() {
    return selection;
  }

  /** The word under the pointer; null when none is. */
  public ObjectProperty<WordRef> hoveredProperty() {
    return hovered;
  }

  /** A text that the map shows among its nearest words; null when none is. */
  public ObjectProperty<PlacedText> placedProperty() {
    return placed;
  }

  /** Sentences for the person, oldest first. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  /** Where long work of any feature runs. */
  public FxTaskRunner tasks() {
    return tasks;
  }

  /** The form of a word; empty when it is not there (any more). */
  public String word(WordRef ref) {
    EmbeddingSpace space = space(ref.side());
    return space == null || ref.row() >= space.rows() ? "" : space.vocabulary().word(ref.row());
  }

  /** Looks a word up; null when it is unknown. */
  public @Nullable WordRef find(Side side, String word) {
    EmbeddingSpace space = space(side);
    int row = space == null ? -1 : space.vocabulary().row(word);
    return row < 0 ? null : new WordRef(side, row);
  }

  /** Selects a word by its form, where it is known. */
  public void select(Side side, String word) {
    WordRef ref = find(side, word);
    if (ref != null) {
      selected.set(ref);
    }
  }

  /** Selects nothing. */
  public void clearSelection() {
    selected.set(null);
    selection.clear();
  }

  // Opening.

  /** Opens a project folder, a file of vectors or a dictionary: its content says which. */
  public void open(Path path) {
    FileKind kind;
    try {
      kind = FileKind.of(path);
    } catch (RuntimeException e) {
      fail(e);
      return;
    }
    switch (kind) {
      case PROJECT -> openProject(Workbench.folder(path));
      case SPACE -> openSpace(path);
      case DICTIONARY -> importDictionary(path);
    }
  }

  private static Path folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return path.endsWith("project.json") && parent != null ? parent : path;
  }

  private void openSpace(Path file) {
    Path first = unpaired.get();
    if (first == null || first.equals(file)) {
      unpaired.set(file);
    } else {
      unpaired.set(null);
      openPair(first, file);
    }
  }

  /** Makes a project of two files of vectors, source first, and opens it. */
  public void openPair(Path source, Path target) {
    openBy(
        source.getFileName() + " – " + target.getFileName(),
        () -> engine.projectOf(source, target));
  }

  /** Opens the shipped sample, made a project of the person's own on first use. */
  public void openSample() {
    openBy(engine.text("gui.sample"), engine::sampleProject);
  }

  /** Opens a project folder; one that another window holds is opened for reading. */
  public void openProject(Path folder) {
    openBy(String.valueOf(folder.getFileName()), () -> writable(folder));
  }

  private Workspace writable(Path folder) {
    try {
      return Workspace.open(folder, Workspace.Mode.WRITE);
    } catch (ProjectFault e) {
      if (e.problem() != ProjectFault.Problem.IN_USE) {
        throw e;
      }
      tasks.onWindow(() -> tell(Notice.Kind.WARNING, engine.sentence(e)));
      return Workspace.open(folder, Workspace.Mode.READ);
    }
  }

  /** Says where a project's space is now, and opens the project. */
  public void relocate(MovedSpace space, Path file) {
    moved.set(null);
    openBy(
        String.valueOf(space.folder().getFileName()),
        () -> {
          Workspace workspace = writable(space.folder());
          workspace.relocate(space.space(), file, false);
          return workspace;
        });
  }

  /** Leaves a project whose space is missing. */
  public void forgetMoved() {
    moved.set(null);
  }

  /** Makes or opens a workspace, in the journal's lane. */
  private interface Opener {
    Workspace open();
  }

  private void openBy(String name, Opener opener) {
    if (opening.get() != null) {
      return;
    }
    closeProject();
    moved.set(null);
    opening.set(name);
    TaskRunner.Running<Opened> running =
        tasks.start(
            name,
            journalLane,
            (progress, cancellation) -> {
              Workspace workspace = opener.open();
              return new Opened(workspace, State.of(workspace.anchors()));
            });
    FxTaskRunner.whenDone(
        running.outcome(),
        this::readSpaces,
        e -> {
          opening.set(null);
          fail(e);
        });
  }

  private record Opened(Workspace workspace, State state) {}

  private void readSpaces(Opened opened) {
    Workspace workspace = opened.workspace();
    List<SpaceReference> references = workspace.spaces();
    for (int i = 0; i < references.size(); i++) {
      Path file = workspace.folder().resolve(references.get(i).path());
      if (!Files.exists(file)) {
        opening.set(null);
        moved.set(new MovedSpace(workspace.folder(), i, file));
        workspace.close();
        return;
      }
    }
    CompletableFuture<EmbeddingSpace> source = read(workspace, references.get(0));
    CompletableFuture<EmbeddingSpace> target = read(workspace, references.get(1));
    Path test = workspace.test();
    List<WordPair> queries = test == null ? List.of() : engine.readPairs(test);
    FxTaskRunner.whenDone(
        source.thenCombine(target, (x, z) -> new OpenProject(workspace, x, z, queries)),
        ready -> {
          opening.set(null);
          project.set(ready);
          live.start(ready);
          publish(opened.state());
        },
        e -> {
          opening.set(null);
          workspace.close();
          fail(e);
        });
  }

  private CompletableFuture<EmbeddingSpace> read(Workspace workspace, SpaceReference reference) {
    Path file = workspace.folder().resolve(reference.path());
    return tasks
        .start(
            String.valueOf(file.getFileName()),
            (progress, cancellation) -> engine.readSpace(file, progress, cancellation))
        .outcome();
  }

  private void closeProject() {
    OpenProject open = project.get();
    if (open != null) {
      live.stop();
      selected.set(null);
      hovered.set(null);
      placed.set(null);
      selection.clear();
      project.set(null);
      anchors.set(AnchorSet.EMPTY);
      canUndo.set(false);
      canRedo.set(false);
      journalLane.execute(open.workspace()::close);
    }
  }

  // Edits: to the journal first, then seen, then answered.

  /** Takes all pairs of a dictionary as one batch. */
  public void importDictionary(Path file) {
    OpenProject open = project.get();
    if (open == null) {
      tell(Notice.Kind.WARNING, engine.text("gui.notice.spacesFirst", file.getFileName()));
      return;
    }
    String origin = String.valueOf(file.getFileName());
    String language = open.workspace().spaces().get(0).language();
    edit(
        origin,
        (history, progress, cancellation) -> {
          DictionaryImport read = engine.readDictionary(file, language);
          history.add(read.entries().stream().map(entry -> draft(entry, origin)).toList());
          tasks.onWindow(
              () ->
                  tell(
                      read.refused().isEmpty() ? Notice.Kind.INFO : Notice.Kind.WARNING,
                      engine.text(
                          "gui.notice.imported",
                          origin,
                          read.entries().size(),
                          read.refused().size())));
        });
  }

  private static AnchorHistory.Draft draft(DictionaryEntry entry, String origin) {
    AnchorStatus status = entry.status();
    return new AnchorHistory.Draft(
        entry.source(),
        entry.target(),
        status == null ? AnchorStatus.ACCEPTED : status,
        entry.pos(),
        entry.category(),
        entry.note(),
        origin);
  }

  /** Adds pairs as one batch. */
  public void addAnchors(List<AnchorHistory.Draft> drafts) {
    edit("", (history, progress, cancellation) -> history.add(drafts));
  }

  /** Adds a pair. */
  public void addAnchor(AnchorHistory.Draft draft) {
    addAnchors(List.of(draft));
  }

  /** Replaces what is said of a pair. */
  public void changeAnchor(long id, AnchorHistory.Draft draft) {
    edit("", (history, progress, cancellation) -> history.change(id, draft));
  }

  /** Makes several changes as one batch. */
  public void editAnchors(List<AnchorHistory.Edit> edits) {
    edit("change", (history, progress, cancellation) -> history.apply(edits));
  }

  /** Removes pairs as one batch. */
  public void removeAnchors(List<Long> ids) {
    edit("", (history, progress, cancellation) -> history.remove(ids));
  }

  /** Takes the last edit back. */
  public void undo() {
    if (canUndo.get()) {
      edit("", (history, progress, cancellation) -> history.undo());
    }
  }

  /** Does the edit taken back last again. */
  public void redo() {
    if (canRedo.get()) {
      edit("", (history, progress, cancellation) -> history.redo());
    }
  }

  /** A change of the dictionary, in the journal's lane. */
  private interface Edit {
    void apply(AnchorHistory history, Progress progress, Cancellation cancellation);
  }

  /** What the journal's lane tells the window of the dictionary. */
  private record State(AnchorSet anchors, boolean canUndo, boolean canRedo) {
    static State of(AnchorHistory history) {
      return new State(history.current(), history.canUndo(), history.canRedo());
    }
  }

  private void edit(String name, Edit edit) {
    OpenProject open = project.get();
    if (open == null) {
      return;
    }
    AnchorHistory history = open.workspace().anchors();
    FxTaskRunner.whenDone(
        tasks
            .start(
                name,
                journalLane,
                (progress, cancellation) -> {
                  edit.apply(history, progress, cancellation);
                  return State.of(history);
                })
            .outcome(),
        state -> {
          if (open.equals(project.get())) {
            publish(state);
          }
        },
        this::fail);
  }

  private void publish(State state) {
    anchors.set(state.anchors());
    canUndo.set(state.canUndo());
    canRedo.set(state.canRedo());
    live.answer(state.anchors());
  }

  // Saying what happened.

  /** Tells the person something. */
  public void tell(Notice.Kind kind, String sentence) {
    notices.add(new Notice(kind, sentence));
  }

  /** Tells the person what went wrong; what was cancelled on purpose is no news. */
  public void fail(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof CancellationException) {
      return;
    }
    LOG.warn("told to the user", cause);
    tell(Notice.Kind.ERROR, engine.sentence(cause));
  }

  /** Releases the project; nothing needs saving. */
  @Override
  public void close() {
    closeProject();
    tasks.close();
  }
}
