package setu.core.align;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;

/**
 * Procrustes that follows edits: an anchor added or removed changes {@code XᵀZ} by rank one, and
 * one d × d singular value decomposition, started from the last one, gives the new mapping.
 *
 * <p>Anchors are a multiset of row pairs. XᵀZ is kept in double and summed afresh after {@value
 * #UPDATES_BEFORE_SUMMING} updates, so rounding never piles up. Not thread-safe.
 */
public final class LiveProcrustes {
  private static final int UPDATES_BEFORE_SUMMING = 4096;

  private final FloatMatrix source;
  private final FloatMatrix target;

  /** In the order they came in, for sums in that order: a refit's to the last bit. */
  private final Map<RowPair, Integer> counts = new LinkedHashMap<>();

  private final FollowingPolarFactor polar = new FollowingPolarFactor();
  private DoubleMatrix covariance;
  private int updates;
  private int size;

  private record RowPair(int source, int target) {}

  /**
   * No anchors yet between two normalised spaces, n × d and m × d.
   *
   * @throws setu.core.fault.AlignmentFault if they differ in dimensions
   */
  public LiveProcrustes(FloatMatrix source, FloatMatrix target) {
    Preconditions.requireEqualDimensions(source, target);
    this.source = source;
    this.target = target;
    covariance = DoubleMatrix.zeros(source.columns(), target.columns());
  }

  /** How many anchors there are, repeated ones counted each time. */
  public int size() {
    return size;
  }

  /** Adds one anchor. */
  public void add(int sourceRow, int targetRow) {
    counts.merge(new RowPair(sourceRow, targetRow), 1, Integer::sum);
    size++;
    update(1, sourceRow, targetRow);
  }

  /**
   * Removes one anchor.
   *
   * @throws IllegalArgumentException if it is not there
   */
  public void remove(int sourceRow, int targetRow) {
    RowPair pair = new RowPair(sourceRow, targetRow);
    if (!counts.containsKey(pair)) {
      throw new IllegalArgumentException("no anchor " + pair);
    }
    counts.computeIfPresent(pair, (key, count) -> count == 1 ? null : count - 1);
    size--;
    update(-1, sourceRow, targetRow);
  }

  /** Moves to another set of anchors; only the pairs that differ cost anything. */
  public void set(ResolvedAnchors anchors) {
    Map<RowPair, Integer> wanted = LinkedHashMap.newLinkedHashMap(anchors.size());
    for (int i = 0; i < anchors.size(); i++) {
      RowPair pair = new RowPair(anchors.sourceRows().get(i), anchors.targetRows().get(i));
      wanted.merge(pair, 1, Integer::sum);
    }
    Map<RowPair, Integer> changes = new HashMap<>(wanted);
    counts.forEach((pair, count) -> changes.merge(pair, -count, Integer::sum));
    changes.values().removeIf(change -> change == 0);
    counts.clear();
    counts.putAll(wanted);
    size = anchors.size();
    if (changes.size() > Math.min(UPDATES_BEFORE_SUMMING - updates, wanted.size() / 2)) {
      sum();
    } else {
      changes.forEach((pair, change) -> update(change, pair.source(), pair.target()));
    }
  }

  private void update(int times, int sourceRow, int targetRow) {
    if (updates >= UPDATES_BEFORE_SUMMING) {
      sum();
    } else {
      covariance.addOuter(times, source.row(sourceRow), target.row(targetRow));
      updates++;
    }
  }

  private void sum() {
    int[] sourceRows = new int[size];
    int[] targetRows = new int[size];
    int i = 0;
    for (Map.Entry<RowPair, Integer> entry : counts.entrySet()) {
      for (int times = entry.getValue(); times > 0; times--) {
        sourceRows[i] = entry.getKey().source();
        targetRows[i++] = entry.getKey().target();
      }
    }
    covariance = LinearAlgebra.crossCovariance(source, sourceRows, target, targetRows);
    updates = 0;
  }

  /**
   * The mapping of the present anchors.
   *
   * @throws setu.core.fault.AlignmentFault if there are none
   */
  public Alignment solve() {
    if (size == 0) {
      throw Preconditions.noAnchors(0);
    }
    return new Alignment("procrustes", polar.of(covariance).toFloat());
  }
}
