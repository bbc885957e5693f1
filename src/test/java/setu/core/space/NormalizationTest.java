package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;

/** Steps in their order, against plain double loops. */
class NormalizationTest {
  @Test
  void namesAreReadInOrder() {
    assertThat(Normalization.parse("unit, center,UNIT")).hasToString("unit,center,unit");
    assertThat(Normalization.parse("none").steps()).isEmpty();
    assertThat(Normalization.parse("unit")).isEqualTo(Normalization.UNIT);
    assertThatThrownBy(() -> Normalization.parse("unit,whiten"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Normalization.parse("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unitThenCenterEqualsTheDefinition() {
    int n = 2500;
    int d = 7;
    FloatMatrix vectors = random(n, d);
    double[][] expected = new double[n][d];
    double[] mean = new double[d];
    for (int i = 0; i < n; i++) {
      double squares = 0;
      for (int j = 0; j < d; j++) {
        squares += Math.pow(vectors.get(i, j), 2);
      }
      for (int j = 0; j < d; j++) {
        expected[i][j] = vectors.get(i, j) / Math.sqrt(squares);
        mean[j] += expected[i][j] / n;
      }
    }
    FloatMatrix original = vectors.copy();
    FloatMatrix result = Normalization.parse("unit,center").apply(vectors);
    for (int i = 0; i < n; i++) {
      assertThat(vectors.row(i)).containsExactly(original.row(i));
      for (int j = 0; j < d; j++) {
        assertThat((double) result.get(i, j)).isCloseTo(expected[i][j] - mean[j], within(1e-6));
      }
    }
  }

  @Test
  void inPlaceEqualsTheCopyAndAZeroRowStays() {
    FloatMatrix vectors = FloatMatrix.of(new float[] {3, 4}, new float[] {0, 0});
    FloatMatrix copy = Normalization.UNIT.apply(vectors);
    Normalization.UNIT.applyInPlace(vectors);
    assertThat(vectors.row(0)).containsExactly(copy.row(0)).containsExactly(0.6f, 0.8f);
    assertThat(vectors.row(1)).containsExactly(0, 0);
  }

  private static FloatMatrix random(int rows, int columns) {
    Random random = new Random(5);
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, (float) random.nextGaussian() + 0.5f);
      }
    }
    return matrix;
  }
}
