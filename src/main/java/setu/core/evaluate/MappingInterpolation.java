package setu.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import setu.core.align.RotationPath;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Normalization;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** How well the mappings between two mappings translate, and which of them does so best. */
public final class MappingInterpolation {
  private final Vocabulary sourceWords;
  private final FloatMatrix source;
  private final Vocabulary targetWords;
  private final PreparedBase target;
  private final NeighborSearch search;
  private final ScalingCache scalings;

  /**
   * A mapping on the way.
   *
   * @param t 0 at the first mapping, 1 at the second
   * @param score of the pairs to choose by
   */
  public record Point(double t, TranslationScore score) {}

  /**
   * The way and its best point.
   *
   * @param points in the order of t; fewer than asked for where it was cancelled
   * @param complete false where it was cancelled
   */
  public record Result(List<Point> points, boolean complete) {
    /** Copies the list. */
    public Result {
      points = List.copyOf(points);
    }

    /** The highest P@1, by MRR where several have it, then the one nearest to the first mapping. */
    public Point best() {
      Point best = points.getFirst();
      for (Point point : points) {
        double more = point.score().precision().at1() - best.score().precision().at1();
        double higher = point.score().meanReciprocalRank() - best.score().meanReciprocalRank();
        if (more > 0 || (more == 0 && higher > 0)) {
          best = point;
        }
      }
      return best;
    }
  }

  /** Of normalised spaces, n × d and m × d; r(·) of CSLS is looked up in a cache first. */
  public MappingInterpolation(
      Vocabulary sourceWords,
      FloatMatrix source,
      Vocabulary targetWords,
      FloatMatrix target,
      NeighborSearch search,
      ScalingCache scalings) {
    this.sourceWords = sourceWords;
    this.source = source;
    this.targetWords = targetWords;
    this.target = search.prepare(Normalization.unitRows(target));
    this.search = search;
    this.scalings = scalings;
  }

  /**
   * Scores {@code steps} + 1 mappings at equal distances, both ends included.
   *
   * @param development pairs to choose by, none of them among those the ends learnt from
   * @param seed of the intervals
   * @throws setu.core.fault.AlignmentFault if none of the pairs is covered
   * @throws CancellationException if cancelled before the first point
   */
  public Result along(
      RotationPath path,
      int steps,
      List<WordPair> development,
      Retrieval retrieval,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    if (steps < 1) {
      throw new IllegalArgumentException(steps + " steps");
    }
    List<Point> points = new ArrayList<>();
    progress.begin(Phase.ALIGN, steps + 1L);
    for (int step = 0; step <= steps; step++) {
      double t = (double) step / steps;
      try {
        cancellation.check();
        points.add(new Point(t, score(path.at(t), development, retrieval, seed, cancellation)));
      } catch (CancellationException e) {
        if (points.isEmpty()) {
          throw e;
        }
        return new Result(points, false);
      }
      progress.advance(1);
    }
    return new Result(points, true);
  }

  /** Scores one mapping W, d × d, of the source. */
  public TranslationScore score(
      FloatMatrix mapping,
      List<WordPair> pairs,
      Retrieval retrieval,
      long seed,
      Cancellation cancellation) {
    FloatMatrix mapped = LinearAlgebra.multiply(source, mapping);
    Normalization.UNIT.applyInPlace(mapped);
    return new WordTranslation(sourceWords, mapped, targetWords, target, search)
        .with(scalings)
        .evaluate(
            pairs,
            new WordTranslation.Options(List.of(retrieval), false, seed),
            Progress.NONE,
            cancellation)
        .getFirst();
  }
}
