package setu.core.align;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Parallel;
import setu.core.math.Svd;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Every anchor's source row under the Procrustes mapping of all <em>other</em> anchors, without one
 * decomposition for each.
 *
 * <p>Let {@code XᵀDZ = UΣVᵀ}, D the weights, a = Uᵀx and b = Vᵀz. Without an anchor of weight w the
 * matrix is {@code U S Vᵀ} with {@code S = Σ − w a bᵀ}: the others keep their weights. Its
 * orthogonal polar factor is {@code U (SSᵀ)^(−1/2) S Vᵀ}. So the mapped row is {@code Sᵀ
 * (SSᵀ)^(−1/2) a} in the basis V. Since {@code A^(−1/2) = (2/π) ∫ (t² + A)⁻¹ dt} over t from 0, and
 * {@code SSᵀ} is {@code Σ²} but for a matrix of rank two, every node of the integral is a diagonal
 * and a 2 × 2 system (Woodbury): O(d) for an anchor and a node. With t = eᵘ the trapezoidal rule
 * converges like exp(−π²/h) (compare Hale, Higham and Trefethen 2008).
 *
 * <p>It is no approximation to first order: small singular values would spoil that. Directions that
 * no other anchor spans are left out of the row, since the mapping there is any.
 */
final class LeaveOneOut {
  /** Step of the trapezoidal rule in u = ln t. */
  private static final double STEP = 0.6;

  /** Singular values below this part of the largest count as none. */
  private static final double SMALLEST = 1e-7;

  /** How far past the largest and smallest singular value the nodes go, in u. */
  private static final double ABOVE = 14;

  private static final double BELOW = 2;
  private static final int ANCHORS_AT_ONCE = 64;

  private final int nodes;
  private final double[] squared;
  private final double[] weights;
  private final double[] sigma;

  private LeaveOneOut(double[] sigma) {
    this.sigma = sigma;
    double low = Math.log(sigma[0]) + Math.log(SMALLEST) - BELOW;
    double high = Math.log(sigma[0]) + ABOVE;
    nodes = (int) Math.ceil((high - low) / STEP);
    squared = new double[nodes];
    weights = new double[nodes];
    for (int q = 0; q < nodes; q++) {
      double t = Math.exp(low + q * STEP);
      squared[q] = t * t;
      weights[q] = 2 / Math.PI * STEP * t;
    }
  }

  /**
   * Row i is the source row of anchor i under the mapping of the others, of unit length; an anchor
   * that stands more than once is left out every time.
   *
   * @param source n × d, as solved on
   * @param target m × d, as solved on
   * @param weighting how much each anchor counts
   * @return one row an anchor, × d, in the shared space
   */
  static FloatMatrix rows(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      AnchorWeights weighting,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    Preconditions.requireAnchors(anchors);
    double[] each = weighting.of(anchors);
    Svd svd = LinearAlgebra.svd(Procrustes.covariance(source, target, anchors, each));
    FloatMatrix x = source.gather(anchors.sourceRowArray());
    FloatMatrix z = target.gather(anchors.targetRowArray());
    cancellation.check();
    double[] sigma = new double[x.columns()];
    Arrays.setAll(sigma, svd::value);
    if (!(sigma[0] > 0)) {
      throw Preconditions.noAnchors(anchors.size());
    }
    LeaveOneOut solver = new LeaveOneOut(sigma);
    FloatMatrix a = LinearAlgebra.multiply(x, svd.u().toFloat());
    FloatMatrix b = LinearAlgebra.multiplyTransposed(z, svd.vt().toFloat());
    double[] left = left(anchors, each);
    FloatMatrix rows = FloatMatrix.zeros(x.rows(), x.columns());
    progress.begin(Phase.ALIGN, x.rows());
    Parallel.forEach(
        Math.ceilDiv(x.rows(), ANCHORS_AT_ONCE),
        Parallel.processors(),
        piece -> {
          cancellation.check();
          int from = piece * ANCHORS_AT_ONCE;
          int to = Math.min(x.rows(), from + ANCHORS_AT_ONCE);
          for (int i = from; i < to; i++) {
            rows.setRow(i, solver.row(a.row(i), b.row(i), left[i]));
          }
          progress.advance(to - from);
        });
    return UnitRows.scale(LinearAlgebra.multiply(rows, svd.vt().toFloat()));
  }

  /** The weight that is left out with each anchor: the sum of all that stand on its rows. */
  private static double[] left(ResolvedAnchors anchors, double[] weights) {
    record Rows(int source, int target) {}
    Map<Rows, Double> sums = new HashMap<>();
    for (int i = 0; i < weights.length; i++) {
      Rows rows = new Rows(anchors.sourceRows().get(i), anchors.targetRows().get(i));
      sums.merge(rows, weights[i], Double::sum);
    }
    double[] left = new double[weights.length];
    for (int i = 0; i < left.length; i++) {
      Rows rows = new Rows(anchors.sourceRows().get(i), anchors.targetRows().get(i));
      left[i] = sums.getOrDefault(rows, weights[i]);
    }
    return left;
  }

  /** {@code Sᵀ (SSᵀ)^(−1/2) a} for {@code S = Σ − weight · a bᵀ}. */
  private float[] row(float[] a, float[] b, double weight) {
    int d = sigma.length;
    double[] aa = new double[d];
    double[] ac = new double[d];
    double[] cc = new double[d];
    double[] c = new double[d];
    double bb = 0;
    for (int k = 0; k < d; k++) {
      double bk = weight * b[k];
      c[k] = sigma[k] * bk;
      aa[k] = (double) a[k] * a[k];
      ac[k] = a[k] * c[k];
      cc[k] = c[k] * c[k];
      bb += bk * bk;
    }
    double[] ofA = new double[d];
    double[] ofC = new double[d];
    double[] inverse = new double[d];
    for (int q = 0; q < nodes; q++) {
      double t2 = squared[q];
      double p = 0;
      double s = 0;
      double r = 0;
      for (int k = 0; k < d; k++) {
        double one = 1 / (sigma[k] * sigma[k] + t2);
        inverse[k] = one;
        p += one * aa[k];
        s += one * ac[k];
        r += one * cc[k];
      }
      double determinant = p * (r - bb) - (s - 1) * (s - 1);
      double e1 = ((r - bb) * p - (s - 1) * s) / determinant;
      double e2 = p / determinant;
      double wa = weights[q] * (1 - e1);
      double wc = weights[q] * e2;
      for (int k = 0; k < d; k++) {
        ofA[k] += wa * inverse[k];
        ofC[k] += wc * inverse[k];
      }
    }
    double av = 0;
    double[] v = new double[d];
    for (int k = 0; k < d; k++) {
      v[k] = ofA[k] * a[k] - ofC[k] * c[k];
      av += a[k] * v[k];
    }
    float[] row = new float[d];
    for (int k = 0; k < d; k++) {
      row[k] = (float) (sigma[k] * v[k] - weight * b[k] * av);
    }
    return row;
  }
}
