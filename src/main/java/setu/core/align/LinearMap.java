package setu.core.align;

import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;

/**
 * {@code x ↦ x·W}; where there is a centre c, rows are first brought to unit length, moved by −c
 * and brought to unit length again: {@code u(u(x) − c)·W}.
 */
public final class LinearMap implements SpaceMap {
  /** Centred rows in memory at once. */
  private static final int ROWS_AT_ONCE = 16_384;

  private final float @Nullable [] center;
  private final FloatMatrix matrix;

  /** {@code x·W} for W of d × e. */
  public LinearMap(FloatMatrix matrix) {
    this(null, matrix);
  }

  /** {@code u(u(x) − c)·W} for c of length d and W of d × e. */
  public LinearMap(float @Nullable [] center, FloatMatrix matrix) {
    if (center != null && center.length != matrix.rows()) {
      throw new IllegalArgumentException("a centre of " + center.length + " for " + matrix);
    }
    this.center = center == null ? null : center.clone();
    this.matrix = matrix;
  }

  @Override
  public FloatMatrix apply(FloatMatrix rows) {
    FloatMatrix mapped = FloatMatrix.zeros(rows.rows(), matrix.columns());
    FloatMatrix transposed = LinearAlgebra.transpose(matrix);
    for (int from = 0; from < rows.rows(); from += ROWS_AT_ONCE) {
      int to = (int) Math.min(rows.rows(), from + (long) ROWS_AT_ONCE);
      FloatMatrix block = rows.slice(from, to);
      LinearAlgebra.multiplyTransposed(
          center == null ? block : Centering.centered(block, center),
          transposed,
          mapped.slice(from, to));
    }
    return UnitRows.scale(mapped);
  }

  @Override
  public FloatMatrix matrix() {
    return matrix;
  }

  /** A copy of c, or null where rows are mapped as they are. */
  public float @Nullable [] center() {
    return center == null ? null : center.clone();
  }
}
