package setu.core.anchor;

import java.util.Locale;

/**
 * A row of a dictionary file that was not taken.
 *
 * @param line line of the file, from 1
 * @param text the start of the row, or the side at fault
 */
public record RefusedLine(long line, Reason reason, String text) {
  /** How many characters of a row are kept for showing. */
  public static final int SHOWN = 80;

  /** Why; {@code refused.<name>} is its message key. */
  public enum Reason {
    /** One column only. */
    ONE_COLUMN,
    /** A side is empty. */
    EMPTY_SIDE,
    /** More than two fields, in a format that has two. */
    TOO_MANY_FIELDS,
    /** No letter, or a sign that no word has: {@code d,e}. */
    NOT_A_WORD,
    /** A control, replacement, private or unassigned character. */
    CONTROL_CHARACTER,
    /** Bytes that are not UTF-8. */
    NOT_UTF8,
    /** A status column with an unknown status. */
    UNKNOWN_STATUS;

    /** The name as the command line writes it: {@code not-a-word}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Keeps the start of a long row. */
  public RefusedLine {
    if (text.length() > SHOWN) {
      text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN))) + "…";
    }
  }
}
