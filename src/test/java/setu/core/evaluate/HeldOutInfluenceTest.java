package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.align.AnchorWeights;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** What taking an anchor away does to held-out P@1: foretold, and by refits. */
class HeldOutInfluenceTest {
  private static List<TranslationScore> scores(FloatMatrix mapped) {
    return new WordTranslation(
            Sample.SOURCE.vocabulary(),
            mapped,
            Sample.TARGET.vocabulary(),
            Sample.Z,
            NeighborSearches.best())
        .evaluate(
            Sample.TEST,
            new WordTranslation.Options(
                List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT), false, 42),
            Progress.NONE,
            Cancellation.none());
  }

  private static FloatMatrix without(ResolvedAnchors all, int left) {
    List<Integer> kept =
        IntStream.range(0, all.size())
            .filter(i -> !all.used().get(i).equals(all.used().get(left)))
            .boxed()
            .toList();
    ResolvedAnchors others =
        new ResolvedAnchors(
            kept.stream().map(all.sourceRows()::get).toList(),
            kept.stream().map(all.targetRows()::get).toList(),
            kept.stream().map(all.used()::get).toList(),
            List.of());
    return new Procrustes()
        .align(Sample.X, Sample.Z, others, Progress.NONE, Cancellation.none())
        .mapSource(Sample.X);
  }

  /** The mean margin of the covered queries, gold and rival as they are under all anchors. */
  private static double meanMargin(FloatMatrix mapped, List<int[]> margins) {
    double sum = 0;
    for (int[] margin : margins) {
      sum +=
          VectorKernel.best().dot(mapped, margin[0], Sample.Z, margin[1])
              - VectorKernel.best().dot(mapped, margin[0], Sample.Z, margin[2]);
    }
    return sum / margins.size();
  }

  private static List<int[]> margins(TranslationScore score, FloatMatrix mapped) {
    List<int[]> margins = new ArrayList<>();
    for (TranslationScore.QueryOutcome outcome : score.queries()) {
      int query = Sample.SOURCE.vocabulary().row(outcome.query());
      int best = -1;
      for (String gold : outcome.gold()) {
        int row = Sample.TARGET.vocabulary().row(gold);
        if (row >= 0
            && (best < 0
                || VectorKernel.best().dot(mapped, query, Sample.Z, row)
                    > VectorKernel.best().dot(mapped, query, Sample.Z, best))) {
          best = row;
        }
      }
      int other =
          outcome.candidates().stream()
              .map(c -> c.word())
              .filter(word -> !outcome.gold().contains(word))
              .findFirst()
              .map(Sample.TARGET.vocabulary()::row)
              .orElseThrow();
      margins.add(new int[] {query, best, other});
    }
    return margins;
  }

  @Test
  void whatIsForetoldIsWhatRefitsShow() {
    ResolvedAnchors anchors = Sample.anchors();
    FloatMatrix mapped = Sample.procrustes().mapSource(Sample.X);
    TranslationScore score = scores(mapped).getFirst();
    List<HeldOutInfluence.Without> foretold =
        new HeldOutInfluence(
                Sample.X,
                Sample.Z,
                mapped,
                Sample.SOURCE.vocabulary(),
                Sample.TARGET.vocabulary(),
                anchors,
                AnchorWeights.Property.EQUAL)
            .on(score, Progress.NONE, Cancellation.none());
    assertThat(foretold).hasSize(anchors.size());
    List<int[]> margins = margins(score, mapped);
    double before = meanMargin(mapped, margins);
    int checked = 0;
    double apart = 0;
    double squares = 0;
    double errors = 0;
    for (int i = 0; i < anchors.size(); i += 26) {
      FloatMatrix refit = without(anchors, i);
      double points = scores(refit).getFirst().precision().at1() - score.precision().at1();
      apart += Math.abs(foretold.get(i).points(250) - points);
      double moved = meanMargin(refit, margins) - before;
      squares += moved * moved;
      errors += Math.pow(foretold.get(i).margin() - moved, 2);
      checked++;
    }
    // A query is 0.4 points.
    assertThat(apart / checked).isLessThan(0.2);
    assertThat(Math.sqrt(errors / squares)).isLessThan(0.3);
    assertThat(foretold).anyMatch(w -> w.gained() > 0).anyMatch(w -> w.lost() > 0);
    double mean =
        foretold.stream().mapToDouble(HeldOutInfluence.Without::margin).average().orElse(1);
    assertThat(mean).as("more weight for all alike changes nothing").isCloseTo(0, within(1e-7));
  }

  @Test
  void pointsAreOfTheCoveredQueries() {
    assertThat(new HeldOutInfluence.Without(1, 3, 0).points(250)).isCloseTo(-0.8, within(1e-12));
    assertThat(new HeldOutInfluence.Without(1, 3, 0).points(0)).isZero();
  }

  @Test
  void onlyNearestNeighboursForwardAreForetold() {
    FloatMatrix mapped = Sample.procrustes().mapSource(Sample.X);
    TranslationScore csls = scores(mapped).get(1);
    HeldOutInfluence influence =
        new HeldOutInfluence(
            Sample.X,
            Sample.Z,
            mapped,
            Sample.SOURCE.vocabulary(),
            Sample.TARGET.vocabulary(),
            Sample.anchors(),
            AnchorWeights.Property.EQUAL);
    assertThatThrownBy(() -> influence.on(csls, Progress.NONE, Cancellation.none()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
