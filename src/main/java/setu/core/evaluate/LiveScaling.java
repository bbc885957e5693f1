package setu.core.evaluate;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.neighbor.Floors;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.ScalingCache;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * r(·) of CSLS for a mapping W that changes a little at a time, far cheaper than a pass over all
 * similarities, and mostly exact all the same.
 *
 * <p>A whole pass under W₀ keeps the {@value #SHORTLIST} nearest neighbours of every row on both
 * sides. Under a new W only these are measured, by their {@link MappingDrift}. What was not on the
 * list of row i scored at most tᵢ, the last score on it, and no cosine of i moved further than
 * {@code δᵢ = ‖xᵢ(W − W₀)‖} (for a target row {@code ‖zⱼ(W − W₀)ᵀ‖}). Where the k-th best of the
 * list is still above {@code tᵢ + δᵢ}, r of row i is therefore exact; the few other rows are
 * searched whole. Only when they are many are their values provisional: a lower bound.
 *
 * <p>Before the first pass r is what a {@link ScalingCache} kept, else that of {@link
 * FirstScaling}.
 */
final class LiveScaling {
  /** Neighbours kept of every row. */
  static final int SHORTLIST = 32;

  /** Multiplications of a whole pass that is quick enough to be made at once. */
  static final long QUICK = 4_000_000_000L;

  /** Multiplications spent on searching uncertain rows whole. */
  private static final long REPAIR = 4_000_000_000L;

  /** A drift known no better is told to be provisional. */
  private static final float EXACT = 2e-5f;

  private static final int ROWS_AT_ONCE = 512;
  private static final float ROUNDING = 1e-5f;

  private final PreparedBase sourceBase;
  private final PreparedBase targetBase;
  private final int neighborhood;
  private final NeighborSearch search;
  private final Drifts drifts;
  private final long quick;
  private final ScalingCache scalings;
  private @Nullable Pass last;
  private @Nullable FirstScaling first;

  /** What a whole pass left behind: its mapping, and the neighbours of both sides. */
  private record Pass(FloatMatrix mapping, NeighborSearch.TwoWay neighbors) {}

  /** r(·) of both sides, and whether all of it is exact. */
  record Result(LocalScaling scaling, boolean exact) {}

  /**
   * Of unit rows on both sides, both prepared.
   *
   * @param drifts of the same rows
   * @param quick multiplications of a whole pass that may be made at any edit
   * @param scalings where r(·) under the first mapping is looked up and kept
   */
  LiveScaling(
      PreparedBase source,
      PreparedBase target,
      int neighborhood,
      NeighborSearch search,
      Drifts drifts,
      long quick,
      ScalingCache scalings) {
    this.sourceBase = source;
    this.targetBase = target;
    this.neighborhood = neighborhood;
    this.search = search;
    this.drifts = drifts;
    this.quick = quick;
    this.scalings = scalings;
  }

  /** Whether a whole pass is quick enough to be made at every edit. */
  private boolean quick() {
    return (long) sourceBase.size() * targetBase.size() * targetBase.rows().columns() <= quick;
  }

  /** A whole pass under {@code alignment}, exact; later answers start from it. */
  LocalScaling exact(Alignment alignment, Progress progress, Cancellation cancellation) {
    FloatMatrix mapped = alignment.mapSource(sourceBase.rows());
    int k = Math.max(SHORTLIST, neighborhood + 1);
    NeighborSearch.TwoWay neighbors =
        search.searchBothWays(mapped, targetBase, k, floors(alignment, k), progress, cancellation);
    LocalScaling found = LocalScaling.of(neighbors, neighborhood);
    if (last == null) {
      scalings.keep(mapped, targetBase.rows(), neighborhood, search.threads(), found);
    }
    last = new Pass(alignment.mapping(), neighbors);
    first = null;
    return found;
  }

  /**
   * Counts later drifts from {@code alignment}, where the whole pass that this takes is a quick one
   * and was not just made.
   */
  void recentre(Alignment alignment, Progress progress, Cancellation cancellation) {
    Pass pass = last;
    if (quick() && pass != null && pass.mapping() != alignment.mapping()) {
      exact(alignment, progress, cancellation);
    }
  }

  /** What the pass before tells of the next one: those on a list are still about as near. */
  private Floors floors(Alignment alignment, int k) {
    Pass pass = last;
    if (pass == null) {
      return Floors.NONE;
    }
    MappingDrift drift = drifts.from(pass.mapping(), alignment);
    NeighborSearch.TwoWay lists = pass.neighbors();
    float off = drift.residual() + ROUNDING;
    return new Floors(
        floors(drift.source(), drift.target(), lists.ofLeft(), k, off),
        floors(drift.target(), drift.source(), lists.ofRight(), k, off));
  }

  private static float[] floors(
      FloatMatrix rows, FloatMatrix others, Neighbors shortlist, int k, float off) {
    VectorKernel kernel = VectorKernel.best();
    float[] floors = new float[rows.rows()];
    Parallel.forEach(
        Math.ceilDiv(floors.length, ROWS_AT_ONCE),
        Parallel.processors(),
        piece -> {
          int to = Math.min(floors.length, (piece + 1) * ROWS_AT_ONCE);
          for (int i = piece * ROWS_AT_ONCE; i < to; i++) {
            float least = shortlist.k() == k ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
            for (int rank = 0; rank < shortlist.k(); rank++) {
              int j = shortlist.index(i, rank);
              float now =
                  j < 0
                      ? Float.NEGATIVE_INFINITY
                      : shortlist.score(i, rank) + kernel.dot(rows, i, others, j) - off;
              least = Math.min(least, now);
            }
            floors[i] = least;
          }
        });
    return floors;
  }

  /** r(·) under {@code alignment}, exact where that is quick, else provisional. */
  Result now(Alignment alignment, Progress progress, Cancellation cancellation) {
    Pass pass = last;
    Result result =
        pass != null
            ? updated(alignment, pass, cancellation)
            : quick() ? null : beforeAnyPass(alignment, cancellation);
    return result == null ? new Result(exact(alignment, progress, cancellation), true) : result;
  }

  /** As kept, where this mapping is the first one asked about and was measured before. */
  private Result beforeAnyPass(Alignment alignment, Cancellation cancellation) {
    if (first == null) {
      FloatMatrix mapped = alignment.mapSource(sourceBase.rows());
      LocalScaling kept = scalings.find(mapped, targetBase.rows(), neighborhood, search.threads());
      if (kept != null) {
        first().start(alignment, kept);
        return new Result(kept, true);
      }
    }
    return new Result(first().now(alignment, cancellation), false);
  }

  /**
   * Before the first pass: r(·) once more, exact for the rows that decide; null where nothing is
   * left to do.
   */
  @Nullable Result settled(
      Alignment alignment, int[] sourceRows, int[] targetRows, Cancellation cancellation) {
    if (last != null || !first().settle(alignment, sourceRows, targetRows, cancellation)) {
      return null;
    }
    return new Result(first().now(alignment, cancellation), false);
  }

  private FirstScaling first() {
    FirstScaling known = first;
    if (known == null) {
      known = new FirstScaling(sourceBase, targetBase, neighborhood, search);
      first = known;
    }
    return known;
  }

  /** From the short lists; null where a whole pass is the better way. */
  private @Nullable Result updated(Alignment alignment, Pass pass, Cancellation cancellation) {
    MappingDrift drift = drifts.from(pass.mapping(), alignment);
    boolean[] sourceSure = new boolean[sourceBase.size()];
    boolean[] targetSure = new boolean[targetBase.size()];
    float[] ofSource =
        overShortlist(
            drift.source(),
            drift.target(),
            pass.neighbors().ofLeft(),
            row -> drift.ofSource(row) + drift.residual(),
            sourceSure,
            cancellation);
    int[] sourceRows = unsure(sourceSure);
    if (quick() && tooMany(sourceRows.length, 0)) {
      return null; // the other side would be measured in vain
    }
    float[] ofTarget =
        overShortlist(
            drift.target(),
            drift.source(),
            pass.neighbors().ofRight(),
            row -> drift.ofTarget(row) + drift.residual(),
            targetSure,
            cancellation);
    int[] targetRows = unsure(targetSure);
    if (drift.residual() > EXACT || tooMany(sourceRows.length, targetRows.length)) {
      return quick() ? null : new Result(LocalScaling.of(ofSource, ofTarget), false);
    }
    FloatMatrix mapped = alignment.mapSource(sourceBase.rows().gather(sourceRows));
    FloatMatrix mappedBack = alignment.mapTargetBack(targetBase.rows().gather(targetRows));
    repair(mapped, targetBase, sourceRows, ofSource, cancellation);
    repair(mappedBack, sourceBase, targetRows, ofTarget, cancellation);
    return new Result(LocalScaling.of(ofSource, ofTarget), true);
  }

  /** Whether searching so many rows whole is no better than a whole pass, or takes too long. */
  private boolean tooMany(int sourceRows, int targetRows) {
    long repair =
        ((long) sourceRows * targetBase.size() + (long) targetRows * sourceBase.size())
            * targetBase.rows().columns();
    return repair > (quick() ? quick / 2 : REPAIR);
  }

  /** How far the cosines of a row may have moved. */
  private interface Movement {
    float of(int row);
  }

  private float[] overShortlist(
      FloatMatrix rows,
      FloatMatrix others,
      Neighbors shortlist,
      Movement movement,
      boolean[] sure,
      Cancellation cancellation) {
    VectorKernel kernel = VectorKernel.best();
    float[] r = new float[rows.rows()];
    Parallel.forEach(
        Math.ceilDiv(r.length, ROWS_AT_ONCE),
        Parallel.processors(),
        piece -> {
          cancellation.check();
          float[] best = new float[neighborhood];
          int to = Math.min(r.length, (piece + 1) * ROWS_AT_ONCE);
          for (int i = piece * ROWS_AT_ONCE; i < to; i++) {
            float moved = movement.of(i) + ROUNDING;
            int seen = 0;
            boolean settled = false;
            // The list is in the order of the last pass: once the k-th best found is above what the
            // next one can have become, no later one matters, on the list or off it.
            while (!settled && seen < shortlist.k() && shortlist.index(i, seen) >= 0) {
              float before = shortlist.score(i, seen);
              settled = seen >= neighborhood && best[neighborhood - 1] >= before + moved;
              if (!settled) {
                keepBest(
                    best, seen, before + kernel.dot(rows, i, others, shortlist.index(i, seen)));
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
                    || best[used - 1] >= shortlist.score(i, seen - 1) + moved;
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
}
