package setu.gui.common;

/**
 * Sinhala with joiners, as it can be drawn.
 *
 * <p>A joiner that joins nothing is an empty glyph to the shaper, and JavaFX 26 draws an empty
 * glyph as a box, over the letters that follow. It means nothing to the eye; the words themselves
 * keep it.
 */
public final class Joiners {
  private static final char NON_JOINER = '\u200C';
  private static final char JOINER = '\u200D';
  private static final char VIRAMA = '\u0DCA';

  private Joiners() {}

  /**
   * A text without the joiners that join nothing: those that stand at an end, double ones, the
   * first of the old spelling joiner, al-lakuna, joiner, and all non-joiners, each only beside a
   * Sinhala letter.
   */
  public static String drawn(String text) {
    if (text.indexOf(JOINER) < 0 && text.indexOf(NON_JOINER) < 0) {
      return text;
    }
    StringBuilder drawn = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      char before = drawn.isEmpty() ? ' ' : drawn.charAt(drawn.length() - 1);
      boolean joiner = letter == JOINER || letter == NON_JOINER;
      if (!joiner || !isSinhala(before) || (letter == JOINER && joins(text, i, before))) {
        drawn.append(letter);
      }
    }
    return drawn.toString();
  }

  /** Behind al-lakuna: a ligature with the next letter; before it: letters that touch. */
  private static boolean joins(String text, int at, char before) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    if (before == VIRAMA) {
      return isSinhala(next);
    }
    char afterNext = at + 2 < text.length() ? text.charAt(at + 2) : ' ';
    return next == VIRAMA && isSinhala(afterNext);
  }

  private static boolean isSinhala(char letter) {
    return letter >= '\u0D80' && letter <= '\u0DFF';
  }
}
