package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
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
 *
 * <p>With a memory, a small change of the mapping costs little: the change of every cosine comes
 * from a product in few dimensions, and only the few rows whose order could differ are computed in
 * full ({@link CosineRefinement}). The outcome is the same.
 */
final class QueryRanking {
  static final int CANDIDATES = 10;

  /** What two orders of summing a product may differ by. */
  private static final float ROUNDING = 4e-6f;

  private static final int QUERIES_AT_ONCE = 8 * VectorKernel.GROUP;

  /** Fewer, where products are of few dimensions: their lines stay in the second-level cache. */
  private static final int QUERIES_AGAIN = VectorKernel.GROUP;

  private final VectorKernel kernel = VectorKernel.best();
  private final PackedRows base;
  private final FloatMatrix rows;
  private final Vocabulary candidates;
  private final int threads;
  private final @Nullable RememberedCosines memory;

  /** Over prepared base rows and their words. */
  QueryRanking(PreparedBase base, Vocabulary candidates, int threads) {
    this(base, candidates, threads, null);
  }

  /** The same, for queries that are ranked again and again: always as many, in one order. */
  QueryRanking(
      PreparedBase base, Vocabulary candidates, int threads, @Nullable RememberedCosines memory) {
    PackedRows packed = base.packed();
    boolean fits = packed.panelWidth() == kernel.panelWidth();
    this.base = fits ? packed : PackedRows.pack(base.rows(), kernel, threads);
    this.rows = base.rows();
    this.candidates = candidates;
    this.threads = threads;
    this.memory = memory;
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
    inChunks(
        n,
        queriesAtOnce(),
        base,
        (from, to, lines) -> {
          lines.multiply(vectors, from, to, cancellation);
          for (int i = from; i < to; i++) {
            cancellation.check();
            float[] cosines = lines.of(i - from);
            if (memory != null) {
              memory.remember(i, cosines);
            }
            rankOne(known.get(i), cosines, lines.spare(), criteria, outcomes, i);
          }
          progress.advance(to - from);
        });
    return lists(outcomes);
  }

  /** Whether {@link #rankAgain} may be called: a whole ranking was made, and not cut short. */
  boolean remembers() {
    return memory != null && memory.complete();
  }

  /**
   * Ranks every query after a small change of the mapping since the last {@link #rank}.
   *
   * @param vectors as in {@link #rank}, under the mapping of now
   * @param change of each query in few dimensions, n × r
   * @param changeOfBase m × r: its products with {@code change} are what cosines have changed by
   * @param residual the most that such a product is off
   */
  List<List<QueryOutcome>> rankAgain(
      List<Query> known,
      FloatMatrix vectors,
      List<Criterion> criteria,
      FloatMatrix change,
      FloatMatrix changeOfBase,
      float residual,
      Progress progress,
      Cancellation cancellation) {
    RememberedCosines then = memory;
    if (then == null) {
      throw new IllegalStateException("nothing is remembered");
    }
    int n = known.size();
    QueryOutcome[][] outcomes = new QueryOutcome[criteria.size()][n];
    progress.begin(Phase.EVALUATE, n);
    ConcurrentLinkedQueue<CosineRefinement> idle = new ConcurrentLinkedQueue<>();
    inChunks(
        n,
        QUERIES_AGAIN,
        PackedRows.pack(changeOfBase, kernel, threads),
        (from, to, lines) -> {
          CosineRefinement polled = idle.poll();
          CosineRefinement refinement =
              polled == null
                  ? new CosineRefinement(kernel, rows, base.paddedRows(), CANDIDATES)
                  : polled;
          lines.multiply(change, from, to, cancellation);
          for (int i = from; i < to; i++) {
            cancellation.check();
            float[] cosines = lines.of(i - from);
            then.addTo(i, cosines);
            float error = then.error(i) + residual + ROUNDING;
            refinement.refine(cosines, error, vectors, i, known.get(i), criteria);
            rankOne(known.get(i), cosines, lines.spare(), criteria, outcomes, i);
          }
          idle.add(refinement);
          progress.advance(to - from);
        });
    return lists(outcomes);
  }

  private interface Chunk {
    void rank(int from, int to, ProductLines lines);
  }

  private void inChunks(int n, int most, PackedRows packed, Chunk work) {
    int share = Math.ceilDiv(Math.ceilDiv(n, threads), VectorKernel.GROUP) * VectorKernel.GROUP;
    int chunk = Math.clamp(share, VectorKernel.GROUP, most);
    ConcurrentLinkedQueue<ProductLines> idle = new ConcurrentLinkedQueue<>();
    Parallel.forEach(
        Math.ceilDiv(n, chunk),
        threads,
        piece -> {
          ProductLines polled = idle.poll();
          ProductLines lines = polled == null ? new ProductLines(kernel, packed, chunk) : polled;
          work.rank(piece * chunk, Math.min(n, (piece + 1) * chunk), lines);
          idle.add(lines);
        });
  }

  private static List<List<QueryOutcome>> lists(QueryOutcome[][] outcomes) {
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

  private void rankOne(
      Query query,
      float[] cosines,
      float[] spare,
      List<Criterion> criteria,
      QueryOutcome[][] outcomes,
      int place) {
    for (int c = 0; c < criteria.size(); c++) {
      Criterion criterion = criteria.get(c);
      float[] values = biased(cosines, criterion.bias(), spare);
      TopK best = best(values, CANDIDATES);
      double r = criterion.neighborhood() == 0 ? 0 : r(cosines, criterion.neighborhood());
      outcomes[c][place] =
          new QueryOutcome(
              query.word(), query.gold(), rank(values, query), candidates(best, criterion, r));
    }
  }

  /** The values a criterion orders by: the cosines themselves, or written to {@code spare}. */
  static float[] biased(float[] cosines, float @Nullable [] bias, float[] spare) {
    if (bias == null) {
      return cosines;
    }
    System.arraycopy(cosines, bias.length, spare, bias.length, cosines.length - bias.length);
    for (int j = 0; j < bias.length; j++) {
      spare[j] = cosines[j] + bias[j];
    }
    return spare;
  }

  private TopK best(float[] values, int k) {
    return best(kernel, values, k);
  }

  /** The k best of values padded to whole panels. */
  static TopK best(VectorKernel kernel, float[] values, int k) {
    TopK best = new TopK(1, k);
    int width = kernel.panelWidth();
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
