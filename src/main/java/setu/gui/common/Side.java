package setu.gui.common;

/** One of the two spaces of a project. */
public enum Side {
  /** The space that is mapped. */
  SOURCE,
  /** The space it is mapped onto. */
  TARGET;

  /** The other one. */
  public Side other() {
    return this == SOURCE ? TARGET : SOURCE;
  }
}
