package setu.core.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.align.AnchorInfluence;
import setu.core.align.AnchorWeights;
import setu.core.align.ResolvedAnchors;
import setu.core.evaluate.TranslationScore.Candidate;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * What each anchor does to held-out P@1 of nearest neighbours under Procrustes, without refits.
 *
 * <p>A query is right while its margin, the cosine of its best gold word less that of its best
 * other word, is above 0. {@link AnchorInfluence} gives how far every margin moves when an anchor
 * is taken away, at first order; who is best other word is taken not to change. A margin that
 * changes its sign is a query gained or lost.
 */
public final class HeldOutInfluence {
  private final FloatMatrix source;
  private final FloatMatrix target;
  private final FloatMatrix mapped;
  private final Vocabulary sourceWords;
  private final Vocabulary targetWords;
  private final AnchorInfluence anchors;
  private final int count;

  /**
   * What taking one anchor away would do.
   *
   * @param gained queries that would be right without it
   * @param lost queries that would be wrong without it
   * @param margin the mean change of all margins, of cosines: below 0 where the anchor helps
   */
  public record Without(int gained, int lost, double margin) {
    /** The change of P@1 in points of per cent, of {@code covered} queries. */
    public double points(int covered) {
      return covered == 0 ? 0 : 100.0 * (gained - lost) / covered;
    }
  }

  /** A covered query with its best gold word and its best other word. */
  private record Margin(int query, int gold, int other, double value) {}

  /**
   * Of a mapping and what it was solved on.
   *
   * @param source unit rows before mapping, n × d
   * @param target unit rows, m × d
   * @param mapped the source's unit rows under the mapping of all anchors
   * @param weighting how much each anchor counts in it
   */
  public HeldOutInfluence(
      FloatMatrix source,
      FloatMatrix target,
      FloatMatrix mapped,
      Vocabulary sourceWords,
      Vocabulary targetWords,
      ResolvedAnchors anchors,
      AnchorWeights weighting) {
    this.source = source;
    this.target = target;
    this.mapped = mapped;
    this.sourceWords = sourceWords;
    this.targetWords = targetWords;
    this.anchors = new AnchorInfluence(source, target, anchors, weighting);
    this.count = anchors.size();
  }

  /**
   * What taking each anchor away would do to a score, in the order of the anchors.
   *
   * @param score forward, of nearest neighbours, under the mapping
   */
  public List<Without> on(TranslationScore score, Progress progress, Cancellation cancellation) {
    if (score.direction() != Direction.FORWARD || !score.retrieval().equals("nn")) {
      throw new IllegalArgumentException(score.direction() + " " + score.retrieval());
    }
    int[] gained = new int[count];
    int[] lost = new int[count];
    double[] change = new double[count];
    int queries = 0;
    progress.begin(Phase.EVALUATE, score.queries().size());
    for (QueryOutcome outcome : score.queries()) {
      cancellation.check();
      Margin margin = margin(outcome);
      if (margin != null) {
        queries++;
        float[] influence = influence(margin);
        for (int i = 0; i < count; i++) {
          double without = margin.value() - influence[i];
          change[i] -= influence[i];
          gained[i] += margin.value() <= 0 && without > 0 ? 1 : 0;
          lost[i] += margin.value() > 0 && without <= 0 ? 1 : 0;
        }
      }
      progress.advance(1);
    }
    List<Without> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      found.add(new Without(gained[i], lost[i], queries == 0 ? 0 : change[i] / queries));
    }
    return found;
  }

  /** The influence of each anchor on a margin: cosines are linear in the target. */
  private float[] influence(Margin margin) {
    float[] difference = target.row(margin.gold());
    float[] other = target.row(margin.other());
    for (int k = 0; k < difference.length; k++) {
      difference[k] -= other[k];
    }
    return anchors.on(source.row(margin.query()), difference);
  }

  private @Nullable Margin margin(QueryOutcome outcome) {
    if (outcome.rank() == 0) {
      return null;
    }
    int query = sourceWords.row(outcome.query());
    Set<Integer> gold = new HashSet<>();
    outcome.gold().stream().map(targetWords::row).filter(row -> row >= 0).forEach(gold::add);
    Integer other = null;
    for (Candidate candidate : outcome.candidates()) {
      int row = targetWords.row(candidate.word());
      if (!gold.contains(row)) {
        other = row;
        break;
      }
    }
    if (other == null) {
      return null;
    }
    int best =
        gold.stream()
            .max((a, b) -> Double.compare(cosine(query, a), cosine(query, b)))
            .map(Objects::requireNonNull)
            .orElseThrow();
    return new Margin(query, best, other, cosine(query, best) - cosine(query, other));
  }

  private double cosine(int query, int row) {
    return VectorKernel.best().dot(mapped, query, target, row);
  }
}
