package setu.core.neighbor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.math.ByteProduct;
import setu.core.math.FloatMatrix;
import setu.core.math.QuantizedRows;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;

/**
 * What one thread of {@link FilteredSearch} needs to pass chunks of queries over the base.
 *
 * <p>8-bit products are compared with integer thresholds. What may be among a query's best waits in
 * {@link Survivors} until the query has seen the whole base; what may be among a column's best is
 * tried by a quick float product and then scored by the kernel's own, block by block.
 */
final class FilterScan {
  private static final int FULL = 2048;

  /** Half the distance from 1 to the next float: the relative error of one rounding. */
  private static final double ROUNDING = 0x1p-24;

  /** A bias beyond this, or none at all, is not for integers. */
  private static final float LARGEST_BIAS = 1e15f;

  private final ByteProduct product;
  private final VectorKernel kernel;
  private final FloatMatrix queries;
  private final QuantizedRows left;
  private final FloatMatrix base;
  private final QuantizedRows right;
  private final float @Nullable [] bias;
  private final TopK rows;
  private final @Nullable TopK columns;

  /**
   * No column's k-th best score is below this. Threads share it without order: a value that another
   * has just raised is only a weaker bound.
   */
  private final float[] columnThresholds;

  private final float[] rowThresholds = new float[FilteredSearch.QUERIES_AT_ONCE];
  private final MemorySegment products;
  private final int[] shifts = new int[FilteredSearch.ROWS_AT_ONCE];
  private final int[] columnPlaces = new int[FilteredSearch.ROWS_AT_ONCE];
  private final int[] found = new int[FilteredSearch.ROWS_AT_ONCE];
  private final double kernelError;
  private final double longestRow;

  private final Survivors survivors;
  private final int[] pairQueries = new int[FULL];
  private final int[] pairRows = new int[FULL];
  private final float[] pairLeft;
  private final float[] pairRight;
  private final float[] pairProducts = new float[VectorKernel.PAIRS];
  private int pairs;

  FilterScan(
      ByteProduct product,
      VectorKernel kernel,
      FloatMatrix queries,
      QuantizedRows left,
      PreparedBase base,
      TopK rows,
      @Nullable TopK columns,
      float[] columnThresholds) {
    this.product = product;
    this.kernel = kernel;
    this.queries = queries;
    this.left = left;
    this.base = base.rows();
    this.right = base.quantized();
    this.bias = base.bias();
    this.rows = rows;
    this.columns = columns;
    this.columnThresholds = columnThresholds;
    int d = queries.columns();
    int lines = Math.min(queries.rows(), FilteredSearch.QUERIES_AT_ONCE);
    long most = (long) Integer.BYTES * lines * FilteredSearch.ROWS_AT_ONCE;
    products = Arena.ofAuto().allocate(most, 64);
    survivors = new Survivors(kernel, queries, base, rows.k(), lines);
    pairLeft = new float[VectorKernel.PAIRS * d];
    pairRight = new float[VectorKernel.PAIRS * d];
    kernelError = ROUNDING * (d + 8) * 1.01;
    longestRow = IntStream.range(0, right.blocks()).mapToDouble(right::longest).max().orElse(0);
  }

  /** Whether a bias can be bounded. */
  static boolean fits(float @Nullable [] bias) {
    if (bias != null) {
      for (float value : bias) {
        if (!(Math.abs(value) <= LARGEST_BIAS)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Passes a chunk of queries over the whole base. */
  void scan(int chunk, Cancellation cancellation) {
    scan(chunk, 0, right.blocks(), cancellation);
  }

  /** Passes a chunk of queries over some blocks of the base: what is found is of these alone. */
  void scan(int chunk, int from, int to, Cancellation cancellation) {
    for (int q = 0; q < left.size(chunk); q++) {
      rowThresholds[q] = rows.threshold(left.row(left.first(chunk) + q));
    }
    survivors.clear();
    for (int block = from; block < to; block++) {
      cancellation.check();
      scan(chunk, block);
    }
    for (int q = 0; q < left.size(chunk); q++) {
      survivors.score(q, left.row(left.first(chunk) + q), rows);
    }
  }

  private void scan(int chunk, int block) {
    int n = left.size(chunk);
    int m = right.size(block);
    product.multiply(left.bytes(chunk), right.bytes(block), n, m, queries.columns(), products);
    double unit = (double) left.scale(chunk) * right.scale(block);
    double largestBias = largestBias(block);
    if (!shift(block, unit)) {
      keepAll(chunk, block);
      return;
    }
    if (columns != null) {
      placeColumns(chunk, block, unit);
    } else {
      Arrays.fill(columnPlaces, 0, m, Integer.MAX_VALUE);
    }
    for (int q = 0; q < n; q++) {
      int place = left.first(chunk) + q;
      double slack =
          slack(
              left.norm(place),
              left.residual(place),
              right.longest(block),
              right.largestResidual(block),
              largestBias);
      long line = (long) q * m * Integer.BYTES;
      if (rowThresholds[q] == Float.NEGATIVE_INFINITY && m >= rows.k()) {
        rowThresholds[q] = down(kthOf(line, m) * unit - slack);
      }
      int threshold = place(rowThresholds[q] - slack, unit);
      int count = kernel.atLeast(products, line, m, shifts, threshold, columnPlaces, found);
      for (int c = 0; c < count; c++) {
        int column = found[c];
        int row = right.row(right.first(block) + column);
        int value = value(line, column);
        if (value >= threshold) {
          survivors.add(q, row, below(value) * unit - slack, value * unit + slack);
        }
        if (value >= columnPlaces[column]) {
          keep(chunk, q, row);
        }
      }
      rowThresholds[q] = Math.max(rowThresholds[q], survivors.bound(q));
    }
    score(chunk);
  }

  /** No float product of the pair is further from its 8-bit product than this. */
  private double slack(
      double leftNorm, double leftLost, double rightNorm, double rightLost, double bias) {
    double lengths = leftNorm * rightNorm;
    double rounded = leftLost * rightNorm + (leftNorm + leftLost) * rightLost;
    return (rounded + kernelError * lengths + 4 * ROUNDING * bias) * (1 + 1e-6) + 1e-37;
  }

  /** The bias of each row of a block in units, rounded up; false where integers cannot hold it. */
  private boolean shift(int block, double unit) {
    if (bias != null) {
      int first = right.first(block);
      for (int c = 0; c < right.size(block); c++) {
        double units = Math.ceil(bias[right.row(first + c)] / unit);
        if (Math.abs(units) > 1 << 29) {
          return false;
        }
        shifts[c] = (int) units;
      }
    }
    return true;
  }

  private double largestBias(int block) {
    double largest = 0;
    if (bias != null) {
      int first = right.first(block);
      for (int c = 0; c < right.size(block); c++) {
        largest = Math.max(largest, Math.abs(bias[right.row(first + c)]));
      }
    }
    return largest;
  }

  /** The products below which no query of the chunk can be among a column's best. */
  private void placeColumns(int chunk, int block, double unit) {
    int first = right.first(block);
    int m = right.size(block);
    boolean fresh = false;
    for (int c = 0; c < m; c++) {
      int row = right.row(first + c);
      float threshold = columnThresholds[row];
      fresh |= threshold == Float.NEGATIVE_INFINITY;
      columnPlaces[c] = place(threshold - columnSlack(chunk, first + c, row), unit);
    }
    if (fresh && left.size(chunk) >= rows.k()) {
      seedColumns(chunk, block, unit);
    }
  }

  private double columnSlack(int chunk, int place, int row) {
    return slack(
        left.longest(chunk),
        left.largestResidual(chunk),
        right.norm(place),
        right.residual(place),
        bias == null ? 0 : Math.abs(bias[row]));
  }

  /** Bounds each column's k-th best score from below by its k-th best product in this chunk. */
  private void seedColumns(int chunk, int block, double unit) {
    int first = right.first(block);
    int m = right.size(block);
    TopK best = new TopK(m, rows.k());
    for (int q = 0; q < left.size(chunk); q++) {
      long line = (long) q * m * Integer.BYTES;
      for (int c = 0; c < m; c++) {
        float value = value(line, c);
        if (value > best.threshold(c)) {
          best.offer(c, value, q);
        }
      }
    }
    for (int c = 0; c < m; c++) {
      int row = right.row(first + c);
      double slack = columnSlack(chunk, first + c, row);
      float bound = down(below(best.threshold(c)) * unit - slack);
      columnThresholds[row] = Math.max(columnThresholds[row], bound);
      columnPlaces[c] = place(columnThresholds[row] - slack, unit);
    }
  }

  private double kthOf(long line, int m) {
    TopK best = new TopK(1, rows.k());
    for (int c = 0; c < m; c++) {
      float value = value(line, c);
      if (value > best.threshold(0)) {
        best.offer(0, value, c);
      }
    }
    return below(best.threshold(0));
  }

  private int value(long line, int column) {
    return products.get(ValueLayout.JAVA_INT, line + (long) column * Integer.BYTES)
        + shifts[column];
  }

  /** Under an integer that became a float, and under the rounding up of its shift. */
  private static double below(float value) {
    return value - 1 - 2 * ROUNDING * Math.abs(value);
  }

  /** A float not above {@code value}. */
  private static float down(double value) {
    return Math.nextDown((float) value);
  }

  /** The least product that may stand for a score of {@code score}. */
  private static int place(double score, double unit) {
    return (int) Math.clamp(Math.floor(score / unit), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private void keepAll(int chunk, int block) {
    for (int q = 0; q < left.size(chunk); q++) {
      for (int c = 0; c < right.size(block); c++) {
        int row = right.row(right.first(block) + c);
        survivors.add(q, row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        if (columns != null) {
          keep(chunk, q, row);
        }
      }
    }
    score(chunk);
  }

  /** A column's second sieve: a quick product, whose sum has another order than the kernel's. */
  private void keep(int chunk, int q, int row) {
    int place = left.first(chunk) + q;
    int query = left.row(place);
    double score = kernel.dot(queries, query, base, row);
    double offset = bias == null ? 0 : bias[row];
    double error =
        2 * kernelError * left.norm(place) * longestRow + 4 * ROUNDING * Math.abs(offset) + 1e-37;
    double most = score + offset + error;
    if (most >= columnThresholds[row]) {
      pairQueries[pairs] = q;
      pairRows[pairs] = row;
      pairs++;
      if (pairs == FULL) {
        score(chunk);
      }
    }
  }

  /** Scores what was kept in the kernel's order, and offers it. */
  private void score(int chunk) {
    int d = queries.columns();
    for (int from = 0; from < pairs; from += VectorKernel.PAIRS) {
      int count = Math.min(VectorKernel.PAIRS, pairs - from);
      for (int p = 0; p < count; p++) {
        int query = left.row(left.first(chunk) + pairQueries[from + p]);
        copy(queries, query, pairLeft, p * d);
        copy(base, pairRows[from + p], pairRight, p * d);
      }
      kernel.pairProducts(pairLeft, pairRight, d, pairProducts);
      for (int p = 0; p < count; p++) {
        offer(chunk, pairQueries[from + p], pairRows[from + p], pairProducts[p]);
      }
    }
    pairs = 0;
  }

  private static void copy(FloatMatrix matrix, int row, float[] into, int at) {
    MemorySegment.copy(
        matrix.segment(), ValueLayout.JAVA_FLOAT, matrix.offset(row), into, at, matrix.columns());
  }

  private void offer(int chunk, int q, int row, float cosine) {
    float score = bias == null ? cosine : cosine + bias[row];
    int query = left.row(left.first(chunk) + q);
    if (columns != null && columns.offer(row, score, query)) {
      columnThresholds[row] = Math.max(columnThresholds[row], columns.threshold(row));
    }
  }
}
