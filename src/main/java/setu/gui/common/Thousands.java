package setu.gui.common;

import java.util.Locale;

/** Whole numbers as people read them: with commas between thousands. */
public final class Thousands {
  private Thousands() {}

  /** A number, such as {@code 1,046}. */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
