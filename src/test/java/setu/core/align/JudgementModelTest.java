package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import setu.core.align.JudgementModel.Judgement;
import setu.core.align.JudgementModel.Reason;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Sample;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.PreparedBase;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Judgements teach what the next pair is worth, with reasons, and an honest view of themselves. */
class JudgementModelTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();
  private static final PreparedBase MAPPED =
      SEARCH.prepare(Sample.procrustes().mapSource(Sample.X));
  private static final PreparedBase TARGETS = SEARCH.prepare(Sample.Z);

  private static List<PairEvidence> evidence(List<WordPair> pairs) {
    return PairEvidence.of(
        pairs,
        Sample.SOURCE.vocabulary(),
        Sample.TARGET.vocabulary(),
        MAPPED,
        TARGETS,
        SEARCH,
        Progress.NONE,
        Cancellation.none());
  }

  /** Test pairs, on which the mapping was not solved, and as many wrong ones made of them. */
  private static List<Judgement> judged() {
    List<WordPair> wrong =
        new ArrayList<>(DictionaryFiles.readPairs(Sample.FOLDER.resolve("faulty.tsv")));
    Random random = new Random(3);
    for (WordPair pair : Sample.TEST) {
      WordPair other = Sample.TEST.get(random.nextInt(Sample.TEST.size()));
      WordPair crossed = new WordPair(pair.source(), other.target());
      if (!Sample.TEST.contains(crossed)) {
        wrong.add(crossed);
      }
    }
    List<Judgement> judged = new ArrayList<>();
    evidence(Sample.TEST).forEach(each -> judged.add(new Judgement(each, true)));
    evidence(wrong).forEach(each -> judged.add(new Judgement(each, false)));
    return judged;
  }

  @Test
  void measuresAPairByItsGeometryAndItsSpelling() {
    PairEvidence right = evidence(List.of(new WordPair("mother", "අම්මා"))).getFirst();
    PairEvidence wrong = evidence(List.of(new WordPair("mother", "ගස"))).getFirst();
    assertThat(right.value(Clue.COSINE)).isGreaterThan(wrong.value(Clue.COSINE));
    assertThat(right.value(Clue.MARGIN)).isGreaterThan(wrong.value(Clue.MARGIN));
    assertThat(right.value(Clue.RANK_THERE)).isGreaterThan(wrong.value(Clue.RANK_THERE));
    assertThat(evidence(List.of(new WordPair("mother", "nothing like it")))).isEmpty();
  }

  @Test
  void everyClueOfAPairIsMeasured() {
    Vocabulary source = new Vocabulary(List.of("sun", "Colombo", "the", "minister"));
    Vocabulary target = new Vocabulary(List.of("ඉර", "කොළඹ", "ක්\u200Dරම"));
    FloatMatrix x =
        FloatMatrix.of(
            new float[] {1, 0, 0},
            new float[] {0, 1, 0},
            new float[] {0, 0, 1},
            new float[] {0.6f, 0, 0.8f});
    FloatMatrix z =
        FloatMatrix.of(new float[] {1, 0, 0}, new float[] {0, 1, 0}, new float[] {0, 0, 1});
    List<PairEvidence> measured =
        PairEvidence.of(
            List.of(
                new WordPair("sun", "ඉර"),
                new WordPair("Colombo", "කොළඹ"),
                new WordPair("minister", "ක්\u200Dරම")),
            source,
            target,
            SEARCH.prepare(x),
            SEARCH.prepare(z),
            SEARCH,
            Progress.NONE,
            Cancellation.none());
    PairEvidence sun = measured.get(0);
    PairEvidence colombo = measured.get(1);
    PairEvidence minister = measured.get(2);
    assertThat(sun.value(Clue.COSINE)).isCloseTo(1, within(1e-6));
    assertThat(minister.value(Clue.COSINE)).isCloseTo(0.8, within(1e-6));
    assertThat(sun.value(Clue.RANK_THERE)).as("the nearest").isZero();
    assertThat(minister.value(Clue.RANK_BACK)).as("behind “the”").isEqualTo(-Math.log(2));
    assertThat(sun.value(Clue.FREQUENCY)).isEqualTo(-Math.log(1));
    assertThat(minister.value(Clue.FREQUENCY)).as("the rarer word").isEqualTo(-Math.log(4));
    assertThat(sun.value(Clue.EVENNESS)).isZero();
    assertThat(minister.value(Clue.EVENNESS)).isCloseTo(-Math.log(4.0 / 3), within(1e-12));
    assertThat(colombo.value(Clue.SOUND)).isGreaterThan(sun.value(Clue.SOUND) + 0.2);
    assertThat(colombo.value(Clue.LENGTH)).isCloseTo(-Math.log(7.0 / 4), within(1e-12));
    assertThat(List.of(sun.value(Clue.JOINER), minister.value(Clue.JOINER)))
        .containsExactly(0.0, 1.0);
    assertThat(List.of(sun.value(Clue.CAPITAL), colombo.value(Clue.CAPITAL)))
        .containsExactly(0.0, 1.0);
    // r(·) is here of the three nearest: 1, 0.6 and 0 of ඉර, 1, 0.8 and 0 of ක්‍රම.
    assertThat(minister.value(Clue.MARGIN))
        .isCloseTo((2 * 0.8 - 1.8 / 3) - (2 * 0.6 - 1.6 / 3), within(1e-6));
  }

  @Test
  void ordersPairsItHasNotSeenWithRightOnesFirst() {
    List<Judgement> seen = new ArrayList<>();
    List<Judgement> unseen = new ArrayList<>();
    List<Judgement> judged = judged();
    for (int i = 0; i < judged.size(); i++) {
      (i % 2 == 0 ? seen : unseen).add(judged.get(i));
    }
    JudgementModel model = JudgementModel.of(seen, 42).orElseThrow();
    double pairs = 0;
    double inOrder = 0;
    for (Judgement right : unseen) {
      for (Judgement wrong : unseen) {
        if (right.accepted() && !wrong.accepted()) {
          pairs++;
          inOrder +=
              model.probability(right.evidence()) > model.probability(wrong.evidence()) ? 1 : 0;
        }
      }
    }
    assertThat(inOrder / pairs).as("area under the ROC curve").isGreaterThan(0.9);
    assertThat(model.calibration().useful()).isTrue();
    assertThat(model.calibration().bins()).hasSize(5);
    assertThat(model.calibration().bins().getFirst().observed())
        .isLessThan(model.calibration().bins().getLast().observed());
  }

  @Test
  void isRightOnTheWholeAndItsReasonsAddUp() {
    List<Judgement> judged = judged();
    JudgementModel model = JudgementModel.of(judged, 42).orElseThrow();
    double share = judged.stream().filter(Judgement::accepted).count() / (double) judged.size();
    double mean =
        judged.stream().mapToDouble(e -> model.probability(e.evidence())).average().orElseThrow();
    assertThat(mean).as("the constant is not penalised").isCloseTo(share, within(2e-3));
    PairEvidence one = judged.getFirst().evidence();
    PairEvidence other = judged.getLast().evidence();
    double between =
        model.reasons(one).stream().mapToDouble(Reason::weight).sum()
            - model.reasons(other).stream().mapToDouble(Reason::weight).sum();
    assertThat(logOdds(model.probability(one)) - logOdds(model.probability(other)))
        .isCloseTo(between, within(1e-6));
    assertThat(JudgementModel.of(judged, 42).orElseThrow().probability(one))
        .isEqualTo(model.probability(one));
  }

  private static double logOdds(double probability) {
    return Math.log(probability / (1 - probability));
  }

  @Test
  void knowsNothingBeforeBothVerdictsWereGivenOftenEnough() {
    List<Judgement> judged = judged();
    List<Judgement> accepted = judged.stream().filter(Judgement::accepted).toList();
    assertThat(JudgementModel.of(accepted, 42)).isEmpty();
    assertThat(JudgementModel.of(judged.subList(0, 1), 42)).isEmpty();
  }

  @Test
  void doesNotBelieveVerdictsGivenByChance() {
    Random random = new Random(11);
    List<Judgement> byChance = new ArrayList<>();
    for (Judgement each : judged()) {
      byChance.add(new Judgement(each.evidence(), random.nextBoolean()));
    }
    JudgementModel model = JudgementModel.of(byChance, 42).orElseThrow();
    assertThat(model.calibration().brier()).isGreaterThan(model.calibration().baseline() - 0.01);
  }
}
