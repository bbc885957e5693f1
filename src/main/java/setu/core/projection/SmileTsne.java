package setu.core.projection;

import java.util.List;
import java.util.concurrent.CancellationException;
import setu.core.fault.ProjectionFault;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;
import smile.manifold.TSNE;
import smile.util.AlgoStatus;
import smile.util.IterativeAlgorithmController;

/**
 * t-SNE (van der Maaten and Hinton 2008) by the library Smile: all pairs, by cosine, perplexity 30,
 * 1,000 iterations, learning rate n / 12, a start at random.
 *
 * <p>It holds several n × n matrices of doubles and takes at most {@value #MOST_POINTS} points;
 * {@link Tsne} has no such limit. Smile draws from generators of the thread, which is a fresh one
 * here and seeded: results repeat exactly on one machine.
 */
public final class SmileTsne implements Projector {
  /** The most points it takes. */
  public static final int MOST_POINTS = 3_000;

  private static final double PERPLEXITY = 30;
  private static final double LEAST_PERPLEXITY = 2;
  private static final int LEAST_POINTS = 8;
  private static final int ITERATIONS = 1000;

  /** What Smile multiplies affinities with at first, whatever the option says it divides by. */
  private static final double EXAGGERATION = 12;

  private static final double LEAST_RATE = 50;

  /** Smile tells its state after this many iterations. */
  private static final int REPORTED = 10;

  @Override
  public String name() {
    return "tsne";
  }

  /**
   * {@inheritDoc} Cancelled, it returns at once the principal components, marked incomplete.
   *
   * @throws ProjectionFault if there are more than {@value #MOST_POINTS} rows
   */
  @Override
  public Projection project(
      FloatMatrix vectors,
      int dimensions,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    if (vectors.rows() > MOST_POINTS) {
      throw new ProjectionFault(
          ProjectionFault.Problem.TOO_MANY_POINTS, vectors.rows() + " > " + MOST_POINTS, null);
    }
    FloatMatrix initial =
        Pca.fit(List.of(vectors), dimensions, Progress.NONE, Cancellation.none())
            .transform(vectors, Cancellation.none());
    if (vectors.rows() < LEAST_POINTS) {
      return new Projection(name(), initial, seed, true);
    }
    progress.begin(Phase.PROJECT, ITERATIONS);
    double[][] rows = unitRows(vectors);
    try {
      FloatMatrix coordinates =
          SmileFit.run(
              "smile-tsne",
              seed,
              () -> fit(rows, dimensions, new Reporter(progress, cancellation)),
              cancellation);
      return new Projection(name(), coordinates, seed, true);
    } catch (CancellationException e) {
      return new Projection(name(), initial, seed, false);
    }
  }

  /**
   * Smile's own tests for an early end are off: exaggeration may shrink a layout to almost nothing,
   * which its test of the gradient takes for the end, while the iterations after it unfold it
   * again.
   */
  private static double[][] fit(double[][] rows, int dimensions, Reporter reporter) {
    int n = rows.length;
    double perplexity = Math.max(LEAST_PERPLEXITY, Math.min(PERPLEXITY, (n - 1) / 3.0));
    double rate = Math.max(n / EXAGGERATION, LEAST_RATE);
    TSNE.Options defaults =
        new TSNE.Options(dimensions, perplexity, rate, EXAGGERATION, ITERATIONS);
    try (reporter) {
      return TSNE.fit(
              rows,
              new TSNE.Options(
                  dimensions,
                  perplexity,
                  rate,
                  EXAGGERATION,
                  ITERATIONS,
                  ITERATIONS,
                  Double.MIN_VALUE,
                  defaults.momentum(),
                  defaults.finalMomentum(),
                  defaults.momentumSwitchIter(),
                  defaults.minGain(),
                  reporter))
          .coordinates();
    }
  }

  /**
   * Rows of unit length, whose squared distances are 2 − 2·cos. Smile takes a square matrix for
   * distances: as many rows as dimensions get one column of zeros more.
   */
  static double[][] unitRows(FloatMatrix vectors) {
    int n = vectors.rows();
    int d = vectors.columns();
    double[][] rows = new double[n][n == d ? d + 1 : d];
    float[] row = new float[d];
    for (int i = 0; i < n; i++) {
      vectors.getRow(i, row);
      double squared = 0;
      for (float value : row) {
        squared += (double) value * value;
      }
      double scale = squared > 0 ? 1 / Math.sqrt(squared) : 0;
      for (int j = 0; j < d; j++) {
        rows[i][j] = scale * row[j];
      }
    }
    return rows;
  }

  /** Passes progress on, and stops Smile at its next report once the work is cancelled. */
  private static final class Reporter extends IterativeAlgorithmController<AlgoStatus> {
    private final Progress progress;
    private final Cancellation cancellation;

    Reporter(Progress progress, Cancellation cancellation) {
      super(Runnable::run, 1);
      this.progress = progress;
      this.cancellation = cancellation;
    }

    @Override
    public void submit(AlgoStatus status) {
      if (cancellation.isCancelled()) {
        stop();
      } else {
        progress.advance(REPORTED);
      }
    }
  }
}
