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
 * Adversarial training (Conneau et al. 2018): a {@link Discriminator} learns to tell mapped source
 * rows from target rows, W learns to deceive it and is drawn back to the orthogonal matrices; then
 * refinement.
 *
 * <p>The W with the best mean-cosine criterion of all epochs is refined.
 */
public final class Adversarial implements Aligner {
  private final Options options;
  private final NeighborSearch search;

  /**
   * The settings.
   *
   * @param epochs at least 1
   * @param stepsPerEpoch mapping steps of an epoch, at least 1
   * @param discriminatorSteps steps of the discriminator before each of them, at least 1
   * @param batch rows of each side in a step, at least 1
   * @param hidden units of either hidden layer, at least 1
   * @param vocabulary how many of the most frequent words batches come from, at least 1
   * @param rate of both, above 0
   * @param decay of the rate after each epoch, above 0 to 1
   * @param smoothing of the labels, 0 to below 0.5
   * @param dropout of the discriminator's input, 0 to below 1
   * @param beta of the step towards orthogonality, 0 to 1
   * @param seed of batches, weights and dropout
   */
  public record Options(
      int epochs,
      int stepsPerEpoch,
      int discriminatorSteps,
      int batch,
      int hidden,
      int vocabulary,
      double rate,
      double decay,
      double smoothing,
      double dropout,
      double beta,
      long seed) {
    /** A smaller discriminator and fewer steps than in the paper, as the decision record says. */
    public static final Options DEFAULT =
        new Options(5, 1_000, 5, 32, 256, 75_000, 0.1, 0.98, 0.1, 0.1, 0.001, Aligners.SEED);

    /** Checks the ranges. */
    public Options {
      Preconditions.atLeastOne("epochs", epochs);
      Preconditions.atLeastOne("stepsPerEpoch", stepsPerEpoch);
      Preconditions.atLeastOne("discriminatorSteps", discriminatorSteps);
      Preconditions.atLeastOne("batch", batch);
      Preconditions.atLeastOne("hidden", hidden);
      Preconditions.atLeastOne("vocabulary", vocabulary);
      Preconditions.within("rate", rate, Double.MIN_NORMAL, Double.MAX_VALUE);
      Preconditions.within("decay", decay, Double.MIN_NORMAL, 1);
      Preconditions.within("smoothing", smoothing, 0, Math.nextDown(0.5));
      Preconditions.within("dropout", dropout, 0, Math.nextDown(1.0));
      Preconditions.within("beta", beta, 0, 1);
    }
  }

  /** With these options, looking neighbours up with {@code search}. */
  public Adversarial(Options options, NeighborSearch search) {
    this.options = options;
    this.search = search;
  }

  @Override
  public String name() {
    return "adversarial";
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
    int d = source.columns();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(options.seed());
    Discriminator discriminator = new Discriminator(d, options.hidden(), options.dropout(), random);
    DoubleMatrix mapping = DoubleMatrix.identity(d);
    DoubleMatrix best = mapping;
    double bestCriterion = Double.NEGATIVE_INFINITY;
    double rate = options.rate();
    List<Double> losses = new ArrayList<>();
    progress.begin(Phase.ALIGN, (long) options.epochs() * options.stepsPerEpoch());
    for (int epoch = 0; epoch < options.epochs() && !cancellation.isCancelled(); epoch++) {
      double loss = 0;
      for (int step = 0; step < options.stepsPerEpoch(); step++) {
        if (cancellation.isCancelled()) {
          break;
        }
        for (int k = 0; k < options.discriminatorSteps(); k++) {
          FloatMatrix x = batch(source, random);
          FloatMatrix z = batch(target, random);
          loss += discriminator.learn(mapped(x, mapping), z, options.smoothing(), rate);
        }
        FloatMatrix x = batch(source, random);
        FloatMatrix z = batch(target, random);
        FloatMatrix gradient =
            discriminator.deceivingGradient(mapped(x, mapping), z, options.smoothing());
        mapping =
            towardsOrthogonal(
                mapping.plus(LinearAlgebra.crossCovariance(x, gradient).times(-rate)));
        progress.advance(1);
      }
      rate *= options.decay();
      double criterion = UnsupervisedEnd.criterion(source, target, mapping.toFloat(), search);
      losses.add(loss / ((double) options.stepsPerEpoch() * options.discriminatorSteps()));
      progress.reached(losses.getLast());
      if (criterion > bestCriterion) {
        bestCriterion = criterion;
        best = mapping;
      }
    }
    FloatMatrix start = LinearAlgebra.orthogonalPolarFactor(best).toFloat();
    return UnsupervisedEnd.refined(
        name(), source, target, anchors, start, losses, search, progress, cancellation);
  }

  private FloatMatrix batch(FloatMatrix space, RandomGenerator random) {
    int most = Math.min(options.vocabulary(), space.rows());
    return space.gather(random.ints(options.batch(), 0, most).toArray());
  }

  private static FloatMatrix mapped(FloatMatrix x, DoubleMatrix mapping) {
    return LinearAlgebra.multiply(x, mapping.toFloat());
  }

  /** {@code (1 + β)W − β(WWᵀ)W}. */
  private DoubleMatrix towardsOrthogonal(DoubleMatrix w) {
    return w.times(1 + options.beta()).plus(w.times(w.transpose()).times(w).times(-options.beta()));
  }
}
