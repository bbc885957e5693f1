package setu.core.anchor;

import java.util.Locale;

/**
 * A row of a dictionary file that was not taken.
 *
 * @param line line of the file, from 1
 * @param text the start of the row, or the side or status at fault
 * @param source the start of its source field; of a row that has no two fields the start of the row
 * @param target the start of its target field; empty in a row that has no two fields
 */
public record RefusedLine(long line, Reason reason, String text, String source, String target) {
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
    /** No letter, or a sign within that no word has: {@code d,e}. */
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
    text = start(text);
    source = start(source);
    target = start(target);
  }

  /** A row that has no two fields. */
  RefusedLine(long line, Reason reason, String text) {
    this(line, reason, text, text, "");
  }

  private static String start(String text) {
    return text.length() > SHOWN
        ? text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, SHOWN))) + "…"
        : text;
  }

  /** The same row read the other way, where it has two fields. */
  RefusedLine reversed() {
    return switch (reason) {
      case EMPTY_SIDE, NOT_A_WORD, CONTROL_CHARACTER, UNKNOWN_STATUS ->
          new RefusedLine(line, reason, text, target, source);
      case ONE_COLUMN, TOO_MANY_FIELDS, NOT_UTF8 -> this;
    };
  }
}
