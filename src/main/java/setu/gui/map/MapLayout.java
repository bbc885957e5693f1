package setu.gui.map;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;

/**
 * Where a method put the points: x and y of each, NaN for a point that was left out. The arrays are
 * never changed.
 */
public final class MapLayout {
  /** How a layout is made. */
  public enum Method {
    /** Principal components. */
    PCA,
    /** t-distributed stochastic neighbour embedding. */
    TSNE,
    /** Uniform manifold approximation and projection. */
    UMAP
  }

  private final Method method;
  private final float[] x;
  private final float[] y;
  private final int placed;
  private final long seed;
  private final boolean complete;
  private final double trustworthiness;
  private final float @Nullable [] trust;

  /**
   * A layout whose trustworthiness is not measured.
   *
   * @param complete false for the last snapshot of a cancelled run
   */
  public MapLayout(Method method, float[] x, float[] y, long seed, boolean complete) {
    this(method, x, y, seed, complete, Double.NaN, null);
  }

  private MapLayout(
      Method method,
      float[] x,
      float[] y,
      long seed,
      boolean complete,
      double trustworthiness,
      float @Nullable [] trust) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
    }
    this.method = method;
    this.x = x;
    this.y = y;
    this.seed = seed;
    this.trustworthiness = trustworthiness;
    this.complete = complete;
    this.trust = trust;
    int count = 0;
    for (float value : x) {
      count += Float.isNaN(value) ? 0 : 1;
    }
    this.placed = count;
  }

  /** Which method made it. */
  public Method method() {
    return method;
  }

  /** The x of each point. */
  float[] x() {
    return x;
  }

  /** The y of each point. */
  float[] y() {
    return y;
  }

  /** How many points it holds. */
  public int size() {
    return x.length;
  }

  /** How many of them have a place. */
  public int placed() {
    return placed;
  }

  /** What makes it repeat exactly. */
  public long seed() {
    return seed;
  }

  /** How far its neighbourhoods can be trusted, 0 to 1; NaN while it is not measured. */
  public double trustworthiness() {
    return trustworthiness;
  }

  /** Whether its method ran to its end. */
  public boolean complete() {
    return complete;
  }

  /** The trustworthiness of each point, NaN where it was not measured; null before. */
  float @Nullable [] trust() {
    return trust;
  }

  /** The same layout with its trustworthiness, of the whole and of each point. */
  MapLayout trusted(double whole, float[] byPoint) {
    return new MapLayout(method, x, y, seed, complete, whole, byPoint);
  }

  /**
   * A layout of {@code size} points from the coordinates (m × 2 or wider) of some of them.
   *
   * @param points which points, m of them
   */
  static MapLayout of(
      Method method, FloatMatrix coordinates, int[] points, int size, long seed, boolean complete) {
    float[] x = new float[size];
    float[] y = new float[size];
    Arrays.fill(x, Float.NaN);
    Arrays.fill(y, Float.NaN);
    for (int i = 0; i < points.length; i++) {
      x[points[i]] = coordinates.get(i, 0);
      y[points[i]] = coordinates.get(i, 1);
    }
    return new MapLayout(method, x, y, seed, complete);
  }
}
