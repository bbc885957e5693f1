package setu.gui.map;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.projection.Pca;
import setu.core.projection.PrincipalAxes;
import setu.core.projection.Projection;
import setu.core.projection.Projector;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.map.MapLayout.Method;

/**
 * Makes layouts. PCA is fitted once in a project's life, so that after an edit only what the edit
 * moved moves; its axes also show where the source stood before it was aligned.
 */
final class LayoutMethods {
  /** t-SNE of more points than this takes longer than anybody waits for a map. */
  static final int TSNE_POINTS = 3_000;

  /**
   * A layout and, where the same axes can show it, the one before alignment.
   *
   * @param unaligned null where there is none
   */
  record Layouts(MapLayout aligned, @Nullable MapLayout unaligned) {}

  private final Map<Method, Projector> projectors;
  private final long seed;
  private final @Nullable TrustMeasure trustMeasure;
  private @Nullable FloatMatrix fittedOn;
  private @Nullable PrincipalAxes axes;

  /** Measures how far each point of a layout can be trusted, 0 to 1; NaN where it did not. */
  interface TrustMeasure {
    float[] measure(
        FloatMatrix vectors,
        FloatMatrix coordinates,
        long seed,
        Progress progress,
        Cancellation cancellation);
  }

  /**
   * Methods beside PCA, and the seed of them all.
   *
   * @param trustMeasure null where trustworthiness is not to be measured
   */
  LayoutMethods(Map<Method, Projector> projectors, @Nullable TrustMeasure trustMeasure, long seed) {
    this.trustMeasure = trustMeasure;
    this.projectors = new EnumMap<>(Method.class);
    this.projectors.putAll(projectors);
    this.seed = seed;
  }

  /** Whether there is such a method. */
  boolean has(Method method) {
    return method == Method.PCA || projectors.containsKey(method);
  }

  /** Lays the points of both spaces out. */
  Layouts lay(Method method, MapSpaces spaces, Progress progress, Cancellation cancellation) {
    Projector projector = projectors.get(method);
    return projector == null
        ? principal(spaces, progress, cancellation)
        : new Layouts(project(method, projector, spaces, progress, cancellation), null);
  }

  private Layouts principal(MapSpaces spaces, Progress progress, Cancellation cancellation) {
    PrincipalAxes fitted = axes(spaces, progress, cancellation);
    FloatMatrix source = fitted.transform(spaces.source(), cancellation);
    FloatMatrix target = fitted.transform(spaces.target(), cancellation);
    MapLayout aligned = joined(source, target);
    FloatMatrix before = spaces.unaligned();
    return new Layouts(
        aligned, before == null ? null : joined(fitted.transform(before, cancellation), target));
  }

  /** The target's matrix is the same one as long as the project is. */
  private synchronized PrincipalAxes axes(
      MapSpaces spaces, Progress progress, Cancellation cancellation) {
    PrincipalAxes known = axes;
    if (known == null
        || !spaces.target().equals(fittedOn)
        || known.dimensions() != spaces.source().columns()) {
      int count = Math.min(2, spaces.source().columns());
      known = Pca.fit(List.of(spaces.source(), spaces.target()), count, progress, cancellation);
      axes = known;
      fittedOn = spaces.target();
    }
    return known;
  }

  private MapLayout joined(FloatMatrix source, FloatMatrix target) {
    int sources = source.rows();
    float[] x = new float[sources + target.rows()];
    float[] y = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      FloatMatrix of = i < sources ? source : target;
      int row = i < sources ? i : i - sources;
      x[i] = of.get(row, 0);
      y[i] = of.columns() > 1 ? of.get(row, 1) : 0;
    }
    return new MapLayout(Method.PCA, x, y, seed, true);
  }

  private MapLayout project(
      Method method,
      Projector projector,
      MapSpaces spaces,
      Progress progress,
      Cancellation cancellation) {
    int[] points = points(method, spaces);
    Projection projection =
        projector.project(spaces.gather(points), 2, seed, progress, cancellation);
    return MapLayout.of(
        method,
        projection.coordinates(),
        points,
        spaces.size(),
        projection.seed(),
        projection.complete());
  }

  /** The points a method takes: all, or the most frequent of each language. */
  static int[] points(Method method, MapSpaces spaces) {
    int sources = spaces.source().rows();
    int size = spaces.size();
    if (method != Method.TSNE || size <= TSNE_POINTS) {
      return IntStream.range(0, size).toArray();
    }
    int targets = size - sources;
    int fromSource =
        Math.min(sources, Math.max(TSNE_POINTS / 2, TSNE_POINTS - Math.min(targets, TSNE_POINTS)));
    int fromTarget = Math.min(targets, TSNE_POINTS - fromSource);
    return IntStream.concat(
            IntStream.range(0, fromSource), IntStream.range(sources, sources + fromTarget))
        .toArray();
  }

  /** The same layout with its trustworthiness, point by point where it was measured. */
  MapLayout trusted(
      MapLayout layout, MapSpaces spaces, Progress progress, Cancellation cancellation) {
    TrustMeasure measure = trustMeasure;
    if (measure == null) {
      return layout;
    }
    int[] points = points(layout.method(), spaces);
    FloatMatrix coordinates = FloatMatrix.zeros(points.length, 2);
    for (int i = 0; i < points.length; i++) {
      coordinates.set(i, 0, layout.x()[points[i]]);
      coordinates.set(i, 1, layout.y()[points[i]]);
    }
    float[] measured =
        measure.measure(spaces.gather(points), coordinates, seed, progress, cancellation);
    float[] byPoint = new float[layout.size()];
    java.util.Arrays.fill(byPoint, Float.NaN);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < points.length; i++) {
      byPoint[points[i]] = measured[i];
      if (!Float.isNaN(measured[i])) {
        sum += measured[i];
        count++;
      }
    }
    return layout.trusted(sum / count, byPoint);
  }
}
