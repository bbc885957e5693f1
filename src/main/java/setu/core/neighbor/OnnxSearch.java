package setu.core.neighbor;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.onnx.BestProducts;
import setu.core.onnx.Device;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Exact search by a small graph on ONNX Runtime: some candidates more than asked for, scored again
 * as {@link PanelSearch} scores them, so that both give the very same answer.
 *
 * <p>Where the score of the last candidate is too near to the k-th best to rule out what was left
 * behind, as among many equal scores, that query is searched by the exact kernel.
 */
public final class OnnxSearch implements NeighborSearch {
  private static final int MORE = 16;
  private static final double ROUNDING = 0x1p-24;

  /** Longer rows have products beyond what their error bound is good for. */
  private static final double LONGEST = 1e15;

  private final BestProducts graph;
  private final VectorKernel kernel;
  private final int threads;
  private final PanelSearch exact;
  private final int queriesAtOnce;
  private final int rowsAtOnce;

  /** By {@code graph}, rescoring on {@code kernel} on {@code threads} threads. */
  public OnnxSearch(BestProducts graph, VectorKernel kernel, int threads) {
    this.graph = graph;
    this.kernel = kernel;
    this.threads = threads;
    exact = new PanelSearch(kernel, threads);
    queriesAtOnce = graph.device() == Device.CUDA ? 4096 : 512;
    rowsAtOnce = graph.device() == Device.CUDA ? 65_536 : 8192;
  }

  @Override
  public String name() {
    return "onnx-" + graph.device().name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public PreparedBase prepare(FloatMatrix base) {
    return exact.lazily(base);
  }

  @Override
  public Neighbors search(
      FloatMatrix queries, PreparedBase base, int k, Progress progress, Cancellation cancellation) {
    double error = error(queries, base);
    if (k == 0 || Double.isNaN(error)) {
      return exact.search(queries, base, k, progress, cancellation);
    }
    TopK candidates = new TopK(queries.rows(), k + MORE);
    pass(queries, base, candidates, null, progress, cancellation);
    return ofRows(queries, base, candidates, k, error, cancellation);
  }

  @Override
  public TwoWay searchBothWays(
      FloatMatrix left, PreparedBase right, int k, Progress progress, Cancellation cancellation) {
    double error = error(left, right);
    if (k == 0 || Double.isNaN(error)) {
      return exact.searchBothWays(left, right, k, progress, cancellation);
    }
    TopK ofLeft = new TopK(left.rows(), k + MORE);
    TopK ofRight = new TopK(right.size(), k + MORE);
    pass(left, right, ofLeft, ofRight, progress, cancellation);
    return new TwoWay(
        ofRows(left, right, ofLeft, k, error, cancellation),
        ofColumns(left, right, ofRight, k, error, cancellation));
  }

  private void pass(
      FloatMatrix queries,
      PreparedBase base,
      TopK rows,
      @Nullable TopK columns,
      Progress progress,
      Cancellation cancellation) {
    FloatMatrix matrix = base.rows();
    float[] bias = base.bias();
    progress.begin(Phase.NEIGHBORS, queries.rows());
    for (int i = 0; i < queries.rows(); i += queriesAtOnce) {
      FloatMatrix left = queries.slice(i, Math.min(queries.rows(), i + queriesAtOnce));
      for (int j = 0; j < matrix.rows(); j += rowsAtOnce) {
        cancellation.check();
        FloatMatrix right = matrix.slice(j, Math.min(matrix.rows(), j + rowsAtOnce));
        float[] some = bias == null ? new float[right.rows()] : slice(bias, j, right.rows());
        BestProducts.Sides best =
            graph.run(
                left.segment(),
                right.segment(),
                some,
                queries.columns(),
                rows.k(),
                columns != null);
        offer(best.ofRows(), left.rows(), Math.min(rows.k(), right.rows()), i, j, rows);
        if (columns != null) {
          offerColumns(
              best.ofColumns(), Math.min(rows.k(), left.rows()), right.rows(), i, j, columns);
        }
      }
      progress.advance(left.rows());
    }
  }

  private static float[] slice(float[] bias, int from, int count) {
    return Arrays.copyOfRange(bias, from, from + count);
  }

  private static void offer(
      BestProducts.Best best, int n, int k, int firstQuery, int firstRow, TopK rows) {
    for (int q = 0; q < n; q++) {
      for (int rank = 0; rank < k; rank++) {
        int at = q * k + rank;
        int row = firstRow + (int) best.indices().get(at);
        rows.offer(firstQuery + q, best.scores().get(at), row);
      }
    }
  }

  private static void offerColumns(
      BestProducts.Best best, int k, int m, int firstQuery, int firstRow, TopK columns) {
    for (int rank = 0; rank < k; rank++) {
      for (int c = 0; c < m; c++) {
        int at = rank * m + c;
        int query = firstQuery + (int) best.indices().get(at);
        columns.offer(firstRow + c, best.scores().get(at), query);
      }
    }
  }

  /**
   * No score of the graph is further from the kernel's than this; NaN where there is no bound. Both
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
