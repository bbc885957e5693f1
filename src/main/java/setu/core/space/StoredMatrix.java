package setu.core.space;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;

/**
 * A matrix n × d as a binary file stores it, its words elsewhere.
 *
 * @param columnMajor whether the numbers lie column by column
 */
record StoredMatrix(long rows, long columns, FloatType type, ByteOrder order, boolean columnMajor) {
  private static final long COLUMN_BLOCK = 1 << 26;

  /**
   * Reads the rows from where {@code in} stands. Row order is read straight into the space, column
   * order through a matrix that becomes the space's own.
   */
  SpaceBuilder read(
      Path file, SpaceFormat format, SpaceInput in, CompanionWords words, ReadOptions options)
      throws IOException {
    BinaryReading.requireShape(file, rows, columns);
    BinaryReading.requireCounts(file, words.counted(), options);
    in.require(rows, Math.multiplyExact(columns, (long) type.bytes()));
    if (words.size() != rows) {
      throw new SpaceFault(
          SpaceFault.Problem.VOCABULARY_DIFFERS, file, rows + " ≠ " + words.size());
    }
    return columnMajor
        ? byColumns(file, format, in, words, options)
        : byRows(file, format, in, words, options);
  }

  private SpaceBuilder byRows(
      Path file, SpaceFormat format, SpaceInput in, CompanionWords words, ReadOptions options)
      throws IOException {
    int d = (int) columns;
    byte[] bytes = new byte[Math.multiplyExact(d, type.bytes())];
    float[] values = new float[d];
    long expected = in.likely(rows, bytes.length);
    SpaceBuilder builder = new SpaceBuilder(file, format, expected, d, options);
    for (long row = 0; row < rows && !builder.full(); row++) {
      String word = words.word(row);
      in.readFully(bytes, 0, bytes.length);
      if (builder.takes(word, words.count(row))) {
        type.decode(bytes, 0, order, values, 0, d);
        builder.add(word, values, 0, row + 1);
      }
    }
    return builder;
  }

  private SpaceBuilder byColumns(
      Path file, SpaceFormat format, SpaceInput in, CompanionWords words, ReadOptions options)
      throws IOException {
    int n = (int) rows;
    int d = (int) columns;
    FloatMatrix matrix = RowStore.matrix(file, n, d);
    int together = Math.clamp(COLUMN_BLOCK / Math.max(1, 4L * n), 1, d);
    float[][] block = new float[together][n];
    byte[] bytes = new byte[1 << 15];
    for (int column = 0; column < d; column += together) {
      int width = Math.min(together, d - column);
      for (int j = 0; j < width; j++) {
        readColumn(in, bytes, block[j]);
      }
      for (int i = 0; i < n; i++) {
        long at = (long) i * d + column;
        for (int j = 0; j < width; j++) {
          matrix.segment().setAtIndex(JAVA_FLOAT, at + j, block[j][i]);
        }
      }
    }
    SpaceBuilder builder = new SpaceBuilder(file, format, options, new RowStore(matrix), d);
    float[] values = new float[d];
    for (int row = 0; row < n && !builder.full(); row++) {
      if (builder.takes(words.word(row), words.count(row))) {
        matrix.getRow(row, values);
        builder.add(words.word(row), values, 0, row + 1L);
      }
    }
    return builder;
  }

  private void readColumn(SpaceInput in, byte[] bytes, float[] into) throws IOException {
    int most = bytes.length / type.bytes();
    for (int from = 0; from < into.length; from += most) {
      int count = Math.min(most, into.length - from);
      in.readFully(bytes, 0, count * type.bytes());
      type.decode(bytes, 0, order, into, from, count);
    }
  }
}
