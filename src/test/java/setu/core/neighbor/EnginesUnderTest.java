package setu.core.neighbor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import setu.core.math.ByteProduct;
import setu.core.math.Nd4jAlgebra;
import setu.core.math.VectorKernel;
import setu.core.onnx.BestProducts;
import setu.core.onnx.Device;
import setu.core.onnx.IntegerProduct;

/** Every engine, alone and on several threads. */
final class EnginesUnderTest {
  /** On the best kernel: each gives the very floats of the first. */
  static final List<NeighborSearch> BEST = best();

  /** On plain loops: each gives the very floats of the first. */
  static final List<NeighborSearch> SCALAR =
      List.of(
          new PanelSearch(VectorKernel.scalar(), 2),
          filtered(EnginesUnderTest::plainProduct, VectorKernel.scalar(), 1));

  static final List<NeighborSearch> ALL = Stream.concat(BEST.stream(), SCALAR.stream()).toList();

  private EnginesUnderTest() {}

  private static List<NeighborSearch> best() {
    VectorKernel best = VectorKernel.best();
    List<NeighborSearch> engines = new ArrayList<>();
    engines.add(new PanelSearch(best, 1));
    engines.add(new PanelSearch(best, 3));
    Nd4jAlgebra.load().ifPresent(algebra -> engines.add(new Nd4jSearch(algebra, 2)));
    engines.add(filtered(EnginesUnderTest::plainProduct, best, 3));
    ByteProduct product = IntegerProduct.open();
    if (FilterProbe.sumsHold(product)) {
      engines.add(filtered(product, best, 2));
    }
    engines.add(new OnnxSearch(BestProducts.open(Device.CPU, 2), best, 2));
    return List.copyOf(engines);
  }

  /** A filter that takes any work, and is trusted without a trial. */
  static FilteredSearch filtered(ByteProduct product, VectorKernel kernel, int threads) {
    return new FilteredSearch(Filter.trusted(product, kernel), kernel, threads, true);
  }

  static void plainProduct(
      MemorySegment left, MemorySegment right, int n, int m, int d, MemorySegment into) {
    byte[] a = left.asSlice(0, (long) n * d).toArray(ValueLayout.JAVA_BYTE);
    byte[] b = right.asSlice(0, (long) d * m).toArray(ValueLayout.JAVA_BYTE);
    int[] line = new int[m];
    for (int i = 0; i < n; i++) {
      java.util.Arrays.fill(line, 0);
      for (int k = 0; k < d; k++) {
        int value = (a[i * d + k] & 0xFF) - ByteProduct.ZERO;
        for (int j = 0; j < m; j++) {
          line[j] += value * b[k * m + j];
        }
      }
      MemorySegment.copy(line, 0, into, ValueLayout.JAVA_INT, 4L * i * m, m);
    }
  }
}
