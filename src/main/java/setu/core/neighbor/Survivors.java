package setu.core.neighbor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;

/**
 * Base rows that may be among the best of each query of a chunk, between two bounds of their score,
 * until the k-th best lower bound rules most of them out; the rest is scored, likeliest first.
 */
final class Survivors {
  private static final int FEW = 256;

  private final VectorKernel kernel;
  private final FloatMatrix queries;
  private final FloatMatrix base;
  private final float @Nullable [] bias;
  private final int[] counts;
  private final long[][] lists;
  private final TopK lowerBounds;
  private final float[] left;
  private final float[] right;
  private final float[] products = new float[VectorKernel.PAIRS];

  /** For up to {@code most} queries at once. */
  Survivors(VectorKernel kernel, FloatMatrix queries, PreparedBase base, int k, int most) {
    this.kernel = kernel;
    this.queries = queries;
    this.base = base.rows();
    this.bias = base.bias();
    counts = new int[most];
    lists = new long[most][FEW];
    lowerBounds = new TopK(most, k);
    left = new float[VectorKernel.PAIRS * queries.columns()];
    right = new float[VectorKernel.PAIRS * queries.columns()];
  }

  /** Forgets everything: the next chunk. */
  void clear() {
    Arrays.fill(counts, 0);
    lowerBounds.clear();
  }

  /** A row whose score lies between {@code least} and {@code most}. */
  void add(int q, int row, double least, double most) {
    float below = Math.nextDown((float) least);
    if (below > lowerBounds.threshold(q)) {
      lowerBounds.offer(q, below, row);
    }
    if (counts[q] == lists[q].length) {
      prune(q);
    }
    lists[q][counts[q]++] = (long) ordered(Math.nextUp((float) most)) << 32 | row;
  }

  /** The k-th best score of a query is not below this. */
  float bound(int q) {
    return lowerBounds.threshold(q);
  }

  /** Drops what cannot be among the k best any more, and makes room. */
  private void prune(int q) {
    long least = (long) ordered(bound(q)) << 32;
    int kept = 0;
    for (int i = 0; i < counts[q]; i++) {
      if (lists[q][i] >= least) {
        lists[q][kept++] = lists[q][i];
      }
    }
    counts[q] = kept;
    if (kept > lists[q].length / 2) {
      lists[q] = Arrays.copyOf(lists[q], Math.multiplyExact(2, lists[q].length));
    }
  }

  /** Scores a query's survivors by the kernel's own product and offers them to its list. */
  void score(int q, int query, TopK rows) {
    prune(q);
    int d = queries.columns();
    long[] list = lists[q];
    Arrays.sort(list, 0, counts[q]);
    for (int p = 0; p < VectorKernel.PAIRS; p++) {
      copy(queries, query, left, p * d);
    }
    for (int end = counts[q]; end > 0; end -= VectorKernel.PAIRS) {
      long least = (long) ordered(rows.threshold(query)) << 32;
      if (list[end - 1] < least) {
        return;
      }
      int count = Math.min(VectorKernel.PAIRS, end);
      for (int p = 0; p < count; p++) {
        copy(base, (int) list[end - 1 - p], right, p * d);
      }
      kernel.pairProducts(left, right, d, products);
      for (int p = 0; p < count; p++) {
        int row = (int) list[end - 1 - p];
        rows.offer(query, bias == null ? products[p] : products[p] + bias[row], row);
      }
    }
  }

  private static void copy(FloatMatrix matrix, int row, float[] into, int at) {
    MemorySegment.copy(
        matrix.segment(), ValueLayout.JAVA_FLOAT, matrix.offset(row), into, at, matrix.columns());
  }

  /** Integers in the order of floats. */
  private static int ordered(float value) {
    int bits = Float.floatToRawIntBits(value + 0f);
    return bits ^ ((bits >> 31) & Integer.MAX_VALUE);
  }
}
