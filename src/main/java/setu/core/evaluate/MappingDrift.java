package setu.core.evaluate;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.VectorKernel;

/**
 * What a change of the mapping from W₀ to W does to every cosine, in few dimensions: {@code x(W −
 * W₀)zᵀ ≈ (xA)·(zV)}, never off by more than {@link #residual} for unit rows.
 *
 * <p>An edit changes XᵀZ by rank one. The singular values of its effect on the orthogonal W fall so
 * fast that 32 directions carry a handful of edits (a rank-two matrix divided entry by entry by σᵢ
 * + σⱼ). V is found by random projection with one power step (Halko, Martinsson and Tropp 2011),
 * and what it leaves is measured, not estimated.
 */
final class MappingDrift {
  /** Directions tried, until the residual is small beside the gaps between neighbours. */
  private static final int[] DIRECTIONS = {32, 64, 128};

  private static final double NEGLIGIBLE = 3e-4;
  private static final long SEED = 42;

  private final FloatMatrix source;
  private final FloatMatrix target;
  private final FloatMatrix turned;
  private final float residual;

  private MappingDrift(FloatMatrix source, FloatMatrix target, FloatMatrix turned, float residual) {
    this.source = source;
    this.target = target;
    this.turned = turned;
    this.residual = residual;
  }

  /**
   * From W₀ to W, both d × d.
   *
   * @param x source rows of unit length before the mapping, n × d
   * @param z target rows of unit length, m × d
   */
  static MappingDrift between(FloatMatrix w0, FloatMatrix w, FloatMatrix x, FloatMatrix z) {
    int d = w.rows();
    DoubleMatrix change = DoubleMatrix.zeros(d, w.columns());
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < w.columns(); j++) {
        change.set(i, j, (double) w.get(i, j) - w0.get(i, j));
      }
    }
    DoubleMatrix v = DoubleMatrix.zeros(w.columns(), 0);
    DoubleMatrix a = DoubleMatrix.zeros(d, 0);
    double residual = Double.POSITIVE_INFINITY;
    for (int directions : DIRECTIONS) {
      if (residual > NEGLIGIBLE) {
        v = rowSpace(change, Math.min(directions, w.columns()));
        a = LinearAlgebra.multiply(change, v);
        residual = rest(change, a, v);
      }
    }
    DoubleMatrix q = a.copy();
    orthonormalise(q);
    FloatMatrix target = LinearAlgebra.multiply(z, v.toFloat());
    DoubleMatrix r = LinearAlgebra.multiply(q.transpose(), a);
    return new MappingDrift(
        LinearAlgebra.multiply(x, a.toFloat()),
        target,
        LinearAlgebra.multiply(target, r.transpose().toFloat()),
        (float) residual);
  }

  /** An orthonormal basis, d × r, of nearly all that the rows of {@code change} span. */
  private static DoubleMatrix rowSpace(DoubleMatrix change, int directions) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    DoubleMatrix probe = DoubleMatrix.zeros(change.columns(), directions);
    for (int i = 0; i < probe.rows(); i++) {
      for (int j = 0; j < directions; j++) {
        probe.set(i, j, random.nextGaussian());
      }
    }
    DoubleMatrix basis =
        LinearAlgebra.multiply(change.transpose(), LinearAlgebra.multiply(change, probe));
    orthonormalise(basis);
    return basis;
  }

  /** Modified Gram–Schmidt, twice; a column that others span becomes zero. */
  private static void orthonormalise(DoubleMatrix columns) {
    int n = columns.rows();
    double[][] done = new double[columns.columns()][n];
    for (int j = 0; j < done.length; j++) {
      double[] column = done[j];
      for (int i = 0; i < n; i++) {
        column[i] = columns.get(i, j);
      }
      double before = Math.sqrt(product(column, column));
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < j; other++) {
          double share = product(done[other], column);
          for (int i = 0; i < n; i++) {
            column[i] -= share * done[other][i];
          }
        }
      }
      double length = Math.sqrt(product(column, column));
      double scale = length > 1e-12 * before ? 1 / length : 0;
      for (int i = 0; i < n; i++) {
        column[i] *= scale;
        columns.set(i, j, column[i]);
      }
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  /** The Frobenius norm of {@code change − a·vᵀ}, which no unit rows can exceed. */
  private static double rest(DoubleMatrix change, DoubleMatrix a, DoubleMatrix v) {
    DoubleMatrix carried = LinearAlgebra.multiply(a, v.transpose());
    double squares = 0;
    for (int i = 0; i < change.rows(); i++) {
      for (int j = 0; j < change.columns(); j++) {
        double left = change.get(i, j) - carried.get(i, j);
        squares += left * left;
      }
    }
    return Math.sqrt(squares);
  }

  /** {@code xA}, n × r: its products with rows of {@link #target} are the changes of cosines. */
  FloatMatrix source() {
    return source;
  }

  /** {@code zV}, m × r. */
  FloatMatrix target() {
    return target;
  }

  /** The most that a change of a cosine is off. */
  float residual() {
    return residual;
  }

  /** The most that any cosine of a source row has changed: {@code ‖xᵢ(W − W₀)‖}. */
  float ofSource(int row) {
    return norm(source, row) + residual;
  }

  /** The most that any cosine of a target row has changed: {@code ‖zⱼ(W − W₀)ᵀ‖}. */
  float ofTarget(int row) {
    return norm(turned, row) + residual;
  }

  private static float norm(FloatMatrix rows, int row) {
    return VectorKernel.best().rowNorm(rows, row);
  }
}
