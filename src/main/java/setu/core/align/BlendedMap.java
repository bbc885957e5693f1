package setu.core.align;

import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;

/**
 * Rows that hold two vectors of a word side by side, each mapped on its own: {@code (1 −
 * λ)·u(f(x₁)) + λ·u(g(x₂))}. A word without a second vector (all zeros) goes by its first alone.
 */
public final class BlendedMap implements SpaceMap {
  private final LinearMap first;
  private final LinearMap second;
  private final double share;

  /**
   * Both maps lead to the same dimensions.
   *
   * @param share λ, 0 to 1
   */
  public BlendedMap(LinearMap first, LinearMap second, double share) {
    if (first.matrix().columns() != second.matrix().columns()) {
      throw new IllegalArgumentException(first.matrix() + " beside " + second.matrix());
    }
    Preconditions.within("share", share, 0, 1);
    this.first = first;
    this.second = second;
    this.share = share;
  }

  @Override
  public FloatMatrix apply(FloatMatrix rows) {
    int d = first.matrix().rows();
    FloatMatrix blended = first.apply(columns(rows, 0, d));
    FloatMatrix given = columns(rows, d, rows.columns());
    FloatMatrix other = second.apply(given);
    VectorKernel kernel = VectorKernel.best();
    float[] row = new float[blended.columns()];
    float[] beside = new float[blended.columns()];
    for (int i = 0; i < blended.rows(); i++) {
      if (kernel.rowNorm(given, i) > 0) {
        blended.getRow(i, row);
        other.getRow(i, beside);
        kernel.scale((float) (1 - share), row, 0, row.length);
        kernel.axpy((float) share, beside, 0, row, 0, row.length);
        blended.setRow(i, row);
      }
    }
    return UnitRows.scale(blended);
  }

  /** Both linear parts, the first above the second: {@code (d + d₂) × e}, weighted by λ. */
  @Override
  public FloatMatrix matrix() {
    FloatMatrix above = first.matrix();
    FloatMatrix below = second.matrix();
    FloatMatrix both = FloatMatrix.zeros(above.rows() + below.rows(), above.columns());
    VectorKernel kernel = VectorKernel.best();
    for (int i = 0; i < both.rows(); i++) {
      boolean top = i < above.rows();
      both.setRow(i, top ? above.row(i) : below.row(i - above.rows()));
      kernel.scaleRow((float) (top ? 1 - share : share), both, i);
    }
    return both;
  }

  /** The columns {@code from} (inclusive) to {@code to} (exclusive), in new memory. */
  static FloatMatrix columns(FloatMatrix rows, int from, int to) {
    FloatMatrix part = FloatMatrix.zeros(rows.rows(), to - from);
    float[] row = new float[rows.columns()];
    for (int i = 0; i < rows.rows(); i++) {
      rows.getRow(i, row);
      part.setRow(i, java.util.Arrays.copyOfRange(row, from, to));
    }
    return part;
  }
}
