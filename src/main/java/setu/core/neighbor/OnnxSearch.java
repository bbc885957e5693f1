package setu.core.neighbor;

import java.util.Arrays;
import java.util.Locale;
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
 * Exact search by a small graph on ONNX Runtime, proven by {@link ProvenCandidates}: the very
 * answer of {@link PanelSearch}.
 */
public final class OnnxSearch implements NeighborSearch {
  private final BestProducts graph;
  private final int threads;
  private final ProvenCandidates proven;
  private final int queriesAtOnce;
  private final int rowsAtOnce;

  /** By {@code graph}, rescoring on {@code kernel} on {@code threads} threads. */
  public OnnxSearch(BestProducts graph, VectorKernel kernel, int threads) {
    this.graph = graph;
    this.threads = threads;
    proven = new ProvenCandidates(kernel, threads);
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
    return proven.prepare(base);
  }

  @Override
  public Neighbors search(
      FloatMatrix queries, PreparedBase base, int k, Progress progress, Cancellation cancellation) {
    return proven.search(this::pass, queries, base, k, progress, cancellation);
  }

  @Override
  public TwoWay searchBothWays(
      FloatMatrix left,
      PreparedBase right,
      int k,
      Floors floors,
      Progress progress,
      Cancellation cancellation) {
    return proven.searchBothWays(this::pass, left, right, k, floors, progress, cancellation);
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
}
