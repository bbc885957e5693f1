package setu.core.anchor;

/** What became of a batch that was to be taken back, or done again, whatever was done after it. */
public enum TakenBack {
  /** It is; every later edit stands. */
  DONE,
  /** It was before. */
  ALREADY,
  /** One of its anchors says something else since: nothing was changed. */
  CHANGED_SINCE
}
