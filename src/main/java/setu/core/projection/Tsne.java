package setu.core.projection;

import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.task.Stepper;

/**
 * t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008) by cosine, with
 * Barnes–Hut forces: perplexity 30, 1,000 iterations.
 */
public final class Tsne implements IterativeProjector {
  private static final double PERPLEXITY = 30;

  /** Three times the perplexity (van der Maaten 2014). */
  private static final int NEIGHBORS = 90;

  private static final int ITERATIONS = 1000;

  @Override
  public String name() {
    return "tsne";
  }

  @Override
  public int neighbors() {
    return NEIGHBORS;
  }

  @Override
  public Stepper<Projection> stepper(NeighborGraph neighbors, FloatMatrix initial, long seed) {
    double perplexity = Math.min(PERPLEXITY, neighbors.k() / 3.0);
    return new TsneStepper(Affinities.of(neighbors, perplexity), initial, ITERATIONS, seed);
  }
}
