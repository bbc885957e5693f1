package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Criteria against their definitions by plain loops. */
class RankingTest {
  private static final Cancellation GO_ON = Cancellation.none();

  private static double r(FloatMatrix rows, int i, FloatMatrix others, int k) {
    double[] sorted = PlainSearch.scores(rows, i, others, null);
    Arrays.sort(sorted);
    int used = Math.min(k, sorted.length);
    double sum = 0;
    for (int rank = 0; rank < used; rank++) {
      sum += sorted[sorted.length - 1 - rank];
    }
    return used == 0 ? 0 : sum / used;
  }

  @Property(tries = 40)
  void cslsFollowsItsDefinition(
      @ForAll @IntRange(min = 1, max = 50) int n,
      @ForAll @IntRange(min = 1, max = 50) int m,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(min = 1, max = 12) int neighborhood,
      @ForAll long seed) {
    FloatMatrix source = RandomMatrices.unit(n, d, seed);
    FloatMatrix target = RandomMatrices.unit(m, d, seed + 1);
    Retrieval.Csls csls = new Retrieval.Csls(neighborhood);
    for (NeighborSearch search : EnginesUnderTest.ALL) {
      PreparedBase base = search.prepare(target);
      LocalScaling scaling =
          LocalScaling.exact(source, base, neighborhood, search, Progress.NONE, GO_ON);
      for (int i = 0; i < n; i++) {
        assertThat((double) scaling.ofSource(i))
            .isCloseTo(r(source, i, target, neighborhood), within(1e-5));
      }
      for (int j = 0; j < m; j++) {
        assertThat((double) scaling.ofTarget(j))
            .isCloseTo(r(target, j, source, neighborhood), within(1e-5));
        assertThat(scaling.reversed().ofSource(j)).isEqualTo(scaling.ofTarget(j));
      }
      double[][] scores = new double[n][];
      for (int i = 0; i < n; i++) {
        scores[i] = PlainSearch.scores(source, i, target, null);
        for (int j = 0; j < m; j++) {
          scores[i][j] =
              2 * scores[i][j]
                  - r(source, i, target, neighborhood)
                  - r(target, j, source, neighborhood);
        }
      }
      check(
          Ranking.of(csls, source, base, search, Progress.NONE, GO_ON)
              .best(source, 7, Progress.NONE, GO_ON),
          scores);
      check(
          Ranking.csls(csls, scaling.ofTarget(), base, search)
              .best(source, scaling.ofSource(), 7, Progress.NONE, GO_ON),
          scores);
    }
  }

  @Property(tries = 30)
  void invertedSoftmaxFollowsItsDefinition(
      @ForAll @IntRange(min = 1, max = 50) int n,
      @ForAll @IntRange(min = 1, max = 50) int m,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(min = 1, max = 40) int beta,
      @ForAll long seed) {
    FloatMatrix source = RandomMatrices.unit(n, d, seed);
    FloatMatrix target = RandomMatrices.unit(m, d, seed + 1);
    double[][] scores = new double[n][m];
    for (int j = 0; j < m; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += Math.exp(beta * PlainSearch.score(source, i, target, j));
      }
      for (int i = 0; i < n; i++) {
        scores[i][j] = Math.exp(beta * PlainSearch.score(source, i, target, j)) / sum;
      }
    }
    for (NeighborSearch search : EnginesUnderTest.ALL) {
      check(
          Ranking.of(
                  new Retrieval.InvertedSoftmax(beta),
                  source,
                  search.prepare(target),
                  search,
                  Progress.NONE,
                  GO_ON)
              .best(source, 7, Progress.NONE, GO_ON),
          scores);
    }
  }

  private static void check(Neighbors found, double[][] scores) {
    for (int i = 0; i < scores.length; i++) {
      int[] order = PlainSearch.order(scores[i]);
      for (int rank = 0; rank < Math.min(7, order.length); rank++) {
        assertThat((double) found.score(i, rank))
            .isCloseTo(scores[i][order[rank]], within(2e-5))
            .isCloseTo(scores[i][found.index(i, rank)], within(2e-5));
      }
    }
  }

  @Test
  void provisionalValuesComeFromTheShortList() {
    FloatMatrix rows = RandomMatrices.unit(200, 20, 1);
    FloatMatrix others = RandomMatrices.unit(300, 20, 2);
    NeighborSearch search = NeighborSearches.best();
    Neighbors shortlist = search.search(rows, others, 20, Progress.NONE, GO_ON);
    float[] exact = LocalScaling.means(shortlist, 10);
    // The short list holds the neighbours: provisional is exact.
    float[] provisional = LocalScaling.overCandidates(rows, others, shortlist, 10, GO_ON);
    // The others changed since: provisional is at most the exact value.
    FloatMatrix moved = RandomMatrices.unit(300, 20, 3);
    float[] below = LocalScaling.overCandidates(rows, moved, shortlist, 10, GO_ON);
    for (int i = 0; i < 200; i++) {
      assertThat(provisional[i]).isCloseTo(exact[i], within(1e-6f));
      assertThat((double) below[i]).isLessThanOrEqualTo(r(rows, i, moved, 10) + 1e-6);
    }
  }
}
