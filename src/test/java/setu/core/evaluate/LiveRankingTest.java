package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.align.Alignment;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.math.FloatMatrix;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Ranking again from memory gives what a whole ranking gives. */
class LiveRankingTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();

  private static Alignment solved(List<WordPair> anchors) {
    ResolvedAnchors resolved =
        ResolvedAnchors.resolve(anchors, Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
    return new Procrustes().align(Sample.X, Sample.Z, resolved, Progress.NONE, Cancellation.none());
  }

  private static List<WordPair> edited(int edits) {
    List<WordPair> anchors = new ArrayList<>(Sample.TRAIN);
    for (int edit = 0; edit < edits; edit++) {
      WordPair gone = anchors.remove(edit * 37);
      anchors.add(new WordPair(Sample.TRAIN.get(edit * 11 + 5).source(), gone.target()));
    }
    return anchors;
  }

  private static LiveRanking ranking(Direction direction) {
    boolean forward = direction == Direction.FORWARD;
    var source = Sample.SOURCE.vocabulary();
    var target = Sample.TARGET.vocabulary();
    return new LiveRanking(
        direction,
        forward
            ? TestQueries.of(Sample.TEST, source, target)
            : TestQueries.reversed(Sample.TEST, target, source),
        forward ? Sample.X : Sample.Z,
        SEARCH.prepare(forward ? Sample.Z : Sample.X),
        forward ? target : source,
        2);
  }

  private static float[] r(Direction direction) {
    float[] r = new float[direction == Direction.FORWARD ? Sample.Z.rows() : Sample.X.rows()];
    for (int j = 0; j < r.length; j++) {
      r[j] = 0.3f + 0.2f * (float) Math.sin(j);
    }
    return r;
  }

  private static List<TranslationScore> scores(
      LiveRanking ranking, Direction direction, Alignment alignment) {
    return ranking.scores(
        alignment,
        r(direction),
        new Drifts(Sample.X, Sample.Z),
        Progress.NONE,
        Cancellation.none());
  }

  @Test
  void ranksAndCandidatesAreThoseOfAWholeRanking() {
    for (Direction direction : Direction.values()) {
      LiveRanking live = ranking(direction);
      scores(live, direction, solved(Sample.TRAIN));
      for (int edits : new int[] {1, 3, 8}) {
        Alignment now = solved(edited(edits));
        List<TranslationScore> again = scores(live, direction, now);
        List<TranslationScore> whole = scores(ranking(direction), direction, now);
        for (int s = 0; s < whole.size(); s++) {
          assertThat(ranks(again.get(s))).isEqualTo(ranks(whole.get(s)));
          assertThat(firstWords(again.get(s))).isEqualTo(firstWords(whole.get(s)));
        }
      }
    }
  }

  private static List<Integer> ranks(TranslationScore score) {
    return score.queries().stream().map(QueryOutcome::rank).toList();
  }

  private static List<List<String>> firstWords(TranslationScore score) {
    return score.queries().stream()
        .map(q -> q.candidates().stream().map(c -> c.word()).toList())
        .toList();
  }

  @Test
  void driftTellsEveryCosineWithinItsResidual() {
    FloatMatrix before = solved(Sample.TRAIN).mapping();
    for (int edits : new int[] {0, 1, 5, 40}) {
      Alignment now = solved(edited(Math.min(edits, 25)));
      if (edits == 40) {
        now = solved(Sample.TRAIN.subList(0, 120));
      }
      MappingDrift drift = MappingDrift.between(before, now.mapping(), Sample.X, Sample.Z);
      Alignment then = new Alignment("procrustes", before);
      FloatMatrix mappedThen = then.mapSource(Sample.X);
      FloatMatrix mappedNow = now.mapSource(Sample.X);
      VectorKernel kernel = VectorKernel.best();
      for (int i = 0; i < Sample.X.rows(); i += 97) {
        for (int j = 0; j < Sample.Z.rows(); j += 89) {
          float change =
              kernel.dot(mappedNow, i, Sample.Z, j) - kernel.dot(mappedThen, i, Sample.Z, j);
          float told = kernel.dot(drift.source(), i, drift.target(), j);
          assertThat(Math.abs(change - told)).isLessThanOrEqualTo(drift.residual() + 5e-6f);
          assertThat(Math.abs(change)).isLessThanOrEqualTo(drift.ofSource(i) + 5e-6f);
          assertThat(Math.abs(change)).isLessThanOrEqualTo(drift.ofTarget(j) + 5e-6f);
        }
      }
    }
  }
}
