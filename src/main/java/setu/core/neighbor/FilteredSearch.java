package setu.core.neighbor;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import setu.core.math.ByteProduct;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.math.QuantizedRows;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Exact search behind a filter of 8-bit products: whatever a bound on the rounding cannot rule out
 * is scored as {@link PanelSearch} scores it, so that both give the very same answer.
 *
 * <p>With x = x̂ + e and z = ẑ + f, hats the rounded rows, {@code |x·z − x̂·ẑ| ≤ |x̂||f| + |e||z|}
 * (Cauchy–Schwarz). Small work, and rows with infinities or other than numbers, go to the exact
 * kernel whole.
 */
public final class FilteredSearch implements NeighborSearch {
  /** Base rows of one product. */
  static final int ROWS_AT_ONCE = 1024;

  /** Queries of one product. */
  static final int QUERIES_AT_ONCE = 256;

  /** Below this many multiplications the exact kernel is as quick. */
  private static final long LEAST_WORK = 500_000_000L;

  /** Below this many the filter is not worth being tried: that loads a native library. */
  private static final long WORTH_A_TRIAL = 50_000_000_000L;

  private static final int FEWEST_QUERIES = 24;

  /** Fewer queries only read the base, and bytes are read faster; worth it from this many. */
  private static final long LARGE_BASE = 10_000_000L;

  /** 32-bit sums of more products of bytes might not hold. */
  private static final int MOST_DIMENSIONS = 16_000;

  private final Filter filter;
  private final VectorKernel kernel;
  private final int threads;
  private final PanelSearch exact;
  private final boolean always;

  /** Behind {@code filter}, rescoring on {@code kernel}, on {@code threads} threads. */
  FilteredSearch(Filter filter, VectorKernel kernel, int threads) {
    this(filter, kernel, threads, false);
  }

  /**
   * @param always filter small work too
   */
  FilteredSearch(Filter filter, VectorKernel kernel, int threads, boolean always) {
    this.filter = filter;
    this.kernel = kernel;
    this.threads = threads;
    this.exact = new PanelSearch(kernel, threads);
    this.always = always;
  }

  @Override
  public String name() {
    return filter.inUse() ? "int8" : exact.name();
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
    QuantizedRows left = filtered(queries, base, k);
    if (left == null) {
      return exact.search(queries, base, k, progress, cancellation);
    }
    TopK best = new TopK(queries.rows(), k);
    if (left.blocks() < threads) {
      passInParts(queries, left, base, best, progress, cancellation);
    } else {
      pass(queries, left, base, best, null, progress, cancellation);
    }
    return PanelSearch.neighbors(best, threads);
  }

  @Override
  public TwoWay searchBothWays(
      FloatMatrix left,
      PreparedBase right,
      int k,
      Floors floors,
      Progress progress,
      Cancellation cancellation) {
    QuantizedRows quantized =
        left.rows() < FEWEST_QUERIES && !always ? null : filtered(left, right, k);
    if (quantized == null) {
      return exact.searchBothWays(left, right, k, floors, progress, cancellation);
    }
    TopK ofLeft = Floors.lists(left.rows(), k, floors.ofLeft());
    PanelSearch.ColumnHeaps columns =
        new PanelSearch.ColumnHeaps(right.size(), k, floors.ofRight());
    pass(left, quantized, right, ofLeft, columns, progress, cancellation);
    return new TwoWay(
        PanelSearch.neighbors(ofLeft, threads),
        PanelSearch.neighbors(columns.merge(threads), threads));
  }

  /** The queries as bytes; null where this search is not for the filter. */
  private @Nullable QuantizedRows filtered(FloatMatrix queries, PreparedBase base, int k) {
    int n = queries.rows();
    int d = queries.columns();
    if (d != base.rows().columns() || k == 0 || d == 0 || d > MOST_DIMENSIONS) {
      return null;
    }
    long least = filter.known() ? LEAST_WORK : WORTH_A_TRIAL;
    boolean few = n > 0 && n < FEWEST_QUERIES;
    boolean pays =
        k <= ROWS_AT_ONCE / 8
            && (few
                ? base.isQuantized() && base.size() >= LARGE_BASE / d
                : (long) n * base.size() >= least / d);
    if (!(pays || always)
        || filter.product() == null
        || !base.quantized().bounded()
        || !FilterScan.fits(base.bias())) {
      return null;
    }
    int share = few ? n : Math.clamp(Math.ceilDiv(n, threads), 1, QUERIES_AT_ONCE);
    QuantizedRows left = QuantizedRows.of(queries, QuantizedRows.Layout.LEFT, share, threads);
    return left.bounded() ? left : null;
  }

  /** A few queries: reading the base is the work, so each thread reads a part of it. */
  private void passInParts(
      FloatMatrix queries,
      QuantizedRows left,
      PreparedBase base,
      TopK rows,
      Progress progress,
      Cancellation cancellation) {
    ByteProduct product = Objects.requireNonNull(filter.product());
    progress.begin(Phase.NEIGHBORS, queries.rows());
    int blocks = base.quantized().blocks();
    int parts = Math.clamp(blocks, 1, threads);
    Parallel.forEach(
        parts,
        threads,
        part -> {
          TopK best = new TopK(queries.rows(), rows.k());
          FilterScan scan =
              new FilterScan(product, kernel, queries, left, base, best, null, new float[0]);
          int from = (int) ((long) part * blocks / parts);
          int to = (int) ((part + 1L) * blocks / parts);
          for (int chunk = 0; chunk < left.blocks(); chunk++) {
            scan.scan(chunk, from, to, cancellation);
          }
          synchronized (rows) {
            for (int i = 0; i < queries.rows(); i++) {
              rows.offerAll(i, best, i);
            }
          }
        });
    progress.advance(queries.rows());
  }

  private void pass(
      FloatMatrix queries,
      QuantizedRows left,
      PreparedBase base,
      TopK rows,
      PanelSearch.@Nullable ColumnHeaps columns,
      Progress progress,
      Cancellation cancellation) {
    ByteProduct product = Objects.requireNonNull(filter.product());
    progress.begin(Phase.NEIGHBORS, queries.rows());
    float[] columnThresholds = columns == null ? new float[0] : columns.thresholds();
    ConcurrentLinkedQueue<FilterScan> idle = new ConcurrentLinkedQueue<>();
    Parallel.forEach(
        left.blocks(),
        threads,
        chunk -> {
          FilterScan scan = idle.poll();
          if (scan == null) {
            TopK part = columns == null ? null : columns.part();
            scan =
                new FilterScan(product, kernel, queries, left, base, rows, part, columnThresholds);
          }
          scan.scan(chunk, cancellation);
          idle.add(scan);
          progress.advance(left.size(chunk));
        });
  }
}
