package setu.core.math;

/**
 * The eigenpairs of a symmetric n × n matrix, {@code A = Q · diag(λ) · Qᵀ}.
 *
 * @param values n × 1, largest first
 * @param vectors n × n; row i is the unit eigenvector of value i (this is Qᵀ)
 */
public record SymmetricEigen(DoubleMatrix values, DoubleMatrix vectors) {
  /** The eigenvalue at {@code rank}, from 0. */
  public double value(int rank) {
    return values.get(rank, 0);
  }

  /**
   * {@code A^p = Q · diag(λ^p) · Qᵀ}, n × n; for p &lt; 0 a pseudo-inverse.
   *
   * @param tolerance directions with an eigenvalue of at most this part of the largest are left out
   */
  public DoubleMatrix power(double p, double tolerance) {
    DoubleMatrix scaled = vectors.copy();
    double negligible = value(0) * tolerance;
    for (int k = 0; k < scaled.rows(); k++) {
      double factor = value(k) > negligible ? Math.pow(value(k), p) : 0;
      for (int j = 0; j < scaled.columns(); j++) {
        scaled.set(k, j, scaled.get(k, j) * factor);
      }
    }
    return vectors.transpose().times(scaled);
  }
}
