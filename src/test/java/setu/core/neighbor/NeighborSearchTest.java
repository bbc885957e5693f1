package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

class NeighborSearchTest {
  private static final Cancellation GO_ON = Cancellation.none();

  static List<NeighborSearch> engines() {
    return EnginesUnderTest.ALL;
  }

  @Provide
  Arbitrary<Integer> dimensions() {
    return Arbitraries.of(1, 2, 3, 15, 16, 17, 299, 300, 1024);
  }

  @Property(tries = 60)
  void everyEngineAgreesWithPlainLoops(
      @ForAll @IntRange(max = 130) int n,
      @ForAll @IntRange(max = 130) int m,
      @ForAll("dimensions") int d,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll long seed) {
    FloatMatrix left = RandomMatrices.unit(n, d, seed);
    FloatMatrix right = RandomMatrices.unit(m, d, seed + 1);
    float[] bias = RandomMatrices.gaussian(1, m, seed + 2).row(0);
    for (NeighborSearch engine : engines()) {
      PreparedBase base = engine.prepare(right);
      PlainSearch.check(engine.search(left, base, k, Progress.NONE, GO_ON), left, right, null, k);
      PlainSearch.check(
          engine.search(left, base.withBias(bias), k, Progress.NONE, GO_ON), left, right, bias, k);
      NeighborSearch.TwoWay both = engine.searchBothWays(left, base, k, Progress.NONE, GO_ON);
      PlainSearch.check(both.ofLeft(), left, right, null, k);
      PlainSearch.check(both.ofRight(), right, left, null, k);
    }
  }

  @Property(tries = 40)
  void equalScoresGoToTheLowerIndex(
      @ForAll @IntRange(max = 70) int n,
      @ForAll @IntRange(max = 70) int m,
      @ForAll @IntRange(min = 1, max = 9) int d,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll long seed) {
    // Small whole numbers: sums are exact and mostly equal; zero vectors among them.
    FloatMatrix left = wholeNumbers(n, d, seed);
    FloatMatrix right = wholeNumbers(m, d, seed + 1);
    for (NeighborSearch engine : engines()) {
      NeighborSearch.TwoWay both = engine.searchBothWays(left, right, k, Progress.NONE, GO_ON);
      PlainSearch.checkExactly(both.ofLeft(), left, right, k);
      PlainSearch.checkExactly(both.ofRight(), right, left, k);
      PlainSearch.checkExactly(engine.search(left, right, k, Progress.NONE, GO_ON), left, right, k);
    }
  }

  private static FloatMatrix wholeNumbers(int n, int d, long seed) {
    FloatMatrix matrix = RandomMatrices.gaussian(n, d, seed);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        matrix.set(i, j, Math.round(matrix.get(i, j) / 2));
      }
    }
    return matrix;
  }

  @Property(tries = 40)
  void whatIsKnownBeforehandChangesNothing(
      @ForAll @IntRange(max = 90) int n,
      @ForAll @IntRange(max = 90) int m,
      @ForAll @IntRange(min = 1, max = 12) int k,
      @ForAll long seed) {
    FloatMatrix left = RandomMatrices.unit(n, 7, seed);
    FloatMatrix right = RandomMatrices.unit(m, 7, seed + 1);
    for (NeighborSearch engine : engines()) {
      PreparedBase base = engine.prepare(right);
      NeighborSearch.TwoWay plain = engine.searchBothWays(left, base, k, Progress.NONE, GO_ON);
      // Each row's k-th best score itself, a little less, or nothing known.
      Floors floors = new Floors(floors(plain.ofLeft(), k), floors(plain.ofRight(), k));
      NeighborSearch.TwoWay told =
          engine.searchBothWays(left, base, k, floors, Progress.NONE, GO_ON);
      PlainSearch.checkSame(told.ofLeft(), plain.ofLeft());
      PlainSearch.checkSame(told.ofRight(), plain.ofRight());
    }
  }

  private static float[] floors(Neighbors found, int k) {
    float[] floors = new float[found.queries()];
    for (int i = 0; i < floors.length; i++) {
      boolean full = found.index(i, k - 1) >= 0;
      floors[i] =
          full && i % 3 != 0 ? found.score(i, k - 1) - i % 2 * 0.01f : Float.NEGATIVE_INFINITY;
    }
    return floors;
  }

  @Test
  void severalBlocksAndChunksGiveTheSameAnswerOnAnyNumberOfThreads() {
    FloatMatrix left = RandomMatrices.unit(1500, 300, 1);
    FloatMatrix right = RandomMatrices.unit(1700, 300, 2);
    NeighborSearch.TwoWay alone =
        new PanelSearch(setu.core.math.VectorKernel.best(), 1)
            .searchBothWays(left, right, 10, Progress.NONE, GO_ON);
    NeighborSearch.TwoWay three =
        new PanelSearch(setu.core.math.VectorKernel.best(), 3)
            .searchBothWays(left, right, 10, Progress.NONE, GO_ON);
    Neighbors turned =
        new PanelSearch(setu.core.math.VectorKernel.best(), 2)
            .search(right, left, 10, Progress.NONE, GO_ON);
    PlainSearch.check(alone.ofLeft(), left, right, null, 10);
    PlainSearch.checkSame(three.ofLeft(), alone.ofLeft());
    PlainSearch.checkSame(three.ofRight(), alone.ofRight());
    PlainSearch.checkSame(turned, alone.ofRight());
  }

  @Test
  void notANumberIsNeverFound() {
    FloatMatrix base = FloatMatrix.of(new float[] {Float.NaN}, new float[] {-1}, new float[] {-2});
    for (NeighborSearch engine : engines()) {
      Neighbors found =
          engine.search(
              FloatMatrix.of(new float[] {1}, new float[] {Float.NaN}),
              base,
              3,
              Progress.NONE,
              GO_ON);
      assertThat(found.indices(0)).containsExactly(1, 2, -1);
      assertThat(found.indices(1)).containsExactly(-1, -1, -1);
      assertThat(found.meanScore(0, 3)).isCloseTo(-1.5, within(1e-7));
    }
  }

  @Test
  void progressCountsQueriesAndCancellingStops() {
    FloatMatrix rows = RandomMatrices.unit(500, 20, 1);
    AtomicLong done = new AtomicLong();
    AtomicLong total = new AtomicLong();
    Progress progress =
        new Progress() {
          @Override
          public void begin(Phase phase, long amount) {
            total.set(amount);
          }

          @Override
          public void advance(long amount) {
            done.addAndGet(amount);
          }
        };
    Cancellation stop = new Cancellation();
    stop.cancel();
    for (NeighborSearch engine : engines()) {
      done.set(0);
      engine.search(rows, rows, 3, progress, GO_ON);
      assertThat(total).hasValue(500);
      assertThat(done).hasValue(500);
      assertThatThrownBy(() -> engine.searchBothWays(rows, rows, 3, Progress.NONE, stop))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void stoppedInTheMiddleAnEngineAnswersAsBefore() {
    FloatMatrix left = RandomMatrices.unit(3000, 24, 1);
    FloatMatrix right = RandomMatrices.unit(2500, 24, 2);
    float[] kept = right.row(2499);
    for (NeighborSearch engine : engines()) {
      PreparedBase base = engine.prepare(right);
      NeighborSearch.TwoWay before = engine.searchBothWays(left, base, 5, Progress.NONE, GO_ON);
      Cancellation stop = new Cancellation();
      AtomicLong done = new AtomicLong();
      Progress first =
          new Progress() {
            @Override
            public void begin(Phase phase, long amount) {}

            @Override
            public void advance(long amount) {
              done.addAndGet(amount);
              stop.cancel();
            }
          };
      assertThatThrownBy(() -> engine.searchBothWays(left, base, 5, first, stop))
          .as(engine.name())
          .isInstanceOf(CancellationException.class);
      assertThat(done.get()).as(engine.name()).isBetween(1L, 2999L);
      assertThat(right.row(2499)).isEqualTo(kept);
      NeighborSearch.TwoWay after = engine.searchBothWays(left, base, 5, Progress.NONE, GO_ON);
      PlainSearch.checkSame(after.ofLeft(), before.ofLeft());
      PlainSearch.checkSame(after.ofRight(), before.ofRight());
    }
  }

  @Test
  void dimensionsHaveToAgree() {
    for (NeighborSearch engine : engines()) {
      assertThatThrownBy(
              () ->
                  engine.search(
                      FloatMatrix.zeros(1, 2), FloatMatrix.zeros(1, 3), 1, Progress.NONE, GO_ON))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
