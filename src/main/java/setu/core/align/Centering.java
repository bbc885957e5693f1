package setu.core.align;

import setu.core.math.FloatMatrix;
import setu.core.space.Normalization;

/** VecMap's normalisation, split so that it can be applied to rows that come later. */
final class Centering {
  private Centering() {}

  /** c: the mean of the rows of unit length, d values. */
  static float[] center(FloatMatrix rows) {
    FloatMatrix unit = Normalization.UNIT.apply(rows);
    double[] sum = new double[unit.columns()];
    float[] row = new float[unit.columns()];
    for (int i = 0; i < unit.rows(); i++) {
      unit.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j];
      }
    }
    float[] center = new float[sum.length];
    for (int j = 0; j < sum.length; j++) {
      center[j] = (float) (sum[j] / Math.max(1, unit.rows()));
    }
    return center;
  }

  /** {@code u(u(x) − c)} of every row, in new memory. */
  static FloatMatrix centered(FloatMatrix rows, float[] center) {
    FloatMatrix moved = Normalization.UNIT.apply(rows);
    float[] row = new float[moved.columns()];
    for (int i = 0; i < moved.rows(); i++) {
      moved.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        row[j] -= center[j];
      }
      moved.setRow(i, row);
    }
    Normalization.UNIT.applyInPlace(moved);
    return moved;
  }
}
