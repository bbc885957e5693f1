package setu.core.projection;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import setu.core.fault.ProjectionFault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;
import smile.graph.NearestNeighborGraph;
import smile.manifold.UMAP;

/**
 * UMAP (McInnes, Healy and Melville 2018) by the library Smile on our exact neighbours: 15 of them,
 * by cosine, the point itself left out; 500 epochs up to 10,000 points and 200 above.
 *
 * <p>Up to 10,000 points whose neighbours hang together Smile starts from a spectral layout by
 * ARPACK; other points it starts at random. It offers no other start, tells no progress and cannot
 * be stopped: {@link Umap} does all three. {@link SmileLibraries} brings its native libraries.
 *
 * <p>Smile draws from generators of the thread, which is a fresh one here and seeded: a start at
 * random repeats exactly. A spectral start does not: ARPACK draws by itself.
 */
public final class SmileUmap implements Projector {
  private static final double LEARNING_RATE = 1;
  private static final double SMALLEST_DISTANCE = 0.1;
  private static final double SPREAD = 1;
  private static final int OTHERS = 5;

  @Override
  public String name() {
    return "umap";
  }

  /**
   * {@inheritDoc} Cancelled, it returns at once the principal components, marked incomplete.
   *
   * @throws ProjectionFault if this system has no OpenBLAS or ARPACK and Setu ships none for it
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
    SmileLibraries.require();
    try {
      NeighborGraph neighbors =
          NeighborGraph.of(
              vectors, NeighborGraph.DEFAULT_K, NeighborSearches.best(), progress, cancellation);
      progress.begin(Phase.PROJECT, 0);
      FloatMatrix coordinates =
          SmileFit.run("smile-umap", seed, () -> fit(neighbors, dimensions), cancellation);
      return new Projection(name(), coordinates, seed, true);
    } catch (CancellationException e) {
      return new Projection(name(), initial, seed, false);
    }
  }

  private static double[][] fit(NeighborGraph neighbors, int dimensions) {
    int n = neighbors.rows();
    int k = neighbors.k();
    int[][] indices = new int[n][k];
    double[][] distances = new double[n][k];
    for (int i = 0; i < n; i++) {
      for (int rank = 0; rank < k; rank++) {
        indices[i][rank] = neighbors.index(i, rank);
        distances[i][rank] = neighbors.distance(i, rank);
      }
    }
    // Row numbers stand for the vectors: given vectors Smile would start from a native library's
    // principal components.
    Integer[] rows = IntStream.range(0, n).boxed().toArray(Integer[]::new);
    UMAP.Options options =
        new UMAP.Options(
            k, dimensions, 0, LEARNING_RATE, SMALLEST_DISTANCE, SPREAD, OTHERS, 1.0, 1.0);
    return UMAP.fit(rows, new NearestNeighborGraph(k, indices, distances), options);
  }
}
