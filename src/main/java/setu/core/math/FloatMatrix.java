package setu.core.math;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * A dense matrix of 32-bit floats, {@code rows × columns}, row-major and off heap, freed when no
 * longer reachable.
 *
 * <p>Offsets are {@code long}: the matrix may hold more than 2³¹ floats. A view made by {@link
 * #slice} shares memory.
 */
public final class FloatMatrix {
  private final MemorySegment segment;
  private final int rows;
  private final int columns;

  private FloatMatrix(MemorySegment segment, int rows, int columns) {
    this.segment = segment;
    this.rows = rows;
    this.columns = columns;
  }

  /** A {@code rows × columns} matrix of zeros. */
  public static FloatMatrix zeros(int rows, int columns) {
    return new FloatMatrix(OffHeap.allocate(bytes(rows, columns)), rows, columns);
  }

  /** The same in memory that goes when {@code arena} is closed: for a room that is large. */
  public static FloatMatrix zeros(Arena arena, int rows, int columns) {
    return new FloatMatrix(OffHeap.allocate(arena, bytes(rows, columns)), rows, columns);
  }

  /** A copy of rows of equal length. */
  public static FloatMatrix of(float[]... rows) {
    FloatMatrix matrix = zeros(rows.length, rows.length == 0 ? 0 : rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      matrix.setRow(i, rows[i]);
    }
    return matrix;
  }

  /** A view of native memory that holds {@code rows × columns} floats in row-major order. */
  public static FloatMatrix wrap(MemorySegment segment, int rows, int columns) {
    if (segment.byteSize() != bytes(rows, columns)) {
      throw new IllegalArgumentException(
          segment.byteSize() + " bytes for " + rows + " × " + columns);
    }
    return new FloatMatrix(segment, rows, columns);
  }

  private static long bytes(int rows, int columns) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(rows + " × " + columns);
    }
    return Math.multiplyExact((long) rows * columns, (long) Float.BYTES);
  }

  /** The number of rows, n. */
  public int rows() {
    return rows;
  }

  /** The number of columns, d. */
  public int columns() {
    return columns;
  }

  /** The memory itself, for kernels. */
  public MemorySegment segment() {
    return segment;
  }

  /** The byte offset of a row in {@link #segment}. */
  public long offset(int row) {
    return (long) row * columns * Float.BYTES;
  }

  /** The element at ({@code row}, {@code column}). */
  public float get(int row, int column) {
    return segment.getAtIndex(JAVA_FLOAT, index(row, column));
  }

  /** Sets the element at ({@code row}, {@code column}). */
  public void set(int row, int column, float value) {
    segment.setAtIndex(JAVA_FLOAT, index(row, column), value);
  }

  private long index(int row, int column) {
    Objects.checkIndex(row, rows);
    Objects.checkIndex(column, columns);
    return (long) row * columns + column;
  }

  /** A copy of one row, of length d. */
  public float[] row(int row) {
    float[] copy = new float[columns];
    getRow(row, copy);
    return copy;
  }

  /** Copies a row into {@code into}, whose length is at least d. */
  public void getRow(int row, float[] into) {
    Objects.checkIndex(row, rows);
    MemorySegment.copy(segment, JAVA_FLOAT, offset(row), into, 0, columns);
  }

  /** Copies {@code from}, of length d, into a row. */
  public void setRow(int row, float[] from) {
    Objects.checkIndex(row, rows);
    if (from.length != columns) {
      throw new IllegalArgumentException(from.length + " values for " + columns + " columns");
    }
    MemorySegment.copy(from, 0, segment, JAVA_FLOAT, offset(row), columns);
  }

  /** The rows {@code from} (inclusive) to {@code to} (exclusive), sharing memory. */
  public FloatMatrix slice(int from, int to) {
    Objects.checkFromToIndex(from, to, rows);
    return new FloatMatrix(
        segment.asSlice(offset(from), bytes(to - from, columns)), to - from, columns);
  }

  /** A copy of the rows at {@code indices}, in their order: {@code indices.length × d}. */
  public FloatMatrix gather(int[] indices) {
    FloatMatrix copy = zeros(indices.length, columns);
    long bytes = offset(1);
    for (int i = 0; i < indices.length; i++) {
      Objects.checkIndex(indices[i], rows);
      MemorySegment.copy(segment, offset(indices[i]), copy.segment, copy.offset(i), bytes);
    }
    return copy;
  }

  /** A copy with memory of its own. */
  public FloatMatrix copy() {
    FloatMatrix copy = zeros(rows, columns);
    copy.segment.copyFrom(segment);
    return copy;
  }

  /**
   * Shape only: a matrix is no value, and two of them are equal only when they are the same one.
   */
  @Override
  public String toString() {
    return "FloatMatrix " + rows + " × " + columns;
  }
}
