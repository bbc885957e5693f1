package setu.core.align;

import java.util.ArrayList;
import java.util.List;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Procrustes refined (Conneau et al. 2018): the mutual CSLS neighbours among the most frequent
 * words are the next dictionary, again and again; the iteration with the best mean-cosine criterion
 * is kept.
 */
public final class ProcrustesRefinement implements Aligner {
  private final Options options;
  private final NeighborSearch search;

  /**
   * What the paper sets.
   *
   * @param iterations at least 1
   * @param vocabulary how many of the most frequent words of each side are looked at, at least 1
   * @param neighborhood k of r(·) in CSLS, at least 1
   * @param criterionWords source words of the criterion, at least 1
   * @param keepAnchors whether the given anchors stay in every dictionary; in the paper they do not
   */
  public record Options(
      int iterations, int vocabulary, int neighborhood, int criterionWords, boolean keepAnchors) {
    /** As in the paper. */
    public static final Options DEFAULT = new Options(5, 15_000, 10, 10_000, false);

    /** Checks the ranges. */
    public Options {
      Preconditions.atLeastOne("iterations", iterations);
      Preconditions.atLeastOne("vocabulary", vocabulary);
      Preconditions.atLeastOne("neighborhood", neighborhood);
      Preconditions.atLeastOne("criterionWords", criterionWords);
    }
  }

  /** With these options, looking neighbours up with {@code search}. */
  public ProcrustesRefinement(Options options, NeighborSearch search) {
    this.options = options;
    this.search = search;
  }

  @Override
  public String name() {
    return "procrustes-refine";
  }

  @Override
  public Record options() {
    return options;
  }

  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    Preconditions.requireAnchors(anchors);
    DoubleMatrix ofAnchors =
        LinearAlgebra.crossCovariance(
            source, anchors.sourceRowArray(), target, anchors.targetRowArray());
    FloatMatrix start = LinearAlgebra.orthogonalPolarFactor(ofAnchors).toFloat();
    Refined refined = refine(source, target, start, ofAnchors, progress, cancellation);
    return new Alignment(
        name(),
        new LinearMap(refined.mapping()),
        null,
        new AlignmentRun(refined.complete(), refined.criteria(), null));
  }

  /**
   * What refinement reached.
   *
   * @param mapping the best W, d × d
   * @param criteria the mean-cosine criterion of the start and of every iteration
   */
  record Refined(FloatMatrix mapping, List<Double> criteria, boolean complete) {}

  /**
   * Refines any orthogonal W.
   *
   * @param ofAnchors {@code XᵀZ} of anchors to keep in every dictionary, used where the options say
   *     so
   */
  Refined refine(
      FloatMatrix source,
      FloatMatrix target,
      FloatMatrix start,
      DoubleMatrix ofAnchors,
      Progress progress,
      Cancellation cancellation) {
    FloatMatrix x = source.slice(0, Math.min(options.vocabulary(), source.rows()));
    FloatMatrix z =
        UnitRows.scale(target.slice(0, Math.min(options.vocabulary(), target.rows())).copy());
    PreparedBase base = search.prepare(z);
    FollowingPolarFactor polar = new FollowingPolarFactor();
    List<Double> criteria = new ArrayList<>();
    FloatMatrix best = start;
    double bestCriterion = Double.NEGATIVE_INFINITY;
    FloatMatrix mapping = start;
    progress.begin(Phase.ALIGN, options.iterations() + 1L);
    for (int iteration = 0; iteration <= options.iterations(); iteration++) {
      if (cancellation.isCancelled()) {
        return new Refined(best, criteria, false);
      }
      FloatMatrix mapped = UnitRows.scale(LinearAlgebra.multiply(x, mapping));
      CrossNeighbors found =
          CrossNeighbors.of(mapped, base, options.neighborhood(), search, Cancellation.none());
      double criterion = found.criterion(options.criterionWords());
      criteria.add(criterion);
      progress.reached(criterion);
      progress.advance(1);
      if (criterion > bestCriterion) {
        bestCriterion = criterion;
        best = mapping;
      }
      if (iteration < options.iterations()) {
        DoubleMatrix covariance =
            LinearAlgebra.crossCovariance(
                source, found.mutualSources(), target, found.mutualTargets());
        mapping =
            polar.of(options.keepAnchors() ? covariance.plus(ofAnchors) : covariance).toFloat();
      }
    }
    return new Refined(best, criteria, true);
  }
}
