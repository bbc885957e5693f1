package setu.gui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.EditName;
import setu.core.anchor.WordPair;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.AlignmentFault;
import setu.core.space.EmbeddingSpace;

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

  /** How long closing waits for edits on their way to the disk. */
  private static final long CLOSING_SECONDS = 30;

  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Executor journalLane;
  private final JournalWork journal;
  private final LiveAnswers live;
  private final ProjectOpening opening;
  private final Imports imports;
  private final ProjectSettings settings;
  private final FileNotices fileNotices;
  private final EditNotices editNotices;

  private final DictionaryEdits dictionary;
  private final EditHistory history;
  private final WordFocus focus = new WordFocus();

  private final ReadOnlyObjectWrapper<OpenProject> project = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final NoticeHistory noticeHistory = new NoticeHistory(notices);
  private boolean closed;
  private boolean fewTold;

  /** A window's model without a project. */
  public Workbench(Engine engine, FxTaskRunner tasks) {
    this.engine = engine;
    this.tasks = tasks;
    this.journalLane = tasks.lane("setu-journal");
    this.journal = new JournalWork(engine, journalLane);
    this.live = new LiveAnswers(engine, tasks, this::unanswered);
    this.fileNotices = new FileNotices(engine);
    this.editNotices = new EditNotices(engine);
    this.dictionary =
        new DictionaryEdits(tasks, journalLane, live::answer, this::fail, this::turned);
    this.history = new EditHistory(dictionary, editNotices, notices::add);
    this.settings = new ProjectSettings(engine, tasks, journalLane, live, this, project::set);
    this.imports = new Imports(engine, tasks, journalLane, dictionary, this);
    this.opening = new ProjectOpening(engine, tasks, journalLane, this, this::opened);
    live.answerProperty().subscribe(this::warnOfFewAnchors);
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
    return dictionary.anchorsProperty();
  }

  /** The latest answer of the live loop; null while there is none. */
  public ReadOnlyObjectProperty<LiveLoop.Answer> answerProperty() {
    return live.answerProperty();
  }

  /** Whether {@link #answerProperty} is of an older dictionary: the newer answer was cancelled. */
  public ReadOnlyBooleanProperty outdatedProperty() {
    return live.outdatedProperty();
  }

  /** Whether there is no answer because the first one was cancelled. */
  public ReadOnlyBooleanProperty unansweredProperty() {
    return live.unansweredProperty();
  }

  /** Whether the dictionary is being answered: aligned and scored. */
  public ReadOnlyBooleanProperty answeringProperty() {
    return live.answeringProperty();
  }

  /** Answers the present dictionary once more, after it was cancelled. */
  public void answerAgain() {
    live.answer(anchorsProperty().get());
  }

  /** The answer before the last edit; null while there is none. */
  public ReadOnlyObjectProperty<LiveLoop.Answer> previousAnswerProperty() {
    return live.previousAnswerProperty();
  }

  /** Both spaces under the latest alignment; set before it is scored; null without one. */
  public ReadOnlyObjectProperty<Shared> sharedProperty() {
    return live.sharedProperty();
  }

  /** Whether the last edit can be taken back. */
  public ReadOnlyBooleanProperty canUndoProperty() {
    return dictionary.canUndoProperty();
  }

  /** Whether an edit taken back can be done again. */
  public ReadOnlyBooleanProperty canRedoProperty() {
    return dictionary.canRedoProperty();
  }

  /** The word looked at; null when none is. */
  public ObjectProperty<WordRef> selectedProperty() {
    return focus.selectedProperty();
  }

  /** The words chosen together, by box, lasso or search. */
  public ObservableSet<WordRef> selection() {
    return focus.selection();
  }

  /** The word under the pointer; null when none is. */
  public ObjectProperty<WordRef> hoveredProperty() {
    return focus.hoveredProperty();
  }

  /** A text that the map shows among its nearest words; null when none is. */
  public ObjectProperty<PlacedText> placedProperty() {
    return focus.placedProperty();
  }

  /** Sentences for the person, oldest first. */
  public ObservableList<Notice> notices() {
    return notices;
  }

  /** What was told in this window, gone or not. */
  public NoticeHistory noticeHistory() {
    return noticeHistory;
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
      focus.selectedProperty().set(ref);
    }
  }

  /** Selects nothing. */
  public void clearSelection() {
    focus.clearSelection();
  }

  // Opening.

  /** What is being opened, and what is asked of the person before. */
  public ProjectOpening opening() {
    return opening;
  }

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
      case PROJECT -> openProject(folder(path));
      case SPACE -> opening.space(path);
      case DICTIONARY -> imports.file(path);
    }
  }

  private static Path folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return path.endsWith("project.json") && parent != null ? parent : path;
  }

  /**
   * Makes a project of two files of vectors, source first, and opens it; large ones are asked about
   * first, by {@link ProjectOpening#previewProperty}.
   */
  public void openPair(Path source, Path target) {
    opening.pair(source, target);
  }

  /** Opens the shipped sample, made a project of the person's own on first use. */
  public void openSample() {
    opening.sample();
  }

  /** Opens a project folder; one that another window holds is opened for reading. */
  public void openProject(Path folder) {
    opening.project(folder);
  }

  private void opened(OpenProject ready, DictionaryState state) {
    closeProject();
    project.set(ready);
    live.weigh(state.weighting());
    live.start(ready);
    if (state.torn()) {
      tell(Notice.Kind.WARNING, engine.text("gui.notice.torn"));
    }
    for (Side side : Side.values()) {
      Path file = ready.workspace().spaceFile(side == Side.SOURCE ? 0 : 1);
      notices.addAll(fileNotices.read(file, ready.space(side)));
    }
    dictionary.open(ready.workspace(), state);
  }

  /** Says once for each project that it has fewer anchors than dimensions. */
  private void warnOfFewAnchors(LiveLoop.@Nullable Answer answer) {
    OpenProject open = project.get();
    if (answer != null && open != null && !fewTold) {
      Notice few = fileNotices.few(answer.anchors().size(), open.source().dimensions());
      if (few != null) {
        fewTold = true;
        notices.add(few);
      }
    }
  }

  /** Leaves the project, if one is open. */
  void closeProject() {
    if (project.get() != null) {
      live.stop();
      imports.forget();
      focus.clear();
      project.set(null);
      fewTold = false;
      dictionary.leave();
    }
  }

  /** What is kept with the project of how it is mapped and scored. */
  public ProjectSettings settings() {
    return settings;
  }

  // Edits.

  /** What is brought into the dictionary from elsewhere, once the person has seen it. */
  public Imports imports() {
    return imports;
  }

  /** Adds pairs as one batch. */
  public void addAnchors(List<Draft> drafts) {
    dictionary.edit("", (history, progress, cancellation) -> history.add(drafts));
  }

  /** Adds a pair. */
  public void addAnchor(Draft draft) {
    addAnchors(List.of(draft));
  }

  /**
   * Adds a pair; where it is there already, the person is told and nothing is written.
   *
   * @param added told it, on the window's thread, before it is seen
   * @param there told the anchor that says the same pair
   */
  public void addAnchor(Draft draft, Consumer<Anchor> added, Consumer<Anchor> there) {
    dictionary.add(
        draft,
        added,
        same -> {
          notices.add(editNotices.there(same));
          there.accept(same);
        });
  }

  /**
   * The anchor that says a pair already; the person is told of it. Null where there is none, and
   * nothing is told.
   */
  public @Nullable Anchor alreadyThere(WordPair pair) {
    Anchor same = anchorsProperty().get().standing(pair);
    if (same != null) {
      notices.add(editNotices.there(same));
    }
    return same;
  }

  /** Replaces what is said of a pair. */
  public void changeAnchor(long id, Draft draft) {
    dictionary.edit("", (history, progress, cancellation) -> history.change(id, draft));
  }

  /**
   * Makes several changes as one batch, made from the dictionary as it is seen now: what is not
   * seen, or was edited by the time they are written, stays.
   */
  public void editAnchors(List<Edit> edits) {
    dictionary.apply(EditName.BY_HAND, edits);
  }

  /** Makes the changes of a cleaning in the same way. */
  public void cleanAnchors(List<Edit> edits) {
    dictionary.apply(EditName.CLEANING, edits);
  }

  /**
   * Makes several changes as one batch that can be taken back by itself: written at once, seen and
   * answered when the window has drawn what comes next.
   *
   * @param edits made from the dictionary, unhidden, by the time they are written
   * @param unwritten run on the window's thread where they could not be written, once the person
   *     was told
   */
  public EditedBatch editBatch(Function<AnchorSet, List<Edit>> edits, Runnable unwritten) {
    live.makeWay();
    return dictionary.batch(edits, unwritten);
  }

  /**
   * Takes a batch back and makes other edits in its stead, in the same way; the person is told
   * where it must stand since one of its pairs was edited.
   *
   * @param edits made from the dictionary, unhidden, once it is taken back
   * @param kept run on the window's thread where it stands
   * @param unwritten run there where it is taken back and the others could not be written
   */
  public void replaceBatch(
      EditedBatch batch,
      WordPair pair,
      Function<AnchorSet, List<Edit>> edits,
      Runnable kept,
      Runnable unwritten) {
    live.makeWay();
    dictionary.replace(batch, edits, () -> stays(pair, kept), kept, unwritten);
  }

  /**
   * Takes a batch back whatever was edited after it; the person is told where it must stand since
   * one of its pairs was edited.
   *
   * @param done run on the window's thread once it is taken back
   * @param kept run there where it stands
   */
  public void takeBack(EditedBatch batch, WordPair pair, Runnable done, Runnable kept) {
    dictionary.takeBack(batch, done, () -> stays(pair, kept));
  }

  private void stays(WordPair pair, Runnable kept) {
    kept.run();
    notices.add(editNotices.judgementStays(pair));
  }

  /**
   * Does a batch again that was taken back; the person is told where it is not since one of its
   * pairs was edited.
   *
   * @param done run on the window's thread once it is done
   * @param kept run there where it is not
   */
  public void doAgain(EditedBatch batch, WordPair pair, Runnable done, Runnable kept) {
    dictionary.doAgain(
        batch,
        done,
        () -> {
          kept.run();
          notices.add(editNotices.notJudgedAgain(pair));
        });
  }

  /**
   * Changes what is said of pairs as one batch, starting from what is said of each by the time the
   * edit is made; pairs that are gone by then are left out.
   */
  public void changeAnchors(List<Long> ids, UnaryOperator<Draft> change) {
    dictionary.edit(
        "",
        (history, progress, cancellation) -> {
          List<Edit> edits = new ArrayList<>();
          for (long id : ids) {
            Anchor now = history.current().get(id);
            if (now != null) {
              Draft draft = change.apply(Draft.of(now));
              edits.add(new Edit.Change(id, draft));
            }
          }
          history.apply(edits);
        });
  }

  /** Removes pairs as one batch. */
  public void removeAnchors(List<Long> ids) {
    dictionary.edit(
        "",
        (history, progress, cancellation) -> {
          AnchorSet now = history.current();
          history.remove(ids.stream().filter(id -> now.get(id) != null).toList());
        });
  }

  /** What was edited so far, of which edits can be taken back by themselves. */
  public EditHistory history() {
    return history;
  }

  /** Who judges without seeing what others said, by name; empty where nobody does. */
  public ReadOnlyStringProperty judgeProperty() {
    return dictionary.judgeProperty();
  }

  /**
   * Hides what others said from a judge, who signs what is edited from now on and whose own
   * judgements alone are then seen and answered; empty for nobody.
   */
  public void setJudge(String name) {
    dictionary.setJudge(name);
  }

  /** Says what a person thinks of pairs, as one batch: as a judge's where one is named. */
  public void judgeAnchors(List<Long> ids, AnchorStatus status) {
    String judge = judgeProperty().get();
    changeAnchors(
        ids,
        now ->
            judge.isEmpty() ? now.withStatus(status) : DoubleBlind.judgement(now, judge, status));
  }

  /** What background work asks of a project's journal. */
  public JournalWork journal() {
    return journal;
  }

  /** Takes the last edit back. */
  public void undo() {
    dictionary.undo();
  }

  /** Does the edit taken back last again. */
  public void redo() {
    dictionary.redo();
  }

  /** What stands of the pairs that undo or redo was about last; set once that is done. */
  public ReadOnlyObjectProperty<List<Anchor>> turnedProperty() {
    return dictionary.turnedProperty();
  }

  private void turned(boolean undone, EditName name, int changes, @Nullable WordPair pair) {
    notices.add(editNotices.turned(undone, name, changes, pair));
  }

  // Saying what happened.

  /** Tells the person something. */
  public void tell(Notice.Kind kind, String sentence) {
    notices.add(new Notice(kind, sentence));
  }

  /** Tells the person that a file was written, whose folder can be opened. */
  public void tellWritten(Notice.Kind kind, String sentence, Path file) {
    notices.add(new Notice(kind, sentence, file.toAbsolutePath().getParent()));
  }

  /** Tells the person a sentence of the bundle that is news and no more. */
  public void say(String key, Object... arguments) {
    tell(Notice.Kind.INFO, text(key, arguments));
  }

  /** A text of the bundle, in the language of the window. */
  public String text(String key, Object... arguments) {
    return engine.text(key, arguments);
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

  /** No answer: that is news where there are no pairs yet, and else a fault of this project's. */
  private void unanswered(Throwable failure) {
    OpenProject open = project.get();
    boolean unusable =
        failure instanceof AlignmentFault fault
            && fault.problem() == AlignmentFault.Problem.NO_USABLE_ANCHORS;
    if (open == null || !unusable) {
      fail(failure);
    } else if (anchorsProperty().get().accepted().isEmpty()) {
      tell(Notice.Kind.INFO, engine.text("gui.notice.noAnchors", engine.text("gui.rail.anchors")));
    } else {
      String detail = ((AlignmentFault) failure).detail();
      Path folder = open.workspace().folder();
      fail(new AlignmentFault(AlignmentFault.Problem.NO_USABLE_ANCHORS, folder, detail));
    }
  }

  /** Releases the project once every edit made is in its journal; nothing needs saving. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    opening.stop();
    closeProject();
    try {
      opening.stopped().get(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("a project is not let go in time", e);
    }
    tasks.close();
  }
}
