package setu.core.projection;

import java.util.List;
import java.util.concurrent.CancellationException;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;
import setu.core.task.Stepper;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) by cosine, with
 * Barnes–Hut forces: perplexity 30, 1,000 iterations.
 */
public final class Tsne implements Projector {
  private static final double PERPLEXITY = 30;

  /** Three times the perplexity (van der Maaten 2014). */
  public static final int NEIGHBORS = 90;

  private static final int ITERATIONS = 1000;

  @Override
  public String name() {
    return "tsne";
  }

  /**
   * {@inheritDoc} Cancelled, it returns at once what is reached, at least the principal components,
   * marked incomplete.
   */
  @Override
  public Projection project(
      FloatMatrix vectors,
      int dimensions,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    FloatMatrix initial =
        Pca.fit(List.of(vectors), dimensions, Progress.NONE, Cancellation.none())
            .transform(vectors, Cancellation.none());
    if (vectors.rows() <= dimensions + 2) {
      return new Projection(name(), initial, seed, true);
    }
    try {
      NeighborGraph neighbors =
          NeighborGraph.of(vectors, NEIGHBORS, NeighborSearches.best(), progress, cancellation);
      Stepper<Projection> stepper = stepper(neighbors, initial, seed);
      progress.begin(Phase.PROJECT, stepper.iterations());
      while (!stepper.done() && !cancellation.isCancelled()) {
        stepper.step(1);
        progress.advance(1);
      }
      return stepper.snapshot();
    } catch (CancellationException e) {
      return new Projection(name(), initial, seed, false);
    }
  }

  /**
   * The optimisation by itself, for views that show it while it runs.
   *
   * @param neighbors of n points
   * @param initial n × 2 or n × 3, such as principal components
   */
  public static Stepper<Projection> stepper(
      NeighborGraph neighbors, FloatMatrix initial, long seed) {
    double perplexity = Math.min(PERPLEXITY, neighbors.k() / 3.0);
    return new TsneStepper(Affinities.of(neighbors, perplexity), initial, ITERATIONS, seed);
  }
}
