package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Sample;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Induced pairs are the best under CSLS, by loops over everything. */
class InductionTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();

  private static double[][] csls(FloatMatrix x, FloatMatrix z, int k) {
    double[][] cosines = new double[x.rows()][z.rows()];
    for (int i = 0; i < x.rows(); i++) {
      for (int j = 0; j < z.rows(); j++) {
        cosines[i][j] = VectorKernel.scalar().dot(x, i, z, j);
      }
    }
    double[] ofX = new double[x.rows()];
    double[] ofZ = new double[z.rows()];
    for (int i = 0; i < ofX.length; i++) {
      ofX[i] = meanOfLargest(cosines[i], k);
    }
    for (int j = 0; j < ofZ.length; j++) {
      int column = j;
      ofZ[j] = meanOfLargest(Arrays.stream(cosines).mapToDouble(row -> row[column]).toArray(), k);
    }
    for (int i = 0; i < ofX.length; i++) {
      for (int j = 0; j < ofZ.length; j++) {
        cosines[i][j] = 2 * cosines[i][j] - ofX[i] - ofZ[j];
      }
    }
    return cosines;
  }

  private static double meanOfLargest(double[] values, int k) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return Arrays.stream(sorted, sorted.length - k, sorted.length).average().orElseThrow();
  }

  private static double largest(double[] values, int rank) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - rank];
  }

  @Test
  void findsTheBestOfEveryWordAndWhetherItIsMutual() {
    FloatMatrix x = RandomMatrices.unit(90, 7, 1);
    FloatMatrix z = RandomMatrices.unit(110, 7, 2);
    double[][] csls = csls(x, z, 3);
    List<Suggestion> pairs =
        Induction.of(
            x,
            SEARCH.prepare(z),
            new Retrieval.Csls(3),
            SEARCH,
            Progress.NONE,
            Cancellation.none());
    assertThat(pairs).hasSize(90);
    int mutual = 0;
    for (Suggestion pair : pairs) {
      double[] row = csls[pair.sourceRow()];
      double[] column = Arrays.stream(csls).mapToDouble(r -> r[pair.targetRow()]).toArray();
      assertThat(pair.csls()).isCloseTo(largest(row, 1), within(1e-5));
      assertThat(row[pair.targetRow()]).isCloseTo(pair.csls(), within(1e-5));
      assertThat(pair.cosine())
          .isCloseTo(
              VectorKernel.scalar().dot(x, pair.sourceRow(), z, pair.targetRow()), within(1e-5));
      assertThat(pair.mutual()).isEqualTo(largest(column, 1) <= pair.csls() + 1e-6);
      double ahead = largest(row, 1) - largest(row, 2);
      double margin =
          pair.mutual() ? Math.min(ahead, largest(column, 1) - largest(column, 2)) : ahead;
      assertThat(pair.margin()).isCloseTo(margin, within(2e-5));
      mutual += pair.mutual() ? 1 : 0;
    }
    assertThat(mutual).isBetween(10, 80);
  }

  @Test
  void shortListsAloneGiveAlmostTheSame() {
    FloatMatrix mapped = Sample.procrustes().mapSource(Sample.X);
    var targets = SEARCH.prepare(Sample.Z);
    List<Suggestion> exact =
        Induction.of(
            mapped, targets, Retrieval.Csls.DEFAULT, SEARCH, Progress.NONE, Cancellation.none());
    List<Suggestion> quick =
        Induction.quick(
            mapped, targets, Retrieval.Csls.DEFAULT, SEARCH, Progress.NONE, Cancellation.none());
    int same = 0;
    for (int i = 0; i < exact.size(); i++) {
      same += exact.get(i).targetRow() == quick.get(i).targetRow() ? 1 : 0;
    }
    assertThat(same).isGreaterThan(exact.size() * 99 / 100);
  }

  @Test
  void proposesHeldOutPairs() {
    List<Suggestion> pairs =
        Induction.of(
            Sample.procrustes().mapSource(Sample.X),
            SEARCH.prepare(Sample.Z),
            Retrieval.Csls.DEFAULT,
            SEARCH,
            Progress.NONE,
            Cancellation.none());
    Set<WordPair> held = new HashSet<>(Sample.TEST);
    Set<String> queries = new HashSet<>();
    held.forEach(pair -> queries.add(pair.source()));
    int mutual = 0;
    int right = 0;
    for (Suggestion pair : pairs) {
      String source = Sample.SOURCE.vocabulary().word(pair.sourceRow());
      if (pair.mutual() && queries.contains(source)) {
        mutual++;
        String target = Sample.TARGET.vocabulary().word(pair.targetRow());
        right += held.contains(new WordPair(source, target)) ? 1 : 0;
      }
    }
    // P@1 over all queries is 42 per cent: a mutual choice has to be better than that.
    assertThat(mutual).isGreaterThan(80);
    assertThat(right).isGreaterThan(mutual / 2);
  }

  @Test
  void spacesOfOneWordPairUp() {
    FloatMatrix one = RandomMatrices.unit(1, 4, 1);
    List<Suggestion> pairs =
        Induction.of(
            one,
            SEARCH.prepare(one),
            Retrieval.Csls.DEFAULT,
            SEARCH,
            Progress.NONE,
            Cancellation.none());
    assertThat(pairs).hasSize(1);
    assertThat(pairs.getFirst().mutual()).isTrue();
  }
}
