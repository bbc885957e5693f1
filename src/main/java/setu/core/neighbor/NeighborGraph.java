package setu.core.neighbor;

import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * The k nearest neighbours of each row of a space among the others, exactly, by cosine: what UMAP,
 * t-SNE and trustworthiness share. No row is its own neighbour.
 */
public final class NeighborGraph {
  /** UMAP's k. */
  public static final int DEFAULT_K = 15;

  private final int rows;
  private final int k;
  private final int[] indices;
  private final float[] similarities;

  private NeighborGraph(int rows, int k, int[] indices, float[] similarities) {
    this.rows = rows;
    this.k = k;
    this.indices = indices;
    this.similarities = similarities;
  }

  /**
   * The graph of {@code matrix} (n × d), whose rows need not be of unit length; a zero row is at
   * similarity 0 to all.
   *
   * @param k at least 1; n − 1 where that is less
   */
  public static NeighborGraph of(
      FloatMatrix matrix,
      int k,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    if (k < 1) {
      throw new IllegalArgumentException("k = " + k);
    }
    int n = matrix.rows();
    int fewer = Math.min(k, Math.max(0, n - 1));
    FloatMatrix unit = unitRows(matrix);
    Neighbors found = search.search(unit, unit, fewer + 1, progress, cancellation);
    int[] indices = new int[n * fewer];
    float[] similarities = new float[n * fewer];
    for (int i = 0; i < n; i++) {
      int kept = 0;
      // A row's copies may come before it, and it may then be missing from the list.
      for (int rank = 0; rank <= fewer && kept < fewer; rank++) {
        if (found.index(i, rank) != i) {
          indices[i * fewer + kept] = found.index(i, rank);
          similarities[i * fewer + kept] = found.score(i, rank);
          kept++;
        }
      }
    }
    return new NeighborGraph(n, fewer, indices, similarities);
  }

  /** The same graph of the {@code fewer} nearest of each row; itself where it has no more. */
  public NeighborGraph nearest(int fewer) {
    if (fewer < 1) {
      throw new IllegalArgumentException("k = " + fewer);
    }
    if (fewer >= k) {
      return this;
    }
    int[] nearest = new int[rows * fewer];
    float[] near = new float[rows * fewer];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(indices, row * k, nearest, row * fewer, fewer);
      System.arraycopy(similarities, row * k, near, row * fewer, fewer);
    }
    return new NeighborGraph(rows, fewer, nearest, near);
  }

  /** The norm is a plain sum in order: a kernel's sum over lanes has none, and may not repeat. */
  private static FloatMatrix unitRows(FloatMatrix matrix) {
    VectorKernel kernel = VectorKernel.best();
    FloatMatrix unit = matrix.copy();
    float[] row = new float[unit.columns()];
    for (int i = 0; i < unit.rows(); i++) {
      unit.getRow(i, row);
      double squared = 0;
      for (float value : row) {
        squared += (double) value * value;
      }
      if (squared > 0) {
        kernel.scaleRow((float) (1 / Math.sqrt(squared)), unit, i);
      }
    }
    return unit;
  }

  /** The same neighbours as lists. */
  public Neighbors neighbors() {
    return new Neighbors(k, indices, similarities);
  }

  /** n. */
  public int rows() {
    return rows;
  }

  /** Neighbours of each row. */
  public int k() {
    return k;
  }

  /** The neighbour at {@code rank} (from 0, nearest first) of a row; −1 beside NaN vectors. */
  public int index(int row, int rank) {
    return indices[row * k + rank];
  }

  /** Its cosine, −1 to 1. */
  public float similarity(int row, int rank) {
    return similarities[row * k + rank];
  }

  /** Its cosine distance {@code 1 − cos}, 0 to 2. */
  public float distance(int row, int rank) {
    return Math.max(0, 1 - similarity(row, rank));
  }
}
