package setu.core.align;

import org.jspecify.annotations.Nullable;
import setu.core.math.DoubleMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Svd;

/**
 * {@code U·Vᵀ} of one d × d matrix {@code M = UΣVᵀ} after another, each started from the last: rows
 * of {@code U₀ᵀM} are all but orthogonal when M has hardly changed, and few rotations are left. Not
 * thread-safe.
 */
final class FollowingPolarFactor {
  private @Nullable DoubleMatrix lastU;

  DoubleMatrix of(DoubleMatrix matrix) {
    DoubleMatrix start = lastU == null ? DoubleMatrix.identity(matrix.rows()) : lastU;
    Svd svd = LinearAlgebra.svd(start.transpose().times(matrix));
    DoubleMatrix u = start.times(svd.u());
    lastU = u;
    return u.times(svd.vt());
  }
}
