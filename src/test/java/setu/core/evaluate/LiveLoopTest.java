package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import setu.core.align.Alignment;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** The live loop gives after every edit what a run from the start gives. */
class LiveLoopTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();

  private static LiveLoop loop() {
    return new LiveLoop(
        Sample.SOURCE, Sample.TARGET, Normalization.UNIT, Sample.TEST, SEARCH, ScalingCache.NONE);
  }

  private static LiveLoop.Answer answer(LiveLoop loop, List<WordPair> anchors) {
    return loop.answer(anchors, Progress.NONE, Cancellation.none());
  }

  private static Alignment refit(List<WordPair> anchors) {
    ResolvedAnchors resolved =
        ResolvedAnchors.resolve(anchors, Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
    return new Procrustes().align(Sample.X, Sample.Z, resolved, Progress.NONE, Cancellation.none());
  }

  @Test
  void everyEditAnswersAsARunFromTheStart() {
    LiveLoop loop = loop();
    List<WordPair> anchors = new ArrayList<>(Sample.TRAIN);
    LiveLoop.Answer first = answer(loop, anchors);
    assertThat(first.exact()).isTrue();
    assertThat(first.score(Direction.FORWARD, "csls").precision().at1())
        .isCloseTo(42.0, within(0.1));
    for (int edit = 0; edit < 4; edit++) {
      anchors.subList(0, 1 + edit * 50).clear();
      anchors.add(new WordPair("house", Sample.TRAIN.getFirst().target()));
      LiveLoop.Answer live = answer(loop, anchors);
      List<TranslationScore> full =
          new WordTranslation(
                  Sample.SOURCE.vocabulary(),
                  refit(anchors).mapSource(Sample.X),
                  Sample.TARGET.vocabulary(),
                  Sample.Z,
                  SEARCH)
              .evaluate(
                  Sample.TEST,
                  new WordTranslation.Options(
                      List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT), true, 42),
                  Progress.NONE,
                  Cancellation.none());
      assertThat(live.exact()).isTrue();
      for (int s = 0; s < full.size(); s++) {
        assertThat(live.scores().get(s).meanReciprocalRank())
            .isCloseTo(full.get(s).meanReciprocalRank(), within(1e-3));
        assertThat(live.scores().get(s).precision().at1())
            .isCloseTo(full.get(s).precision().at1(), within(0.41));
      }
    }
    assertThat(answer(loop, Sample.TRAIN).scores()).hasSize(4);
  }

  @Test
  void unknownWordsAloneAreAFaultAndTheLoopGoesOn() {
    LiveLoop loop = loop();
    assertThatThrownBy(() -> answer(loop, List.of(new WordPair("qq", "ww"))))
        .isInstanceOf(AlignmentFault.class);
    LiveLoop.Answer after = answer(loop, Sample.TRAIN);
    assertThat(after.anchors().outOfVocabulary()).isEmpty();
    assertThat(after.score(Direction.FORWARD, "nn").precision().at1()).isCloseTo(30.8, within(0.1));
  }

  @Test
  void aCancelledEditStops() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    LiveLoop loop = loop();
    assertThatThrownBy(() -> loop.answer(Sample.TRAIN, Progress.NONE, cancelled))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void provenScalingIsExactAndTheSampleIsClose() {
    LiveScaling scaling =
        new LiveScaling(
            SEARCH.prepare(Sample.X),
            SEARCH.prepare(Sample.Z),
            10,
            SEARCH,
            new Drifts(Sample.X, Sample.Z),
            0,
            ScalingCache.NONE);
    Alignment before = refit(Sample.TRAIN);
    LocalScaling exact = exact(before);
    LiveScaling.Result sampled = scaling.now(before, Progress.NONE, Cancellation.none());
    assertThat(sampled.exact()).isFalse();
    assertThat(meanDifference(sampled.scaling(), exact)).isLessThan(0.03);
    scaling.exact(before, Progress.NONE, Cancellation.none());
    List<WordPair> edited = new ArrayList<>(Sample.TRAIN);
    edited.subList(0, 2).clear();
    Alignment after = refit(edited);
    LiveScaling.Result proven = scaling.now(after, Progress.NONE, Cancellation.none());
    assertThat(proven.exact()).isTrue();
    LocalScaling truth = exact(after);
    for (int j = 0; j < Sample.Z.rows(); j++) {
      assertThat(proven.scaling().ofTarget(j)).isCloseTo(truth.ofTarget(j), within(2e-6f));
    }
    for (int i = 0; i < Sample.X.rows(); i++) {
      assertThat(proven.scaling().ofSource(i)).isCloseTo(truth.ofSource(i), within(2e-6f));
    }
  }

  @Test
  void onePassAfterAnotherIsExact() {
    LiveScaling scaling =
        new LiveScaling(
            SEARCH.prepare(Sample.X),
            SEARCH.prepare(Sample.Z),
            10,
            SEARCH,
            new Drifts(Sample.X, Sample.Z),
            LiveScaling.QUICK,
            ScalingCache.NONE);
    List<WordPair> anchors = new ArrayList<>(Sample.TRAIN);
    for (int pass = 0; pass < 3; pass++) {
      Alignment alignment = refit(anchors);
      LocalScaling found = scaling.exact(alignment, Progress.NONE, Cancellation.none());
      LocalScaling truth = exact(alignment);
      assertThat(found.ofSource()).containsExactly(truth.ofSource());
      assertThat(found.ofTarget()).containsExactly(truth.ofTarget());
      anchors.subList(0, 1 + 200 * pass).clear();
    }
  }

  @Test
  void anEditAfterAQuietMomentNeedsNoWholePass() {
    List<Long> passes = new ArrayList<>();
    Progress counting =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {
            if (phase == Phase.NEIGHBORS && total == Sample.X.rows()) {
              passes.add(total);
            }
          }

          @Override
          public void advance(long amount) {}
        };
    LiveLoop loop = loop();
    List<WordPair> anchors = new ArrayList<>(Sample.TRAIN);
    LiveLoop.Answer answer = answer(loop, anchors);
    loop.recentre(answer, counting, Cancellation.none());
    assertThat(passes).as("nothing has changed since").isEmpty();
    for (int edit = 0; edit < 5; edit++) {
      anchors.remove(edit * 97);
      answer = loop.answer(anchors, counting, Cancellation.none());
      assertThat(answer.exact()).isTrue();
      assertThat(passes).hasSize(edit);
      loop.recentre(answer, counting, Cancellation.none());
      assertThat(passes).hasSize(edit + 1);
    }
  }

  private static LocalScaling exact(Alignment alignment) {
    return LocalScaling.exact(
        alignment.mapSource(Sample.X),
        SEARCH.prepare(Sample.Z),
        10,
        SEARCH,
        Progress.NONE,
        Cancellation.none());
  }

  private static double meanDifference(LocalScaling a, LocalScaling b) {
    double sum = 0;
    for (int j = 0; j < Sample.Z.rows(); j++) {
      sum += Math.abs(a.ofTarget(j) - b.ofTarget(j));
    }
    return sum / Sample.Z.rows();
  }
}
