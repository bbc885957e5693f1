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
 * Uniform manifold approximation and projection (McInnes, Healy and Melville 2018) by cosine, from
 * principal components: 15 neighbours, 500 epochs up to 10,000 points and 200 above.
 */
public final class Umap implements Projector {
  private static final int SMALL = 10_000;
  private static final int EPOCHS_OF_SMALL = 500;
  private static final int EPOCHS_OF_LARGE = 200;

  @Override
  public String name() {
    return "umap";
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
    if (vectors.rows() <= dimensions + 1) {
      return new Projection(name(), initial, seed, true);
    }
    try {
      NeighborGraph neighbors =
          NeighborGraph.of(
              vectors, NeighborGraph.DEFAULT_K, NeighborSearches.best(), progress, cancellation);
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
    int epochs = initial.rows() <= SMALL ? EPOCHS_OF_SMALL : EPOCHS_OF_LARGE;
    return new UmapStepper(FuzzyGraph.of(neighbors), initial, epochs, seed);
  }
}
