package setu.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Both kernels against plain double loops, over lengths that do not fit the lanes. */
class VectorKernelTest {
  private static final List<Integer> LENGTHS = List.of(0, 1, 3, 7, 15, 16, 17, 299, 300, 1024);

  static Stream<Arguments> kernelsAndLengths() {
    return Stream.of(new ScalarKernel(), VectorKernel.best())
        .flatMap(kernel -> LENGTHS.stream().map(n -> Arguments.of(kernel, n)));
  }

  private static double[] random(int n, long seed) {
    RandomGenerator random = RandomMatrices.generator(seed);
    return random.doubles(n, -1, 1).toArray();
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private static double tolerance(int n) {
    return 1e-6 * (1 + Math.sqrt(n));
  }

  @ParameterizedTest
  @MethodSource("kernelsAndLengths")
  void floatsFollowTheirDefinitions(VectorKernel kernel, int n) {
    float[] x = narrow(random(n + 5, 1));
    float[] y = narrow(random(n + 9, 2));
    double dot = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      dot += (double) x[3 + i] * y[7 + i];
      square += (double) x[3 + i] * x[3 + i];
    }
    assertThat((double) kernel.dot(x, 3, y, 7, n)).isCloseTo(dot, within(tolerance(n)));
    assertThat((double) kernel.norm(x, 3, n)).isCloseTo(Math.sqrt(square), within(tolerance(n)));

    float[] sum = y.clone();
    kernel.axpy(0.5f, x, 3, sum, 7, n);
    float[] scaled = y.clone();
    kernel.scale(-2f, scaled, 7, n);
    for (int i = 0; i < y.length; i++) {
      boolean inside = i >= 7 && i < 7 + n;
      assertThat(sum[i]).isCloseTo(inside ? y[i] + 0.5f * x[i - 4] : y[i], within(1e-6f));
      assertThat(scaled[i]).isEqualTo(inside ? -2f * y[i] : y[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("kernelsAndLengths")
  void rowsFollowTheirDefinitions(VectorKernel kernel, int n) {
    FloatMatrix a = RandomMatrices.gaussian(3, n, 1);
    FloatMatrix b = RandomMatrices.gaussian(2, n, 2);
    double dot = 0;
    for (int k = 0; k < n; k++) {
      dot += (double) a.get(2, k) * b.get(1, k);
    }
    assertThat((double) kernel.dot(a, 2, b, 1)).isCloseTo(dot, within(10 * tolerance(n)));
    float norm = kernel.rowNorm(a, 1);
    FloatMatrix before = a.copy();
    kernel.scaleRow(3f, a, 1);
    assertThat(kernel.rowNorm(a, 1)).isCloseTo(3 * norm, within((float) (30 * tolerance(n))));
    assertThat(a.row(0)).isEqualTo(before.row(0));
    assertThat(a.row(2)).isEqualTo(before.row(2));
  }

  @ParameterizedTest
  @MethodSource("kernelsAndLengths")
  void doublesFollowTheirDefinitions(VectorKernel kernel, int n) {
    double[] x = random(8 * n + 5, 1);
    double[] y = random(n + 9, 2);
    double dot = 0;
    for (int i = 0; i < n; i++) {
      dot += x[3 + i] * y[7 + i];
    }
    assertThat(kernel.dot(x, 3, y, 7, n)).isCloseTo(dot, within(1e-15 * (1 + n)));

    double[] sum = y.clone();
    kernel.axpy(0.5, x, 3, sum, 7, n);
    double[] eight = y.clone();
    double[] factors = random(8, 3);
    kernel.axpy8(factors, x, eight, 7, n);
    double[] a = x.clone();
    double[] b = y.clone();
    kernel.rotate(a, 3, b, 7, n, 0.6, 0.8);
    for (int i = 0; i < n; i++) {
      double u = x[3 + i];
      double v = y[7 + i];
      double products = v;
      for (int r = 0; r < 8; r++) {
        products += factors[r] * x[r * n + i];
      }
      assertThat(sum[7 + i]).isCloseTo(v + 0.5 * u, within(1e-15));
      assertThat(eight[7 + i]).isCloseTo(products, within(1e-14));
      assertThat(a[3 + i]).isCloseTo(0.6 * u - 0.8 * v, within(1e-15));
      assertThat(b[7 + i]).isCloseTo(0.8 * u + 0.6 * v, within(1e-15));
    }
    assertThat(Arrays.copyOf(b, 7)).isEqualTo(Arrays.copyOf(y, 7));
    assertThat(b[7 + n]).isEqualTo(y[7 + n]);
    assertThat(a[3 + n]).isEqualTo(x[3 + n]);
  }

  @ParameterizedTest
  @MethodSource("kernelsAndLengths")
  void aTileHoldsTheProductsOfSixQueries(VectorKernel kernel, int d) {
    int width = kernel.panelWidth();
    FloatMatrix queries = RandomMatrices.unit(VectorKernel.GROUP, d, 1);
    FloatMatrix base = RandomMatrices.unit(width + 3, d, 2);
    PackedRows packed = PackedRows.pack(base, kernel, 1);
    float[] group = new float[VectorKernel.GROUP * d];
    PackedRows.interleave(queries, 0, VectorKernel.GROUP, new float[d], group);
    float[] tile = new float[VectorKernel.GROUP * width];
    float[] bias = narrow(random(2 * width, 4));
    for (int panel = 0; panel < 2 && d > 0; panel++) {
      kernel.panelProduct(group, packed.floats(0, packed.scratch()), panel * width * d, d, tile);
      kernel.addBias(tile, bias, panel * width);
      for (int q = 0; q < VectorKernel.GROUP; q++) {
        for (int c = 0; c < width && panel * width + c < base.rows(); c++) {
          double dot = bias[panel * width + c];
          for (int k = 0; k < d; k++) {
            dot += (double) queries.get(q, k) * base.get(panel * width + c, k);
          }
          assertThat((double) tile[q * width + c]).isCloseTo(dot, within(tolerance(d)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernelsAndLengths")
  void bitsTellWhatReachesAThreshold(VectorKernel kernel, int seed) {
    int width = kernel.panelWidth();
    float[] tile = narrow(random(2 * width, seed));
    tile[width + 1] = Float.NaN;
    tile[width + 2] = 0.25f;
    float[] thresholds = narrow(random(width + 3, seed + 1));
    thresholds[3 + 2] = 0.25f;
    float[] sums = new float[width];
    kernel.addExponentials(tile, width, 2f, -1f, sums, 0);
    for (int c = 0; c < width; c++) {
      float value = tile[width + c];
      assertThat((kernel.atLeast(tile, width, 0.25f) >> c & 1) == 1).isEqualTo(value >= 0.25f);
      assertThat((kernel.atLeast(tile, width, thresholds, 3) >> c & 1) == 1)
          .isEqualTo(value >= thresholds[3 + c]);
      if (c != 1) {
        assertThat(sums[c]).isCloseTo((float) Math.exp(2 * value - 1), within(1e-5f));
      }
    }
  }

  /** The order of the sum is fixed, so that a vector has one norm, compiled or not. */
  @ParameterizedTest
  @MethodSource("kernelsAndLengths")
  void dotsSumTheirLanesByHalves(VectorKernel kernel, int n) {
    if (!kernel.vectorised()) {
      return;
    }
    float[] x = narrow(random(n, 5));
    float[] y = narrow(random(n, 6));
    int width = kernel.panelWidth();
    float[] lanes = new float[width];
    int whole = n - n % width;
    for (int i = 0; i < whole; i++) {
      lanes[i % width] = Math.fma(x[i], y[i], lanes[i % width]);
    }
    for (int half = width / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        lanes[lane] += lanes[lane + half];
      }
    }
    float sum = lanes[0];
    for (int i = whole; i < n; i++) {
      sum += x[i] * y[i];
    }
    FloatMatrix rows = FloatMatrix.of(x, y);
    for (int run = 0; run < 2; run++) {
      assertThat(kernel.dot(x, 0, y, 0, n)).isEqualTo(sum);
      assertThat(kernel.dot(rows, 0, rows, 1)).isEqualTo(sum);
    }
  }
}
