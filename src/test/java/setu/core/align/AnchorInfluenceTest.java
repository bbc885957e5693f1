package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.RandomMatrices;

/** Against differences of real refits. */
class AnchorInfluenceTest {
  private static final AnchorWeights EQUAL = AnchorWeights.Property.EQUAL;
  private static final int D = 8;
  private static final int ANCHORS = 60;

  @Test
  void isTheSlopeOfTheCosineByAnAnchorsWeight() {
    FloatMatrix x = units(ANCHORS, 1);
    FloatMatrix z = units(ANCHORS, 2);
    float[] source = units(1, 3).row(0);
    float[] target = units(1, 4).row(0);
    float[] influence = new AnchorInfluence(x, z, diagonal(), EQUAL).on(source, target);
    DoubleMatrix covariance = LinearAlgebra.crossCovariance(x, z);
    double step = 1e-4;
    for (int i = 0; i < ANCHORS; i++) {
      double more = cosine(plus(covariance, step, x.row(i), z.row(i)), source, target);
      double less = cosine(plus(covariance, -step, x.row(i), z.row(i)), source, target);
      assertThat((double) influence[i]).isCloseTo((more - less) / (2 * step), within(1e-4));
    }
  }

  @Test
  void isTheSlopeOfTheCosineTimesTheWeightOfAnAnchor() {
    FloatMatrix x = units(ANCHORS, 8);
    FloatMatrix z = units(ANCHORS, 9);
    float[] source = units(1, 10).row(0);
    float[] target = units(1, 11).row(0);
    double[] weights = IntStream.range(0, ANCHORS).mapToDouble(i -> i % 5 / 2.0).toArray();
    float[] influence =
        new AnchorInfluence(x, z, diagonal(), anchors -> weights).on(source, target);
    DoubleMatrix covariance = Procrustes.covariance(x, z, diagonal(), weights);
    double step = 1e-4;
    for (int i = 0; i < ANCHORS; i++) {
      double more = cosine(plus(covariance, step, x.row(i), z.row(i)), source, target);
      double less = cosine(plus(covariance, -step, x.row(i), z.row(i)), source, target);
      assertThat((double) influence[i])
          .isCloseTo(weights[i] * (more - less) / (2 * step), within(2e-4));
    }
  }

  @Test
  void anAnchorOfTheTwoWordsThemselvesPullsThemTogether() {
    FloatMatrix x = units(ANCHORS, 5);
    FloatMatrix z = units(ANCHORS, 6);
    AnchorInfluence anchors = new AnchorInfluence(x, z, diagonal(), EQUAL);
    for (int i = 0; i < ANCHORS; i++) {
      float[] influence = anchors.on(x.row(i), z.row(i));
      assertThat(influence[i]).isPositive();
    }
  }

  @Test
  void whatTheAnchorsDoNotSpanIsLeftAlone() {
    FloatMatrix few = units(3, 7);
    ResolvedAnchors three =
        new ResolvedAnchors(
            List.of(0, 1, 2),
            List.of(0, 1, 2),
            List.of(new WordPair("a", "a"), new WordPair("b", "b"), new WordPair("c", "c")),
            List.of());
    for (float one : new AnchorInfluence(few, few, three, EQUAL).on(few.row(0), few.row(1))) {
      assertThat(one).isFinite();
    }
  }

  private static DoubleMatrix plus(DoubleMatrix covariance, double weight, float[] x, float[] z) {
    DoubleMatrix sum = covariance.copy();
    sum.addOuter(weight, x, z);
    return sum;
  }

  private static double cosine(DoubleMatrix covariance, float[] source, float[] target) {
    DoubleMatrix w = LinearAlgebra.orthogonalPolarFactor(covariance);
    double sum = 0;
    for (int k = 0; k < D; k++) {
      for (int l = 0; l < D; l++) {
        sum += source[k] * w.get(k, l) * target[l];
      }
    }
    return sum;
  }

  private static ResolvedAnchors diagonal() {
    List<Integer> rows = IntStream.range(0, ANCHORS).boxed().toList();
    List<WordPair> words = new ArrayList<>();
    rows.forEach(row -> words.add(new WordPair("s" + row, "t" + row)));
    return new ResolvedAnchors(rows, rows, words, List.of());
  }

  private static FloatMatrix units(int rows, long seed) {
    return RandomMatrices.unit(rows, D, seed);
  }
}
