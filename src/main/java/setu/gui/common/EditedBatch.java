package setu.gui.common;

/** An edit on its way to the journal, to be taken back by itself whatever is edited after it. */
public final class EditedBatch {
  /** Its number in the journal; 0 while it is not there, or if it said nothing new. */
  private volatile long number;

  private volatile boolean failed;

  void written(long batch) {
    number = batch;
  }

  long number() {
    return number;
  }

  void fail() {
    failed = true;
  }

  /** Whether it could not be written, and changed nothing. */
  public boolean failed() {
    return failed;
  }
}
