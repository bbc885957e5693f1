package setu.core.space;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;

/** A matrix that grows row by row. */
final class RowStore {
  private static final int MIN_CAPACITY = 256;

  private final int dimensions;
  private FloatMatrix matrix;
  private int rows;

  /** Takes a matrix as its room; rows appended may come from further down in it. */
  RowStore(FloatMatrix matrix) {
    this.dimensions = matrix.columns();
    this.matrix = matrix;
  }

  /**
   * Room for {@code expected} rows to begin with.
   *
   * @throws SpaceFault if memory cannot hold them
   */
  static RowStore allocate(Path file, long expected, int dimensions) {
    return new RowStore(matrix(file, Math.max(1, expected), dimensions));
  }

  /**
   * A matrix of zeros.
   *
   * @throws SpaceFault if memory cannot hold it
   */
  static FloatMatrix matrix(Path file, long rows, int columns) {
    String shape = rows + " × " + columns;
    try {
      long bytes = Math.multiplyExact(rows, 4L * columns);
      if (rows <= Integer.MAX_VALUE - 8 && Memory.holds(bytes)) {
        return FloatMatrix.zeros((int) rows, columns);
      }
    } catch (ArithmeticException | OutOfMemoryError e) {
      throw new SpaceFault(SpaceFault.Problem.TOO_LARGE, file, 0, shape, e);
    }
    throw new SpaceFault(SpaceFault.Problem.TOO_LARGE, file, shape);
  }

  /**
   * Makes sure that memory can hold some bytes.
   *
   * @throws SpaceFault if it cannot
   */
  static void requireMemory(Path file, long bytes) {
    if (!Memory.holds(bytes)) {
      throw new SpaceFault(SpaceFault.Problem.TOO_LARGE, file, bytes + " B");
    }
  }

  /** Rows there is room for. */
  int capacity() {
    return matrix.rows();
  }

  /** Appends {@code count} rows that lie in {@code values} from {@code offset}. */
  void append(float[] values, int offset, int count) {
    if (rows + (long) count > matrix.rows()) {
      grow(rows + (long) count);
    }
    MemorySegment.copy(
        values,
        offset,
        matrix.segment(),
        ValueLayout.JAVA_FLOAT,
        matrix.offset(rows),
        count * dimensions);
    rows += count;
  }

  private void grow(long needed) {
    long wanted = Math.max(Math.max(MIN_CAPACITY, needed), matrix.rows() + matrix.rows() / 2L);
    FloatMatrix larger = FloatMatrix.zeros(Math.toIntExact(wanted), dimensions);
    larger
        .segment()
        .asSlice(0, matrix.offset(rows))
        .copyFrom(matrix.segment().asSlice(0, matrix.offset(rows)));
    matrix = larger;
  }

  int rows() {
    return rows;
  }

  /** The rows, n × d; a copy where more than a tenth of the room was left empty. */
  FloatMatrix finish() {
    FloatMatrix full = matrix.slice(0, rows);
    return rows == matrix.rows() || matrix.rows() - rows < rows / 10 ? full : full.copy();
  }
}
