package setu.core.align;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * VecMap with self-learning (Artetxe, Labaka and Agirre 2018b): an orthogonal mapping and a
 * stochastically induced dictionary in turn, until the mean cosine no longer grows with nothing
 * dropped; then the {@link AdvancedMapping} of the last dictionary.
 *
 * <p>It starts from a dictionary, from words spelled alike, or from the words' distributions of
 * similarities.
 */
public final class VecMapSelfLearning implements Aligner {
  private final Start start;
  private final Options options;
  private final NeighborSearch search;

  /** Where the first dictionary comes from. */
  public enum Start {
    /** A small dictionary: {@code vecmap-semi-supervised}. */
    DICTIONARY("vecmap-semi-supervised", Supervision.DICTIONARY),
    /** Words spelled alike: {@code vecmap-identical}. */
    IDENTICAL_WORDS("vecmap-identical", Supervision.IDENTICAL_WORDS),
    /** Similarity distributions alone: {@code vecmap-unsupervised}. */
    DISTRIBUTIONS("vecmap-unsupervised", Supervision.NONE);

    private final String method;
    private final Supervision supervision;

    Start(String method, Supervision supervision) {
      this.method = method;
      this.supervision = supervision;
    }
  }

  /**
   * The settings of the paper and the authors' program.
   *
   * @param cutoff how many of the most frequent words of each side learn, at least 1
   * @param neighborhood k of r(·) in CSLS, at least 1
   * @param keep the probability at first that a candidate is kept, above 0 to 1
   * @param growth what it is multiplied by when stuck, above 1
   * @param patience iterations without growth that count as stuck, at least 1
   * @param threshold the least growth of the mean cosine, at least 0
   * @param reweight the power of S in the last mapping, 0 to 1
   * @param initialWords words whose similarities start an unsupervised run, at least 1
   * @param iterations the most there may be, at least 1
   * @param seed of what is dropped
   */
  public record Options(
      int cutoff,
      int neighborhood,
      double keep,
      double growth,
      int patience,
      double threshold,
      double reweight,
      int initialWords,
      int iterations,
      long seed) {
    /** As in the paper. */
    public static final Options DEFAULT =
        new Options(20_000, 10, 0.1, 2, 50, 1e-6, 0.5, 4_000, 5_000, Aligners.SEED);

    /** Checks the ranges. */
    public Options {
      Preconditions.atLeastOne("cutoff", cutoff);
      Preconditions.atLeastOne("neighborhood", neighborhood);
      Preconditions.atLeastOne("patience", patience);
      Preconditions.atLeastOne("initialWords", initialWords);
      Preconditions.atLeastOne("iterations", iterations);
      Preconditions.within("keep", keep, Double.MIN_NORMAL, 1);
      Preconditions.within("growth", growth, Math.nextUp(1.0), Double.MAX_VALUE);
      Preconditions.within("threshold", threshold, 0, Double.MAX_VALUE);
      Preconditions.within("reweight", reweight, 0, 1);
    }
  }

  /** From {@code start}, with these options; {@code search} looks at what was reached. */
  public VecMapSelfLearning(Start start, Options options, NeighborSearch search) {
    this.start = start;
    this.options = options;
    this.search = search;
  }

  @Override
  public String name() {
    return start.method;
  }

  @Override
  public Record options() {
    return options;
  }

  @Override
  public Supervision supervision() {
    return start.supervision;
  }

  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    if (start != Start.DISTRIBUTIONS) {
      Preconditions.requireAnchors(anchors);
    }
    SelfLearning learning = new SelfLearning(source, target);
    if (start == Start.DISTRIBUTIONS) {
      learning.match(cancellation);
    } else {
      learning.pairs = new Pairs(anchors.sourceRowArray(), anchors.targetRowArray());
    }
    progress.begin(Phase.ALIGN, 0);
    boolean complete = learning.run(progress, cancellation);
    AdvancedMapping mapping =
        AdvancedMapping.solve(
            learning.x.paired(learning.pairs.source),
            learning.z.paired(learning.pairs.target),
            options.reweight());
    return new Alignment(
        name(),
        new LinearMap(learning.x.center, mapping.source().toFloat()),
        new LinearMap(learning.z.center, mapping.target().toFloat()),
        new AlignmentRun(
            complete,
            learning.objectives,
            start == Start.DISTRIBUTIONS ? learning.evidence(anchors) : null));
  }

  /** Rows paired with rows. */
  static final class Pairs {
    final int[] source;
    final int[] target;

    Pairs(int[] source, int[] target) {
      this.source = source;
      this.target = target;
    }
  }

  /** The loop, on the rows that learn. */
  private final class SelfLearning {
    private final Side x;
    private final Side z;
    private final List<Double> objectives = new ArrayList<>();
    private final FollowingPolarFactor polar = new FollowingPolarFactor();
    private Pairs pairs = new Pairs(new int[0], new int[0]);

    /** {@code XᵀZ} of the present dictionary; null while it is the one given. */
    private @Nullable DoubleMatrix covariance;

    SelfLearning(FloatMatrix source, FloatMatrix target) {
      x = new Side(source);
      z = new Side(target);
    }

    /** Starts from the words' distributions of similarities. */
    void match(Cancellation cancellation) {
      FloatMatrix first = x.first(options.initialWords());
      FloatMatrix other = z.first(options.initialWords());
      DictionaryInduction matched =
          SimilarityDistributions.matched(first, other, options, cancellation);
      induce(matched, first, other, FloatMatrix.zeros(matched.words(), other.columns()));
    }

    AlignmentRun.Convergence evidence(ResolvedAnchors known) {
      return UnsupervisedEnd.evidence(
          x.first(Integer.MAX_VALUE), z.first(Integer.MAX_VALUE), known, orthogonal(), search);
    }

    /** Goes on until nothing improves; false where it was cancelled or ran out of iterations. */
    boolean run(Progress progress, Cancellation cancellation) {
      try (Arena room = Arena.ofShared()) {
        return run(room, progress, cancellation);
      }
    }

    private boolean run(Arena room, Progress progress, Cancellation cancellation) {
      FloatMatrix learnX = x.first(options.cutoff());
      FloatMatrix learnZ = z.first(options.cutoff());
      double keep = options.keep();
      double best = Double.NEGATIVE_INFINITY;
      int improved = 0;
      // Made once: hundreds of iterations would fill the memory faster than it is given back.
      FloatMatrix mapped = FloatMatrix.zeros(room, learnX.rows(), learnX.columns());
      FloatMatrix paired = FloatMatrix.zeros(room, learnX.rows(), learnZ.columns());
      FloatMatrix similarities = FloatMatrix.zeros(room, learnX.rows(), learnZ.rows());
      for (int iteration = 0; iteration < options.iterations(); iteration++) {
        if (iteration - improved > options.patience()) {
          if (keep >= 1) {
            return true;
          }
          keep = Math.min(1, options.growth() * keep);
          improved = iteration;
        }
        if (cancellation.isCancelled()) {
          return false;
        }
        FloatMatrix inverse = polar.of(covariance()).transpose().toFloat();
        LinearAlgebra.multiplyTransposed(learnX, inverse, mapped);
        DictionaryInduction induced =
            new DictionaryInduction(
                mapped,
                learnZ,
                similarities,
                options.neighborhood(),
                keep,
                options.seed() + 0x9E3779B97F4A7C15L * iteration,
                Cancellation.none());
        induce(induced, learnX, learnZ, paired);
        objectives.add(induced.objective());
        if (induced.objective() - best >= options.threshold()) {
          improved = iteration;
          best = induced.objective();
        }
        progress.reached(induced.objective());
        progress.advance(1);
      }
      return false;
    }

    /** The orthogonal mapping of the present dictionary, d × d. */
    FloatMatrix orthogonal() {
      return polar.of(covariance()).toFloat();
    }

    private DoubleMatrix covariance() {
      return covariance != null
          ? covariance
          : LinearAlgebra.crossCovariance(x.paired(pairs.source), z.paired(pairs.target));
    }

    private void induce(
        DictionaryInduction induced, FloatMatrix learnX, FloatMatrix learnZ, FloatMatrix paired) {
      pairs = induced.pairs();
      induced.pairedTargets(learnZ, paired);
      covariance = LinearAlgebra.crossCovariance(learnX.slice(0, paired.rows()), paired);
    }
  }

  /** One side's rows; only those that are asked for are centred, for whole spaces are large. */
  private static final class Side {
    private final FloatMatrix rows;
    private final float[] center;

    Side(FloatMatrix rows) {
      this.rows = rows;
      center = Centering.center(rows);
    }

    /** The most frequent words. */
    FloatMatrix first(int words) {
      return Centering.centered(rows.slice(0, Math.min(words, rows.rows())), center);
    }

    FloatMatrix paired(int[] indices) {
      return Centering.centered(rows.gather(indices), center);
    }
  }
}
