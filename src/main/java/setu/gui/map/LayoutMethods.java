package setu.gui.map;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.neighbor.NeighborSearches;
import setu.core.projection.IterativeProjector;
import setu.core.projection.Pca;
import setu.core.projection.PrincipalAxes;
import setu.core.projection.Projection;
import setu.core.projection.Trustworthiness;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.StepRunner;
import setu.core.task.Stepper;
import setu.gui.map.MapLayout.Method;
import setu.gui.map.MapLayout.Reached;

/**
 * Makes layouts. PCA is fitted once in a project's life, so that after an edit only what the edit
 * moved moves; its axes also show where the source stood before it was aligned. The neighbour graph
 * is computed once for the same vectors, whatever is made of it.
 */
final class LayoutMethods {
  /**
   * A layout and, where the same axes can show it, the one before alignment.
   *
   * @param unaligned null where there is none
   */
  record Layouts(MapLayout aligned, @Nullable MapLayout unaligned) {}

  /** A neighbour graph, and of what. */
  private record Graph(MapSpaces spaces, int most, NeighborGraph neighbors) {}

  private final Map<Method, IterativeProjector> projectors = new EnumMap<>(Method.class);
  private final long seed;
  private final int mostNeighbors;
  private @Nullable FloatMatrix fittedOn;
  private @Nullable PrincipalAxes axes;
  private @Nullable Graph graph;

  /** Methods beside PCA, and the seed of them all. */
  LayoutMethods(Map<Method, IterativeProjector> projectors, long seed) {
    this.projectors.putAll(projectors);
    this.seed = seed;
    this.mostNeighbors =
        projectors.values().stream().mapToInt(IterativeProjector::neighbors).max().orElse(1);
  }

  /** Whether there is such a method. */
  boolean has(Method method) {
    return method == Method.PCA || projectors.containsKey(method);
  }

  /**
   * Lays the points of both spaces out.
   *
   * @param runner of a method that goes on in iterations
   * @param seen told what such a method reaches on the way
   * @throws CancellationException if there is nothing to show yet
   */
  Layouts lay(
      LayoutRequest request,
      StepRunner runner,
      Consumer<MapLayout> seen,
      Progress progress,
      Cancellation cancellation) {
    IterativeProjector projector = projectors.get(request.method());
    return projector == null
        ? principal(request, progress, cancellation)
        : new Layouts(iterate(request, projector, runner, seen, progress, cancellation), null);
  }

  private Layouts principal(LayoutRequest request, Progress progress, Cancellation cancellation) {
    MapSpaces spaces = request.spaces();
    PrincipalAxes fitted = axes(request, progress, cancellation);
    FloatMatrix source = fitted.transform(spaces.source(), cancellation);
    FloatMatrix target = fitted.transform(spaces.target(), cancellation);
    MapLayout aligned = joined(source, target, request.dimensions());
    FloatMatrix before = spaces.unaligned();
    return new Layouts(
        aligned,
        before == null
            ? null
            : joined(fitted.transform(before, cancellation), target, request.dimensions()));
  }

  /** The target's matrix is the same one as long as the project is. */
  private synchronized PrincipalAxes axes(
      LayoutRequest request, Progress progress, Cancellation cancellation) {
    MapSpaces spaces = request.spaces();
    int count = Math.min(request.dimensions(), spaces.source().columns());
    PrincipalAxes known = axes;
    if (known == null
        || !spaces.target().equals(fittedOn)
        || known.dimensions() != spaces.source().columns()
        || known.count() < count) {
      known = Pca.fit(List.of(spaces.source(), spaces.target()), count, progress, cancellation);
      axes = known;
      fittedOn = spaces.target();
    }
    return known;
  }

  private MapLayout joined(FloatMatrix source, FloatMatrix target, int dimensions) {
    int sources = source.rows();
    float[][] axes = new float[dimensions][sources + target.rows()];
    for (int axis = 0; axis < Math.min(dimensions, source.columns()); axis++) {
      for (int i = 0; i < axes[axis].length; i++) {
        axes[axis][i] = i < sources ? source.get(i, axis) : target.get(i - sources, axis);
      }
    }
    Places places = new Places(axes[0], axes[1], dimensions == 3 ? axes[2] : null);
    return new MapLayout(Method.PCA, places, seed, Reached.AT_ONCE);
  }

  private MapLayout iterate(
      LayoutRequest request,
      IterativeProjector projector,
      StepRunner runner,
      Consumer<MapLayout> seen,
      Progress progress,
      Cancellation cancellation) {
    int[] points = request.points();
    FloatMatrix vectors = request.spaces().gather(points);
    int dimensions = Math.min(request.dimensions(), vectors.columns());
    FloatMatrix initial = IterativeProjector.initial(vectors, dimensions);
    if (!IterativeProjector.enough(points.length, dimensions)) {
      return layout(request, points, initial, Reached.AT_ONCE);
    }
    NeighborGraph neighbors =
        neighbors(request, vectors, progress, cancellation).nearest(projector.neighbors());
    Stepper<Projection> stepper = projector.stepper(neighbors, initial, seed);
    Projection last =
        runner.run(
            stepper,
            (reached, iteration, iterations) ->
                seen.accept(
                    layout(
                        request,
                        points,
                        reached.coordinates(),
                        new Reached(iteration, iterations))),
            progress,
            cancellation);
    if (stepper.iteration() == 0) {
      throw new CancellationException();
    }
    Reached end = new Reached(stepper.iteration(), stepper.iterations());
    return layout(request, points, last.coordinates(), end);
  }

  private synchronized NeighborGraph neighbors(
      LayoutRequest request, FloatMatrix vectors, Progress progress, Cancellation cancellation) {
    Graph known = graph;
    if (known == null
        || !known.spaces().equals(request.spaces())
        || known.most() != Math.min(request.most(), request.spaces().size())) {
      NeighborGraph made =
          NeighborGraph.of(vectors, mostNeighbors, NeighborSearches.best(), progress, cancellation);
      known = new Graph(request.spaces(), Math.min(request.most(), vectors.rows()), made);
      graph = known;
    }
    return known.neighbors();
  }

  private MapLayout layout(
      LayoutRequest request, int[] points, FloatMatrix coordinates, Reached reached) {
    return MapLayout.of(
        request.method(),
        coordinates,
        request.dimensions(),
        points,
        request.spaces().size(),
        seed,
        reached);
  }

  /** The same layout with its trustworthiness and continuity. */
  MapLayout trusted(
      MapLayout layout, LayoutRequest request, Progress progress, Cancellation cancellation) {
    int[] points = request.points();
    FloatMatrix coordinates = FloatMatrix.zeros(points.length, layout.dimensions());
    float[] z = layout.places().z();
    for (int i = 0; i < points.length; i++) {
      coordinates.set(i, 0, layout.places().x()[points[i]]);
      coordinates.set(i, 1, layout.places().y()[points[i]]);
      if (z != null) {
        coordinates.set(i, 2, z[points[i]]);
      }
    }
    Trustworthiness measured =
        Trustworthiness.of(
            request.spaces().gather(points), coordinates, seed, progress, cancellation);
    return layout.trusted(new LayoutTrust(measured, points, layout.size()));
  }
}
