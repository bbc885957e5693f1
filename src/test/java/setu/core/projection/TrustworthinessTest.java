package setu.core.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

class TrustworthinessTest {
  @Test
  void agreesWithTheDefinitionWrittenOut() {
    FloatMatrix vectors = random(97, 6, 1);
    FloatMatrix layout = random(97, 2, 2);
    int k = 7;
    Trustworthiness measured = of(vectors, layout, k);
    List<List<Integer>> inSpace =
        IntStream.range(0, 97).mapToObj(i -> byCosine(vectors, i)).toList();
    List<List<Integer>> inLayout =
        IntStream.range(0, 97).mapToObj(i -> byDistance(layout, i)).toList();
    assertThat(measured.trustworthiness()).isCloseTo(plain(inSpace, inLayout, k), within(1e-12));
    assertThat(measured.continuity()).isCloseTo(plain(inLayout, inSpace, k), within(1e-12));
    double mean =
        IntStream.range(0, 97).mapToDouble(measured::trustworthiness).average().orElseThrow();
    assertThat(mean).isCloseTo(measured.trustworthiness(), within(1e-12));
  }

  @Test
  void aFaithfulLayoutIsTrustedWhollyAndOneByChanceHalf() {
    // Points on an arc: cosine and distance order them alike.
    FloatMatrix arc = FloatMatrix.zeros(400, 2);
    for (int i = 0; i < 400; i++) {
      arc.setRow(i, new float[] {(float) Math.cos(i * i * 1e-5), (float) Math.sin(i * i * 1e-5)});
    }
    Trustworthiness perfect = of(arc, arc, 12);
    assertThat(perfect.trustworthiness()).isGreaterThan(0.999);
    assertThat(perfect.continuity()).isGreaterThan(0.999);
    Trustworthiness chance = of(arc, random(400, 2, 9), 12);
    assertThat(chance.trustworthiness()).isCloseTo(0.5, within(0.05));
    assertThat(chance.continuity()).isCloseTo(0.5, within(0.05));
  }

  @Test
  void ofManyPointsASampleIsMeasuredAmongAll() {
    int n = Trustworthiness.EXACT + 1;
    FloatMatrix vectors = random(n, 3, 4);
    FloatMatrix layout = random(n, 2, 5);
    Trustworthiness measured = of(vectors, layout, 12);
    assertThat(measured.measured()).isEqualTo(Trustworthiness.SAMPLE);
    assertThat(measured.trustworthiness()).isCloseTo(0.5, within(0.02));
    long missing =
        IntStream.range(0, n).filter(i -> Double.isNaN(measured.trustworthiness(i))).count();
    assertThat(missing).isEqualTo(n - Trustworthiness.SAMPLE);
    assertThat(of(vectors, layout, 12).trustworthiness()).isEqualTo(measured.trustworthiness());
  }

  @Test
  void fewPointsNeedFewerNeighbours() {
    FloatMatrix five = random(5, 3, 6);
    assertThat(
            Trustworthiness.of(five, five, 42, Progress.NONE, Cancellation.none())
                .trustworthiness())
        .isBetween(0.0, 1.0);
    FloatMatrix two = random(2, 3, 6);
    assertThat(
            Trustworthiness.of(two, two, 42, Progress.NONE, Cancellation.none()).trustworthiness())
        .isEqualTo(1);
    assertThatThrownBy(() -> of(five, five, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Trustworthiness of(FloatMatrix vectors, FloatMatrix layout, int k) {
    return Trustworthiness.of(vectors, layout, k, 42, Progress.NONE, Cancellation.none());
  }

  /** Venna and Kaski's formula as printed, over all pairs. */
  private static double plain(List<List<Integer>> truth, List<List<Integer>> shown, int k) {
    int n = truth.size();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j : shown.get(i).subList(0, k)) {
        int rank = truth.get(i).indexOf(j) + 1;
        sum += Math.max(0, rank - k);
      }
    }
    return 1 - 2.0 / (n * k * (2.0 * n - 3 * k - 1)) * sum;
  }

  private static List<Integer> byCosine(FloatMatrix matrix, int i) {
    return others(matrix, i, j -> -cosine(matrix.row(i), matrix.row(j)));
  }

  private static List<Integer> byDistance(FloatMatrix matrix, int i) {
    return others(
        matrix,
        i,
        j -> {
          double dx = matrix.get(i, 0) - matrix.get(j, 0);
          double dy = matrix.get(i, 1) - matrix.get(j, 1);
          return dx * dx + dy * dy;
        });
  }

  private static List<Integer> others(
      FloatMatrix matrix, int i, java.util.function.ToDoubleFunction<Integer> key) {
    return IntStream.range(0, matrix.rows())
        .filter(j -> j != i)
        .boxed()
        .sorted(Comparator.comparingDouble(key))
        .toList();
  }

  private static double cosine(float[] a, float[] b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int j = 0; j < a.length; j++) {
      ab += a[j] * b[j];
      aa += a[j] * a[j];
      bb += b[j] * b[j];
    }
    return ab / Math.sqrt(aa * bb);
  }

  private static FloatMatrix random(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, (float) random.nextGaussian());
      }
    }
    return matrix;
  }
}
