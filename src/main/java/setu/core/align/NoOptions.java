package setu.core.align;

/** The options of a method that has none. */
public record NoOptions() {
  /** The only one. */
  public static final NoOptions INSTANCE = new NoOptions();
}
