package setu.core.neighbor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;
import setu.core.math.Parallel;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Exact search on {@link VectorKernel}: the base in packed blocks, queries in groups of six, every
 * tile of products compared with the thresholds of its heaps while it is in the first-level cache.
 */
public final class PanelSearch implements NeighborSearch {
  /** Queries that pass over one block while it is in the second-level cache. */
  private static final int CHUNK = 32 * VectorKernel.GROUP;

  private final VectorKernel kernel;
  private final int threads;

  /** On the best kernel and every processor. */
  public PanelSearch() {
    this(VectorKernel.best(), Parallel.processors());
  }

  /** On {@code kernel} and {@code threads} threads. */
  public PanelSearch(VectorKernel kernel, int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException(threads + " threads");
    }
    this.kernel = kernel;
    this.threads = threads;
  }

  @Override
  public String name() {
    return kernel.name();
  }

  @Override
  public int threads() {
    return threads;
  }

  @Override
  public PreparedBase prepare(FloatMatrix base) {
    PreparedBase prepared = lazily(base);
    prepared.packed();
    return prepared;
  }

  /** A base that is packed when first searched. */
  PreparedBase lazily(FloatMatrix base) {
    return new PreparedBase(base, kernel, threads);
  }

  @Override
  public Neighbors search(
      FloatMatrix queries, PreparedBase base, int k, Progress progress, Cancellation cancellation) {
    TopK best = new TopK(queries.rows(), k);
    pass(queries, base, best, null, progress, cancellation);
    return neighbors(best, threads);
  }

  @Override
  public TwoWay searchBothWays(
      FloatMatrix left,
      PreparedBase right,
      int k,
      Floors floors,
      Progress progress,
      Cancellation cancellation) {
    TopK ofLeft = Floors.lists(left.rows(), k, floors.ofLeft());
    ColumnHeaps columns = new ColumnHeaps(right.size(), k, floors.ofRight());
    pass(left, right, ofLeft, columns, progress, cancellation);
    return new TwoWay(neighbors(ofLeft, threads), neighbors(columns.merge(threads), threads));
  }

  private void pass(
      FloatMatrix queries,
      PreparedBase base,
      TopK rows,
      @Nullable ColumnHeaps columns,
      Progress progress,
      Cancellation cancellation) {
    PackedRows packed = packed(queries, base);
    int n = queries.rows();
    int share = Math.ceilDiv(Math.ceilDiv(n, threads), VectorKernel.GROUP);
    int chunk = VectorKernel.GROUP * Math.clamp(share, 1, CHUNK / VectorKernel.GROUP);
    progress.begin(Phase.NEIGHBORS, n);
    if (columns == null && n <= VectorKernel.GROUP && packed.blocks() > threads) {
      passInParts(queries, packed, base.bias(), rows, cancellation);
      progress.advance(n);
      return;
    }
    ConcurrentLinkedQueue<TileScan> idle = new ConcurrentLinkedQueue<>();
    Parallel.forEach(
        Math.ceilDiv(n, chunk),
        threads,
        piece -> {
          TileScan scan = idle.poll();
          if (scan == null) {
            scan = new TileScan(kernel, packed, base.bias(), rows, columns, chunk);
          }
          int from = piece * chunk;
          int to = Math.min(n, from + chunk);
          scan.scan(queries, from, to, 0, packed.blocks(), cancellation);
          idle.add(scan);
          progress.advance(to - from);
        });
  }

  /** One group of queries: reading the base is the work, so each thread reads a part of it. */
  private void passInParts(
      FloatMatrix queries,
      PackedRows packed,
      float @Nullable [] bias,
      TopK rows,
      Cancellation cancellation) {
    int n = queries.rows();
    int blocks = packed.blocks();
    Parallel.forEach(
        threads,
        threads,
        part -> {
          TopK best = new TopK(n, rows.k());
          int from = (int) ((long) part * blocks / threads);
          int to = (int) ((part + 1L) * blocks / threads);
          new TileScan(kernel, packed, bias, best, null, VectorKernel.GROUP)
              .scan(queries, 0, n, from, to, cancellation);
          synchronized (rows) {
            for (int i = 0; i < n; i++) {
              rows.offerAll(i, best, i);
            }
          }
        });
  }

  private PackedRows packed(FloatMatrix queries, PreparedBase base) {
    if (queries.columns() != base.rows().columns()) {
      throw new IllegalArgumentException(queries + " and " + base.rows() + " differ in columns");
    }
    PackedRows packed = base.packed();
    if (packed.panelWidth() != kernel.panelWidth()) {
      throw new IllegalArgumentException("the base was prepared by another engine");
    }
    return packed;
  }

  static Neighbors neighbors(TopK best, int threads) {
    int k = best.k();
    int[] indices = new int[best.lists() * k];
    float[] scores = new float[best.lists() * k];
    int part = 4096;
    Parallel.forEach(
        Math.ceilDiv(best.lists(), part),
        threads,
        piece -> {
          for (int i = piece * part; i < Math.min(best.lists(), (piece + 1) * part); i++) {
            best.finish(i, indices, scores, i * k);
          }
        });
    return new Neighbors(k, indices, scores);
  }

  /** Best queries of each base row: one set of heaps per thread, merged at the end. */
  static final class ColumnHeaps {
    private final int columns;
    private final int k;
    private final float[] floors;
    private final List<TopK> parts = new ArrayList<>();

    ColumnHeaps(int columns, int k, float[] floors) {
      this.columns = columns;
      this.k = k;
      this.floors = floors;
    }

    synchronized TopK part() {
      TopK part = Floors.lists(columns, k, floors);
      parts.add(part);
      return part;
    }

    /** What no column's k-th best is below, before anything is scored: to be written. */
    float[] thresholds() {
      float[] thresholds = floors.clone();
      if (floors.length == 0) {
        thresholds = new float[columns];
        Arrays.fill(thresholds, Float.NEGATIVE_INFINITY);
      }
      return thresholds;
    }

    TopK merge(int threads) {
      TopK first = parts.isEmpty() ? part() : parts.getFirst();
      int stretch = 4096;
      Parallel.forEach(
          Math.ceilDiv(columns, stretch),
          threads,
          piece -> {
            for (int j = piece * stretch; j < Math.min(columns, (piece + 1) * stretch); j++) {
              for (TopK other : parts.subList(1, parts.size())) {
                first.offerAll(j, other, j);
              }
            }
          });
      return first;
    }
  }

  /** What one thread needs to scan chunks of queries. */
  private static final class TileScan {
    private final VectorKernel kernel;
    private final PackedRows base;
    private final float @Nullable [] bias;
    private final TopK rows;
    private final @Nullable TopK columns;
    private final float[] columnThresholds;
    private final float[] rowThresholds;
    private final float[] tile;
    private final float[] row;
    private final float[][] groups;
    private final float[] scratch;

    /**
     * @param chunk most queries scanned at once: whole groups
     */
    TileScan(
        VectorKernel kernel,
        PackedRows base,
        float @Nullable [] bias,
        TopK rows,
        @Nullable ColumnHeaps columns,
        int chunk) {
      this.kernel = kernel;
      this.base = base;
      this.bias = bias;
      this.rows = rows;
      this.columns = columns == null ? null : columns.part();
      columnThresholds = new float[columns == null ? 0 : base.paddedRows()];
      Arrays.fill(columnThresholds, Float.POSITIVE_INFINITY);
      for (int j = 0; j < Math.min(columnThresholds.length, base.rows()); j++) {
        columnThresholds[j] = Objects.requireNonNull(this.columns).threshold(j);
      }
      tile = new float[VectorKernel.GROUP * base.panelWidth()];
      row = new float[base.columns()];
      scratch = base.scratch();
      rowThresholds = new float[chunk];
      groups = new float[chunk / VectorKernel.GROUP][VectorKernel.GROUP * base.columns()];
    }

    /** Queries from {@code from} to {@code to} over a range of blocks. */
    void scan(
        FloatMatrix queries,
        int from,
        int to,
        int firstBlock,
        int lastBlock,
        Cancellation cancellation) {
      int width = base.panelWidth();
      int d = base.columns();
      for (int i = from; i < to; i += VectorKernel.GROUP) {
        PackedRows.interleave(
            queries,
            i,
            Math.min(VectorKernel.GROUP, to - i),
            row,
            groups[(i - from) / VectorKernel.GROUP]);
      }
      for (int i = from; i < to; i++) {
        rowThresholds[i - from] = rows.threshold(i);
      }
      for (int block = firstBlock; block < lastBlock; block++) {
        cancellation.check();
        float[] floats = base.floats(block, scratch);
        int panels = base.panels(block);
        for (int i = from; i < to; i += VectorKernel.GROUP) {
          float[] group = groups[(i - from) / VectorKernel.GROUP];
          int count = Math.min(VectorKernel.GROUP, to - i);
          for (int panel = 0; panel < panels; panel++) {
            kernel.panelProduct(group, floats, panel * width * d, d, tile);
            int first = base.firstRow(block) + panel * width;
            if (bias != null) {
              kernel.addBias(tile, bias, first);
            }
            for (int q = 0; q < count; q++) {
              compare(i + q, i - from + q, q * width, first);
            }
          }
        }
      }
    }

    private void compare(int query, int place, int from, int first) {
      long bits = kernel.atLeast(tile, from, rowThresholds[place]);
      if (bits != 0) {
        offerToRow(query, place, from, first, bits);
      }
      if (columns != null) {
        bits = kernel.atLeast(tile, from, columnThresholds, first);
        if (bits != 0) {
          offerToColumns(columns, query, from, first, bits);
        }
      }
    }

    private void offerToRow(int query, int place, int from, int first, long bits) {
      for (long rest = bits; rest != 0; rest &= rest - 1) {
        int c = Long.numberOfTrailingZeros(rest);
        if (first + c < base.rows()) {
          rows.offer(query, tile[from + c], first + c);
        }
      }
      rowThresholds[place] = rows.threshold(query);
    }

    private void offerToColumns(TopK heaps, int query, int from, int first, long bits) {
      for (long rest = bits; rest != 0; rest &= rest - 1) {
        int c = Long.numberOfTrailingZeros(rest);
        heaps.offer(first + c, tile[from + c], query);
        columnThresholds[first + c] = heaps.threshold(first + c);
      }
    }
  }
}
