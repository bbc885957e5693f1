package setu.core.neighbor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;

/** Scores candidates again by the kernel's own product, and tells which lists are not proven. */
final class Rescoring {
  private static final int LISTS_AT_ONCE = 512;

  private final VectorKernel kernel;
  private final FloatMatrix queries;
  private final FloatMatrix others;
  private final float @Nullable [] bias;
  private final boolean biasOfOthers;
  private final ConcurrentSkipListSet<Integer> unsure = new ConcurrentSkipListSet<>();

  /**
   * Lists of {@code queries} over {@code others}.
   *
   * @param biasOfOthers whether {@code bias} is of the others or of the queries
   */
  Rescoring(
      VectorKernel kernel,
      FloatMatrix queries,
      FloatMatrix others,
      float @Nullable [] bias,
      boolean biasOfOthers) {
    this.kernel = kernel;
    this.queries = queries;
    this.others = others;
    this.bias = bias;
    this.biasOfOthers = biasOfOthers;
  }

  /**
   * The k best of each list, by exact score.
   *
   * @param error the most that a candidate's score is off
   */
  Neighbors best(TopK candidates, int k, double error, int threads, Cancellation cancellation) {
    TopK best = new TopK(candidates.lists(), k);
    Parallel.forEach(
        Math.ceilDiv(candidates.lists(), LISTS_AT_ONCE),
        threads,
        piece -> {
          cancellation.check();
          int from = piece * LISTS_AT_ONCE;
          int to = Math.min(candidates.lists(), from + LISTS_AT_ONCE);
          rescore(candidates, from, to, error, best);
        });
    return PanelSearch.neighbors(best, threads);
  }

  private void rescore(TopK candidates, int from, int to, double error, TopK best) {
    int d = queries.columns();
    int kept = candidates.k();
    int[] indices = new int[kept];
    float[] scores = new float[kept];
    float[] left = new float[VectorKernel.PAIRS * d];
    float[] right = new float[VectorKernel.PAIRS * d];
    float[] products = new float[VectorKernel.PAIRS];
    for (int i = from; i < to; i++) {
      candidates.finish(i, indices, scores, 0);
      for (int p = 0; p < VectorKernel.PAIRS; p++) {
        copy(queries, i, left, p * d);
      }
      for (int rank = 0; rank < kept; rank += VectorKernel.PAIRS) {
        int count = Math.min(VectorKernel.PAIRS, kept - rank);
        for (int p = 0; p < count; p++) {
          if (indices[rank + p] >= 0) {
            copy(others, indices[rank + p], right, p * d);
          }
        }
        kernel.pairProducts(left, right, d, products);
        for (int p = 0; p < count; p++) {
          int j = indices[rank + p];
          if (j >= 0) {
            best.offer(i, biased(products[p], i, j), j);
          }
        }
      }
      boolean all = indices[kept - 1] < 0;
      if (!all && best.threshold(i) <= scores[kept - 1] + error) {
        unsure.add(i);
      }
    }
  }

  private float biased(float product, int query, int other) {
    return bias == null ? product : product + bias[biasOfOthers ? other : query];
  }

  private static void copy(FloatMatrix matrix, int row, float[] into, int at) {
    MemorySegment.copy(
        matrix.segment(), ValueLayout.JAVA_FLOAT, matrix.offset(row), into, at, matrix.columns());
  }

  /** The lists whose best may have been left behind, ascending. */
  int[] unsure() {
    return unsure.stream().mapToInt(Integer::intValue).toArray();
  }
}
