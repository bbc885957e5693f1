package setu.core.align;

import setu.core.math.DoubleMatrix;

/**
 * Entropic optimal transport between two uniform distributions over n points (Cuturi 2013): the
 * plan P ≥ 0 with rows and columns of sum 1 that minimises {@code Σ P·C + ε Σ P·log P}.
 */
final class Sinkhorn {
  private static final double CLOSE = 1e-4;

  private Sinkhorn() {}

  /**
   * The plan of a square cost matrix C, n × n.
   *
   * @param epsilon ε, above 0, as a part of the mean distance of the costs from the least of their
   *     row
   * @param iterations the most there may be
   */
  static DoubleMatrix plan(DoubleMatrix cost, double epsilon, int iterations) {
    int n = cost.rows();
    double[] least = new double[n];
    double spread = 0;
    for (int i = 0; i < n; i++) {
      least[i] = Double.POSITIVE_INFINITY;
      double sum = 0;
      for (int j = 0; j < n; j++) {
        least[i] = Math.min(least[i], cost.get(i, j));
        sum += cost.get(i, j);
      }
      spread += (sum / n - least[i]) / n;
    }
    double scale = 1 / (epsilon * Math.max(spread, Double.MIN_NORMAL));
    DoubleMatrix plan = DoubleMatrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        // A row may be scaled as it likes: the first pass undoes it.
        plan.set(i, j, Math.exp(-scale * (cost.get(i, j) - least[i])) + 1e-300);
      }
    }
    double[] columns = new double[n];
    double[] factors = new double[n];
    java.util.Arrays.fill(factors, 1);
    for (int iteration = 0; iteration < iterations; iteration++) {
      java.util.Arrays.fill(columns, 0);
      for (int i = 0; i < n; i++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += plan.get(i, j) * factors[j];
        }
        for (int j = 0; j < n; j++) {
          double value = plan.get(i, j) * factors[j] / sum;
          plan.set(i, j, value);
          columns[j] += value;
        }
      }
      double off = 0;
      for (int j = 0; j < n; j++) {
        factors[j] = 1 / columns[j];
        off = Math.max(off, Math.abs(columns[j] - 1));
      }
      if (off < CLOSE) {
        break;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        plan.set(i, j, plan.get(i, j) * factors[j]);
      }
    }
    return plan;
  }
}
