package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import setu.core.math.ByteProduct;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.math.VectorKernel;
import setu.core.onnx.BestProducts;
import setu.core.onnx.Device;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** The filter against the kernel it stands in front of, bit by bit, and its refusal. */
class FilteredSearchTest {
  private static final VectorKernel KERNEL = VectorKernel.best();
  private static final Cancellation GO_ON = Cancellation.none();

  /** Clusters of like rows, many of them equal, some long and some zero: what words look like. */
  private static FloatMatrix clustered(int n, int d, long seed) {
    RandomGenerator random = RandomMatrices.generator(seed);
    FloatMatrix centres = RandomMatrices.unit(12, d, 7);
    FloatMatrix noise = RandomMatrices.unit(n, d, seed + 1);
    FloatMatrix rows = FloatMatrix.zeros(n, d);
    for (int i = 0; i < n; i++) {
      int centre = random.nextInt(12);
      float spread = random.nextInt(4) == 0 ? 0 : random.nextFloat();
      float length = i % 97 == 0 ? 0 : i % 89 == 0 ? 40 : 1;
      for (int k = 0; k < d; k++) {
        rows.set(i, k, length * (centres.get(centre, k) + spread * noise.get(i, k)));
      }
    }
    return rows;
  }

  private static List<NeighborSearch> underTest() {
    return List.of(
        EnginesUnderTest.filtered(EnginesUnderTest::plainProduct, KERNEL, 2),
        new OnnxSearch(BestProducts.open(Device.CPU, 2), KERNEL, 2));
  }

  @Test
  void findsWhatTheKernelFindsTiesIncluded() {
    FloatMatrix left = clustered(700, 61, 1);
    FloatMatrix right = clustered(2300, 61, 2);
    float[] bias = RandomMatrices.gaussian(1, right.rows(), 3).row(0);
    NeighborSearch exact = new PanelSearch(KERNEL, 2);
    for (NeighborSearch engine : underTest()) {
      for (int k : new int[] {1, 10, 300}) {
        checkSame(exact, engine, left, right, null, k);
        checkSame(exact, engine, left, right, bias, k);
      }
      // Biases beside which a product is little, and beyond what integers of products hold.
      for (float factor : new float[] {1e4f, 1e12f, 1e20f}) {
        float[] large = bias.clone();
        for (int j = 0; j < large.length; j++) {
          large[j] *= factor;
        }
        checkSame(exact, engine, left, right, large, 10);
      }
    }
  }

  private static void checkSame(
      NeighborSearch exact,
      NeighborSearch filtered,
      FloatMatrix left,
      FloatMatrix right,
      float @org.jspecify.annotations.Nullable [] bias,
      int k) {
    PreparedBase one = exact.prepare(right);
    PreparedBase other = filtered.prepare(right);
    if (bias != null) {
      one = one.withBias(bias);
      other = other.withBias(bias);
    }
    PlainSearch.checkSame(
        filtered.search(left, other, k, Progress.NONE, GO_ON),
        exact.search(left, one, k, Progress.NONE, GO_ON));
    NeighborSearch.TwoWay expected = exact.searchBothWays(left, one, k, Progress.NONE, GO_ON);
    NeighborSearch.TwoWay found = filtered.searchBothWays(left, other, k, Progress.NONE, GO_ON);
    PlainSearch.checkSame(found.ofLeft(), expected.ofLeft());
    PlainSearch.checkSame(found.ofRight(), expected.ofRight());
  }

  @Test
  void aFewQueriesAreSearchedInPartsOfTheBase() {
    FloatMatrix right = clustered(5000, 61, 2);
    float[] bias = RandomMatrices.gaussian(1, right.rows(), 3).row(0);
    NeighborSearch exact = new PanelSearch(KERNEL, 2);
    for (int threads : new int[] {1, 2, 7}) {
      NeighborSearch engine =
          EnginesUnderTest.filtered(EnginesUnderTest::plainProduct, KERNEL, threads);
      for (int few : new int[] {1, 2, 23}) {
        checkSame(exact, engine, clustered(few, 61, few), right, null, 10);
        checkSame(exact, engine, clustered(few, 61, few), right, bias, 300);
      }
    }
  }

  @Test
  void boundsHoldForRowsOfAnyLengthAndGoWithoutWhereThereIsNone() {
    NeighborSearch exact = new PanelSearch(KERNEL, 2);
    for (float length : new float[] {1e-38f, 1e-20f, 1e14f, 1e17f, Float.NaN}) {
      FloatMatrix left = RandomMatrices.unit(60, 20, 4);
      FloatMatrix right = RandomMatrices.unit(1500, 20, 5);
      for (int i = 0; i < right.rows(); i += 3) {
        KERNEL.scaleRow(length, right, i);
      }
      KERNEL.scaleRow(length, left, 5);
      for (NeighborSearch engine : underTest()) {
        checkSame(exact, engine, left, right, null, 9);
      }
    }
  }

  @Test
  void saturatedSumsAreRefused() {
    // What a processor without VNNI does to pairs of products.
    ByteProduct saturating =
        (left, right, n, m, d, into) -> {
          for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
              int sum = 0;
              for (int k = 0; k < d; k += 2) {
                int pair = 0;
                for (int h = k; h < Math.min(d, k + 2); h++) {
                  int a = left.get(ValueLayout.JAVA_BYTE, (long) i * d + h) & 0xFF;
                  int b = right.get(ValueLayout.JAVA_BYTE, (long) h * m + j);
                  pair += a * b;
                  sum -= ByteProduct.ZERO * b;
                }
                sum += Math.clamp(pair, Short.MIN_VALUE, Short.MAX_VALUE);
              }
              into.setAtIndex(ValueLayout.JAVA_INT, (long) i * m + j, sum);
            }
          }
        };
    assertThat(FilterProbe.sumsHold(EnginesUnderTest::plainProduct)).isTrue();
    assertThat(FilterProbe.sumsHold(saturating)).isFalse();
    assertRefused(new Filter(() -> saturating, KERNEL), "saturate");
  }

  @Test
  void slowProductsAreRefused() {
    assertRefused(new Filter(() -> FilteredSearchTest::slow, KERNEL), "8-bit products 0.0 ×");
  }

  private static void slow(
      MemorySegment left, MemorySegment right, int n, int m, int d, MemorySegment into) {
    if ((long) n * m > 1000) {
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    EnginesUnderTest.plainProduct(left, right, n, m, d, into);
  }

  @Test
  void missingProductsAreRefused() {
    Filter none =
        new Filter(
            () -> {
              throw new IllegalStateException("no library");
            },
            KERNEL);
    assertRefused(none, "no library");
  }

  private static void assertRefused(Filter filter, String reason) {
    NeighborSearches.Choice choice = NeighborSearches.choose(KERNEL, filter, 2);
    assertThat(choice.reason()).contains(reason);
    assertThat(choice.search().name()).isNotEqualTo("int8");
    // The engine that tries on its own falls back too, even for work of any size.
    FilteredSearch fallsBack = new FilteredSearch(filter, KERNEL, 2, true);
    FloatMatrix rows = RandomMatrices.unit(50, 10, 1);
    PlainSearch.checkSame(
        fallsBack.search(rows, rows, 5, Progress.NONE, GO_ON),
        new PanelSearch(KERNEL, 1).search(rows, rows, 5, Progress.NONE, GO_ON));
    assertThat(fallsBack.name()).isEqualTo(KERNEL.name());
  }
}
