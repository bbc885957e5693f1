package setu.core.align;

/** What a method learns from. */
public enum Supervision {
  /** A dictionary of anchors. */
  DICTIONARY,
  /** Words spelled alike in both spaces. */
  IDENTICAL_WORDS,
  /** The vectors alone; anchors are not looked at. */
  NONE
}
