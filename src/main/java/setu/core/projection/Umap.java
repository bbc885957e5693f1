package setu.core.projection;

import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.task.Stepper;

/**
 * Uniform manifold approximation and projection (McInnes, Healy and Melville 2018) by cosine, from
 * principal components: 15 neighbours, 500 epochs up to 10,000 points and 200 above.
 */
public final class Umap implements IterativeProjector {
  private static final int SMALL = 10_000;
  private static final int EPOCHS_OF_SMALL = 500;
  private static final int EPOCHS_OF_LARGE = 200;

  @Override
  public String name() {
    return "umap";
  }

  @Override
  public int neighbors() {
    return NeighborGraph.DEFAULT_K;
  }

  @Override
  public Stepper<Projection> stepper(NeighborGraph neighbors, FloatMatrix initial, long seed) {
    int epochs = initial.rows() <= SMALL ? EPOCHS_OF_SMALL : EPOCHS_OF_LARGE;
    return new UmapStepper(FuzzyGraph.of(neighbors), initial, epochs, seed);
  }
}
