package setu.core.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Neighbors;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** How methods without supervision end: refinement, and the evidence for or against the mapping. */
final class UnsupervisedEnd {
  /** Words of each side that the evidence looks at. */
  private static final int WORDS = 5_000;

  /** How far above chance the criterion of a useful mapping is, as a part of what is left to 1. */
  private static final double MARGIN = 0.1;

  /** Per cent of known pairs that a useful mapping finds among ten. */
  private static final double FOUND = 5;

  private static final ProcrustesRefinement.Options JUDGED =
      new ProcrustesRefinement.Options(5, WORDS, 10, WORDS, false);

  private UnsupervisedEnd() {}

  /** An orthogonal W refined, with evidence. */
  static Alignment refined(
      String method,
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors known,
      FloatMatrix start,
      List<Double> losses,
      NeighborSearch search,
      Progress progress,
      Cancellation cancellation) {
    int d = source.columns();
    ProcrustesRefinement.Refined refined =
        new ProcrustesRefinement(ProcrustesRefinement.Options.DEFAULT, search)
            .refine(source, target, start, DoubleMatrix.zeros(d, d), progress, cancellation);
    List<Double> all = new ArrayList<>(losses);
    all.addAll(refined.criteria());
    return new Alignment(
        method,
        new LinearMap(refined.mapping()),
        null,
        new AlignmentRun(
            refined.complete(), all, evidence(source, target, known, refined.mapping(), search)));
  }

  private static FloatMatrix first(FloatMatrix rows) {
    return rows.slice(0, Math.min(WORDS, rows.rows()));
  }

  /**
   * Judges an orthogonal W by known translations where there are some, else by what refinement
   * reaches from it and from a random rotation.
   *
   * @param known anchors that the method did not learn from, perhaps none
   */
  static AlignmentRun.Convergence evidence(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors known,
      FloatMatrix mapping,
      NeighborSearch search) {
    double reached = criterion(source, target, mapping, search);
    double chance = criterion(source, target, randomRotation(source.columns()), search);
    double found = found(source, target, known, mapping, search);
    boolean useful = known.size() > 0 ? found >= FOUND : reached - chance > MARGIN * (1 - chance);
    return new AlignmentRun.Convergence(reached, chance, found, useful);
  }

  /** Per cent of the known pairs whose target is among the ten nearest; −1 where there are none. */
  private static double found(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors known,
      FloatMatrix mapping,
      NeighborSearch search) {
    if (known.size() == 0) {
      return -1;
    }
    Neighbors near =
        search.search(
            LinearAlgebra.multiply(source.gather(known.sourceRowArray()), mapping),
            Normalization.unitRows(target),
            10,
            Progress.NONE,
            Cancellation.none());
    int hits = 0;
    for (int i = 0; i < known.size(); i++) {
      int gold = known.targetRows().get(i);
      hits += Arrays.stream(near.indices(i)).anyMatch(j -> j == gold) ? 1 : 0;
    }
    return 100.0 * hits / known.size();
  }

  /** The best mean-cosine criterion on the way of a short refinement from {@code start}. */
  static double criterion(
      FloatMatrix source, FloatMatrix target, FloatMatrix start, NeighborSearch search) {
    int d = source.columns();
    List<Double> criteria =
        new ProcrustesRefinement(JUDGED, search)
            .refine(
                first(source),
                first(target),
                start,
                DoubleMatrix.zeros(d, d),
                Progress.NONE,
                Cancellation.none())
            .criteria();
    return Collections.max(criteria);
  }

  private static FloatMatrix randomRotation(int d) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(Aligners.SEED);
    DoubleMatrix noise = DoubleMatrix.zeros(d, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        noise.set(i, j, random.nextGaussian());
      }
    }
    return LinearAlgebra.orthogonalPolarFactor(noise).toFloat();
  }
}
