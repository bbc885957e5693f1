package setu.core.evaluate;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * r(·) of CSLS for a mapping W that changes a little at a time, far cheaper than a pass over all
 * similarities, and mostly exact all the same.
 *
 * <p>A whole pass under W₀ keeps the {@value #SHORTLIST} nearest neighbours of every row on both
 * sides. Under a new W only these are measured. What was not on the list of row i scored at most
 * tᵢ, the last score on it, and no cosine of i moved further than {@code δᵢ = ‖xᵢ(W − W₀)‖} (for a
 * target row {@code ‖zⱼ(W − W₀)ᵀ‖}). Where the k-th best of the list is still above {@code tᵢ +
 * δᵢ}, r of row i is therefore exact; the few other rows are searched whole. Only when they are
 * many are their values provisional: a lower bound.
 *
 * <p>Before the first pass r comes from a strided sample of the other side: with s of n rows seen,
 * {@code r ≈ mean of the k best + ln(n/s) · their mean excess over the next one}, as for an
 * exponential tail (Pickands 1975).
 */
final class LiveScaling {
  /** Neighbours kept of every row. */
  static final int SHORTLIST = 32;

  /** Rows of the other side seen before the first whole pass. */
  private static final int SAMPLE = 1500;

  /** Multiplications of a whole pass that is quick enough to be made at once. */
  static final long QUICK = 4_000_000_000L;

  /** Multiplications spent on searching uncertain rows whole. */
  private static final long REPAIR = 12_000_000_000L;

  private static final int ROWS_AT_ONCE = 512;
  private static final float ROUNDING = 1e-5f;

  private final FloatMatrix source;
  private final PreparedBase sourceBase;
  private final PreparedBase targetBase;
  private final int neighborhood;
  private final NeighborSearch search;
  private final long quick;
  private @Nullable Pass last;

  /** What a whole pass left behind: both spaces mapped over, and the neighbours of both sides. */
  private record Pass(
      FloatMatrix mapped, FloatMatrix mappedBack, NeighborSearch.TwoWay neighbors) {}

  /** r(·) of both sides, and whether all of it is exact. */
  record Result(LocalScaling scaling, boolean exact) {}

  /**
   * Of unit rows on both sides, both prepared.
   *
   * @param quick multiplications of a whole pass that may be made at any edit
   */
  LiveScaling(
      PreparedBase source,
      PreparedBase target,
      int neighborhood,
      NeighborSearch search,
      long quick) {
    this.source = source.rows();
    this.sourceBase = source;
    this.targetBase = target;
    this.neighborhood = neighborhood;
    this.search = search;
    this.quick = quick;
  }

  /** Whether a whole pass is quick enough to be made at every edit. */
  boolean quick() {
    return (long) source.rows() * targetBase.size() * source.columns() <= quick;
  }

  /** A whole pass under {@code alignment}, exact; later answers start from it. */
  LocalScaling exact(Alignment alignment, Progress progress, Cancellation cancellation) {
    FloatMatrix mapped = alignment.mapSource(source);
    int k = Math.max(SHORTLIST, neighborhood + 1);
    NeighborSearch.TwoWay neighbors =
        search.searchBothWays(mapped, targetBase, k, progress, cancellation);
    last = new Pass(mapped, alignment.mapTargetBack(targetBase.rows()), neighbors);
    return LocalScaling.of(neighbors, neighborhood);
  }

  /** r(·) under {@code alignment}, exact where that is quick, else provisional. */
  Result now(Alignment alignment, Progress progress, Cancellation cancellation) {
    Pass pass = last;
    FloatMatrix mapped = alignment.mapSource(source);
    cancellation.check();
    Result result =
        pass == null
            ? quick() ? null : sampled(mapped, cancellation)
            : updated(alignment, mapped, pass, cancellation);
    return result == null ? new Result(exact(alignment, progress, cancellation), true) : result;
  }

  /** From the short lists; null where a whole pass is the better way. */
  private @Nullable Result updated(
      Alignment alignment, FloatMatrix mapped, Pass pass, Cancellation cancellation) {
    FloatMatrix mappedBack = alignment.mapTargetBack(targetBase.rows());
    float[] sourceMoved = moved(mapped, pass.mapped());
    float[] targetMoved = moved(mappedBack, pass.mappedBack());
    FloatMatrix targets = targetBase.rows();
    boolean[] sourceSure = new boolean[mapped.rows()];
    boolean[] targetSure = new boolean[targets.rows()];
    float[] ofSource =
        overShortlist(
            mapped, targets, pass.neighbors().ofLeft(), sourceMoved, sourceSure, cancellation);
    float[] ofTarget =
        overShortlist(
            targets, mapped, pass.neighbors().ofRight(), targetMoved, targetSure, cancellation);
    int[] sourceRows = unsure(sourceSure);
    int[] targetRows = unsure(targetSure);
    long repair =
        ((long) sourceRows.length * targets.rows() + (long) targetRows.length * mapped.rows())
            * source.columns();
    if (repair > (quick() ? quick / 2 : REPAIR)) {
      return quick() ? null : new Result(LocalScaling.of(ofSource, ofTarget), false);
    }
    repair(mapped.gather(sourceRows), targetBase, sourceRows, ofSource, cancellation);
    repair(mappedBack.gather(targetRows), sourceBase, targetRows, ofTarget, cancellation);
    return new Result(LocalScaling.of(ofSource, ofTarget), true);
  }

  /** How far each mapped row has moved since the pass. */
  private static float[] moved(FloatMatrix now, FloatMatrix before) {
    float[] moved = new float[now.rows()];
    parallel(
        now.rows(),
        (from, to) -> {
          float[] a = new float[now.columns()];
          float[] b = new float[now.columns()];
          for (int i = from; i < to; i++) {
            now.getRow(i, a);
            before.getRow(i, b);
            float sum = 0;
            for (int j = 0; j < a.length; j++) {
              float difference = a[j] - b[j];
              sum += difference * difference;
            }
            moved[i] = (float) Math.sqrt(sum);
          }
        });
    return moved;
  }

  private float[] overShortlist(
      FloatMatrix rows,
      FloatMatrix others,
      Neighbors shortlist,
      float[] moved,
      boolean[] sure,
      Cancellation cancellation) {
    VectorKernel kernel = VectorKernel.best();
    float[] r = new float[rows.rows()];
    parallel(
        rows.rows(),
        (from, to) -> {
          cancellation.check();
          float[] best = new float[neighborhood];
          for (int i = from; i < to; i++) {
            int seen = 0;
            boolean settled = false;
            // The list is in the order of the last pass: once the k-th best found is above what the
            // next one can have become, no later one matters, on the list or off it.
            while (!settled && seen < shortlist.k() && shortlist.index(i, seen) >= 0) {
              float ceiling = shortlist.score(i, seen) + moved[i] + ROUNDING;
              settled = seen >= neighborhood && best[neighborhood - 1] >= ceiling;
              if (!settled) {
                keepBest(best, seen, kernel.dot(rows, i, others, shortlist.index(i, seen)));
                seen++;
              }
            }
            int used = Math.min(neighborhood, seen);
            double sum = 0;
            for (int rank = 0; rank < used; rank++) {
              sum += best[rank];
            }
            r[i] = used == 0 ? 0 : (float) (sum / used);
            sure[i] =
                settled
                    || seen == others.rows()
                    || best[used - 1] >= shortlist.score(i, seen - 1) + moved[i] + ROUNDING;
          }
        });
    return r;
  }

  /**
   * Puts {@code value} into the descending {@code best}, of which {@code seen} were offered before.
   */
  private static void keepBest(float[] best, int seen, float value) {
    int place = Math.min(seen, best.length);
    if (place == best.length && value <= best[place - 1]) {
      return;
    }
    place = Math.min(place, best.length - 1);
    while (place > 0 && best[place - 1] < value) {
      best[place] = best[place - 1];
      place--;
    }
    best[place] = value;
  }

  private static int[] unsure(boolean[] sure) {
    return IntStream.range(0, sure.length).filter(i -> !sure[i]).toArray();
  }

  private void repair(
      FloatMatrix rows, PreparedBase others, int[] places, float[] r, Cancellation cancellation) {
    float[] exact =
        LocalScaling.oneSided(rows, others, neighborhood, search, Progress.NONE, cancellation);
    for (int i = 0; i < places.length; i++) {
      r[places[i]] = exact[i];
    }
  }

  private Result sampled(FloatMatrix mapped, Cancellation cancellation) {
    FloatMatrix targets = targetBase.rows();
    float[] ofTarget = extrapolated(targets, mapped, cancellation);
    float[] ofSource = extrapolated(mapped, targets, cancellation);
    return new Result(LocalScaling.of(ofSource, ofTarget), false);
  }

  private float[] extrapolated(FloatMatrix rows, FloatMatrix others, Cancellation cancellation) {
    int n = others.rows();
    int seen = Math.min(n, SAMPLE);
    int[] sample = IntStream.range(0, seen).map(i -> (int) ((long) i * n / seen)).toArray();
    Neighbors best =
        search.search(rows, others.gather(sample), neighborhood + 1, Progress.NONE, cancellation);
    float unseen = (float) Math.log((double) n / seen);
    float[] r = LocalScaling.means(best, neighborhood);
    for (int i = 0; i < r.length; i++) {
      if (best.index(i, neighborhood) >= 0) {
        r[i] = Math.min(1, r[i] + unseen * (r[i] - best.score(i, neighborhood)));
      }
    }
    return r;
  }

  private interface Stretch {
    void work(int from, int to);
  }

  private static void parallel(int rows, Stretch stretch) {
    Parallel.forEach(
        Math.ceilDiv(rows, ROWS_AT_ONCE),
        Parallel.processors(),
        piece -> stretch.work(piece * ROWS_AT_ONCE, Math.min(rows, (piece + 1) * ROWS_AT_ONCE)));
  }
}
