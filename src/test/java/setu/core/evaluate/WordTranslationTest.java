package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Word translation: golden numbers of an independent program, and a plain loop beside ours. */
class WordTranslationTest {
  private static final FloatMatrix MAPPED = Sample.procrustes().mapSource(Sample.X);
  private static final List<Retrieval> ALL =
      List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT, new Retrieval.InvertedSoftmax(20));

  private static WordTranslation sample() {
    return new WordTranslation(
        Sample.SOURCE.vocabulary(),
        MAPPED,
        Sample.TARGET.vocabulary(),
        Sample.Z,
        NeighborSearches.best());
  }

  private static List<TranslationScore> scores(
      WordTranslation translation, List<WordPair> test, boolean both) {
    return translation.evaluate(
        test, new WordTranslation.Options(ALL, both, 42), Progress.NONE, Cancellation.none());
  }

  @Test
  void theSampleScoresAsTheReferenceSays() {
    List<TranslationScore> scores = scores(sample(), Sample.TEST, false);
    check(scores.get(0), 30.8, 60.4, 69.6, 0.449);
    check(scores.get(1), 42.0, 67.2, 74.0, 0.535);
  }

  private static void check(
      TranslationScore score, double at1, double at5, double at10, double reciprocal) {
    assertThat(score.counts()).isEqualTo(new TranslationScore.Counts(250, 250, 250));
    assertThat(score.precision().at1()).isCloseTo(at1, within(0.1));
    assertThat(score.precision().at5()).isCloseTo(at5, within(0.1));
    assertThat(score.precision().at10()).isCloseTo(at10, within(0.1));
    assertThat(score.meanReciprocalRank()).isCloseTo(reciprocal, within(0.001));
    assertThat(score.interval95().low()).isLessThan(at1);
    assertThat(score.interval95().high()).isGreaterThan(at1);
  }

  @Test
  void everyRankIsThatOfAPlainLoopBothWays() {
    double[][] cosines = cosines();
    double[] ofSource = r(cosines);
    double[] ofTarget = r(transposed(cosines));
    double[][] csls = new double[cosines.length][cosines[0].length];
    double[][] softmax = new double[cosines.length][cosines[0].length];
    double[] sums = new double[cosines[0].length];
    for (double[] row : cosines) {
      for (int j = 0; j < row.length; j++) {
        sums[j] += Math.exp(20 * row[j]);
      }
    }
    for (int i = 0; i < cosines.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        csls[i][j] = 2 * cosines[i][j] - ofSource[i] - ofTarget[j];
        softmax[i][j] = Math.exp(20 * cosines[i][j]) / sums[j];
      }
    }
    List<TranslationScore> scores = scores(sample(), Sample.TEST, true);
    compare(scores.get(0), cosines, true);
    compare(scores.get(1), csls, true);
    compare(scores.get(2), softmax, true);
    compare(scores.get(3), transposed(cosines), false);
    compare(scores.get(4), transposed(csls), false);
  }

  private static double[][] cosines() {
    int n = MAPPED.rows();
    int m = Sample.Z.rows();
    double[][] cosines = new double[n][m];
    float[][] targets = new float[m][];
    for (int j = 0; j < m; j++) {
      targets[j] = Sample.Z.row(j);
    }
    for (int i = 0; i < n; i++) {
      float[] x = MAPPED.row(i);
      for (int j = 0; j < m; j++) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
          sum += (double) x[k] * targets[j][k];
        }
        cosines[i][j] = sum;
      }
    }
    return cosines;
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < t.length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  private static double[] r(double[][] cosines) {
    double[] r = new double[cosines.length];
    for (int i = 0; i < r.length; i++) {
      double[] sorted = cosines[i].clone();
      java.util.Arrays.sort(sorted);
      for (int k = 1; k <= 10; k++) {
        r[i] += sorted[sorted.length - k] / 10;
      }
    }
    return r;
  }

  private static void compare(TranslationScore score, double[][] values, boolean forward) {
    Vocabulary from = (forward ? Sample.SOURCE : Sample.TARGET).vocabulary();
    Vocabulary to = (forward ? Sample.TARGET : Sample.SOURCE).vocabulary();
    int differing = 0;
    for (QueryOutcome outcome : score.queries()) {
      double[] row = values[from.row(outcome.query())];
      int best = Integer.MAX_VALUE;
      for (String gold : outcome.gold()) {
        int g = to.row(gold);
        if (g >= 0) {
          int rank = 1;
          for (double value : row) {
            rank += value > row[g] ? 1 : 0;
          }
          best = Math.min(best, rank);
        }
      }
      differing += outcome.rank() == best ? 0 : 1;
      assertThat(Math.abs(outcome.rank() - best)).isLessThanOrEqualTo(1);
      int first = to.row(outcome.candidates().getFirst().word());
      assertThat(outcome.candidates().getFirst().score()).isCloseTo(row[first], within(1e-4));
    }
    // Floats may order two all but equal cosines the other way.
    assertThat(differing).isLessThanOrEqualTo(2);
  }

  @Test
  void threeDenominators() {
    Vocabulary source = new Vocabulary(List.of("a", "b", "c"));
    Vocabulary target = new Vocabulary(List.of("x", "y"));
    FloatMatrix rows = FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {1, 0});
    FloatMatrix targets = FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1});
    WordTranslation translation =
        new WordTranslation(source, rows, target, targets, NeighborSearches.best());
    List<WordPair> test =
        List.of(
            new WordPair("a", "x"),
            new WordPair("a", "unknown"),
            new WordPair("b", "x"),
            new WordPair("c", "unknown"),
            new WordPair("unknown", "x"));
    TranslationScore score = scores(translation, test, false).getFirst();
    assertThat(score.counts()).isEqualTo(new TranslationScore.Counts(4, 3, 2));
    assertThat(score.counts().coverage()).isEqualTo(0.5);
    assertThat(score.precision().at1()).isEqualTo(50);
    assertThat(score.precisionSourceCovered().at1()).isCloseTo(100.0 / 3, within(1e-9));
    assertThat(score.precisionAll().at1()).isEqualTo(25);
    assertThat(score.meanReciprocalRank()).isEqualTo(0.75);
    assertThat(score.queries()).extracting(QueryOutcome::rank).containsExactly(1, 2, 0, 0);
    assertThat(score.queries().get(2).candidates()).hasSize(2);
    assertThat(score.queries().get(3).candidates()).isEmpty();
    assertThat(score.queries().getFirst().gold()).containsExactly("x", "unknown");
  }

  @Test
  void equalScoresGoToTheLowerRow() {
    Vocabulary source = new Vocabulary(List.of("a"));
    Vocabulary target = new Vocabulary(List.of("x", "y", "z"));
    FloatMatrix one = FloatMatrix.of(new float[] {1, 0});
    float[] same = {1, 0};
    WordTranslation translation =
        new WordTranslation(
            source, one, target, FloatMatrix.of(same, same, same), NeighborSearches.best());
    assertThat(rankOf(translation, "x")).isEqualTo(1);
    assertThat(rankOf(translation, "y")).isEqualTo(2);
    assertThat(rankOf(translation, "z")).isEqualTo(3);
  }

  private static int rankOf(WordTranslation translation, String gold) {
    return scores(translation, List.of(new WordPair("a", gold)), false)
        .getFirst()
        .queries()
        .getFirst()
        .rank();
  }

  @Test
  void theIntervalRepeatsWithItsSeed() {
    TranslationScore first = scores(sample(), Sample.TEST, false).getFirst();
    TranslationScore second = scores(sample(), Sample.TEST, false).getFirst();
    assertThat(first).isEqualTo(second);
    assertThat(first.interval95().low()).isCloseTo(25.2, within(1.2));
    assertThat(first.interval95().high()).isCloseTo(36.4, within(1.2));
  }

  @Test
  void aTestOfUnknownWordsIsAFault() {
    assertThatThrownBy(() -> scores(sample(), List.of(new WordPair("qq", "ww")), false))
        .isInstanceOfSatisfying(
            AlignmentFault.class,
            fault ->
                assertThat(fault.problem()).isEqualTo(AlignmentFault.Problem.NO_USABLE_QUERIES));
  }

  @Test
  void leakageCountsDistinctPairsAndWords() {
    List<WordPair> train = List.of(new WordPair("a", "x"), new WordPair("b", "y"));
    List<WordPair> test =
        List.of(
            new WordPair("a", "x"),
            new WordPair("a", "x"),
            new WordPair("b", "z"),
            new WordPair("c", "y"));
    assertThat(Leakage.between(train, test)).isEqualTo(new Leakage(1, 2, 2));
    assertThat(Leakage.between(Sample.TRAIN, Sample.TEST).sources()).isZero();
  }

  @Test
  void mcNemarIsTheExactBinomial() {
    assertThat(McNemar.probability(0, 0)).isEqualTo(1);
    assertThat(McNemar.probability(5, 0)).isCloseTo(2 / 32.0, within(1e-12));
    assertThat(McNemar.probability(8, 2)).isCloseTo(2 * 56 / 1024.0, within(1e-12));
    assertThat(McNemar.probability(3, 3)).isEqualTo(1);
    List<TranslationScore> scores = scores(sample(), Sample.TEST, false);
    McNemar test = McNemar.between(scores.get(0), scores.get(1));
    assertThat(test.gained() - test.lost()).isEqualTo(28);
    assertThat(test.p()).isLessThan(0.001);
    assertThat(scores.getFirst().direction()).isEqualTo(Direction.FORWARD);
  }
}
