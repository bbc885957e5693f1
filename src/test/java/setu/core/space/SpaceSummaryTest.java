package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.space.SpaceSummary.RankMean;

class SpaceSummaryTest {
  @Test
  void lengthsByRankAreMeansOverRanksThatGrowByAFactor() {
    FloatMatrix vectors = FloatMatrix.zeros(100, 2);
    for (int row = 0; row < 100; row++) {
      vectors.setRow(row, new float[] {3f * (row + 1), 4f * (row + 1)});
    }
    List<RankMean> curve = SpaceSummary.normsByRank(vectors, 4);
    // Ends at 100^(1/4), 100^(1/2), 100^(3/4) and 100, rounded; the mean of 5·rank in between.
    assertThat(curve).extracting(RankMean::first).containsExactly(1, 4, 11, 33);
    assertThat(curve).extracting(RankMean::last).containsExactly(3, 10, 32, 100);
    for (RankMean point : curve) {
      assertThat(point.mean()).isCloseTo(5 * (point.first() + point.last()) / 2.0, within(1e-4));
    }
  }

  @Test
  void countsByRankAreMeansToo() {
    WordCounts counts = new WordCounts(1000, 400, 200, 100, 50, 10);
    assertThat(SpaceSummary.countsByRank(counts, 2))
        .containsExactly(new RankMean(1, 2, 700), new RankMean(3, 6, 90));
  }

  @Test
  void fewRowsHaveNoEmptyPoints() {
    FloatMatrix one = FloatMatrix.zeros(1, 3);
    one.setRow(0, new float[] {0, 2, 0});
    assertThat(SpaceSummary.normsByRank(one, 60)).containsExactly(new RankMean(1, 1, 2));
    assertThat(SpaceSummary.normsByRank(FloatMatrix.zeros(0, 3), 5)).isEmpty();
  }
}
