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
}
