package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.TestQueries.Query;
import setu.core.evaluate.TranslationScore.Candidate;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;
import setu.core.math.Parallel;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.neighbor.PreparedBase;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Finds, for each query, the exact rank of its best gold word among all rows of the base, and the
 * first ten candidates, under several criteria from one pass over the cosines. Equal scores go to
 * the lower row.
 */
final class QueryRanking {
  static final int CANDIDATES = 10;
  private static final int QUERIES_AT_ONCE = 8 * VectorKernel.GROUP;

  private final VectorKernel kernel = VectorKernel.best();
  private final PackedRows base;
  private final Vocabulary candidates;
  private final int threads;

  /** Over prepared base rows and their words. */
  QueryRanking(PreparedBase base, Vocabulary candidates, int threads) {
    PackedRows packed = base.packed();
    boolean fits = packed.panelWidth() == kernel.panelWidth();
    this.base = fits ? packed : PackedRows.pack(base.rows(), kernel, threads);
    this.candidates = candidates;
    this.threads = threads;
  }

  /**
   * Ranks every query.
   *
   * @param vectors rows of the queries whose word is known, in the base's space, of unit length
   * @return per criterion the outcome of each known query, in order
   */
  List<List<QueryOutcome>> rank(
      List<Query> known,
      FloatMatrix vectors,
      List<Criterion> criteria,
      Progress progress,
      Cancellation cancellation) {
    int n = known.size();
    QueryOutcome[][] outcomes = new QueryOutcome[criteria.size()][n];
    progress.begin(Phase.EVALUATE, n);
    int share = Math.ceilDiv(Math.ceilDiv(n, threads), VectorKernel.GROUP) * VectorKernel.GROUP;
    int chunk = Math.clamp(share, VectorKernel.GROUP, queriesAtOnce());
    Parallel.forEach(
        Math.ceilDiv(n, chunk),
        threads,
        piece -> {
          int from = piece * chunk;
          int to = Math.min(n, from + chunk);
          float[][] cosines = cosines(vectors, from, to, cancellation);
          for (int i = from; i < to; i++) {
            cancellation.check();
            rankOne(known.get(i), cosines[i - from], criteria, outcomes, i);
          }
          progress.advance(to - from);
        });
    List<List<QueryOutcome>> lists = new ArrayList<>();
    for (QueryOutcome[] list : outcomes) {
      lists.add(Arrays.asList(list));
    }
    return lists;
  }

  /** Each thread's cosines take an eighth of the heap at most. */
  private int queriesAtOnce() {
    long line = Math.max(1, (long) Float.BYTES * base.paddedRows());
    long fit = Runtime.getRuntime().maxMemory() / 8 / line;
    return Math.clamp(
        fit / VectorKernel.GROUP * VectorKernel.GROUP, VectorKernel.GROUP, QUERIES_AT_ONCE);
  }

  /** Cosines of queries with every base row; places beyond the last row are NaN. */
  private float[][] cosines(FloatMatrix vectors, int from, int to, Cancellation cancellation) {
    int width = base.panelWidth();
    int d = base.columns();
    int groups = Math.ceilDiv(to - from, VectorKernel.GROUP);
    float[][] cosines = new float[to - from][base.paddedRows()];
    float[][] group = new float[groups][VectorKernel.GROUP * d];
    float[] row = new float[d];
    for (int g = 0; g < groups; g++) {
      int first = from + g * VectorKernel.GROUP;
      int count = Math.min(VectorKernel.GROUP, to - first);
      PackedRows.interleave(vectors, first, count, row, group[g]);
    }
    float[] tile = new float[VectorKernel.GROUP * width];
    float[] scratch = base.scratch();
    for (int block = 0; block < base.blocks(); block++) {
      cancellation.check();
      float[] floats = base.floats(block, scratch);
      for (int g = 0; g < groups; g++) {
        int first = g * VectorKernel.GROUP;
        int count = Math.min(VectorKernel.GROUP, to - from - first);
        for (int panel = 0; panel < base.panels(block); panel++) {
          kernel.panelProduct(group[g], floats, panel * width * d, d, tile);
          int column = base.firstRow(block) + panel * width;
          for (int q = 0; q < count; q++) {
            System.arraycopy(tile, q * width, cosines[first + q], column, width);
          }
        }
      }
    }
    for (float[] line : cosines) {
      Arrays.fill(line, base.rows(), line.length, Float.NaN);
    }
    return cosines;
  }

  private void rankOne(
      Query query,
      float[] cosines,
      List<Criterion> criteria,
      QueryOutcome[][] outcomes,
      int place) {
    for (int c = 0; c < criteria.size(); c++) {
      Criterion criterion = criteria.get(c);
      float[] values = biased(cosines, criterion.bias());
      TopK best = best(values, CANDIDATES);
      double r = criterion.neighborhood() == 0 ? 0 : r(cosines, criterion.neighborhood());
      outcomes[c][place] =
          new QueryOutcome(
              query.word(), query.gold(), rank(values, query), candidates(best, criterion, r));
    }
  }

  private static float[] biased(float[] cosines, float @Nullable [] bias) {
    if (bias == null) {
      return cosines;
    }
    float[] values = cosines.clone();
    for (int j = 0; j < bias.length; j++) {
      values[j] += bias[j];
    }
    return values;
  }

  private TopK best(float[] values, int k) {
    TopK best = new TopK(1, k);
    int width = base.panelWidth();
    float threshold = Float.NEGATIVE_INFINITY;
    for (int from = 0; from < values.length; from += width) {
      long bits = kernel.atLeast(values, from, threshold);
      for (; bits != 0; bits &= bits - 1) {
        int j = from + Long.numberOfTrailingZeros(bits);
        best.offer(0, values[j], j);
        threshold = best.threshold(0);
      }
    }
    return best;
  }

  /** r of the query: the mean cosine of its nearest rows. */
  private double r(float[] cosines, int neighborhood) {
    int k = Math.min(neighborhood, base.rows());
    int[] indices = new int[k];
    float[] scores = new float[k];
    best(cosines, k).finish(0, indices, scores, 0);
    double sum = 0;
    for (float score : scores) {
      sum += score;
    }
    return k == 0 ? 0 : sum / k;
  }

  private List<Candidate> candidates(TopK best, Criterion criterion, double r) {
    int[] indices = new int[CANDIDATES];
    float[] scores = new float[CANDIDATES];
    best.finish(0, indices, scores, 0);
    List<Candidate> list = new ArrayList<>(CANDIDATES);
    for (int rank = 0; rank < CANDIDATES && indices[rank] >= 0; rank++) {
      list.add(new Candidate(candidates.word(indices[rank]), criterion.shown(scores[rank], r)));
    }
    return List.copyOf(list);
  }

  /** The rank of the best gold row, from 1; 0 without one. */
  private int rank(float[] values, Query query) {
    if (!query.covered()) {
      return 0;
    }
    int gold = query.goldRows().getFirst();
    for (int row : query.goldRows()) {
      if (values[row] > values[gold]) {
        gold = row;
      }
    }
    float score = values[gold];
    float above = Math.nextUp(score);
    int width = base.panelWidth();
    int rank = 1;
    for (int from = 0; from < values.length; from += width) {
      boolean before = from + width <= gold;
      rank += Long.bitCount(kernel.atLeast(values, from, before ? score : above));
    }
    for (int j = gold - gold % width; j < gold; j++) {
      rank += values[j] == score ? 1 : 0;
    }
    return rank;
  }
}
