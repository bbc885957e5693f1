package setu.core.neighbor;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.math.TopK;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** A pass that sums in an order of its own gives the very answer of the exact kernel. */
class ProvenCandidatesTest {
  private static final Cancellation GO_ON = Cancellation.none();

  @Property(tries = 60)
  void whateverOrderAPassSumsInTheAnswerIsTheKernels(
      @ForAll @IntRange(max = 60) int n,
      @ForAll @IntRange(max = 120) int m,
      @ForAll @IntRange(min = 1, max = 40) int d,
      @ForAll @IntRange(max = 12) int k,
      @ForAll boolean equalRows,
      @ForAll long seed) {
    FloatMatrix left = RandomMatrices.unit(n, d, seed);
    FloatMatrix right = rows(m, d, seed + 1, equalRows);
    PanelSearch exact = new PanelSearch(VectorKernel.scalar(), 1);
    ProvenCandidates proven = new ProvenCandidates(VectorKernel.scalar(), 1);
    PreparedBase base = proven.prepare(right);
    NeighborSearch.TwoWay expected =
        exact.searchBothWays(left, exact.prepare(right), k, Progress.NONE, GO_ON);
    PlainSearch.checkSame(
        proven.search(ProvenCandidatesTest::backwards, left, base, k, Progress.NONE, GO_ON),
        expected.ofLeft());
    NeighborSearch.TwoWay found =
        proven.searchBothWays(
            ProvenCandidatesTest::backwards, left, base, k, Floors.NONE, Progress.NONE, GO_ON);
    PlainSearch.checkSame(found.ofLeft(), expected.ofLeft());
    PlainSearch.checkSame(found.ofRight(), expected.ofRight());
  }

  /** More copies of two rows than candidates are kept, or rows that all differ. */
  private static FloatMatrix rows(int m, int d, long seed, boolean equal) {
    if (!equal) {
      return RandomMatrices.unit(m, d, seed);
    }
    int[] places = new int[m];
    for (int i = 0; i < m; i++) {
      places[i] = i % 2;
    }
    return RandomMatrices.unit(2, d, seed).gather(places);
  }

  private static void backwards(
      FloatMatrix queries,
      PreparedBase base,
      TopK rows,
      @Nullable TopK columns,
      Progress progress,
      Cancellation cancellation) {
    for (int i = 0; i < queries.rows(); i++) {
      for (int j = 0; j < base.size(); j++) {
        float sum = 0;
        for (int c = queries.columns() - 1; c >= 0; c--) {
          sum += queries.get(i, c) * base.rows().get(j, c);
        }
        rows.offer(i, sum, j);
        if (columns != null) {
          columns.offer(j, sum, i);
        }
      }
    }
  }
}
