package setu.core.align;

import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;

/** Brings rows to unit length where they are. */
final class UnitRows {
  private static final int ROWS_AT_ONCE = 1024;
  private static final float SHORTEST = 1e-12f;

  private UnitRows() {}

  /** Scales every row of {@code matrix} in place, except those of no length. */
  static FloatMatrix scale(FloatMatrix matrix) {
    VectorKernel kernel = VectorKernel.best();
    int pieces = Math.ceilDiv(matrix.rows(), ROWS_AT_ONCE);
    Parallel.forEach(
        pieces,
        Parallel.processors(),
        piece -> {
          int to = Math.min(matrix.rows(), (piece + 1) * ROWS_AT_ONCE);
          for (int i = piece * ROWS_AT_ONCE; i < to; i++) {
            float norm = kernel.rowNorm(matrix, i);
            if (norm > SHORTEST) {
              kernel.scaleRow(1 / norm, matrix, i);
            }
          }
        });
    return matrix;
  }
}
