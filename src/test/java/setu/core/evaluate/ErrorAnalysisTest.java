package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import setu.core.align.Alignment;
import setu.core.anchor.WordPair;
import setu.core.evaluate.ErrorReport.Case;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.space.Stemmer;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Kinds of errors: on a made space where each is known, and on the sample. */
class ErrorAnalysisTest {
  private static AlignedPair pair;
  private static List<TranslationScore> scores;

  @BeforeAll
  static void score() {
    Alignment alignment = Sample.procrustes();
    FloatMatrix mapped = alignment.mapSource(Sample.X);
    pair =
        new AlignedPair(
            Sample.SOURCE.vocabulary(),
            mapped,
            Sample.TARGET.vocabulary(),
            Sample.Z,
            NeighborSearches.best());
    scores =
        new WordTranslation(
                Sample.SOURCE.vocabulary(),
                mapped,
                Sample.TARGET.vocabulary(),
                Sample.Z,
                NeighborSearches.best())
            .evaluate(
                Sample.TEST,
                new WordTranslation.Options(
                    List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT), true, 42),
                Progress.NONE,
                Cancellation.none());
  }

  private static ErrorReport report(int score, Retrieval retrieval) {
    return new ErrorAnalysis(pair)
        .of(scores.get(score), retrieval, Progress.NONE, Cancellation.none());
  }

  @Test
  void everyQueryHasOneKindAndTheRightOnesNone() {
    ErrorReport report = report(1, Retrieval.Csls.DEFAULT);
    assertThat(report.cases()).hasSize(250);
    assertThat(report.counts().values().stream().mapToInt(n -> n).sum()).isEqualTo(250);
    assertThat(report.counts().get(ErrorKind.NONE)).isEqualTo(105);
    assertThat(report.counts().get(ErrorKind.INFLECTION)).isPositive();
    for (Case inflected : report.of(ErrorKind.INFLECTION)) {
      String answer = inflected.outcome().candidates().getFirst().word();
      assertThat(inflected.outcome().gold()).doesNotContain(answer);
      assertThat(inflected.outcome().gold()).anyMatch(gold -> Stemmer.sameStem(gold, answer));
    }
  }

  @Test
  void stemsLiftPrecisionAndNeverLowerIt() {
    for (int i = 0; i < scores.size(); i++) {
      Retrieval retrieval = i % 2 == 0 ? new Retrieval.Cosine() : Retrieval.Csls.DEFAULT;
      ErrorReport report = report(i, retrieval);
      assertThat(report.strict()).isEqualTo(scores.get(i).precision());
      assertThat(report.soft().at1()).isGreaterThanOrEqualTo(report.strict().at1());
      assertThat(report.soft().at10()).isGreaterThanOrEqualTo(report.strict().at10());
      assertThat(report.soft().at5()).isBetween(report.soft().at1(), report.soft().at10());
    }
    ErrorReport forward = report(1, Retrieval.Csls.DEFAULT);
    int byStem = forward.of(ErrorKind.INFLECTION).size() + forward.of(ErrorKind.SPELLING).size();
    assertThat(forward.soft().at1() - forward.strict().at1())
        .isCloseTo(100.0 * byStem / 250, within(1.0));
  }

  @Test
  void hubsAreFewerUnderCsls() {
    int nn = report(0, new Retrieval.Cosine()).counts().getOrDefault(ErrorKind.HUB, 0);
    int csls = report(1, Retrieval.Csls.DEFAULT).counts().getOrDefault(ErrorKind.HUB, 0);
    assertThat(csls).isLessThan(nn);
  }

  /** Source words on the axes; each has one target placed so that its kind is known. */
  @Test
  void eachKindOnACaseWhereItIsKnown() {
    Vocabulary source = new Vocabulary(List.of("right", "twin", "form", "near", "far", "lost"));
    Vocabulary target =
        new Vocabulary(
            List.of("දකුණ", "ප්රදේශය", "ප්‍රදේශය", "රටේ", "රට", "නිවස", "ගෙදර", "ගල", "මල"));
    float[][] x = new float[6][10];
    for (int i = 0; i < 6; i++) {
      x[i][i] = 1;
    }
    float[][] z = {
      axis(0), axis(1), tilted(1, 6), axis(2), tilted(2, 7), axis(3), tilted(3, 8), axis(4), axis(9)
    };
    List<WordPair> test =
        List.of(
            new WordPair("right", "දකුණ"),
            new WordPair("twin", "ප්‍රදේශය"),
            new WordPair("form", "රට"),
            new WordPair("near", "ගෙදර"),
            new WordPair("far", "මල"),
            new WordPair("lost", "නැති"),
            new WordPair("unknown", "මල"));
    FloatMatrix mapped = FloatMatrix.of(x);
    FloatMatrix rows = FloatMatrix.of(z);
    AlignedPair small = new AlignedPair(source, mapped, target, rows, NeighborSearches.best());
    TranslationScore score =
        new WordTranslation(source, mapped, target, rows, NeighborSearches.best())
            .evaluate(
                test,
                new WordTranslation.Options(List.of(new Retrieval.Cosine()), false, 1),
                Progress.NONE,
                Cancellation.none())
            .getFirst();
    assertThat(score.direction()).isEqualTo(Direction.FORWARD);
    ErrorReport report =
        new ErrorAnalysis(small)
            .of(score, new Retrieval.Cosine(), Progress.NONE, Cancellation.none());
    assertThat(report.cases())
        .extracting(Case::kind)
        .containsExactly(
            ErrorKind.NONE,
            ErrorKind.SPELLING,
            ErrorKind.INFLECTION,
            ErrorKind.SYNONYM,
            ErrorKind.SYNONYM,
            ErrorKind.GOLD_OUT_OF_VOCABULARY,
            ErrorKind.QUERY_OUT_OF_VOCABULARY);
    assertThat(report.strict().at1()).isCloseTo(100.0 / 5, within(0.01));
    assertThat(report.soft().at1()).isCloseTo(300.0 / 5, within(0.01));
  }

  @Test
  void spellingsOfOneWordAreTold() {
    assertThat(ErrorAnalysis.sameSpelling("ප්‍රදේශය", "ප්රදේශය")).isTrue();
    assertThat(ErrorAnalysis.sameSpelling("London", "london")).isTrue();
    assertThat(ErrorAnalysis.sameSpelling("organise", "organize")).isTrue();
    assertThat(ErrorAnalysis.sameSpelling("කරණ", "කරන")).isTrue();
    assertThat(ErrorAnalysis.sameSpelling("කරන", "කරක")).isFalse();
  }

  private static float[] axis(int i) {
    float[] row = new float[10];
    row[i] = 1;
    return row;
  }

  private static float[] tilted(int i, int j) {
    float[] row = new float[10];
    row[i] = 0.8f;
    row[j] = 0.6f;
    return row;
  }
}
