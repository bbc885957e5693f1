package setu.core.neighbor;

import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** The exact rank of one known row for each query, among all rows of a base. */
public final class RowRanks {
  /** Query groups that pass over one block while it is in the cache. */
  private static final int GROUPS_AT_ONCE = 8;

  private RowRanks() {}

  /**
   * The rank, from 1, of base row {@code gold[i]} for query i by cosine; equal cosines go to the
   * lower row.
   *
   * @param queries n × d, unit rows
   * @param gold n rows of the base
   * @param base m × d, unit rows
   */
  public static int[] byCosine(
      FloatMatrix queries,
      int[] gold,
      PreparedBase base,
      int threads,
      Progress progress,
      Cancellation cancellation) {
    if (gold.length != queries.rows()) {
      throw new IllegalArgumentException(gold.length + " rows for " + queries);
    }
    VectorKernel kernel = VectorKernel.best();
    PackedRows made = base.packed();
    PackedRows packed =
        made != null && made.panelWidth() == kernel.panelWidth()
            ? made
            : PackedRows.pack(base.rows(), kernel, threads);
    int[] ranks = new int[gold.length];
    int share = Math.ceilDiv(Math.ceilDiv(gold.length, threads), VectorKernel.GROUP);
    int chunk = Math.clamp(share, 1, GROUPS_AT_ONCE) * VectorKernel.GROUP;
    progress.begin(Phase.NEIGHBORS, gold.length);
    Parallel.forEach(
        Math.ceilDiv(gold.length, chunk),
        threads,
        piece -> {
          int from = piece * chunk;
          int to = Math.min(gold.length, from + chunk);
          rank(kernel, queries, from, to, gold, packed, ranks, cancellation);
          progress.advance(to - from);
        });
    return ranks;
  }

  private static void rank(
      VectorKernel kernel,
      FloatMatrix queries,
      int from,
      int to,
      int[] gold,
      PackedRows base,
      int[] ranks,
      Cancellation cancellation) {
    int d = base.columns();
    int width = base.panelWidth();
    float[][] groups =
        new float[Math.ceilDiv(to - from, VectorKernel.GROUP)][VectorKernel.GROUP * d];
    float[] row = new float[d];
    float[] tile = new float[VectorKernel.GROUP * width];
    float[] own = new float[to - from];
    float[] scratch = base.scratch();
    for (int i = from; i < to; i++) {
      float[] group = groups[(i - from) / VectorKernel.GROUP];
      int q = (i - from) % VectorKernel.GROUP;
      if (q == 0) {
        PackedRows.interleave(queries, i, Math.min(VectorKernel.GROUP, to - i), row, group);
      }
      // The gold's own cosine comes out of the same product, so that it equals itself exactly.
      int block = block(base, gold[i]);
      int place = gold[i] - base.firstRow(block);
      kernel.panelProduct(group, base.floats(block, scratch), (place / width) * width * d, d, tile);
      own[i - from] = tile[q * width + place % width];
      ranks[i] = 1;
    }
    for (int block = 0; block < base.blocks(); block++) {
      cancellation.check();
      float[] floats = base.floats(block, scratch);
      for (int g = 0; g < groups.length; g++) {
        int at = from + g * VectorKernel.GROUP;
        int count = Math.min(VectorKernel.GROUP, to - at);
        for (int panel = 0; panel < base.panels(block); panel++) {
          kernel.panelProduct(groups[g], floats, panel * width * d, d, tile);
          int first = base.firstRow(block) + panel * width;
          int real = Math.min(width, base.rows() - first);
          long rows = real >= Long.SIZE ? -1L : (1L << real) - 1;
          for (int q = 0; q < count; q++) {
            int i = at + q;
            ranks[i] += better(kernel, tile, q * width, own[i - from], gold[i] - first, rows);
          }
        }
      }
    }
  }

  /**
   * How many of a panel's rows stand before the gold, whose place in the panel is {@code place}.
   */
  private static int better(
      VectorKernel kernel, float[] tile, int at, float own, int place, long rows) {
    long equalOrMore = kernel.atLeast(tile, at, own) & rows;
    if (place >= Long.SIZE) {
      return Long.bitCount(equalOrMore);
    }
    long more = kernel.atLeast(tile, at, Math.nextUp(own)) & rows;
    long lower = place <= 0 ? 0 : (1L << place) - 1;
    return Long.bitCount(more | (equalOrMore & lower));
  }

  private static int block(PackedRows base, int row) {
    int block = base.blocks() - 1;
    while (base.firstRow(block) > row) {
      block--;
    }
    return block;
  }
}
