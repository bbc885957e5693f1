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
 * @param badRows the first {@value #SHOWN} refused rows, in line order
 * @param seconds wall time
 */
public record LoadReport(
    String format,
    int rows,
    int dimensions,
    int duplicates,
    int refused,
    List<BadRow> badRows,
    double seconds) {
  /** How many refused rows are kept for showing. */
  public static final int SHOWN = 1000;

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
    NO_WORD
  }

  /**
   * A refused row.
   *
   * @param line line of the file, from 1
   * @param word its word, or the start of the line where none was found
   */
  public record BadRow(long line, Reason reason, String word) {}
}
