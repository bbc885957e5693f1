package setu.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Parallel;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;

/**
 * The stochastic dictionary induction of Artetxe, Labaka and Agirre 2018b: for every word the best
 * translation under CSLS among candidates of which each is kept with a probability, both ways.
 *
 * <p>The n × m similarities are held in memory: 4·n·m bytes. What chance drops depends on the seed
 * and the pair alone, so results do not depend on the number of threads.
 */
final class DictionaryInduction {
  private static final int ROWS_AT_ONCE = 64;

  private final FloatMatrix similarities;
  private final int n;
  private final int m;
  private final VectorKernel kernel = VectorKernel.best();
  private final int width = kernel.panelWidth();
  private final float[] ofSource;
  private final float[] ofTarget;
  private final double objective;

  private final int[] forward;
  private final int[] backward;

  /**
   * Induces a dictionary of unit rows x (n × d, mapped) and z (m × d).
   *
   * @param neighborhood k of r(·) in CSLS
   * @param keep the probability that a candidate is kept, 0 to 1
   * @param seed decides which are
   */
  DictionaryInduction(
      FloatMatrix x,
      FloatMatrix z,
      int neighborhood,
      double keep,
      long seed,
      Cancellation cancellation) {
    this(x, z, FloatMatrix.zeros(x.rows(), z.rows()), neighborhood, keep, seed, cancellation);
  }

  /** The same with the similarities in {@code room}, n × m, whose content is lost. */
  DictionaryInduction(
      FloatMatrix x,
      FloatMatrix z,
      FloatMatrix room,
      int neighborhood,
      double keep,
      long seed,
      Cancellation cancellation) {
    n = x.rows();
    m = z.rows();
    similarities = room;
    LinearAlgebra.multiplyTransposed(x, z, similarities);
    cancellation.check();
    TopK rows = new TopK(n, neighborhood);
    TopK columns = best(rows, neighborhood);
    ofSource = new float[n];
    ofTarget = new float[m];
    objective = (means(rows, ofSource) + means(columns, ofTarget)) / 2;
    cancellation.check();
    forward = new int[n];
    backward = new int[m];
    choose(new Chance(keep, seed));
  }

  /** The pairs of both directions: forward by source row, then backward by target row. */
  VecMapSelfLearning.Pairs pairs() {
    int[] source = new int[n + m];
    int[] target = new int[n + m];
    int size = 0;
    for (int i = 0; i < n; i++) {
      if (forward[i] >= 0) {
        source[size] = i;
        target[size++] = forward[i];
      }
    }
    for (int j = 0; j < m; j++) {
      if (backward[j] >= 0) {
        source[size] = backward[j];
        target[size++] = j;
      }
    }
    return new VecMapSelfLearning.Pairs(Arrays.copyOf(source, size), Arrays.copyOf(target, size));
  }

  /** n: the source words looked at. */
  int words() {
    return n;
  }

  /** The mean, over both sides, of every word's cosine to its nearest neighbour. */
  double objective() {
    return objective;
  }

  /**
   * {@code XᵀZ}'s second factor: row i of {@code sum} (n × d) becomes the sum of the targets that
   * row i is paired with.
   */
  void pairedTargets(FloatMatrix z, FloatMatrix sum) {
    float[] row = new float[z.columns()];
    float[] total = new float[z.columns()];
    float[] none = new float[z.columns()];
    for (int i = 0; i < n; i++) {
      if (forward[i] >= 0) {
        z.getRow(forward[i], row);
      }
      sum.setRow(i, forward[i] >= 0 ? row : none);
    }
    for (int j = 0; j < m; j++) {
      if (backward[j] >= 0) {
        z.getRow(j, row);
        sum.getRow(backward[j], total);
        kernel.axpy(1, row, 0, total, 0, total.length);
        sum.setRow(backward[j], total);
      }
    }
  }

  /** The best of every row into {@code rows}; of every column as the result. */
  private TopK best(TopK rows, int k) {
    List<TopK> parts = new ArrayList<>();
    ConcurrentLinkedQueue<ColumnScan> idle = new ConcurrentLinkedQueue<>();
    Parallel.forEach(
        Math.ceilDiv(n, ROWS_AT_ONCE),
        Parallel.processors(),
        piece -> {
          ColumnScan scan = idle.poll();
          if (scan == null) {
            scan = new ColumnScan(new TopK(m, k));
            synchronized (parts) {
              parts.add(scan.columns);
            }
          }
          for (int i = piece * ROWS_AT_ONCE; i < Math.min(n, (piece + 1) * ROWS_AT_ONCE); i++) {
            scan.scan(i, rows);
          }
          idle.add(scan);
        });
    TopK first = parts.isEmpty() ? new TopK(m, k) : parts.getFirst();
    for (TopK other : parts.subList(Math.min(1, parts.size()), parts.size())) {
      for (int j = 0; j < m; j++) {
        first.offerAll(j, other, j);
      }
    }
    return first;
  }

  /** One thread's best of every column. */
  private final class ColumnScan {
    private final TopK columns;
    private final float[] row = new float[padded()];
    private final float[] thresholds = new float[padded()];

    ColumnScan(TopK columns) {
      this.columns = columns;
      Arrays.fill(row, Float.NaN);
      Arrays.fill(thresholds, Float.NEGATIVE_INFINITY);
    }

    void scan(int i, TopK rows) {
      similarities.getRow(i, row);
      float least = rows.threshold(i);
      for (int from = 0; from < m; from += width) {
        for (long bits = kernel.atLeast(row, from, least); bits != 0; bits &= bits - 1) {
          int j = from + Long.numberOfTrailingZeros(bits);
          rows.offer(i, row[j], j);
        }
        least = rows.threshold(i);
        for (long bits = kernel.atLeast(row, from, thresholds, from); bits != 0; bits &= bits - 1) {
          int j = from + Long.numberOfTrailingZeros(bits);
          columns.offer(j, row[j], i);
          thresholds[j] = columns.threshold(j);
        }
      }
    }
  }

  private int padded() {
    return Math.ceilDiv(m, width) * width;
  }

  /** r(·) of every list; returns the mean of the best scores. */
  private static double means(TopK best, float[] r) {
    int[] indices = new int[best.k()];
    float[] scores = new float[best.k()];
    double sum = 0;
    for (int i = 0; i < r.length; i++) {
      best.finish(i, indices, scores, 0);
      double total = 0;
      int found = 0;
      while (found < scores.length && indices[found] >= 0) {
        total += scores[found++];
      }
      r[i] = found == 0 ? 0 : (float) (total / found);
      sum += found == 0 ? 0 : scores[0];
    }
    return r.length == 0 ? 0 : sum / r.length;
  }

  /** Which candidates are kept. */
  private record Chance(double keep, long seed) {
    boolean keeps(long salt, long pair) {
      if (keep >= 1) {
        return true;
      }
      // The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
      long h = seed + salt + pair * 0x9E3779B97F4A7C15L;
      h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
      h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
      h ^= h >>> 31;
      return (h >>> 11) * 0x1.0p-53 < keep;
    }
  }

  private void choose(Chance chance) {
    List<Choice> parts = new ArrayList<>();
    ConcurrentLinkedQueue<Choice> idle = new ConcurrentLinkedQueue<>();
    Parallel.forEach(
        Math.ceilDiv(n, ROWS_AT_ONCE),
        Parallel.processors(),
        piece -> {
          Choice choice = idle.poll();
          if (choice == null) {
            choice = new Choice(chance);
            synchronized (parts) {
              parts.add(choice);
            }
          }
          for (int i = piece * ROWS_AT_ONCE; i < Math.min(n, (piece + 1) * ROWS_AT_ONCE); i++) {
            forward[i] = choice.choose(i);
          }
          idle.add(choice);
        });
    for (int j = 0; j < m; j++) {
      backward[j] = -1;
      float best = Float.NEGATIVE_INFINITY;
      for (Choice part : parts) {
        boolean earlier = part.best[j] == best && part.chosen[j] < backward[j];
        if (part.chosen[j] >= 0 && (part.best[j] > best || earlier)) {
          best = part.best[j];
          backward[j] = part.chosen[j];
        }
      }
    }
  }

  /** One thread's choices for every column. */
  private final class Choice {
    private final Chance chance;
    private final float[] best = new float[padded()];
    private final int[] chosen = new int[m];
    private final float[] row = new float[padded()];
    private final float[] biased = new float[padded()];

    Choice(Chance chance) {
      this.chance = chance;
      Arrays.fill(best, Float.NEGATIVE_INFINITY);
      Arrays.fill(chosen, -1);
      Arrays.fill(row, Float.NaN);
      Arrays.fill(biased, Float.NaN);
    }

    /** The target of source row i; offers the row to every column. */
    int choose(int i) {
      similarities.getRow(i, row);
      float half = ofSource[i] / 2;
      for (int j = 0; j < m; j++) {
        biased[j] = row[j] - ofTarget[j] / 2;
        row[j] -= half;
      }
      int target = -1;
      float most = Float.NEGATIVE_INFINITY;
      for (int from = 0; from < m; from += width) {
        for (long bits = kernel.atLeast(biased, from, most); bits != 0; bits &= bits - 1) {
          int j = from + Long.numberOfTrailingZeros(bits);
          if (biased[j] > most && chance.keeps(0, (long) i * m + j)) {
            most = biased[j];
            target = j;
          }
        }
        for (long bits = kernel.atLeast(row, from, best, from); bits != 0; bits &= bits - 1) {
          int j = from + Long.numberOfTrailingZeros(bits);
          if (row[j] > best[j] && chance.keeps(0x632BE59BD9B4E019L, (long) i * m + j)) {
            best[j] = row[j];
            chosen[j] = i;
          }
        }
      }
      return target;
    }
  }
}
