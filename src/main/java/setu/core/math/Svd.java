package setu.core.math;

/**
 * A thin singular value decomposition {@code M = U · diag(σ) · Vᵀ} of an r × c matrix, with k =
 * min(r, c).
 *
 * @param u r × k, orthonormal columns
 * @param sigma k × 1, the singular values, largest first, none negative
 * @param vt k × c, orthonormal rows: V already transposed
 */
public record Svd(DoubleMatrix u, DoubleMatrix sigma, DoubleMatrix vt) {
  /** The singular value at {@code rank}, from 0. */
  public double value(int rank) {
    return sigma.get(rank, 0);
  }

  /** {@code U · Vᵀ}, r × c: the nearest matrix with orthonormal rows or columns. */
  public DoubleMatrix polarFactor() {
    return u.times(vt);
  }
}
