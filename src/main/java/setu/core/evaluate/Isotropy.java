package setu.core.evaluate;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.SymmetricEigen;
import setu.core.space.Normalization;

/**
 * How evenly the rows of a space (n × d) point in all directions, and what centring and "all but
 * the top" (Mu and Viswanath 2018: the mean and the D = d/100 leading components taken off) do to
 * it.
 */
public final class Isotropy {
  /** Dimensions for one component taken off. */
  private static final int DIMENSIONS_PER_COMPONENT = 100;

  private final FloatMatrix centered;
  private final double[] variances;
  private final DoubleMatrix components;
  private final double meanCosine;

  /** Measures rows, which need not be of unit length. */
  public Isotropy(FloatMatrix rows) {
    FloatMatrix unit = Normalization.UNIT.apply(rows);
    meanCosine = meanCosine(unit);
    centered = Normalization.parse("center").apply(unit);
    SymmetricEigen eigen =
        LinearAlgebra.symmetricEigen(LinearAlgebra.crossCovariance(centered, centered));
    variances = new double[rows.columns()];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = Math.max(0, eigen.value(i)) / Math.max(1, rows.rows() - 1);
    }
    components = eigen.vectors();
  }

  /** Variances along the principal components of the centred unit rows, largest first: a copy. */
  public double[] spectrum() {
    return variances.clone();
  }

  /**
   * The mean cosine of all pairs of different rows, exactly: {@code (‖Σu‖² − n) / (n(n − 1))} of
   * unit rows u.
   */
  public double meanCosine() {
    return meanCosine;
  }

  /** The same after centring. */
  public double meanCosineCentered() {
    return meanCosine(Normalization.UNIT.apply(centered));
  }

  /** How many components "all but the top" takes off: d/100, at least 1. */
  public int removed() {
    return Math.max(1, variances.length / DIMENSIONS_PER_COMPONENT);
  }

  /** The mean cosine after "all but the top". */
  public double meanCosineAllButTheTop() {
    int top = removed();
    FloatMatrix rows = centered.copy();
    float[] row = new float[rows.columns()];
    for (int i = 0; i < rows.rows(); i++) {
      rows.getRow(i, row);
      for (int k = 0; k < top; k++) {
        double dot = 0;
        for (int j = 0; j < row.length; j++) {
          dot += row[j] * components.get(k, j);
        }
        for (int j = 0; j < row.length; j++) {
          row[j] -= (float) (dot * components.get(k, j));
        }
      }
      rows.setRow(i, row);
    }
    return meanCosine(Normalization.UNIT.apply(rows));
  }

  /** IsoScore: 1 where every direction varies alike, 0 where one alone does. */
  public double isoScore() {
    return isoScore(variances);
  }

  /** IsoScore of the dimensions that are left after "all but the top". */
  public double isoScoreAllButTheTop() {
    return isoScore(java.util.Arrays.copyOfRange(variances, removed(), variances.length));
  }

  /**
   * IsoScore of the variances along the principal components (Rudman et al. 2022, algorithm 1):
   * {@code Σ̂ = √n Σ/‖Σ‖}, {@code δ = ‖Σ̂ − 1‖ / √(2(n − √n))}, {@code φ = (n − δ²(n − √n))² / n²},
   * {@code (nφ − 1) / (n − 1)}.
   */
  static double isoScore(double[] variances) {
    int n = variances.length;
    double norm = 0;
    for (double variance : variances) {
      norm += variance * variance;
    }
    norm = Math.sqrt(norm);
    if (n < 2 || norm == 0) {
      return Double.NaN;
    }
    double defect = 0;
    for (double variance : variances) {
      double off = Math.sqrt(n) * variance / norm - 1;
      defect += off * off;
    }
    double root = n - Math.sqrt(n);
    double squared = defect / (2 * root);
    double used = (n - squared * root) * (n - squared * root) / ((double) n * n);
    return (n * used - 1) / (n - 1);
  }

  private static double meanCosine(FloatMatrix unit) {
    int n = unit.rows();
    if (n < 2) {
      return Double.NaN;
    }
    double[] sum = new double[unit.columns()];
    float[] row = new float[unit.columns()];
    double own = 0;
    for (int i = 0; i < n; i++) {
      unit.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j];
        own += (double) row[j] * row[j];
      }
    }
    double squares = 0;
    for (double value : sum) {
      squares += value * value;
    }
    return (squares - own) / ((double) n * (n - 1));
  }
}
