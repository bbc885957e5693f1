package setu.core.projection;

import java.util.List;
import java.util.concurrent.CancellationException;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.StepRunner;
import setu.core.task.Stepper;

/**
 * A method that moves points little by little, from principal components, over a neighbour graph.
 */
public interface IterativeProjector extends Projector {
  /** How many neighbours of each point it looks at. */
  int neighbors();

  /**
   * The optimisation by itself, for views that show it while it runs.
   *
   * @param neighbors of n points, {@link #neighbors()} each or as many as there are
   * @param initial n × 2 or n × 3, such as {@link #initial}
   */
  Stepper<Projection> stepper(NeighborGraph neighbors, FloatMatrix initial, long seed);

  /** The principal components that it starts from, n × {@code dimensions}. */
  static FloatMatrix initial(FloatMatrix vectors, int dimensions) {
    return Pca.fit(List.of(vectors), dimensions, Progress.NONE, Cancellation.none())
        .transform(vectors, Cancellation.none());
  }

  /** Whether there are enough points to move them at all. */
  static boolean enough(int points, int dimensions) {
    return points > dimensions + 2;
  }

  /**
   * {@inheritDoc} Cancelled, it returns at once what is reached, at least the principal components,
   * marked incomplete.
   */
  @Override
  default Projection project(
      FloatMatrix vectors,
      int dimensions,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    FloatMatrix initial = initial(vectors, dimensions);
    if (!enough(vectors.rows(), dimensions)) {
      return new Projection(name(), initial, seed, true);
    }
    try {
      NeighborGraph graph =
          NeighborGraph.of(vectors, neighbors(), NeighborSearches.best(), progress, cancellation);
      return StepRunner.run(stepper(graph, initial, seed), progress, cancellation);
    } catch (CancellationException e) {
      return new Projection(name(), initial, seed, false);
    }
  }
}
