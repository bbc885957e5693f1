package setu.core.align;

import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.space.Normalization;

/** VecMap's normalisation, split so that it can be applied to rows that come later. */
final class Centering {
  private static final int ROWS_AT_ONCE = 1024;

  private Centering() {}

  /** c: the mean of the rows of unit length, d values. */
  static float[] center(FloatMatrix rows) {
    double[] sum = new double[rows.columns()];
    float[] row = new float[rows.columns()];
    for (int i = 0; i < rows.rows(); i++) {
      rows.getRow(i, row);
      Normalization.scaleToUnit(row);
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j];
      }
    }
    float[] center = new float[sum.length];
    for (int j = 0; j < sum.length; j++) {
      center[j] = (float) (sum[j] / Math.max(1, rows.rows()));
    }
    return center;
  }

  /** {@code u(u(x) − c)} of every row, in new memory. */
  static FloatMatrix centered(FloatMatrix rows, float[] center) {
    FloatMatrix moved = FloatMatrix.zeros(rows.rows(), rows.columns());
    Parallel.forEach(
        Math.ceilDiv(rows.rows(), ROWS_AT_ONCE),
        Parallel.processors(),
        piece -> {
          float[] row = new float[rows.columns()];
          int to = Math.min(rows.rows(), (piece + 1) * ROWS_AT_ONCE);
          for (int i = piece * ROWS_AT_ONCE; i < to; i++) {
            rows.getRow(i, row);
            Normalization.scaleToUnit(row);
            for (int j = 0; j < row.length; j++) {
              row[j] -= center[j];
            }
            Normalization.scaleToUnit(row);
            moved.setRow(i, row);
          }
        });
    return moved;
  }
}
