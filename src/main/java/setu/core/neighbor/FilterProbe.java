package setu.core.neighbor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import setu.core.math.ByteProduct;
import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;
import setu.core.math.VectorKernel;
import setu.core.neighbor.EngineReason.Kind;

/** Tries 8-bit products before they are trusted: whether their sums are right, and their speed. */
final class FilterProbe {
  /** How much faster than the float kernel they have to be, for the rest of the filter to pay. */
  static final double WORTHWHILE = 1.7;

  private static final int DIMENSIONS = 300;
  private static final int REPETITIONS = 7;
  private static final double SECONDS = 0.03;

  private FilterProbe() {}

  /**
   * What a trial found.
   *
   * @param passed whether to filter with these products
   * @param reason what decided
   */
  record Verdict(boolean passed, EngineReason reason) {}

  /** Tries {@code product} against {@code kernel}: some milliseconds of one thread. */
  static Verdict judge(ByteProduct product, VectorKernel kernel) {
    try {
      if (!sumsHold(product)) {
        return new Verdict(false, EngineReason.of(Kind.SATURATING_PRODUCTS));
      }
      double faster = kernelSeconds(kernel) / productSeconds(product);
      boolean passed = faster >= WORTHWHILE;
      String times = String.format(Locale.ROOT, "%.1f", faster);
      return new Verdict(
          passed, new EngineReason(passed ? Kind.FAST_PRODUCTS : Kind.SLOW_PRODUCTS, times));
    } catch (IllegalStateException e) {
      return missing(e);
    }
  }

  /** No products to try, as {@code e} says. */
  static Verdict missing(IllegalStateException e) {
    return new Verdict(false, new EngineReason(Kind.NO_PRODUCTS, String.valueOf(e.getMessage())));
  }

  /** Extreme bytes and mixed ones, at every length of sum up to {@value #DIMENSIONS}. */
  static boolean sumsHold(ByteProduct product) {
    int[] lefts = {255, 0, 255, 0, 200};
    int[] rights = {127, 127, -127, -127, 93};
    int n = lefts.length;
    for (int d : new int[] {1, 2, 3, 4, 63, 64, 65, DIMENSIONS}) {
      byte[] a = new byte[n * d];
      byte[] b = new byte[d * n];
      for (int i = 0; i < n; i++) {
        for (int k = 0; k < d; k++) {
          boolean mixed = i == n - 1 && k % 3 == 0;
          a[i * d + k] = (byte) (mixed ? k : lefts[i]);
          b[k * n + i] = (byte) (mixed ? -k % 128 : rights[i]);
        }
      }
      MemorySegment into = Arena.ofAuto().allocate((long) Integer.BYTES * n * n, 64);
      product.multiply(off(a), off(b), n, n, d, into);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          int sum = 0;
          for (int k = 0; k < d; k++) {
            sum += ((a[i * d + k] & 0xFF) - ByteProduct.ZERO) * b[k * n + j];
          }
          if (into.getAtIndex(ValueLayout.JAVA_INT, (long) i * n + j) != sum) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static MemorySegment off(byte[] values) {
    MemorySegment segment = Arena.ofAuto().allocate(values.length, 64);
    MemorySegment.copy(values, 0, segment, ValueLayout.JAVA_BYTE, 0, values.length);
    return segment;
  }

  private static double productSeconds(ByteProduct product) {
    int n = FilteredSearch.QUERIES_AT_ONCE;
    int m = FilteredSearch.ROWS_AT_ONCE;
    MemorySegment left = off(new byte[n * DIMENSIONS]);
    MemorySegment right = off(new byte[DIMENSIONS * m]);
    MemorySegment into = Arena.ofAuto().allocate((long) Integer.BYTES * n * m, 64);
    return best(() -> product.multiply(left, right, n, m, DIMENSIONS, into)) / ((double) n * m);
  }

  private static double kernelSeconds(VectorKernel kernel) {
    int groups = 64;
    PackedRows rows = PackedRows.pack(FloatMatrix.zeros(256, DIMENSIONS), kernel, 1);
    float[] group = new float[VectorKernel.GROUP * DIMENSIONS];
    float[] tile = new float[VectorKernel.GROUP * rows.panelWidth()];
    int width = rows.panelWidth();
    float[] floats = rows.floats(0, rows.scratch());
    double seconds =
        best(
            () -> {
              for (int g = 0; g < groups; g++) {
                for (int panel = 0; panel < rows.panels(0); panel++) {
                  kernel.panelProduct(group, floats, panel * width * DIMENSIONS, DIMENSIONS, tile);
                }
              }
            });
    return seconds / ((double) groups * VectorKernel.GROUP * rows.panels(0) * width);
  }

  /** The shortest of some runs, in seconds: the one that nothing disturbed. */
  private static double best(Runnable work) {
    double best = Double.POSITIVE_INFINITY;
    double spent = 0;
    for (int i = 0; i < REPETITIONS || spent < SECONDS; i++) {
      long begun = System.nanoTime();
      work.run();
      double seconds = (System.nanoTime() - begun) / 1e9;
      spent += seconds;
      best = Math.min(best, seconds);
    }
    return best;
  }
}
