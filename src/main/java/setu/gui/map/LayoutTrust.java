package setu.gui.map;

import java.util.Arrays;
import setu.core.projection.Trustworthiness;

/** How far a layout can be trusted, as a whole and point by point. The array is never changed. */
final class LayoutTrust {
  /** By chance a point has about 0.5, at best 1: one below this is nearer to chance. */
  static final double LEAST = 0.75;

  private final double trustworthiness;
  private final double continuity;
  private final int measured;
  private final float[] byPoint;

  /**
   * What was measured on some points of a layout.
   *
   * @param points which they are
   * @param size how many points the layout has
   */
  LayoutTrust(Trustworthiness measure, int[] points, int size) {
    this.trustworthiness = measure.trustworthiness();
    this.continuity = measure.continuity();
    this.measured = measure.measured();
    this.byPoint = new float[size];
    Arrays.fill(byPoint, Float.NaN);
    for (int i = 0; i < points.length; i++) {
      byPoint[points[i]] = (float) measure.trustworthiness(i);
    }
  }

  /** Of the whole, 0 to 1: low where strangers are drawn as neighbours. */
  double trustworthiness() {
    return trustworthiness;
  }

  /** Of the whole, 0 to 1: low where neighbours are drawn apart. */
  double continuity() {
    return continuity;
  }

  /** How many points were measured. */
  int measured() {
    return measured;
  }

  /** The trustworthiness of each point, NaN where it was not measured. */
  float[] byPoint() {
    return byPoint;
  }

  /** Whether the neighbours drawn beside a point are not to be trusted. */
  boolean doubtful(int point) {
    return byPoint[point] < LEAST;
  }

  /** How many points are not to be trusted. */
  int doubtful() {
    int count = 0;
    for (int i = 0; i < byPoint.length; i++) {
      count += doubtful(i) ? 1 : 0;
    }
    return count;
  }
}
