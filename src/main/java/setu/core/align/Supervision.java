package setu.core.align;

/** What a method learns from. */
public enum Supervision {
  /** A dictionary of anchors. */
  DICTIONARY,
  /** Words spelled alike in both spaces. */
  IDENTICAL_WORDS,
  /** The vectors alone; anchors, where there are some, only judge the outcome. */
  NONE
}
