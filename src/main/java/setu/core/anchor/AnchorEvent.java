package setu.core.anchor;

import java.time.Instant;

/** What happened to the dictionary: one line of the journal. */
public sealed interface AnchorEvent {
  /**
   * What every event carries.
   *
   * @param event its number in the journal, from 1 without gaps
   * @param batch the edit it belongs to, from 1 without gaps; a batch is undone as one
   * @param of how many events the batch was written with
   * @param time when it was made
   * @param author who made it
   * @param name what the edit was, in its first event; by hand in all others
   */
  record Stamp(long event, long batch, int of, Instant time, String author, EditName name) {
    /** Of an edit by hand. */
    public Stamp(long event, long batch, int of, Instant time, String author) {
      this(event, batch, of, time, author, EditName.BY_HAND);
    }
  }

  /** A pair came in, or back after its removal. */
  record Added(Stamp stamp, long anchor, Draft draft) implements AnchorEvent {}

  /** Something else is said of an anchor now. */
  record Changed(Stamp stamp, long anchor, Draft draft) implements AnchorEvent {}

  /** An anchor went. */
  record Removed(Stamp stamp, long anchor) implements AnchorEvent {}

  /** A batch was taken back; it must be the last one standing. */
  record Undone(Stamp stamp, long undoes) implements AnchorEvent {}

  /** A batch taken back was done again; it must be the one undone last. */
  record Redone(Stamp stamp, long redoes) implements AnchorEvent {}

  /** Number, batch, time and author. */
  Stamp stamp();

  /** Its number in the journal, from 1. */
  default long id() {
    return stamp().event();
  }

  /** The edit it belongs to. */
  default long batch() {
    return stamp().batch();
  }

  /** When it was made. */
  default Instant time() {
    return stamp().time();
  }

  /** Who made it. */
  default String author() {
    return stamp().author();
  }
}
