package setu.core.math;

import java.util.Optional;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * ND4J's products and decompositions, where its native library exists: not on macOS or Linux on
 * ARM.
 *
 * <p>Loading it takes seconds and most of its results are no faster than {@link LinearAlgebra}'s;
 * it is an engine to choose and a second opinion in tests.
 */
public final class Nd4jAlgebra {
  private Nd4jAlgebra() {}

  /** ND4J, or nothing where it cannot be loaded. The first call loads it. */
  public static Optional<Nd4jAlgebra> load() {
    try (INDArray probe = Nd4j.create(DataType.FLOAT, 1)) {
      return probe.length() == 1 ? Optional.of(new Nd4jAlgebra()) : Optional.empty();
    } catch (LinkageError | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * {@code A · Bᵀ} of row-major blocks.
   *
   * @param a n × d, from the array's start
   * @param b m × d, from the array's start
   * @param into receives n × m, row-major
   */
  public void multiplyTransposed(float[] a, int n, float[] b, int m, int d, float[] into) {
    if (n == 0 || m == 0 || d == 0) {
      java.util.Arrays.fill(into, 0, n * m, 0f);
      return;
    }
    // B·Aᵀ in column order is A·Bᵀ in row order.
    try (INDArray left = Nd4j.create(exactly(b, m * d), new long[] {m, d}, 'c');
        INDArray right = Nd4j.create(exactly(a, n * d), new long[] {n, d}, 'c');
        INDArray product = Nd4j.createUninitialized(DataType.FLOAT, new long[] {m, n}, 'f')) {
      Nd4j.gemm(left, right, product, false, true, 1, 0);
      try (FloatPointer pointer = new FloatPointer(product.data().pointer())) {
        pointer.get(into, 0, n * m);
      }
    }
  }

  /**
   * The rate of its product {@code A · Bᵀ} of random matrices in 10⁹ operations a second, the
   * median of {@code runs}: what this machine's library of linear algebra gives.
   */
  public double productRate(int n, int m, int d, int runs) {
    double[] seconds = new double[runs];
    try (INDArray left = Nd4j.rand(DataType.FLOAT, new long[] {m, d});
        INDArray right = Nd4j.rand(DataType.FLOAT, new long[] {n, d});
        INDArray product = Nd4j.createUninitialized(DataType.FLOAT, new long[] {m, n}, 'f')) {
      Nd4j.gemm(left, right, product, false, true, 1, 0);
      for (int run = 0; run < runs; run++) {
        long begun = System.nanoTime();
        Nd4j.gemm(left, right, product, false, true, 1, 0);
        seconds[run] = (System.nanoTime() - begun) / 1e9;
      }
    }
    java.util.Arrays.sort(seconds);
    return 2e-9 * n * m * d / seconds[runs / 2];
  }

  private static float[] exactly(float[] values, int length) {
    return values.length == length ? values : java.util.Arrays.copyOf(values, length);
  }

  /** The thin singular value decomposition by LAPACK's {@code gesvd}, in double. */
  public Svd svd(DoubleMatrix matrix) {
    int r = matrix.rows();
    int c = matrix.columns();
    int k = Math.min(r, c);
    try (INDArray a = Nd4j.create(DataType.DOUBLE, new long[] {r, c}, 'f');
        INDArray s = Nd4j.create(DataType.DOUBLE, k);
        INDArray u = Nd4j.create(DataType.DOUBLE, new long[] {r, r}, 'f');
        INDArray vt = Nd4j.create(DataType.DOUBLE, new long[] {c, c}, 'f')) {
      for (int i = 0; i < r; i++) {
        for (int j = 0; j < c; j++) {
          a.putScalar(i, j, matrix.get(i, j));
        }
      }
      Nd4j.getBlasWrapper().lapack().gesvd(a, s, u, vt);
      DoubleMatrix sigma = DoubleMatrix.zeros(k, 1);
      for (int i = 0; i < k; i++) {
        sigma.set(i, 0, s.getDouble(i));
      }
      return new Svd(copy(u, r, k), sigma, copy(vt, k, c));
    }
  }

  private static DoubleMatrix copy(INDArray array, int rows, int columns) {
    DoubleMatrix copy = DoubleMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        copy.set(i, j, array.getDouble(i, j));
      }
    }
    return copy;
  }
}
