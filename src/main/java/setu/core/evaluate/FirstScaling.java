package setu.core.evaluate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * r(·) of CSLS before the first whole pass: of every row from a sample, then exact for the rows
 * that decide.
 *
 * <p>The sample is strided: with s of n rows seen, {@code r ≈ mean of the k best + ln(n/s) · their
 * mean excess over the next one}, as for an exponential tail (Pickands 1975). A hit at rank 1
 * depends on r(·) of the gold words and of the first candidates alone; {@link #settle} searches
 * these whole. What is known is kept while the mapping changes little: r(·) moves no further than
 * its row.
 */
final class FirstScaling {
  /** Rows of the other side seen in the sample. */
  private static final int SAMPLE = 1500;

  /** Multiplications that one side's deciders may take. */
  private static final long MOST = 60_000_000_000L;

  /** Mean movement of a row beyond which nothing known is kept. */
  private static final double FAR = 0.03;

  private final PreparedBase source;
  private final PreparedBase target;
  private final int neighborhood;
  private final NeighborSearch search;
  private final BitSet settledSource = new BitSet();
  private final BitSet settledTarget = new BitSet();
  private float[] ofSource = new float[0];
  private float[] ofTarget = new float[0];
  private @Nullable FloatMatrix mapping;

  /** Of unit rows on both sides, both prepared. */
  FirstScaling(PreparedBase source, PreparedBase target, int neighborhood, NeighborSearch search) {
    this.source = source;
    this.target = target;
    this.neighborhood = neighborhood;
    this.search = search;
  }

  /** Takes exact r(·) under {@code alignment} for known of every row. */
  void start(Alignment alignment, LocalScaling exact) {
    ofSource = exact.ofSource();
    ofTarget = exact.ofTarget();
    settledSource.set(0, ofSource.length);
    settledTarget.set(0, ofTarget.length);
    mapping = alignment.mapping();
  }

  /** What is known of r(·) under {@code alignment}. */
  LocalScaling now(Alignment alignment, Cancellation cancellation) {
    FloatMatrix before = mapping;
    if (before == null || movement(before, alignment.mapping()) > FAR) {
      mapping = null;
      settledSource.clear();
      settledTarget.clear();
      FloatMatrix mapped = alignment.mapSource(source.rows());
      ofTarget = extrapolated(target.rows(), mapped, cancellation);
      ofSource = extrapolated(mapped, target.rows(), cancellation);
      mapping = alignment.mapping();
    }
    return LocalScaling.of(ofSource, ofTarget);
  }

  /** The root mean square by which a mapping moves unit rows of no direction in particular. */
  private static double movement(FloatMatrix before, FloatMatrix now) {
    double squares = 0;
    for (int i = 0; i < now.rows(); i++) {
      for (int j = 0; j < now.columns(); j++) {
        double difference = now.get(i, j) - before.get(i, j);
        squares += difference * difference;
      }
    }
    return Math.sqrt(squares / now.rows());
  }

  /** Searches such of the rows as were not yet; false where there was nothing to do. */
  boolean settle(
      Alignment alignment, int[] sourceRows, int[] targetRows, Cancellation cancellation) {
    int[] sources = open(sourceRows, settledSource, target);
    int[] targets = open(targetRows, settledTarget, source);
    FloatMatrix mapped = alignment.mapSource(source.rows().gather(sources));
    FloatMatrix mappedBack = alignment.mapTargetBack(target.rows().gather(targets));
    put(mapped, target, sources, ofSource, settledSource, cancellation);
    put(mappedBack, source, targets, ofTarget, settledTarget, cancellation);
    return sources.length + targets.length > 0;
  }

  private static int[] open(int[] rows, BitSet settled, PreparedBase others) {
    long each = Math.max(1, (long) others.size() * others.rows().columns());
    return Arrays.stream(rows).filter(row -> !settled.get(row)).limit(MOST / each).toArray();
  }

  private void put(
      FloatMatrix rows,
      PreparedBase others,
      int[] places,
      float[] r,
      BitSet settled,
      Cancellation cancellation) {
    float[] exact =
        LocalScaling.oneSided(rows, others, neighborhood, search, Progress.NONE, cancellation);
    for (int i = 0; i < places.length; i++) {
      r[places[i]] = exact[i];
      settled.set(places[i]);
    }
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
}
