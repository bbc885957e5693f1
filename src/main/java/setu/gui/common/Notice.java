package setu.gui.common;

/** A sentence for the person at the window: what happened, where, and what to do. */
public record Notice(Kind kind, String text) {
  /** How it is shown. */
  public enum Kind {
    /** Something went as asked. */
    INFO,
    /** Something to look at. */
    WARNING,
    /** Something did not work. */
    ERROR
  }
}
