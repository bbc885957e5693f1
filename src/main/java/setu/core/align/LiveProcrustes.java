package setu.core.align;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;

/**
 * Procrustes that follows edits: an anchor added or removed changes {@code XᵀZ} by rank one, and
 * one d × d singular value decomposition, started from the last one, gives the new mapping.
 *
 * <p>Anchors are a multiset of row pairs, each with a weight. XᵀZ is kept in double and summed
 * afresh after {@value #UPDATES_BEFORE_SUMMING} updates, so rounding never piles up. Not
 * thread-safe.
 */
public final class LiveProcrustes {
  private static final int UPDATES_BEFORE_SUMMING = 4096;

  private final FloatMatrix source;
  private final FloatMatrix target;

  /** In the order they came in, for sums in that order: a refit's to the last bit. */
  private final Map<RowPair, Double> weights = new LinkedHashMap<>();

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

  /** Adds one anchor of weight 1. */
  public void add(int sourceRow, int targetRow) {
    weights.merge(new RowPair(sourceRow, targetRow), 1.0, Double::sum);
    size++;
    update(1, sourceRow, targetRow);
  }

  /**
   * Removes one anchor of weight 1.
   *
   * @throws IllegalArgumentException if it is not there
   */
  public void remove(int sourceRow, int targetRow) {
    RowPair pair = new RowPair(sourceRow, targetRow);
    double weight = weights.getOrDefault(pair, 0.0);
    if (weight < 1) {
      throw new IllegalArgumentException("no anchor " + pair);
    }
    weights.computeIfPresent(pair, (key, before) -> before == 1 ? null : before - 1);
    size--;
    update(-1, sourceRow, targetRow);
  }

  /** Moves to another set of anchors of weight 1; only the pairs that differ cost anything. */
  public void set(ResolvedAnchors anchors) {
    set(anchors, AnchorWeights.Property.EQUAL);
  }

  /**
   * Moves to another set of weighted anchors, {@code min Σ wᵢ ‖xᵢW − zᵢ‖²}; only the pairs whose
   * weight differs cost anything: an inflection more changes those of its family.
   */
  public void set(ResolvedAnchors anchors, AnchorWeights weighting) {
    double[] each = weighting.of(anchors);
    Map<RowPair, Double> wanted = LinkedHashMap.newLinkedHashMap(anchors.size());
    for (int i = 0; i < anchors.size(); i++) {
      RowPair pair = new RowPair(anchors.sourceRows().get(i), anchors.targetRows().get(i));
      wanted.merge(pair, each[i], Double::sum);
    }
    Map<RowPair, Double> changes = new HashMap<>(wanted);
    weights.forEach((pair, weight) -> changes.merge(pair, -weight, Double::sum));
    changes.values().removeIf(change -> change == 0);
    weights.clear();
    weights.putAll(wanted);
    size = anchors.size();
    if (changes.size() > Math.min(UPDATES_BEFORE_SUMMING - updates, wanted.size() / 2)) {
      sum();
    } else {
      changes.forEach((pair, change) -> update(change, pair.source(), pair.target()));
    }
  }

  private void update(double change, int sourceRow, int targetRow) {
    if (updates >= UPDATES_BEFORE_SUMMING) {
      sum();
    } else {
      covariance.addOuter(change, source.row(sourceRow), target.row(targetRow));
      updates++;
    }
  }

  /** An anchor that stands twice is two rows of the sum, as in a refit. */
  private void sum() {
    List<RowPair> rows = new ArrayList<>(size);
    List<Double> parts = new ArrayList<>(size);
    weights.forEach(
        (pair, weight) -> {
          for (double left = weight; left > 0; left--) {
            rows.add(pair);
            parts.add(Math.min(1, left));
          }
        });
    FloatMatrix x = source.gather(rows.stream().mapToInt(RowPair::source).toArray());
    FloatMatrix z = target.gather(rows.stream().mapToInt(RowPair::target).toArray());
    Procrustes.weigh(x, parts.stream().mapToDouble(Double::doubleValue).toArray());
    covariance = LinearAlgebra.crossCovariance(x, z);
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
