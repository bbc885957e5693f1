package setu.gui.common;

import java.util.List;
import java.util.function.Consumer;
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.Returned;

/**
 * What was edited so far in the open project, told on the window's thread, and the way back to it.
 * Belongs to the window's thread.
 */
public final class EditHistory {
  private final DictionaryEdits edits;
  private final EditNotices notices;
  private final Consumer<Notice> person;

  /** Of a dictionary; what a way back came to is told to the person. */
  EditHistory(DictionaryEdits edits, EditNotices notices, Consumer<Notice> person) {
    this.edits = edits;
    this.notices = notices;
    this.person = person;
  }

  /** Tells what was said of an anchor so far, oldest first. */
  public void log(long id, Consumer<List<AnchorEvent>> told) {
    edits.read(history -> history.log(id), told);
  }

  /** Tells all edits of the project, oldest first. */
  public void batches(Consumer<List<AnchorBatch>> told) {
    edits.read(history -> AnchorBatch.of(history.events()), told);
  }

  /** Tells what {@link #takeBack} would do to the pairs of an edit. */
  public void returning(AnchorBatch batch, Consumer<Returned> told) {
    edits.read(history -> history.returning(batch.number()), told);
  }

  /** Takes an edit back by itself; its pairs that were edited after it stay, and that is told. */
  public void takeBack(AnchorBatch batch) {
    edits.takeBackUnedited(batch.number(), returned -> person.accept(notices.wentBack(returned)));
  }

  /** Says of an anchor again what was said of it after an event, as one edit. */
  public void revert(long id, long event) {
    edits.edit("", (history, progress, cancellation) -> history.revert(id, event));
  }
}
