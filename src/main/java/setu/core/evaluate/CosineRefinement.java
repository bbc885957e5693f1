package setu.core.evaluate;

import java.util.List;
import setu.core.evaluate.TestQueries.Query;
import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;

/**
 * Makes approximate cosines rank as the exact ones do: whatever could change the rank of a gold
 * word or the first candidates is computed, the rest is left as it is. One thread's; not
 * thread-safe.
 *
 * <p>With an error of at most ε a row's order to the gold word is settled where the two are more
 * than ε apart, and a row is not among the first k where it is more than 2ε below the k-th.
 */
final class CosineRefinement {
  private final VectorKernel kernel;
  private final FloatMatrix rows;
  private final int k;
  private final float[] values;
  private final boolean[] exact;
  private final int[] computed;
  private int count;

  /**
   * Over base rows of unit length, m × d.
   *
   * @param padded m rounded up to whole panels
   * @param k how many first candidates have to be right
   */
  CosineRefinement(VectorKernel kernel, FloatMatrix rows, int padded, int k) {
    this.kernel = kernel;
    this.rows = rows;
    this.k = k;
    values = new float[padded];
    exact = new boolean[rows.rows()];
    computed = new int[rows.rows()];
  }

  /**
   * Refines the cosines of query {@code place} in place for all criteria.
   *
   * @param cosines off by at most {@code error}; NaN beyond the last row
   */
  void refine(
      float[] cosines,
      float error,
      FloatMatrix vectors,
      int place,
      Query query,
      List<Criterion> criteria) {
    for (int i = 0; i < count; i++) {
      exact[computed[i]] = false;
    }
    count = 0;
    for (int gold : query.goldRows()) {
      compute(cosines, vectors, place, gold);
    }
    for (Criterion criterion : criteria) {
      float[] now = QueryRanking.biased(cosines, criterion.bias(), values);
      float gold = Float.POSITIVE_INFINITY;
      if (query.covered()) {
        gold = Float.NEGATIVE_INFINITY;
        for (int row : query.goldRows()) {
          gold = Math.max(gold, now[row]);
        }
      }
      float first = QueryRanking.best(kernel, now, k).threshold(0) - 2 * error;
      float least = Math.min(first, gold - error);
      for (int from = 0; from < now.length; from += kernel.panelWidth()) {
        for (long bits = kernel.atLeast(now, from, least); bits != 0; bits &= bits - 1) {
          int j = from + Long.numberOfTrailingZeros(bits);
          if (now[j] >= first || Math.abs(now[j] - gold) <= error) {
            compute(cosines, vectors, place, j);
          }
        }
      }
    }
  }

  private void compute(float[] cosines, FloatMatrix vectors, int place, int row) {
    if (!exact[row]) {
      cosines[row] = kernel.dot(vectors, place, rows, row);
      exact[row] = true;
      computed[count++] = row;
    }
  }
}
