package setu.core.space;

import java.util.List;

/**
 * What reading a file kept and refused.
 *
 * @param format the format found, as {@code setu info} prints it, such as {@code word2vec-text}
 * @param rows rows kept
 * @param dimensions d
 * @param duplicates rows refused because their word stood higher up
 * @param refused rows refused in all, duplicates included
 * @param leftOut rows passed over because the selection did not want them
 * @param badRows the first {@value #SHOWN} refused rows, in line order
 * @param seconds wall time
 * @param origin where the rows came from this time
 */
public record LoadReport(
    String format,
    int rows,
    int dimensions,
    int duplicates,
    int refused,
    int leftOut,
    List<BadRow> badRows,
    double seconds,
    Origin origin) {
  /** How many refused rows are kept for showing. */
  public static final int SHOWN = 1000;

  /** Where the rows came from. */
  public enum Origin {
    /** The file, read from its beginning. */
    FILE,
    /** The cache of an earlier reading. */
    CACHE,
    /** The file, because its cache was damaged; the cache is written anew. */
    DAMAGED_CACHE
  }

  /** A report of rows read from a file, every one of them wanted. */
  public LoadReport(
      String format,
      int rows,
      int dimensions,
      int duplicates,
      int refused,
      List<BadRow> badRows,
      double seconds) {
    this(format, rows, dimensions, duplicates, refused, 0, badRows, seconds, Origin.FILE);
  }

  /** The same report of another origin and time. */
  LoadReport from(Origin other, double time) {
    return new LoadReport(
        format, rows, dimensions, duplicates, refused, leftOut, badRows, time, other);
  }

  /** Why a row was refused; {@code badRow.<name>} is its message key. */
  public enum Reason {
    /** Fewer numbers than dimensions. */
    TOO_FEW_NUMBERS,
    /** More numbers than dimensions. */
    TOO_MANY_NUMBERS,
    /** A field that is not a number. */
    NOT_A_NUMBER,
    /** NaN or an infinity. */
    NOT_FINITE,
    /** All numbers are zero. */
    ZERO_VECTOR,
    /** The word stood higher up: the first row is kept. */
    DUPLICATE,
    /** No word before the numbers. */
    NO_WORD,
    /** The word's bytes are not UTF-8. */
    NOT_UTF8
  }

  /**
   * A refused row.
   *
   * @param line line of a text file, row of a binary one, from 1
   * @param word its word, or the start of the line where none was found
   */
  public record BadRow(long line, Reason reason, String word) {}
}
