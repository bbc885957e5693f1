package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import setu.core.align.Alignment;
import setu.core.align.AnchorWeights;
import setu.core.align.LiveProcrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * A small part of a dictionary that aligns two spaces nearly as well as the whole: Procrustes, P@1
 * under nearest neighbours on pairs kept aside.
 *
 * <p>Anchors are put in an order in which each adds the direction that those before it lack most
 * (Gram–Schmidt with pivoting, over again when all directions are there), those that the whole
 * dictionary bears out first. The shortest beginning that keeps the precision is found by halving,
 * and what it can do without is then left out, in smaller and smaller parts. Precision is no smooth
 * function of the dictionary, so a smaller one may exist.
 */
public final class SufficientDictionary {
  private static final double SHORTER = Math.sqrt(0.5);
  private static final int SMALLEST_PART = 64;

  /** A dictionary that was tried. */
  public record Point(int anchors, double precision) {}

  /**
   * What was found.
   *
   * @param pairs the small dictionary, in the order of the whole one
   * @param precision its P@1 on the pairs kept aside, per cent
   * @param whole P@1 of the whole dictionary, per cent
   * @param tried every dictionary tried, in turn
   * @param complete false where it was cancelled: a smaller one was still being looked for
   */
  public record Result(
      List<WordPair> pairs, double precision, double whole, List<Point> tried, boolean complete) {
    /** Copies the lists. */
    public Result {
      pairs = List.copyOf(pairs);
      tried = List.copyOf(tried);
    }
  }

  private final Vocabulary sourceWords;
  private final FloatMatrix source;
  private final Vocabulary targetWords;
  private final FloatMatrix target;
  private final PreparedBase targetBase;
  private final NeighborSearch search;

  /** Of two spaces whose rows have unit length, n × d and m × d. */
  public SufficientDictionary(
      Vocabulary sourceWords,
      FloatMatrix source,
      Vocabulary targetWords,
      FloatMatrix target,
      NeighborSearch search) {
    this.sourceWords = sourceWords;
    this.source = source;
    this.targetWords = targetWords;
    this.target = target;
    this.targetBase = search.prepare(target);
    this.search = search;
  }

  /**
   * Finds a small part of {@code training}.
   *
   * @param development pairs to measure on, none of them in {@code training}
   * @param weighting how much each pair of a dictionary counts among the others of it
   * @param loss points of P@1 that may be lost, at least 0
   * @throws setu.core.fault.AlignmentFault if no anchor is usable or no pair to measure on covered
   * @throws CancellationException if cancelled before the whole dictionary was measured
   */
  public Result of(
      List<WordPair> training,
      List<WordPair> development,
      AnchorWeights weighting,
      double loss,
      Progress progress,
      Cancellation cancellation) {
    if (!(loss >= 0)) {
      throw new IllegalArgumentException("a loss of " + loss);
    }
    ResolvedAnchors anchors = ResolvedAnchors.resolve(training, sourceWords, targetWords);
    return new Selection(anchors, development, weighting, loss, progress, cancellation).run();
  }

  /** One search for a small dictionary. */
  private final class Selection {
    private final ResolvedAnchors anchors;
    private final List<WordPair> development;
    private final Vocabulary queryWords;
    private final FloatMatrix queries;
    private final AnchorWeights weighting;
    private final double loss;
    private final Progress progress;
    private final Cancellation cancellation;
    private final LiveProcrustes live = new LiveProcrustes(source, target);
    private final List<Point> tried = new ArrayList<>();
    private int[] smallest = {};
    private double precision;

    Selection(
        ResolvedAnchors anchors,
        List<WordPair> development,
        AnchorWeights weighting,
        double loss,
        Progress progress,
        Cancellation cancellation) {
      this.anchors = anchors;
      this.development = development;
      List<String> words =
          development.stream()
              .map(WordPair::source)
              .distinct()
              .filter(word -> sourceWords.row(word) >= 0)
              .toList();
      this.queryWords = new Vocabulary(words);
      this.queries = source.gather(words.stream().mapToInt(sourceWords::row).toArray());
      this.weighting = weighting;
      this.loss = loss;
      this.progress = progress;
      this.cancellation = cancellation;
    }

    Result run() {
      progress.begin(Phase.ALIGN, 0);
      int[] all = IntStream.range(0, anchors.size()).toArray();
      double whole = measure(all);
      smallest = all;
      precision = whole;
      boolean complete = true;
      try {
        int[] order = order(live.solve());
        shorten(order, whole - loss);
        leaveOut(whole - loss);
      } catch (CancellationException e) {
        complete = false;
      }
      int[] kept = smallest.clone();
      Arrays.sort(kept);
      return new Result(
          IntStream.of(kept).mapToObj(anchors.used()::get).toList(),
          precision,
          whole,
          tried,
          complete);
    }

    private double measure(int[] chosen) {
      cancellation.check();
      live.set(
          new ResolvedAnchors(
              IntStream.of(chosen).mapToObj(anchors.sourceRows()::get).toList(),
              IntStream.of(chosen).mapToObj(anchors.targetRows()::get).toList(),
              IntStream.of(chosen).mapToObj(anchors.used()::get).toList(),
              List.of()),
          weighting);
      FloatMatrix mapped = live.solve().mapSource(queries);
      TranslationScore score =
          new WordTranslation(queryWords, mapped, targetWords, targetBase, search)
              .evaluate(
                  development,
                  new WordTranslation.Options(List.of(new Retrieval.Cosine()), false, 0),
                  Progress.NONE,
                  cancellation)
              .getFirst();
      double measured = score.precision().at1();
      tried.add(new Point(chosen.length, measured));
      progress.advance(1);
      return measured;
    }

    /** Keeps a dictionary if it is good enough. */
    private boolean suffices(int[] chosen, double least) {
      double measured = measure(chosen);
      if (measured < least) {
        return false;
      }
      smallest = chosen;
      precision = measured;
      return true;
    }

    private void shorten(int[] order, double least) {
      int enough = order.length;
      int few = 0;
      for (int size = next(enough); size > 0 && few == 0; size = next(size)) {
        if (suffices(Arrays.copyOf(order, size), least)) {
          enough = size;
        } else {
          few = size;
        }
      }
      while (enough - few > Math.max(1, enough / SMALLEST_PART)) {
        int size = (enough + few) >>> 1;
        if (suffices(Arrays.copyOf(order, size), least)) {
          enough = size;
        } else {
          few = size;
        }
      }
    }

    private int next(int size) {
      return Math.min(size - 1, (int) (size * SHORTER));
    }

    private void leaveOut(double least) {
      int finest = Math.max(1, smallest.length / SMALLEST_PART);
      for (int part = smallest.length / 8; part >= finest; part /= 2) {
        for (int end = smallest.length; end - part >= 0 && smallest.length > part; end -= part) {
          int[] without = new int[smallest.length - part];
          System.arraycopy(smallest, 0, without, 0, end - part);
          System.arraycopy(smallest, end, without, end - part, smallest.length - end);
          suffices(without, least);
        }
      }
    }

    /** Every anchor, the one that adds most first. */
    private int[] order(Alignment whole) {
      int n = anchors.size();
      int d = source.columns();
      FloatMatrix left = source.gather(anchors.sourceRowArray());
      FloatMatrix mapped = whole.mapSource(left);
      double[][] rows = new double[n][d];
      double[] weights = new double[n];
      for (int i = 0; i < n; i++) {
        float agreement = VectorKernel.best().dot(mapped, i, target, anchors.targetRows().get(i));
        weights[i] = Math.max(agreement, 0);
      }
      int[] order = new int[n];
      boolean[] taken = new boolean[n];
      double[] rest = new double[n];
      for (int at = 0; at < n; at++) {
        cancellation.check();
        if (at % d == 0) {
          for (int i = 0; i < n; i++) {
            for (int c = 0; c < d; c++) {
              rows[i][c] = weights[i] * left.get(i, c);
            }
            rest[i] = taken[i] ? -1 : VectorKernel.best().dot(rows[i], 0, rows[i], 0, d);
          }
        }
        int pivot = 0;
        for (int i = 1; i < n; i++) {
          if (rest[i] > rest[pivot]) {
            pivot = i;
          }
        }
        order[at] = pivot;
        taken[pivot] = true;
        double[] axis = rows[pivot].clone();
        double length = VectorKernel.best().dot(axis, 0, axis, 0, d);
        rest[pivot] = -1;
        if (length > 0) {
          int threads = search.threads();
          Parallel.forEach(
              threads,
              threads,
              part -> {
                for (int i = part; i < n; i += threads) {
                  if (rest[i] > 0) {
                    double along = VectorKernel.best().dot(rows[i], 0, axis, 0, d) / length;
                    VectorKernel.best().axpy(-along, axis, 0, rows[i], 0, d);
                    rest[i] = Math.max(0, rest[i] - along * along * length);
                  }
                }
              });
        }
      }
      return order;
    }
  }
}
