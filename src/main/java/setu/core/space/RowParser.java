package setu.core.space;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import setu.core.space.LoadReport.Reason;

/**
 * Parses lines of a word and d numbers, separated by spaces and tabs only. A word may itself hold
 * spaces: the vector is the last d fields. One parser serves one thread.
 */
final class RowParser {
  private static final int SHOWN_LENGTH = 60;

  private final int dimensions;
  private final boolean wordless;
  private final DecimalParser number = new DecimalParser();
  private int[] fieldStarts = new int[16];
  private int[] fieldEnds = new int[16];

  RowParser(int dimensions) {
    this(dimensions, false);
  }

  /**
   * A parser of lines that hold the numbers alone where {@code wordless}; their words are empty.
   */
  RowParser(int dimensions, boolean wordless) {
    this.dimensions = dimensions;
    this.wordless = wordless;
  }

  /**
   * Parses the whole lines in {@code bytes[from, to)}; the byte at {@code to} is overwritten with a
   * line feed, so that the last line needs none.
   */
  void parse(byte[] bytes, int from, int to, ParsedRows into) {
    into.clear(to - from);
    bytes[to] = '\n';
    int at = from;
    while (at < to) {
      int next = plainRow(bytes, at, into);
      if (next < 0) {
        next = anyRow(bytes, at, into);
      }
      into.endLine();
      at = next;
    }
  }

  /** The common row, read once from left to right; −1 where anything is out of the ordinary. */
  private int plainRow(byte[] bytes, int start, ParsedRows into) {
    int at = start;
    while (!wordless && !DecimalParser.endsField(bytes[at])) {
      at++;
    }
    int wordEnd = at;
    if (wordEnd == start && !wordless) {
      return -1;
    }
    float[] values = into.values();
    int offset = into.valueOffset();
    boolean usable = false;
    for (int j = 0; j < dimensions; j++) {
      while (isSeparator(bytes[at])) {
        at++;
      }
      at = bytes[at] == '\n' || bytes[at] == '\r' ? -1 : number.parse(bytes, at);
      float value = number.value();
      if (at < 0 || !Float.isFinite(value)) {
        return -1;
      }
      usable |= value != 0;
      values[offset + j] = value;
    }
    while (isSeparator(bytes[at]) || bytes[at] == '\r') {
      at++;
    }
    if (bytes[at] != '\n' || !usable) {
      return -1;
    }
    into.keep(WordBytes.decode(bytes, start, wordEnd - start), at + 1);
    return at + 1;
  }

  /** Any row, field by field; returns the start of the next line. */
  private int anyRow(byte[] bytes, int start, ParsedRows into) {
    int lineFeed = start;
    while (bytes[lineFeed] != '\n') {
      lineFeed++;
    }
    int fields = split(bytes, start, lineFeed);
    if (fields > 0) {
      Reason reason = read(bytes, start, fields, into);
      if (reason == null) {
        into.keep(word(bytes, start, fields), lineFeed + 1);
      } else {
        into.refuse(reason, shown(bytes, start, fields));
      }
    }
    return lineFeed + 1;
  }

  private @Nullable Reason read(byte[] bytes, int start, int fields, ParsedRows into) {
    int first = fields - dimensions;
    if (wordless) {
      return first == 0 ? numbers(bytes, 0, into) : tooMany(first > 0);
    }
    if (first == 0 && isSeparator(bytes[start])) {
      return Reason.NO_WORD;
    }
    if (first < 1) {
      return Reason.TOO_FEW_NUMBERS;
    }
    Reason reason = numbers(bytes, first, into);
    if (reason == Reason.NOT_A_NUMBER) {
      return first == 1 ? reason : Reason.TOO_FEW_NUMBERS;
    }
    if (first > 1 && isOneNumberMore(bytes, first)) {
      return Reason.TOO_MANY_NUMBERS;
    }
    return isSeparator(bytes[start]) ? Reason.NO_WORD : reason;
  }

  private static Reason tooMany(boolean many) {
    return many ? Reason.TOO_MANY_NUMBERS : Reason.TOO_FEW_NUMBERS;
  }

  /** Puts the d numbers from field {@code first} where the row's values go. */
  private @Nullable Reason numbers(byte[] bytes, int first, ParsedRows into) {
    float[] values = into.values();
    int offset = into.valueOffset();
    boolean finite = true;
    boolean usable = false;
    for (int j = 0; j < dimensions; j++) {
      if (number.parse(bytes, fieldStarts[first + j]) != fieldEnds[first + j]) {
        return Reason.NOT_A_NUMBER;
      }
      values[offset + j] = number.value();
      finite &= Float.isFinite(number.value());
      usable |= number.value() != 0;
    }
    return !finite ? Reason.NOT_FINITE : usable ? null : Reason.ZERO_VECTOR;
  }

  /**
   * Whether the field before the vector is one number too many rather than the end of a word such
   * as {@code Windows 95}: it is written like the vector's numbers are, with a point.
   */
  private boolean isOneNumberMore(byte[] bytes, int first) {
    return number.parse(bytes, fieldStarts[first - 1]) == fieldEnds[first - 1]
        && (hasPoint(bytes, first - 1) || !hasPoint(bytes, first));
  }

  private boolean hasPoint(byte[] bytes, int field) {
    for (int i = fieldStarts[field]; i < fieldEnds[field]; i++) {
      if (bytes[i] == '.' || bytes[i] == 'e' || bytes[i] == 'E') {
        return true;
      }
    }
    return false;
  }

  private int trailingNumbers(byte[] bytes, int fields) {
    int count = 0;
    while (count < fields
        && number.parse(bytes, fieldStarts[fields - 1 - count]) == fieldEnds[fields - 1 - count]) {
      count++;
    }
    return count;
  }

  /** How many fields at the end of a line are numbers, its first field never counted. */
  int numbersInLine(byte[] bytes, int start, int lineFeed) {
    int fields = split(bytes, start, lineFeed);
    return Math.max(0, Math.min(fields - 1, trailingNumbers(bytes, fields)));
  }

  /** Whether a line is two or more numbers split by tabs, without a word. */
  boolean isNumbersSplitByTabs(byte[] bytes, int start, int lineFeed) {
    int fields = split(bytes, start, lineFeed);
    if (fields < 2 || trailingNumbers(bytes, fields) < fields) {
      return false;
    }
    for (int field = 1; field < fields; field++) {
      if (bytes[fieldEnds[field - 1]] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Splits a line at spaces and tabs; returns the number of fields. */
  private int split(byte[] bytes, int start, int lineFeed) {
    int end = lineFeed > start && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    int fields = 0;
    int at = start;
    while (true) {
      while (at < end && isSeparator(bytes[at])) {
        at++;
      }
      if (at >= end) {
        return fields;
      }
      if (fields == fieldStarts.length) {
        fieldStarts = Arrays.copyOf(fieldStarts, 2 * fields);
        fieldEnds = Arrays.copyOf(fieldEnds, 2 * fields);
      }
      fieldStarts[fields] = at;
      while (at < end && !isSeparator(bytes[at])) {
        at++;
      }
      fieldEnds[fields++] = at;
    }
  }

  private String word(byte[] bytes, int start, int fields) {
    if (wordless) {
      return "";
    }
    int end = fieldEnds[fields - dimensions - 1];
    return WordBytes.decode(bytes, start, end - start);
  }

  private String shown(byte[] bytes, int start, int fields) {
    int end = fieldEnds[Math.max(0, fields - dimensions - 1)];
    int length = Math.min(end - start, SHOWN_LENGTH);
    return new String(bytes, start, length, StandardCharsets.UTF_8).strip();
  }

  private static boolean isSeparator(byte b) {
    return b == ' ' || b == '\t';
  }
}
