package setu.core.align;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Wasserstein–Procrustes (Grave, Joulin and Berthet 2019): without a dictionary, optimal transport
 * between the mapped source words and the target words and an orthogonal W in turn.
 *
 * <p>It starts from the convex relaxation of the matching of {@code XXᵀ} with {@code ZZᵀ}
 * (Frank–Wolfe), goes on with random batches of words that double in size each epoch, and ends with
 * refinement.
 */
public final class WassersteinProcrustes implements Aligner {
  private final Options options;
  private final NeighborSearch search;

  /**
   * The settings.
   *
   * @param initialWords words of the convex relaxation, at least 2
   * @param initialSteps Frank–Wolfe steps, at least 1
   * @param vocabulary how many of the most frequent words of each side batches come from, at least
   *     2
   * @param batch words of the first epoch's batches, at least 2
   * @param epochs at least 1
   * @param stepsPerEpoch at least 1; halved each epoch as batches double
   * @param epsilon of the transport's entropy, above 0
   * @param seed of the batches
   */
  public record Options(
      int initialWords,
      int initialSteps,
      int vocabulary,
      int batch,
      int epochs,
      int stepsPerEpoch,
      double epsilon,
      long seed) {
    /** Fewer and smaller batches than in the paper, as the decision record says. */
    public static final Options DEFAULT =
        new Options(1_000, 30, 10_000, 300, 3, 60, 0.05, Aligners.SEED);

    /** Checks the ranges. */
    public Options {
      Preconditions.within("initialWords", initialWords, 2, Integer.MAX_VALUE);
      Preconditions.atLeastOne("initialSteps", initialSteps);
      Preconditions.within("vocabulary", vocabulary, 2, Integer.MAX_VALUE);
      Preconditions.within("batch", batch, 2, Integer.MAX_VALUE);
      Preconditions.atLeastOne("epochs", epochs);
      Preconditions.atLeastOne("stepsPerEpoch", stepsPerEpoch);
      Preconditions.within("epsilon", epsilon, Double.MIN_NORMAL, Double.MAX_VALUE);
    }
  }

  /** With these options, looking neighbours up with {@code search}. */
  public WassersteinProcrustes(Options options, NeighborSearch search) {
    this.options = options;
    this.search = search;
  }

  @Override
  public String name() {
    return "wasserstein-procrustes";
  }

  @Override
  public Record options() {
    return options;
  }

  @Override
  public Supervision supervision() {
    return Supervision.NONE;
  }

  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    progress.begin(Phase.ALIGN, 0);
    List<Double> losses = new ArrayList<>();
    DoubleMatrix mapping = start(source, target, progress, cancellation);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed());
    int most = Math.min(options.vocabulary(), Math.min(source.rows(), target.rows()));
    for (int epoch = 0; epoch < options.epochs(); epoch++) {
      int batch = Math.min(most, options.batch() << Math.min(epoch, 8));
      int steps = Math.max(1, options.stepsPerEpoch() >> epoch);
      // The mean of the steps' covariances: a step alone knows only its batch.
      DoubleMatrix covariance = mapping.times(batch / 2.0);
      for (int step = 0; step < steps && !cancellation.isCancelled(); step++) {
        FloatMatrix x = source.gather(random.ints(batch, 0, most).toArray());
        FloatMatrix z = target.gather(random.ints(batch, 0, most).toArray());
        DoubleMatrix similarity =
            DoubleMatrix.of(
                LinearAlgebra.multiplyTransposed(LinearAlgebra.multiply(x, mapping.toFloat()), z));
        DoubleMatrix plan = Sinkhorn.plan(similarity.times(-1), options.epsilon(), 100);
        double loss = 2 - 2 * plan.dot(similarity) / batch;
        losses.add(loss);
        progress.reached(loss);
        progress.advance(1);
        FloatMatrix transported = plan.times(DoubleMatrix.of(z)).toFloat();
        covariance = covariance.times(0.9).plus(LinearAlgebra.crossCovariance(x, transported));
        mapping = LinearAlgebra.orthogonalPolarFactor(covariance);
      }
    }
    return UnsupervisedEnd.refined(
        name(), source, target, anchors, mapping.toFloat(), losses, search, progress, cancellation);
  }

  /** The convex relaxation: P minimises {@code ‖(XXᵀ)P − P(ZZᵀ)‖}; then Procrustes of P. */
  private DoubleMatrix start(
      FloatMatrix source, FloatMatrix target, Progress progress, Cancellation cancellation) {
    int n = Math.min(options.initialWords(), Math.min(source.rows(), target.rows()));
    FloatMatrix x = source.slice(0, n);
    FloatMatrix z = target.slice(0, n);
    DoubleMatrix kernelX = gram(x);
    DoubleMatrix kernelZ = gram(z);
    DoubleMatrix squareX = kernelX.times(kernelX);
    DoubleMatrix squareZ = kernelZ.times(kernelZ);
    DoubleMatrix plan = DoubleMatrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        plan.set(i, j, 1.0 / n);
      }
    }
    for (int step = 1; step <= options.initialSteps() && !cancellation.isCancelled(); step++) {
      DoubleMatrix gradient =
          squareX
              .times(plan)
              .plus(plan.times(squareZ))
              .plus(kernelX.times(plan).times(kernelZ).times(-2));
      DoubleMatrix towards = Sinkhorn.plan(gradient, options.epsilon(), 100);
      double share = 2.0 / (2 + step);
      plan = plan.times(1 - share).plus(towards.times(share));
      progress.advance(1);
    }
    FloatMatrix transported = plan.times(DoubleMatrix.of(z)).toFloat();
    return LinearAlgebra.orthogonalPolarFactor(LinearAlgebra.crossCovariance(x, transported));
  }

  /** {@code XXᵀ} of norm 1. */
  private static DoubleMatrix gram(FloatMatrix x) {
    DoubleMatrix gram = DoubleMatrix.of(LinearAlgebra.multiplyTransposed(x, x));
    return gram.times(1 / Math.max(Double.MIN_NORMAL, gram.norm()));
  }
}
