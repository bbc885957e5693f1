package setu.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

class PcaTest {
  private static final Cancellation NEVER = Cancellation.none();

  @Test
  void findsTheAxesOfAStretchedCloud() {
    // Standard deviations 5, 3, 1 along known orthogonal directions.
    double[][] directions = {{0.6, 0.8, 0}, {-0.8, 0.6, 0}, {0, 0, 1}};
    FloatMatrix cloud = cloud(directions, new double[] {5, 3, 1}, 40_000);

    PrincipalAxes axes = Pca.fit(List.of(cloud), 3, Progress.NONE, NEVER);

    for (int j = 0; j < 3; j++) {
      assertThat(axes.loading(0, j)).isCloseTo(directions[0][j], within(0.01));
      assertThat(axes.loading(1, j)).isCloseTo(-directions[1][j], within(0.02));
    }
    assertThat(axes.explainedVariance(0)).isCloseTo(25.0 / 35, within(0.01));
    assertThat(axes.explainedVariance(1)).isCloseTo(9.0 / 35, within(0.01));
    assertThat(axes.explainedVariance(2)).isCloseTo(1.0 / 35, within(0.01));
  }

  @Test
  void agreesWithAFullJacobiDecompositionOfAPlainCovariance() {
    FloatMatrix vectors = random(523, 37, 7);
    int d = vectors.columns();
    double[][] covariance = plainCovariance(vectors);
    double[][] expected = new double[d][d];
    double trace = 0;
    for (int i = 0; i < d; i++) {
      trace += covariance[i][i];
    }
    double[] values = Jacobi.decompose(covariance, expected);

    PrincipalAxes axes = Pca.fit(List.of(vectors), 3, Progress.NONE, NEVER);

    for (int axis = 0; axis < 3; axis++) {
      assertThat(axes.explainedVariance(axis)).isCloseTo(values[axis] / trace, within(1e-10));
      double cosine = 0;
      for (int j = 0; j < d; j++) {
        cosine += axes.loading(axis, j) * expected[axis][j];
      }
      assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void transformIsTheCentredProductWithTheAxes() {
    FloatMatrix vectors = random(301, 9, 3);
    PrincipalAxes axes = Pca.fit(List.of(vectors), 2, Progress.NONE, NEVER);
    FloatMatrix coordinates = axes.transform(vectors, NEVER);

    double[] mean = new double[2];
    double[] variance = new double[2];
    for (int i = 0; i < 301; i++) {
      for (int axis = 0; axis < 2; axis++) {
        mean[axis] += coordinates.get(i, axis) / 301;
        variance[axis] += coordinates.get(i, axis) * coordinates.get(i, axis) / 301.0;
      }
    }
    double total = 0;
    for (int j = 0; j < 9; j++) {
      total += plainCovariance(vectors)[j][j];
    }
    assertThat(mean[0]).isCloseTo(0, within(1e-5));
    assertThat(variance[0] / total).isCloseTo(axes.explainedVariance(0), within(1e-5));
    assertThat(variance[1] / total).isCloseTo(axes.explainedVariance(1), within(1e-5));
  }

  @Test
  void severalMatricesAreFittedAsOne() {
    FloatMatrix all = random(400, 12, 11);
    PrincipalAxes one = Pca.fit(List.of(all), 2, Progress.NONE, NEVER);
    PrincipalAxes joined =
        Pca.fit(List.of(all.slice(0, 133), all.slice(133, 400)), 2, Progress.NONE, NEVER);
    for (int j = 0; j < 12; j++) {
      assertThat(joined.loading(0, j)).isCloseTo(one.loading(0, j), within(1e-8));
      assertThat(joined.loading(1, j)).isCloseTo(one.loading(1, j), within(1e-8));
    }
  }

  @Test
  void theLargestLoadingOfEachAxisIsPositive() {
    FloatMatrix vectors = random(200, 15, 5);
    PrincipalAxes axes = Pca.fit(List.of(vectors), 3, Progress.NONE, NEVER);
    for (int axis = 0; axis < 3; axis++) {
      double largest = 0;
      for (int j = 0; j < 15; j++) {
        if (Math.abs(axes.loading(axis, j)) > Math.abs(largest)) {
          largest = axes.loading(axis, j);
        }
      }
      assertThat(largest).isPositive();
    }
  }

  @Test
  void fewerDirectionsThanAxesGiveZeros() {
    FloatMatrix line = FloatMatrix.of(new float[] {1, 2, 3}, new float[] {2, 4, 6});
    Projection projection = new Pca().project(line, 2, 42, Progress.NONE, NEVER);
    assertThat(projection.coordinates().get(0, 1)).isCloseTo(0, within(1e-5f));
    assertThat(projection.coordinates().get(0, 0))
        .isCloseTo((float) -Math.sqrt(3.5), within(1e-5f));

    FloatMatrix point = FloatMatrix.of(new float[] {1, 2, 3});
    assertThat(new Pca().project(point, 2, 42, Progress.NONE, NEVER).coordinates().row(0))
        .containsExactly(0, 0);
  }

  @Test
  void refusesMoreAxesThanDimensionsAndStopsWhenCancelled() {
    FloatMatrix vectors = random(20, 2, 1);
    assertThatThrownBy(() -> Pca.fit(List.of(vectors), 3, Progress.NONE, NEVER))
        .isInstanceOf(IllegalArgumentException.class);
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(() -> Pca.fit(List.of(vectors), 2, Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private static FloatMatrix random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        // Variances that fall slowly: neighbouring eigenvalues are close.
        matrix.set(i, j, (float) (3 + random.nextGaussian() * (1 - 0.01 * j)));
      }
    }
    return matrix;
  }

  private static FloatMatrix cloud(double[][] directions, double[] deviations, int rows) {
    SplittableRandom random = new SplittableRandom(1);
    int d = directions[0].length;
    FloatMatrix matrix = FloatMatrix.zeros(rows, d);
    for (int i = 0; i < rows; i++) {
      float[] row = new float[d];
      for (int k = 0; k < directions.length; k++) {
        double amount = deviations[k] * random.nextGaussian();
        for (int j = 0; j < d; j++) {
          row[j] += (float) (amount * directions[k][j] + 2);
        }
      }
      matrix.setRow(i, row);
    }
    return matrix;
  }

  private static double[][] plainCovariance(FloatMatrix vectors) {
    int n = vectors.rows();
    int d = vectors.columns();
    double[] mean = new double[d];
    double[][] covariance = new double[d][d];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        mean[j] += (double) vectors.get(i, j) / n;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        for (int k = 0; k < d; k++) {
          covariance[j][k] += (vectors.get(i, j) - mean[j]) * (vectors.get(i, k) - mean[k]) / n;
        }
      }
    }
    return covariance;
  }
}
