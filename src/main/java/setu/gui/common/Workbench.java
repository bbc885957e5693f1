package setu.gui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import setu.core.align.AnchorWeights;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.EditName;
import setu.core.anchor.Returned;
import setu.core.anchor.WordPair;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.AlignmentFault;
import setu.core.space.EmbeddingSpace;
import setu.core.workspace.Workspace;

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
  private final ProjectOpening files;
  private final Imports imports;
  private final FileNotices fileNotices;

  private final DictionaryEdits dictionary;
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
    this.dictionary =
        new DictionaryEdits(tasks, journalLane, live::answer, this::fail, this::turned);
    this.imports = new Imports(engine, tasks, journalLane, dictionary, this);
    this.files = new ProjectOpening(engine, tasks, journalLane, this, this::opened);
    this.fileNotices = new FileNotices(engine);
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

  /** What is being opened, by name; null when nothing is. */
  public ReadOnlyObjectProperty<String> openingProperty() {
    return files.openingProperty();
  }

  /** A project that waits to be told where its space is; null when none does. */
  public ReadOnlyObjectProperty<MovedSpace> movedProperty() {
    return files.movedProperty();
  }

  /** A file of vectors that waits for a second one to pair with; null when none does. */
  public ReadOnlyObjectProperty<Path> unpairedProperty() {
    return files.unpairedProperty();
  }

  /** Two large files that wait to be told how much of them to read; null when none do. */
  public ReadOnlyObjectProperty<PairPreview> previewProperty() {
    return files.previewProperty();
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
      case SPACE -> files.space(path);
      case DICTIONARY -> importDictionary(path);
    }
  }

  private static Path folder(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    return path.endsWith("project.json") && parent != null ? parent : path;
  }

  /**
   * Makes a project of two files of vectors, source first, and opens it; large ones are asked about
   * first, by {@link #previewProperty}.
   */
  public void openPair(Path source, Path target) {
    files.pair(source, target);
  }

  /** Opens two files after a look at them; how much of them is kept with the project. */
  public void openPair(PairPreview seen, RowLimits limits) {
    files.pair(seen, limits);
  }

  /** Opens the shipped sample, made a project of the person's own on first use. */
  public void openSample() {
    files.sample();
  }

  /** Opens a project folder; one that another window holds is opened for reading. */
  public void openProject(Path folder) {
    files.project(folder);
  }

  /**
   * Says where a project's space is now, and opens the project.
   *
   * @param accept take the file though its content is another
   */
  public void relocate(MovedSpace space, Path file, boolean accept) {
    files.relocate(space, file, accept);
  }

  /** Leaves a project whose space is missing, or a file that waits for a second one. */
  public void forgetQuestions() {
    files.forgetQuestions();
  }

  /** Gives up what is being opened; the project that is open stays. */
  public void stopOpening() {
    files.stop();
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

  /** A project with another test dictionary, and what is told of that. */
  private record Tested(OpenProject project, Notice told) {}

  /** Takes another test dictionary, kept with the project, and scores everything anew on it. */
  public void setTest(Path file) {
    OpenProject open = project.get();
    if (open == null) {
      return;
    }
    Workspace workspace = open.workspace();
    AnchorSet anchors = dictionary.anchorsProperty().get();
    String name = String.valueOf(file.getFileName());
    FxTaskRunner.whenDone(
        tasks
            .start(
                name,
                journalLane,
                (progress, cancellation) -> {
                  List<WordPair> test = engine.readPairs(file);
                  workspace.setTest(file);
                  OpenProject tested =
                      new OpenProject(workspace, open.source(), open.target(), List.copyOf(test));
                  return new Tested(
                      tested, fileNotices.tested(file, test, anchors.accepted(), tested));
                })
            .outcome(),
        tested -> {
          if (isOpen(workspace)) {
            live.start(tested.project());
            project.set(tested.project());
            notices.add(tested.told());
            live.answer(dictionary.anchorsProperty().get());
          }
        },
        this::fail);
  }

  // Edits.

  /**
   * Asks, by {@link #pendingImportProperty}, whether to take the pairs of a dictionary; nothing is
   * written before.
   */
  public void importDictionary(Path file) {
    imports.file(file);
  }

  /** Asks in the same way whether to take names that come with the program. */
  public void importNames() {
    imports.names();
  }

  /** The status that pairs come in with whose rows say none: accepted, or a candidate. */
  public ObjectProperty<AnchorStatus> importStatusProperty() {
    return imports.statusProperty();
  }

  /**
   * Asks in the same way whether to bring another person's project into the dictionary: what only
   * they changed is taken, what both changed differently stands in the queue of conflicts.
   */
  public void mergeProject(Path folder) {
    imports.project(folder);
  }

  /** What is asked about before it is brought into the dictionary; null when nothing is. */
  public ReadOnlyObjectProperty<@Nullable PendingImport> pendingImportProperty() {
    return imports.pendingProperty();
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
          tellThere(same);
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
      tellThere(same);
    }
    return same;
  }

  private void tellThere(Anchor same) {
    boolean accepted = same.status() == AnchorStatus.ACCEPTED;
    tell(
        Notice.Kind.WARNING,
        engine.text(
            accepted ? "gui.notice.thereAlready" : "gui.notice.thereAlreadyOpen",
            same.source() + " – " + same.target(),
            engine.text("anchorStatus." + same.status().name()),
            Signature.of(same)));
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
   * Takes a batch back whatever was edited after it; the person is told where it must stand since
   * one of its pairs was edited.
   *
   * @param done run on the window's thread once it is taken back
   * @param kept run there where it stands
   */
  public void takeBack(EditedBatch batch, WordPair pair, Runnable done, Runnable kept) {
    dictionary.takeBack(
        batch,
        done,
        () -> {
          kept.run();
          String words = pair.source() + " – " + pair.target();
          tell(Notice.Kind.WARNING, engine.text("gui.notice.judgementStays", words));
        });
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
          String words = pair.source() + " – " + pair.target();
          tell(Notice.Kind.WARNING, engine.text("gui.notice.notJudgedAgain", words));
        });
  }

  /** Tells the person that no judgement was taken back that could be made again. */
  public void nothingTakenBack() {
    tell(Notice.Kind.INFO, engine.text("gui.notice.nothingTakenBack"));
  }

  /** Tells the person that nothing was judged that could be taken back. */
  public void nothingJudged() {
    tell(Notice.Kind.INFO, engine.text("gui.notice.nothingJudged"));
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

  /** Tells what was said of an anchor so far, oldest first. */
  public void log(long id, Consumer<List<AnchorEvent>> told) {
    dictionary.log(id, told);
  }

  /** Tells all edits of the project, oldest first. */
  public void batches(Consumer<List<AnchorBatch>> told) {
    dictionary.batches(told);
  }

  /** Tells what {@link #takeBack(AnchorBatch)} would do to the pairs of an edit. */
  public void returning(AnchorBatch batch, Consumer<Returned> told) {
    dictionary.returning(batch.number(), told);
  }

  /** Takes an edit back by itself; its pairs that were edited after it stay, and that is told. */
  public void takeBack(AnchorBatch batch) {
    dictionary.takeBackUnedited(
        batch.number(),
        returned ->
            say(
                "gui.batches.wentBack",
                String.format(Locale.ROOT, "%,d", returned.back()),
                String.format(Locale.ROOT, "%,d", returned.stay().size())));
  }

  /** Tells the person that the past of a pair is hidden from a judge. */
  public void historyHidden() {
    tell(Notice.Kind.INFO, engine.text("gui.notice.historyHidden"));
  }

  /** Says of an anchor again what was said of it after an event, as one edit. */
  public void revert(long id, long event) {
    dictionary.edit("", (history, progress, cancellation) -> history.revert(id, event));
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

  /** How much the inflections of a pair count in the mapping together. */
  public ReadOnlyObjectProperty<AnchorWeights.Property> weightingProperty() {
    return live.weightingProperty();
  }

  /** Weighs the inflections of a pair otherwise, which is kept with the project, and answers. */
  public void setWeighting(AnchorWeights.Property weighting) {
    OpenProject open = project.get();
    if (open == null || weighting == weightingProperty().get()) {
      return;
    }
    FxTaskRunner.whenDone(
        tasks
            .start(
                "",
                journalLane,
                (progress, cancellation) -> {
                  KeptWeighting.keep(open.workspace(), weighting);
                  return true;
                })
            .outcome(),
        kept -> {
          if (isOpen(open.workspace())) {
            live.weigh(weighting);
            say("gui.weighting.now." + weighting.name());
            answerAgain();
          }
        },
        this::fail);
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
    if (pair != null && name.kind() == EditName.Kind.EDIT) {
      String key = undone ? "gui.notice.undonePair" : "gui.notice.redonePair";
      say(key, pair.source(), pair.target());
    } else {
      say(
          undone ? "gui.notice.undone" : "gui.notice.redone",
          EditText.of(name, engine::text),
          String.format(Locale.ROOT, "%,d", changes));
    }
  }

  /** Whether a project is still the one seen, under whichever test dictionary. */
  private boolean isOpen(Workspace workspace) {
    OpenProject open = project.get();
    return open != null && open.workspace() == workspace;
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
    files.stop();
    closeProject();
    try {
      files.stopped().get(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("a project is not let go in time", e);
    }
    tasks.close();
  }
}
