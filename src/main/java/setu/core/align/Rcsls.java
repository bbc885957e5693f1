package setu.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Svd;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Relaxed CSLS (Joulin et al. 2018): from a Procrustes start, gradient steps on
 *
 * <pre>{@code
 * 1/n Σᵢ [ −2·xᵢW·zᵢ + 1/k Σ_{z ∈ N(xᵢW)} xᵢW·z + 1/k Σ_{xW ∈ N(zᵢ)} xW·zᵢ ]
 * }</pre>
 *
 * with N the k nearest rows of the whole other space. The spectral variant keeps W in the convex
 * hull of the orthogonal matrices: singular values of at most 1.
 */
public final class Rcsls implements Aligner {
  private final boolean spectral;
  private final Options options;
  private final NeighborSearch search;

  /**
   * What the authors' program sets.
   *
   * @param iterations as that program counts: one step more is done, at least 1
   * @param step of the gradient, above 0
   * @param leastStep where halving ends the run, above 0
   * @param neighborhood k, at least 1
   */
  public record Options(int iterations, double step, double leastStep, int neighborhood) {
    /** As in the authors' program. */
    public static final Options DEFAULT = new Options(10, 1, 1e-4, 10);

    /** Checks the ranges. */
    public Options {
      Preconditions.atLeastOne("iterations", iterations);
      Preconditions.within("step", step, Double.MIN_NORMAL, Double.MAX_VALUE);
      Preconditions.within("leastStep", leastStep, Double.MIN_NORMAL, Double.MAX_VALUE);
      Preconditions.atLeastOne("neighborhood", neighborhood);
    }
  }

  /** With these options, looking neighbours up with {@code search}. */
  public Rcsls(boolean spectral, Options options, NeighborSearch search) {
    this.spectral = spectral;
    this.options = options;
    this.search = search;
  }

  @Override
  public String name() {
    return spectral ? "rcsls-spectral" : "rcsls";
  }

  @Override
  public Record options() {
    return options;
  }

  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    Preconditions.requireAnchors(anchors);
    Objective objective = new Objective(source, target, anchors);
    DoubleMatrix mapping = LinearAlgebra.orthogonalPolarFactor(objective.covariance);
    DoubleMatrix best = mapping;
    DoubleMatrix bestGradient = mapping;
    double least = Double.POSITIVE_INFINITY;
    double step = options.step();
    List<Double> losses = new ArrayList<>();
    progress.begin(Phase.ALIGN, options.iterations() + 1L);
    for (int i = 0; i <= options.iterations() && step >= options.leastStep(); i++) {
      if (cancellation.isCancelled()) {
        return alignment(best, false, losses);
      }
      double loss = objective.at(mapping);
      losses.add(loss);
      progress.reached(loss);
      progress.advance(1);
      if (loss > least) {
        step /= 2;
      } else {
        least = loss;
        best = mapping;
        bestGradient = objective.gradient;
      }
      mapping = projected(best.plus(bestGradient.times(-step)));
    }
    return alignment(mapping, true, losses);
  }

  private Alignment alignment(DoubleMatrix mapping, boolean complete, List<Double> losses) {
    return new Alignment(
        name(), new LinearMap(mapping.toFloat()), null, new AlignmentRun(complete, losses, null));
  }

  private DoubleMatrix projected(DoubleMatrix mapping) {
    if (!spectral) {
      return mapping;
    }
    Svd svd = LinearAlgebra.svd(mapping);
    DoubleMatrix clipped = svd.u();
    for (int k = 0; k < clipped.columns(); k++) {
      double factor = Math.min(1, svd.value(k));
      for (int i = 0; i < clipped.rows(); i++) {
        clipped.set(i, k, clipped.get(i, k) * factor);
      }
    }
    return clipped.times(svd.vt());
  }

  /** The loss and its gradient. */
  private final class Objective {
    private final int pairs;
    private final DoubleMatrix covariance;
    private final Side forward;
    private final Side backward;
    private DoubleMatrix gradient = DoubleMatrix.zeros(0, 0);

    Objective(FloatMatrix source, FloatMatrix target, ResolvedAnchors anchors) {
      int[] sources = anchors.sourceRowArray();
      int[] targets = anchors.targetRowArray();
      pairs = sources.length;
      covariance = LinearAlgebra.crossCovariance(source, sources, target, targets);
      forward = new Side(source, sources, target);
      backward = new Side(target, targets, source);
    }

    double at(DoubleMatrix mapping) {
      // xW·z = x·(zWᵀ): neither space is mapped, both stay prepared.
      double nearForward = forward.nearest(mapping);
      double nearBackward = backward.nearest(mapping.transpose());
      gradient =
          covariance
              .times(-2)
              .plus(LinearAlgebra.crossCovariance(forward.rows, forward.means))
              .plus(LinearAlgebra.crossCovariance(backward.means, backward.rows))
              .times(1.0 / pairs);
      return (-2 * covariance.dot(mapping) + nearForward + nearBackward) / pairs;
    }
  }

  /** The distinct anchor words of one side, and what is nearest to them on the other. */
  private final class Side {
    private final FloatMatrix rows;
    private final int[] counts;
    private final FloatMatrix others;
    private final PreparedBase base;

    /** For every word the mean of its nearest rows, times the number of its anchors. */
    private final FloatMatrix means;

    Side(FloatMatrix space, int[] anchorRows, FloatMatrix others) {
      int[] distinct = Arrays.stream(anchorRows).sorted().distinct().toArray();
      counts = new int[distinct.length];
      for (int row : anchorRows) {
        counts[Arrays.binarySearch(distinct, row)]++;
      }
      rows = space.gather(distinct);
      this.others = others;
      base = search.prepare(others);
      means = FloatMatrix.zeros(distinct.length, others.columns());
    }

    /** Finds neighbours under a mapping of these rows; returns Σ of the mean products. */
    double nearest(DoubleMatrix mapping) {
      Neighbors near =
          search.search(
              LinearAlgebra.multiply(rows, mapping.toFloat()),
              base,
              options.neighborhood(),
              Progress.NONE,
              Cancellation.none());
      VectorKernel kernel = VectorKernel.best();
      float[] row = new float[others.columns()];
      float[] mean = new float[others.columns()];
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        Arrays.fill(mean, 0);
        int found = 0;
        while (found < near.k() && near.index(i, found) >= 0) {
          others.getRow(near.index(i, found++), row);
          kernel.axpy(1, row, 0, mean, 0, mean.length);
        }
        kernel.scale((float) counts[i] / Math.max(1, found), mean, 0, mean.length);
        means.setRow(i, mean);
        double score = near.meanScore(i, found);
        sum += found == 0 ? 0 : counts[i] * score;
      }
      return sum;
    }
  }
}
