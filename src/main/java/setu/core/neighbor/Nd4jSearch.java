package setu.core.neighbor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.Nd4jAlgebra;
import setu.core.math.Parallel;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Exact search by blocks of ND4J's matrix product, each scanned while it is in the cache. The
 * product sums a column at the edge of a block otherwise than one inside it, so that equal rows
 * score differently: {@link ProvenCandidates} score them again.
 */
public final class Nd4jSearch implements NeighborSearch {
  private static final int QUERIES_AT_ONCE = 512;
  private static final int ROWS_AT_ONCE = 4096;
  private static final int STRIPE = 512;

  private final Nd4jAlgebra algebra;
  private final int threads;
  private final ProvenCandidates proven;

  /** The product runs on ND4J's own threads, the scan on {@code threads}. */
  public Nd4jSearch(Nd4jAlgebra algebra, int threads) {
    this.algebra = algebra;
    this.threads = threads;
    proven = new ProvenCandidates(VectorKernel.best(), threads);
  }

  @Override
  public String name() {
    return "nd4j";
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
    int d = matrix.columns();
    progress.begin(Phase.NEIGHBORS, queries.rows());
    int most = Math.min(QUERIES_AT_ONCE, queries.rows());
    int mostRows = Math.min(ROWS_AT_ONCE, matrix.rows());
    float[] a = new float[most * d];
    float[] b = new float[mostRows * d];
    float[] scores = new float[most * mostRows];
    for (int i = 0; i < queries.rows(); i += QUERIES_AT_ONCE) {
      int n = Math.min(QUERIES_AT_ONCE, queries.rows() - i);
      copy(queries, i, n, a);
      for (int j = 0; j < matrix.rows(); j += ROWS_AT_ONCE) {
        cancellation.check();
        int m = Math.min(ROWS_AT_ONCE, matrix.rows() - j);
        copy(matrix, j, m, b);
        algebra.multiplyTransposed(a, n, b, m, d, scores);
        scan(scores, i, n, j, m, base.bias(), rows, columns);
      }
      progress.advance(n);
    }
  }

  private static void copy(FloatMatrix matrix, int from, int count, float[] into) {
    MemorySegment.copy(
        matrix.segment(),
        ValueLayout.JAVA_FLOAT,
        matrix.offset(from),
        into,
        0,
        count * matrix.columns());
  }

  private void scan(
      float[] scores,
      int firstQuery,
      int n,
      int firstRow,
      int m,
      float @Nullable [] bias,
      TopK rows,
      @Nullable TopK columns) {
    Parallel.forEach(
        n,
        threads,
        q -> {
          if (bias != null) {
            for (int c = 0; c < m; c++) {
              scores[q * m + c] += bias[firstRow + c];
            }
          }
          float threshold = rows.threshold(firstQuery + q);
          for (int c = 0; c < m; c++) {
            if (scores[q * m + c] >= threshold) {
              rows.offer(firstQuery + q, scores[q * m + c], firstRow + c);
              threshold = rows.threshold(firstQuery + q);
            }
          }
        });
    if (columns != null) {
      Parallel.forEach(
          Math.ceilDiv(m, STRIPE),
          threads,
          piece -> {
            for (int q = 0; q < n; q++) {
              for (int c = piece * STRIPE; c < Math.min(m, (piece + 1) * STRIPE); c++) {
                if (scores[q * m + c] >= columns.threshold(firstRow + c)) {
                  columns.offer(firstRow + c, scores[q * m + c], firstQuery + q);
                }
              }
            }
          });
    }
  }
}
