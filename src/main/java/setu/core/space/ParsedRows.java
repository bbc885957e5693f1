package setu.core.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What one chunk of text held: its usable rows and, by line of the chunk, its refused ones. */
final class ParsedRows {
  private final int dimensions;
  private float[] values = {};
  private String[] words = {};
  private int[] lines = {};
  private int[] ends = {};
  private int[] ordinals = {};
  private int rows;
  private int lineCount;
  private int refusedCount;
  private final List<Refused> refused = new ArrayList<>();

  /** A refused row: its line within the chunk, and its place among the chunk's rows, from 0. */
  record Refused(int line, int ordinal, LoadReport.Reason reason, String word) {}

  ParsedRows(int dimensions) {
    this.dimensions = dimensions;
  }

  /** Forgets everything and makes room for the rows that {@code bytes} of text can hold. */
  void clear(int bytes) {
    int capacity = bytes / (2 * dimensions) + 1;
    if (words.length < capacity) {
      values = new float[Math.multiplyExact(capacity, dimensions)];
      words = new String[capacity];
      lines = new int[capacity];
      ends = new int[capacity];
      ordinals = new int[capacity];
    }
    rows = 0;
    lineCount = 0;
    refusedCount = 0;
    refused.clear();
  }

  /** Where the values of the row under way go: {@link #valueOffset} and the d − 1 after it. */
  float[] values() {
    return values;
  }

  int valueOffset() {
    return offset(rows);
  }

  /** Where a row's values begin. */
  int offset(int row) {
    return row * dimensions;
  }

  /** Keeps the row whose values were just put; {@code end} is the index after its line. */
  void keep(String word, int end) {
    words[rows] = word;
    lines[rows] = lineCount;
    ends[rows] = end;
    ordinals[rows] = rowCount();
    rows++;
  }

  /** Refuses the line under way. */
  void refuse(LoadReport.Reason reason, String word) {
    if (refused.size() < LoadReport.SHOWN) {
      refused.add(new Refused(lineCount, rowCount(), reason, word));
    }
    refusedCount++;
  }

  /** A line is done. */
  void endLine() {
    lineCount++;
  }

  int rows() {
    return rows;
  }

  int lineCount() {
    return lineCount;
  }

  String word(int row) {
    return words[row];
  }

  /** Line within the chunk, from 0. */
  int line(int row) {
    return lines[row];
  }

  /** Place among the chunk's rows, refused ones included, from 0. */
  int ordinal(int row) {
    return ordinals[row];
  }

  /** Rows of the chunk, kept or refused; empty lines are none. */
  int rowCount() {
    return rows + refusedCount;
  }

  /** Index in the chunk after the row's line. */
  int end(int row) {
    return ends[row];
  }

  /** All refused rows of the chunk. */
  int refusedCount() {
    return refusedCount;
  }

  /** Refused rows down to a line of the chunk; counted among the first ones only. */
  int refusedBefore(int line) {
    return (int) refused.stream().filter(row -> row.line() <= line).count();
  }

  /** The first refused rows of the chunk, in line order. */
  List<Refused> refused() {
    return refused;
  }

  /** Lets go of the words, so that pooled chunks hold no memory of theirs. */
  void release() {
    Arrays.fill(words, 0, rows, null);
  }
}
