package setu.core.evaluate;

import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.SymmetricEigen;

/** The singular values of a space's rows (n × d), and what is read from them. */
public final class SingularValues {
  private final double[] sigma;

  /** Of unit rows. */
  public SingularValues(FloatMatrix rows) {
    SymmetricEigen eigen = LinearAlgebra.symmetricEigen(LinearAlgebra.crossCovariance(rows, rows));
    sigma = new double[rows.columns()];
    for (int i = 0; i < sigma.length; i++) {
      sigma[i] = Math.sqrt(Math.max(0, eigen.value(i)));
    }
  }

  SingularValues(double[] sigma) {
    this.sigma = sigma.clone();
  }

  /** σ, largest first: a copy. */
  public double[] values() {
    return sigma.clone();
  }

  /** The effective rank (Roy and Vetterli 2007): exp of the entropy of σ over its sum. */
  public double effectiveRank() {
    double total = 0;
    for (double value : sigma) {
      total += value;
    }
    double entropy = 0;
    for (double value : sigma) {
      double share = value / total;
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    return Math.exp(entropy);
  }

  /** The effective condition number (Dubossarsky et al. 2020): σ₁ over σ at the effective rank. */
  public double conditionNumber() {
    // Rounding must not push an even spectrum below its own rank.
    int rank = Math.clamp((int) Math.floor(effectiveRank() + 1e-9), 1, sigma.length);
    return sigma[0] / sigma[rank - 1];
  }

  /**
   * The singular value gap (Dubossarsky et al. 2020): {@code Σ (log σᵢ − log σ′ᵢ)²} over the values
   * both have, each spectrum over its own sum, so that the number of rows does not count.
   */
  public double gap(SingularValues other) {
    double mine = java.util.Arrays.stream(sigma).sum();
    double its = java.util.Arrays.stream(other.sigma).sum();
    double gap = 0;
    for (int i = 0; i < Math.min(sigma.length, other.sigma.length); i++) {
      if (sigma[i] > 0 && other.sigma[i] > 0) {
        double off = Math.log(sigma[i] / mine) - Math.log(other.sigma[i] / its);
        gap += off * off;
      }
    }
    return gap;
  }
}
