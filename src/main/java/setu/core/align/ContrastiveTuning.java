package setu.core.align;

import java.util.Arrays;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;

/**
 * Gradient steps on the InfoNCE loss of Li et al. 2022 over linear maps W of both sides:
 *
 * <pre>{@code
 * −1/|D| Σ_{(i,t)∈D} log( e(i,t) / ( e(i,t) + Σ_{j∈N(i)} e(i,j) + Σ_{m∈M(t)} e(m,t) ) ),
 * e(i,t) = exp(cos(xᵢWx, zₜWz) / τ)
 * }</pre>
 *
 * with N(i) and M(t) hard negatives: near words that are no translations. Results do not depend on
 * the number of threads.
 */
final class ContrastiveTuning {
  private static final int ROWS_AT_ONCE = 256;

  private final VectorKernel kernel = VectorKernel.best();
  private final double temperature;
  private final Side source;
  private final Side target;

  /** Pairs of words compared: source (compact), target (compact). The first {@code pairs} are D. */
  private final int[] edgeSource;

  private final int[] edgeTarget;
  private final int pairs;

  /** Edges before this index, from {@code pairs}, are (i, N(i)); those after it (M(t), t). */
  private final int forwardEnd;

  private final float[] exponentials;
  private final float[] factors;

  /**
   * At W = I.
   *
   * @param x source rows that take part, a × d
   * @param z target rows that take part, b × d
   * @param edgeSource rows of x; first those of D, then those of (i, N(i)), then of (M(t), t)
   * @param edgeTarget rows of z, likewise
   * @param pairs |D|
   * @param forwardEnd where the edges (M(t), t) begin
   */
  ContrastiveTuning(
      FloatMatrix x,
      FloatMatrix z,
      int[] edgeSource,
      int[] edgeTarget,
      int pairs,
      int forwardEnd,
      double temperature) {
    this.edgeSource = edgeSource;
    this.edgeTarget = edgeTarget;
    this.pairs = pairs;
    this.forwardEnd = forwardEnd;
    this.temperature = temperature;
    source = new Side(x, edgeSource);
    target = new Side(z, edgeTarget);
    exponentials = new float[edgeSource.length];
    factors = new float[edgeSource.length];
  }

  /** Wx, d × d. */
  DoubleMatrix sourceMap() {
    return source.map;
  }

  /** Wz, d × d. */
  DoubleMatrix targetMap() {
    return target.map;
  }

  /** One step of both maps against the gradient; returns the loss before it. */
  double step(double rate) {
    source.apply();
    target.apply();
    int d = source.dimensions;
    inParts(
        edgeSource.length,
        e -> {
          float cosine =
              kernel.dot(source.unit, edgeSource[e] * d, target.unit, edgeTarget[e] * d, d);
          exponentials[e] = (float) Math.exp(cosine / temperature);
        });
    double loss = weigh();
    source.descend(target, edgeTarget, rate);
    target.descend(source, edgeSource, rate);
    return loss;
  }

  /** The loss, and for every edge the derivative of the loss by its cosine. */
  private double weigh() {
    double[] near = new double[source.rows.rows()];
    double[] nearBack = new double[target.rows.rows()];
    for (int e = pairs; e < forwardEnd; e++) {
      near[edgeSource[e]] += exponentials[e];
    }
    for (int e = forwardEnd; e < exponentials.length; e++) {
      nearBack[edgeTarget[e]] += exponentials[e];
    }
    double[] share = new double[near.length];
    double[] shareBack = new double[nearBack.length];
    double scale = 1 / (temperature * pairs);
    double loss = 0;
    for (int e = 0; e < pairs; e++) {
      double all = exponentials[e] + near[edgeSource[e]] + nearBack[edgeTarget[e]];
      share[edgeSource[e]] += 1 / all;
      shareBack[edgeTarget[e]] += 1 / all;
      factors[e] = (float) (scale * (exponentials[e] / all - 1));
      loss -= Math.log(exponentials[e] / all);
    }
    for (int e = pairs; e < forwardEnd; e++) {
      factors[e] = (float) (scale * exponentials[e] * share[edgeSource[e]]);
    }
    for (int e = forwardEnd; e < factors.length; e++) {
      factors[e] = (float) (scale * exponentials[e] * shareBack[edgeTarget[e]]);
    }
    return loss / pairs;
  }

  private interface Piece {
    void at(int index);
  }

  private static void inParts(int size, Piece piece) {
    Parallel.forEach(
        Math.ceilDiv(size, ROWS_AT_ONCE),
        Parallel.processors(),
        part -> {
          int to = Math.min(size, (part + 1) * ROWS_AT_ONCE);
          for (int i = part * ROWS_AT_ONCE; i < to; i++) {
            piece.at(i);
          }
        });
  }

  /** One side: its rows, its map, and which edges touch each row. */
  private final class Side {
    private final FloatMatrix rows;
    private final int dimensions;
    private final int[] firstEdge;
    private final int[] edges;
    private final float[] unit;
    private final float[] norms;
    private DoubleMatrix map;

    Side(FloatMatrix rows, int[] ends) {
      this.rows = rows;
      dimensions = rows.columns();
      map = DoubleMatrix.identity(dimensions);
      unit = new float[Math.multiplyExact(rows.rows(), dimensions)];
      norms = new float[rows.rows()];
      firstEdge = new int[rows.rows() + 1];
      for (int end : ends) {
        firstEdge[end + 1]++;
      }
      for (int i = 0; i < rows.rows(); i++) {
        firstEdge[i + 1] += firstEdge[i];
      }
      int[] next = Arrays.copyOf(firstEdge, rows.rows());
      edges = new int[ends.length];
      for (int e = 0; e < ends.length; e++) {
        edges[next[ends[e]]++] = e;
      }
    }

    /** Rows through the map, brought to unit length. */
    void apply() {
      FloatMatrix mapped = LinearAlgebra.multiply(rows, map.toFloat());
      inParts(
          rows.rows(),
          i -> {
            float[] row = mapped.row(i);
            norms[i] = Math.max(1e-12f, kernel.norm(row, 0, row.length));
            kernel.scale(1 / norms[i], row, 0, row.length);
            System.arraycopy(row, 0, unit, i * dimensions, dimensions);
          });
    }

    /**
     * {@code W −= rate · XᵀG}, G the derivative by the rows before they were brought to length 1.
     */
    void descend(Side other, int[] otherEnds, double rate) {
      FloatMatrix gradient = FloatMatrix.zeros(rows.rows(), dimensions);
      inParts(
          rows.rows(),
          i -> {
            float[] sum = new float[dimensions];
            for (int at = firstEdge[i]; at < firstEdge[i + 1]; at++) {
              int e = edges[at];
              kernel.axpy(factors[e], other.unit, otherEnds[e] * dimensions, sum, 0, dimensions);
            }
            float along = kernel.dot(sum, 0, unit, i * dimensions, dimensions);
            kernel.axpy(-along, unit, i * dimensions, sum, 0, dimensions);
            kernel.scale(1 / norms[i], sum, 0, dimensions);
            gradient.setRow(i, sum);
          });
      map = map.plus(LinearAlgebra.crossCovariance(rows, gradient).times(-rate));
    }
  }
}
