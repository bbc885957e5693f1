package setu.core.neighbor;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Makes an exact search of a pass whose sums run in an order of its own: it gives some candidates
 * more than asked for, which are scored again as {@link PanelSearch} scores them, so that both give
 * the very same answer.
 *
 * <p>Where the score of the last candidate is too near to the k-th best to rule out what was left
 * behind, as among many equal scores, that query is searched by the exact kernel.
 */
final class ProvenCandidates {
  private static final int MORE = 16;
  private static final double ROUNDING = 0x1p-24;

  /** Longer rows have products beyond what their error bound is good for. */
  private static final double LONGEST = 1e15;

  private final VectorKernel kernel;
  private final int threads;
  private final PanelSearch exact;

  /** One pass over the similarities in full floats. */
  interface Pass {
    /**
     * Offers every score, bias added, to the lists of rows, and of columns where there are any.
     *
     * @param queries and {@code base} with as many columns, at least one
     */
    void run(
        FloatMatrix queries,
        PreparedBase base,
        TopK rows,
        @Nullable TopK columns,
        Progress progress,
        Cancellation cancellation);
  }

  /** Rescores on {@code kernel} on {@code threads} threads. */
  ProvenCandidates(VectorKernel kernel, int threads) {
    this.kernel = kernel;
    this.threads = threads;
    exact = new PanelSearch(kernel, threads);
  }

  /** A base for passes that read its rows, packed only where a list has to be searched again. */
  PreparedBase prepare(FloatMatrix base) {
    return exact.lazily(base);
  }

  /** As {@link NeighborSearch#search}. */
  Neighbors search(
      Pass pass,
      FloatMatrix queries,
      PreparedBase base,
      int k,
      Progress progress,
      Cancellation cancellation) {
    double error = error(queries, base);
    if (k == 0 || Double.isNaN(error)) {
      return exact.search(queries, base, k, progress, cancellation);
    }
    TopK candidates = new TopK(queries.rows(), k + MORE);
    pass.run(queries, base, candidates, null, progress, cancellation);
    return ofRows(queries, base, candidates, k, error, cancellation);
  }

  /** As {@link NeighborSearch#searchBothWays}; the pass itself has no use for floors. */
  NeighborSearch.TwoWay searchBothWays(
      Pass pass,
      FloatMatrix left,
      PreparedBase right,
      int k,
      Floors floors,
      Progress progress,
      Cancellation cancellation) {
    double error = error(left, right);
    if (k == 0 || Double.isNaN(error)) {
      return exact.searchBothWays(left, right, k, floors, progress, cancellation);
    }
    TopK ofLeft = new TopK(left.rows(), k + MORE);
    TopK ofRight = new TopK(right.size(), k + MORE);
    pass.run(left, right, ofLeft, ofRight, progress, cancellation);
    return new NeighborSearch.TwoWay(
        ofRows(left, right, ofLeft, k, error, cancellation),
        ofColumns(left, right, ofRight, k, error, cancellation));
  }

  /**
   * No score of a pass is further from the kernel's than this; NaN where there is no bound. Both
   * sum d products and a bias, in any order.
   */
  private double error(FloatMatrix queries, PreparedBase base) {
    int d = queries.columns();
    if (d != base.rows().columns() || d == 0) {
      return Double.NaN;
    }
    double largestBias = 0;
    float[] bias = base.bias();
    if (bias != null) {
      for (float value : bias) {
        largestBias = Math.max(largestBias, Math.abs(value));
      }
    }
    double lengths = longest(queries) * longest(base.rows());
    return lengths <= LONGEST && largestBias <= LONGEST
        ? 2 * ROUNDING * ((d + 8) * lengths + 4 * largestBias) * 1.01 + 1e-37
        : Double.NaN;
  }

  /** The greatest length of a row; NaN if one has none. */
  private static double longest(FloatMatrix matrix) {
    float[] row = new float[matrix.columns()];
    double longest = 0;
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.getRow(i, row);
      double square = 0;
      for (float value : row) {
        square += (double) value * value;
      }
      longest = Math.max(longest, square);
    }
    return Math.sqrt(longest);
  }

  private Neighbors ofRows(
      FloatMatrix queries,
      PreparedBase base,
      TopK candidates,
      int k,
      double error,
      Cancellation cancellation) {
    Rescoring rescoring = new Rescoring(kernel, queries, base.rows(), base.bias(), true);
    Neighbors found = rescoring.best(candidates, k, error, threads, cancellation);
    int[] unsure = rescoring.unsure();
    if (unsure.length == 0) {
      return found;
    }
    FloatMatrix some = queries.gather(unsure);
    return found.with(unsure, exact.search(some, base, k, Progress.NONE, cancellation));
  }

  private Neighbors ofColumns(
      FloatMatrix left,
      PreparedBase right,
      TopK candidates,
      int k,
      double error,
      Cancellation cancellation) {
    Rescoring rescoring = new Rescoring(kernel, right.rows(), left, right.bias(), false);
    Neighbors found = rescoring.best(candidates, k, error, threads, cancellation);
    int[] unsure = rescoring.unsure();
    if (unsure.length == 0) {
      return found;
    }
    PreparedBase some = exact.prepare(right.rows().gather(unsure));
    float[] bias = right.bias();
    if (bias != null) {
      float[] values = new float[unsure.length];
      IntStream.range(0, unsure.length).forEach(i -> values[i] = bias[unsure[i]]);
      some = some.withBias(values);
    }
    return found.with(
        unsure, exact.searchBothWays(left, some, k, Progress.NONE, cancellation).ofRight());
  }
}
