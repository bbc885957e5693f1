package setu.core.neighbor;

import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * The terms r(·) of CSLS (Conneau et al. 2018): the mean cosine of a row to its k nearest
 * neighbours in the other space, −1 to 1.
 *
 * <p>r_Z(Wx) is over all targets, r_X(z) over the whole mapped source space; both are exact unless
 * made by {@link #overCandidates}. A row without neighbours has r = 0. Rows are of unit length.
 */
public final class LocalScaling {
  private final float[] ofSource;
  private final float[] ofTarget;

  private LocalScaling(float[] ofSource, float[] ofTarget) {
    this.ofSource = ofSource;
    this.ofTarget = ofTarget;
  }

  /** Both sides from one pass over the similarities of all mapped source rows and all targets. */
  public static LocalScaling exact(
      FloatMatrix mappedSource,
      PreparedBase targets,
      int neighborhood,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    return of(
        search.searchBothWays(mappedSource, targets, neighborhood, progress, cancellation),
        neighborhood);
  }

  /** Both sides from neighbours already found, at least {@code neighborhood} of them. */
  public static LocalScaling of(NeighborSearch.TwoWay neighbors, int neighborhood) {
    return new LocalScaling(
        means(neighbors.ofLeft(), neighborhood), means(neighbors.ofRight(), neighborhood));
  }

  /** Sides computed apart: {@code ofSource} of length n, {@code ofTarget} of length m. */
  public static LocalScaling of(float[] ofSource, float[] ofTarget) {
    return new LocalScaling(ofSource.clone(), ofTarget.clone());
  }

  /**
   * One side: r of each row of {@code rows} among {@code others}.
   *
   * <p>For an orthogonal W, {@code cos(xW, z) = cos(x, zWᵀ)}: r_X(z) comes from searching {@code
   * zWᵀ} in the source space as it is, prepared once for every W.
   */
  public static float[] oneSided(
      FloatMatrix rows,
      PreparedBase others,
      int neighborhood,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    return means(search.search(rows, others, neighborhood, progress, cancellation), neighborhood);
  }

  /**
   * One side, provisional: r of each row of {@code rows} (n × d) among its own short list of rows
   * of {@code others} (m × d), such as its neighbours before W changed. Never above the exact value
   * but for rounding.
   *
   * @param shortlist for each row of {@code rows}, candidates in {@code others}; their scores are
   *     not used
   */
  public static float[] overCandidates(
      FloatMatrix rows,
      FloatMatrix others,
      Neighbors shortlist,
      int neighborhood,
      Cancellation cancellation) {
    if (shortlist.queries() != rows.rows()) {
      throw new IllegalArgumentException(shortlist.queries() + " short lists for " + rows);
    }
    VectorKernel kernel = VectorKernel.best();
    TopK best = new TopK(rows.rows(), neighborhood);
    int part = 512;
    Parallel.forEach(
        Math.ceilDiv(rows.rows(), part),
        Parallel.processors(),
        piece -> {
          cancellation.check();
          for (int i = piece * part; i < Math.min(rows.rows(), (piece + 1) * part); i++) {
            for (int rank = 0; rank < shortlist.k() && shortlist.index(i, rank) >= 0; rank++) {
              int j = shortlist.index(i, rank);
              best.offer(i, kernel.dot(rows, i, others, j), j);
            }
          }
        });
    return means(PanelSearch.neighbors(best, Parallel.processors()), neighborhood);
  }

  /** r of each query from its first {@code neighborhood} neighbours, scored by cosine. */
  public static float[] means(Neighbors neighbors, int neighborhood) {
    float[] means = new float[neighbors.queries()];
    for (int i = 0; i < means.length; i++) {
      double mean = neighbors.meanScore(i, neighborhood);
      means[i] = Double.isNaN(mean) ? 0 : (float) mean;
    }
    return means;
  }

  /** r_Z(Wx) of a source row. */
  public float ofSource(int row) {
    return ofSource[row];
  }

  /** r_X(z) of a target row. */
  public float ofTarget(int row) {
    return ofTarget[row];
  }

  /** r_Z(Wx) of every source row: a copy, of length n. */
  public float[] ofSource() {
    return ofSource.clone();
  }

  /** r_X(z) of every target row: a copy, of length m. */
  public float[] ofTarget() {
    return ofTarget.clone();
  }

  /** The same terms seen from the target side: for translating back. */
  public LocalScaling reversed() {
    return new LocalScaling(ofTarget, ofSource);
  }
}
