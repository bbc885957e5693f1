package setu.gui.map;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;

/** Where a method put the points, and what is known of the result. Immutable. */
final class MapLayout {
  /** How a layout is made. */
  enum Method {
    /** Principal components. */
    PCA,
    /** t-distributed stochastic neighbour embedding. */
    TSNE,
    /** Uniform manifold approximation and projection. */
    UMAP
  }

  /** How far a method went: both 0 where it has no iterations. */
  record Reached(int iteration, int iterations) {
    static final Reached AT_ONCE = new Reached(0, 0);

    boolean complete() {
      return iteration == iterations;
    }
  }

  private final Method method;
  private final Places places;
  private final int placed;
  private final long seed;
  private final Reached reached;
  private final @Nullable LayoutTrust trust;

  /** A layout whose trustworthiness is not measured. */
  MapLayout(Method method, Places places, long seed, Reached reached) {
    this(method, places, seed, reached, null);
  }

  private MapLayout(
      Method method, Places places, long seed, Reached reached, @Nullable LayoutTrust trust) {
    this.method = method;
    this.places = places;
    this.seed = seed;
    this.reached = reached;
    this.trust = trust;
    int count = 0;
    for (float value : places.x()) {
      count += Float.isNaN(value) ? 0 : 1;
    }
    this.placed = count;
  }

  /**
   * A layout of {@code size} points from the coordinates (m × 1 to m × 3) of some of them; further
   * coordinates are 0.
   *
   * @param dimensions 2 or 3
   * @param points which points, m of them
   */
  static MapLayout of(
      Method method,
      FloatMatrix coordinates,
      int dimensions,
      int[] points,
      int size,
      long seed,
      Reached reached) {
    float[][] axes = new float[dimensions][size];
    for (int axis = 0; axis < dimensions; axis++) {
      Arrays.fill(axes[axis], Float.NaN);
      for (int i = 0; i < points.length; i++) {
        axes[axis][points[i]] = axis < coordinates.columns() ? coordinates.get(i, axis) : 0;
      }
    }
    Places places = new Places(axes[0], axes[1], dimensions == 3 ? axes[2] : null);
    return new MapLayout(method, places, seed, reached);
  }

  /** Which method made it. */
  Method method() {
    return method;
  }

  /** Where the points are. */
  Places places() {
    return places;
  }

  /** 2 or 3. */
  int dimensions() {
    return places.dimensions();
  }

  /** How many points it holds. */
  int size() {
    return places.size();
  }

  /** How many of them have a place. */
  int placed() {
    return placed;
  }

  /** What makes it repeat exactly. */
  long seed() {
    return seed;
  }

  /** How far its method went. */
  Reached reached() {
    return reached;
  }

  /** Whether its method ran to its end. */
  boolean complete() {
    return reached.complete();
  }

  /** How far it can be trusted; null while that is not measured. */
  @Nullable LayoutTrust trust() {
    return trust;
  }

  /** The same layout, measured. */
  MapLayout trusted(LayoutTrust measured) {
    return new MapLayout(method, places, seed, reached, measured);
  }
}
