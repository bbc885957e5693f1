package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import setu.core.evaluate.WordInspection.Candidate;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;

/** Against plain double loops. */
class WordInspectionTest {
  private static final double CLOSE = 1e-5;

  private final NeighborSearch search = NeighborSearches.best();

  @Test
  void agreesWithAPlainLoop() {
    FloatMatrix home = units(60, 12, 1);
    FloatMatrix across = units(80, 12, 2);
    for (int row = 0; row < home.rows(); row++) {
      WordInspection found = inspect(row, home, across, 6, 10);
      List<Double> cosines = cosines(home.row(row), across);
      assertThat(found.neighborhood()).isCloseTo(top(cosines, 10), within(CLOSE));
      double[] csls = new double[across.rows()];
      for (int j = 0; j < csls.length; j++) {
        csls[j] = 2 * cosines.get(j) - top(cosines, 10) - top(cosines(across.row(j), home), 10);
      }
      assertThat(found.across().getFirst().csls()).isCloseTo(highest(csls), within(CLOSE));
      for (Candidate candidate : found.across()) {
        int j = candidate.row();
        assertThat(candidate.cosine()).isCloseTo(cosines.get(j), within(CLOSE));
        assertThat(candidate.csls()).isCloseTo(csls[j], within(CLOSE));
        assertThat(candidate.rankByCosine())
            .isEqualTo(1 + (int) cosines.stream().filter(c -> c > cosines.get(j)).count());
        int better = 0;
        for (double other : csls) {
          better += other > csls[j] ? 1 : 0;
        }
        assertThat(candidate.rankByCsls()).isEqualTo(1 + better);
        assertThat(Math.min(candidate.rankByCosine(), candidate.rankByCsls()))
            .isLessThanOrEqualTo(6);
      }
      assertThat(found.across())
          .isSortedAccordingTo(Comparator.comparingDouble(Candidate::csls).reversed());
      List<Double> atHome = cosines(home.row(row), home);
      atHome.set(row, -2.0);
      atHome.sort(Comparator.reverseOrder());
      assertThat(found.home()).hasSize(6).noneMatch(c -> c.rankByCosine() < 1);
      for (int rank = 0; rank < 6; rank++) {
        assertThat(found.home().get(rank).cosine()).isCloseTo(atHome.get(rank), within(CLOSE));
        assertThat(found.home().get(rank).rankByCosine()).isEqualTo(rank + 1);
      }
    }
  }

  @Test
  void tiesGoToTheFirstRowAndTwinsStayAtHome() {
    FloatMatrix home = FloatMatrix.of(unit(1, 0), unit(1, 0), unit(0, 1));
    FloatMatrix across = FloatMatrix.of(unit(1, 1), unit(1, 1), unit(1, 1));
    WordInspection found = inspect(0, home, across, 3, 2);
    assertThat(found.across()).extracting(Candidate::row).containsExactly(0, 1, 2);
    assertThat(found.across()).extracting(Candidate::rankByCsls).containsExactly(1, 2, 3);
    assertThat(found.home()).extracting(Candidate::row).containsExactly(1, 2);
    assertThat(found.home().getFirst().cosine()).isCloseTo(1, within(CLOSE));
  }

  @Test
  void aWordAloneHasNoNeighborAtHome() {
    FloatMatrix home = FloatMatrix.of(unit(1, 0));
    FloatMatrix across = FloatMatrix.of(unit(1, 1));
    WordInspection found = inspect(0, home, across, 8, 10);
    assertThat(found.home()).isEmpty();
    assertThat(found.across()).hasSize(1);
    double cosine = Math.sqrt(0.5);
    assertThat(found.neighborhood()).isCloseTo(cosine, within(CLOSE));
    assertThat(found.across().getFirst().csls()).isCloseTo(0, within(CLOSE));
  }

  @Test
  void moreNeighborsThanWordsAreAllOfThem() {
    WordInspection found = inspect(3, units(5, 4, 3), units(7, 4, 4), 50, 40);
    assertThat(found.home()).extracting(Candidate::row).containsExactlyInAnyOrder(0, 1, 2, 4);
    assertThat(found.across())
        .extracting(Candidate::row)
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
  }

  private WordInspection inspect(
      int row, FloatMatrix home, FloatMatrix across, int shown, int neighborhood) {
    return WordInspection.of(
        row,
        search.prepare(home),
        search.prepare(across),
        shown,
        neighborhood,
        search,
        Cancellation.none());
  }

  private static List<Double> cosines(float[] word, FloatMatrix rows) {
    List<Double> cosines = new ArrayList<>();
    for (int row = 0; row < rows.rows(); row++) {
      double sum = 0;
      for (int d = 0; d < word.length; d++) {
        sum += (double) word[d] * rows.get(row, d);
      }
      cosines.add(sum);
    }
    return cosines;
  }

  private static double top(List<Double> values, int k) {
    return values.stream()
        .sorted(Comparator.reverseOrder())
        .limit(k)
        .mapToDouble(value -> value)
        .average()
        .orElseThrow();
  }

  private static double highest(double[] values) {
    double highest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      highest = Math.max(highest, value);
    }
    return highest;
  }

  private static FloatMatrix units(int rows, int columns, long seed) {
    RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int row = 0; row < rows; row++) {
      float[] values = new float[columns];
      for (int d = 0; d < columns; d++) {
        values[d] = (float) chance.nextGaussian();
      }
      matrix.setRow(row, unit(values));
    }
    return matrix;
  }

  private static float[] unit(float... values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    float[] unit = new float[values.length];
    for (int d = 0; d < unit.length; d++) {
      unit[d] = (float) (values[d] / Math.sqrt(sum));
    }
    return unit;
  }
}
