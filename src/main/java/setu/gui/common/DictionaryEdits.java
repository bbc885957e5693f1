package setu.gui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.EditName;
import setu.core.anchor.Returned;
import setu.core.anchor.SeenEdits;
import setu.core.anchor.TakenBack;
import setu.core.anchor.WordPair;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace;

/**
 * The dictionary of the open project and the way of an edit: to the journal first, in one lane and
 * in order, then seen, then answered. An edit that fails or is cancelled changes nothing.
 */
final class DictionaryEdits {
  /** A change of the dictionary, in the journal's lane. */
  @FunctionalInterface
  interface Change {
    void apply(AnchorHistory history, Progress progress, Cancellation cancellation);
  }

  /** Told what was taken back, or done again. */
  @FunctionalInterface
  interface Turned {
    /**
     * @param changes how many it was made of
     * @param pair the one it was about; null where there were several, or none that is seen
     */
    void told(boolean undone, EditName name, int changes, @Nullable WordPair pair);
  }

  private final FxTaskRunner tasks;
  private final Executor lane;
  private final Consumer<AnchorSet> seen;
  private final Consumer<Throwable> failure;
  private final Turned turned;

  private final ReadOnlyObjectWrapper<AnchorSet> anchors =
      new ReadOnlyObjectWrapper<>(AnchorSet.EMPTY);
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<Anchor>> turnedAnchors =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyStringWrapper judge = new ReadOnlyStringWrapper("");
  private @Nullable Workspace workspace;
  private @Nullable DictionaryState pending;

  /**
   * @param lane where the journal is written
   * @param seen told every new state, after the properties
   */
  DictionaryEdits(
      FxTaskRunner tasks,
      Executor lane,
      Consumer<AnchorSet> seen,
      Consumer<Throwable> failure,
      Turned turned) {
    this.tasks = tasks;
    this.lane = lane;
    this.seen = seen;
    this.failure = failure;
    this.turned = turned;
  }

  ReadOnlyObjectProperty<AnchorSet> anchorsProperty() {
    return anchors.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /** What stands of the pairs that undo or redo was about last. */
  ReadOnlyObjectProperty<List<Anchor>> turnedProperty() {
    return turnedAnchors.getReadOnlyProperty();
  }

  /** Who does not see what others said; empty where nobody. */
  ReadOnlyStringProperty judgeProperty() {
    return judge.getReadOnlyProperty();
  }

  /** Hides what others said from a judge; empty for nobody. */
  void setJudge(String name) {
    Workspace open = workspace;
    if (open != null) {
      edit("", (history, progress, cancellation) -> open.setJudge(name));
    }
  }

  /** Follows the dictionary of a project just opened. */
  void open(Workspace opened, DictionaryState state) {
    workspace = opened;
    publish(state);
  }

  /** Leaves it; edits on their way still reach its journal before it is closed. */
  void leave() {
    Workspace left = workspace;
    if (left != null) {
      workspace = null;
      pending = null;
      anchors.set(AnchorSet.EMPTY);
      canUndo.set(false);
      canRedo.set(false);
      judge.set("");
      lane.execute(left::close);
    }
  }

  /**
   * Makes an edit.
   *
   * @param name what people call it; empty for a small one
   */
  void edit(String name, Change edit) {
    edit(name, edit, failure);
  }

  /**
   * Makes an edit.
   *
   * @param failed told why it failed, or that it was cancelled
   */
  void edit(String name, Change edit, Consumer<Throwable> failed) {
    edit(name, edit, this::publish, failed);
  }

  private void edit(
      String name, Change edit, Consumer<DictionaryState> done, Consumer<Throwable> failed) {
    Workspace open = workspace;
    if (open == null) {
      return;
    }
    FxTaskRunner.whenDone(
        tasks
            .startAtOnce(
                name,
                lane,
                (progress, cancellation) -> {
                  edit.apply(open.anchors(), progress, cancellation);
                  return DictionaryState.of(open);
                })
            .outcome(),
        state -> {
          if (workspace == open) {
            done.accept(state);
          }
        },
        failed);
  }

  /**
   * Adds a pair unless it is there by the time it is written, as the person may see it.
   *
   * @param added told it, on the window's thread, before it is seen
   * @param there told the anchor that says the same pair, and nothing is written
   */
  void add(Draft draft, Consumer<Anchor> added, Consumer<Anchor> there) {
    Workspace open = workspace;
    if (open == null) {
      return;
    }
    edit(
        "",
        (history, progress, cancellation) -> {
          Anchor same = open.seen().standing(new WordPair(draft.source(), draft.target()));
          if (same == null) {
            Anchor made = history.add(List.of(draft)).getFirst();
            tasks.onWindow(() -> added.accept(made));
          } else {
            tasks.onWindow(() -> there.accept(same));
          }
        });
  }

  /**
   * Makes several changes as one batch where the dictionary is still the one they were planned for,
   * and none where it is not. What was not seen of it stays.
   *
   * @param name what the task is called
   * @param called what the edit is
   * @param seen that dictionary
   * @param done told, on the window's thread, whether they were made
   */
  void planned(
      String name,
      EditName called,
      AnchorSet seen,
      List<Edit> edits,
      Consumer<Boolean> done,
      Consumer<Throwable> failed) {
    edit(
        name,
        (history, progress, cancellation) -> {
          AnchorSet now = history.current();
          boolean still = now.revision() == seen.revision();
          if (still) {
            history.apply(called, SeenEdits.onto(edits, seen, now));
          }
          tasks.onWindow(() -> done.accept(still));
        },
        failed);
  }

  /**
   * Makes several changes as one batch from the dictionary as it is seen now: what is not seen, or
   * was edited by the time they are written, stays.
   *
   * @param called what the edit is
   */
  void apply(EditName called, List<Edit> edits) {
    AnchorSet shown = anchors.get();
    edit(
        "",
        (history, progress, cancellation) ->
            history.apply(called, SeenEdits.onto(edits, shown, history.current())));
  }

  /**
   * Makes several changes as one batch that can be taken back by itself. It is written at once and
   * seen and answered once the window has drawn what the person waits for; of edits that follow
   * each other faster the last is answered.
   *
   * @param edits made from the dictionary by the time they are written
   * @param unwritten run on the window's thread where they could not be written
   */
  EditedBatch batch(Function<AnchorSet, List<Edit>> edits, Runnable unwritten) {
    EditedBatch batch = new EditedBatch();
    edit(
        "",
        (history, progress, cancellation) -> write(batch, edits, history),
        this::publishLater,
        failed -> unwritten(batch, failed, unwritten));
    return batch;
  }

  /**
   * Takes a batch back and makes other edits in its stead, which it is from then on. All stays as
   * it is where one of its pairs was edited after it, where it was taken back before, or where it
   * cannot be taken back.
   *
   * @param edits made from the dictionary once it is taken back
   * @param changed told, on the window's thread, that one of its pairs was edited
   * @param kept told there that it was taken back before, or cannot be
   * @param unwritten run there where it is taken back and the others could not be written
   */
  void replace(
      EditedBatch batch,
      Function<AnchorSet, List<Edit>> edits,
      Runnable changed,
      Runnable kept,
      Runnable unwritten) {
    edit(
        "",
        (history, progress, cancellation) -> {
          long number = batch.number();
          switch (number > 0 ? history.takeBack(number) : TakenBack.DONE) {
            case CHANGED_SINCE -> tasks.onWindow(changed);
            case ALREADY -> tasks.onWindow(kept);
            case DONE -> {
              batch.written(0);
              write(batch, edits, history);
            }
          }
        },
        this::publishLater,
        failed -> {
          if (batch.number() > 0) {
            failure.accept(failed);
            seen.accept(anchors.get()); // what was made way for is answered all the same
            kept.run();
          } else {
            unwritten(batch, failed, unwritten);
            edit("", (history, progress, cancellation) -> {}); // what is taken back is seen
          }
        });
  }

  private static void write(
      EditedBatch batch, Function<AnchorSet, List<Edit>> edits, AnchorHistory history) {
    long before = history.lastBatch();
    history.apply(edits.apply(history.current()));
    batch.written(history.lastBatch() == before ? 0 : history.lastBatch());
  }

  private void unwritten(EditedBatch batch, Throwable failed, Runnable unwritten) {
    batch.fail();
    failure.accept(failed);
    seen.accept(anchors.get());
    unwritten.run();
  }

  /**
   * Takes a batch back whatever was edited after it.
   *
   * @param done told, on the window's thread, that it is taken back
   * @param kept told there that it stands since one of its pairs was edited
   */
  void takeBack(EditedBatch batch, Runnable done, Runnable kept) {
    turn(batch, AnchorHistory::takeBack, done, kept);
  }

  /**
   * Does a batch again that was taken back.
   *
   * @param done told, on the window's thread, that it is done
   * @param kept told there that it is not since one of its pairs was edited
   */
  void doAgain(EditedBatch batch, Runnable done, Runnable kept) {
    turn(batch, AnchorHistory::doAgain, done, kept);
  }

  private void turn(
      EditedBatch batch,
      BiFunction<AnchorHistory, Long, TakenBack> turning,
      Runnable done,
      Runnable kept) {
    edit(
        "",
        (history, progress, cancellation) -> {
          long number = batch.number();
          boolean changed = number > 0 && turning.apply(history, number) == TakenBack.CHANGED_SINCE;
          tasks.onWindow(changed ? kept : done);
        });
  }

  /**
   * Reads the history, by all that is written by then.
   *
   * @param told on the window's thread what was read, where the project is still open
   */
  <T> void read(Function<AnchorHistory, T> reading, Consumer<T> told) {
    Workspace open = workspace;
    if (open != null) {
      FxTaskRunner.whenDone(
          tasks
              .startAtOnce("", lane, (progress, cancellation) -> reading.apply(open.anchors()))
              .outcome(),
          answer -> {
            if (workspace == open) {
              told.accept(answer);
            }
          },
          failure);
    }
  }

  /**
   * Takes those pairs of a batch back that were not edited after it, as one edit.
   *
   * @param told on the window's thread what became of them
   */
  void takeBackUnedited(long batch, Consumer<Returned> told) {
    edit(
        "",
        (history, progress, cancellation) -> {
          Returned returned = history.takeBackUnedited(batch);
          tasks.onWindow(() -> told.accept(returned));
        });
  }

  /** Takes the last batch back. */
  void undo() {
    if (canUndo.get()) {
      turn(true, AnchorHistory::undoable, AnchorHistory::undo);
    }
  }

  /** Does the batch that was taken back last again. */
  void redo() {
    if (canRedo.get()) {
      turn(false, AnchorHistory::redoable, AnchorHistory::redo);
    }
  }

  private void turn(
      boolean undone, ToLongFunction<AnchorHistory> next, Consumer<AnchorHistory> turning) {
    Workspace open = workspace;
    if (open == null) {
      return;
    }
    AtomicReference<Runnable> told = new AtomicReference<>(() -> {});
    edit(
        "",
        (history, progress, cancellation) -> {
          long batch = next.applyAsLong(history);
          if (batch > 0) {
            AnchorSet before = open.seen();
            turning.accept(history);
            told.set(told(undone, history, batch, before, open.seen()));
          }
        },
        state -> {
          publish(state);
          Objects.requireNonNull(told.get()).run();
        },
        failure);
  }

  /** What tells a person, on the window's thread, what was taken back or done again. */
  private Runnable told(
      boolean undone, AnchorHistory history, long batch, AnchorSet before, AnchorSet after) {
    List<Long> ids = touched(history, batch);
    List<Anchor> stand = new ArrayList<>();
    WordPair pair = null;
    for (long id : ids) {
      Anchor was = before.get(id);
      Anchor now = after.get(id);
      if (now != null) {
        stand.add(now);
      }
      Anchor said = was == null ? now : was;
      pair = said == null || ids.size() > 1 ? null : said.pair();
    }
    WordPair one = pair;
    int changes = history.changes(batch);
    EditName name = history.name(batch);
    return () -> {
      turned.told(undone, name, changes, one);
      turnedAnchors.set(stand);
    };
  }

  private static List<Long> touched(AnchorHistory history, long batch) {
    List<Long> ids = new ArrayList<>();
    for (AnchorEvent event : history.events()) {
      if (event.batch() == batch) {
        switch (event) {
          case AnchorEvent.Added added -> ids.add(added.anchor());
          case AnchorEvent.Changed changed -> ids.add(changed.anchor());
          case AnchorEvent.Removed removed -> ids.add(removed.anchor());
          default -> {}
        }
      }
    }
    return ids;
  }

  private void publishLater(DictionaryState state) {
    pending = state;
    tasks.whenDrawn(
        () -> {
          if (state.equals(pending)) {
            publish(state);
          }
        });
  }

  private void publish(DictionaryState state) {
    pending = null;
    anchors.set(state.anchors());
    judge.set(state.judge());
    canUndo.set(state.canUndo());
    canRedo.set(state.canRedo());
    seen.accept(state.anchors());
  }
}
