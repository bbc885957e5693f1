package setu.core.space;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import setu.core.math.FloatMatrix;

/** A matrix that grows row by row. */
final class RowStore {
  private static final int MIN_CAPACITY = 256;

  private final int dimensions;
  private FloatMatrix matrix;
  private int rows;

  /** Room for {@code expected} rows to begin with. */
  RowStore(int expected, int dimensions) {
    this.dimensions = dimensions;
    this.matrix = FloatMatrix.zeros(Math.max(1, expected), dimensions);
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
