package setu.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Products and decompositions of dense matrices, in Java on {@link VectorKernel}: ready at once and
 * the same on every platform.
 *
 * <p>Results do not depend on the number of threads.
 */
public final class LinearAlgebra {
  private static final int ROWS_AT_ONCE = 8;

  private LinearAlgebra() {}

  /** {@code a · b} for a of n × d and b of d × e: n × e. */
  public static FloatMatrix multiply(FloatMatrix a, FloatMatrix b) {
    if (a.columns() != b.rows()) {
      throw new IllegalArgumentException(a + " times " + b);
    }
    return multiplyTransposed(a, transpose(b));
  }

  /** {@code a · bᵀ} for a of n × d and b of m × d: n × m. */
  public static FloatMatrix multiplyTransposed(FloatMatrix a, FloatMatrix b) {
    FloatMatrix product = FloatMatrix.zeros(a.rows(), b.rows());
    multiplyTransposed(a, b, product);
    return product;
  }

  /** The same into {@code product}, n × m, for callers that multiply again and again. */
  public static void multiplyTransposed(FloatMatrix a, FloatMatrix b, FloatMatrix product) {
    Shapes.checkColumns(a, b);
    if (product.rows() != a.rows() || product.columns() != b.rows()) {
      throw new IllegalArgumentException(a + " times " + b + " into " + product);
    }
    VectorKernel kernel = VectorKernel.best();
    int threads = threads((long) a.rows() * b.rows() * a.columns());
    PackedRows packed = PackedRows.pack(b, kernel, threads);
    int rowsAtOnce = 16 * VectorKernel.GROUP;
    Parallel.forEach(
        Math.ceilDiv(a.rows(), rowsAtOnce),
        threads,
        piece -> {
          int from = piece * rowsAtOnce;
          multiplyRows(kernel, a, from, Math.min(a.rows(), from + rowsAtOnce), packed, product);
        });
  }

  private static void multiplyRows(
      VectorKernel kernel, FloatMatrix a, int from, int to, PackedRows b, FloatMatrix product) {
    int d = a.columns();
    int width = b.panelWidth();
    float[] row = new float[d];
    float[] group = new float[VectorKernel.GROUP * d];
    float[] tile = new float[VectorKernel.GROUP * width];
    float[] scratch = b.scratch();
    for (int i = from; i < to; i += VectorKernel.GROUP) {
      int count = Math.min(VectorKernel.GROUP, to - i);
      PackedRows.interleave(a, i, count, row, group);
      for (int block = 0; block < b.blocks(); block++) {
        float[] floats = b.floats(block, scratch);
        for (int panel = 0; panel < b.panels(block); panel++) {
          kernel.panelProduct(group, floats, panel * width * d, d, tile);
          int column = b.firstRow(block) + panel * width;
          int columns = Math.min(width, b.rows() - column);
          for (int q = 0; q < count; q++) {
            MemorySegment.copy(
                tile,
                q * width,
                product.segment(),
                ValueLayout.JAVA_FLOAT,
                product.offset(i + q) + (long) column * Float.BYTES,
                columns);
          }
        }
      }
    }
  }

  /** A transposed copy. */
  public static FloatMatrix transpose(FloatMatrix matrix) {
    FloatMatrix transposed = FloatMatrix.zeros(matrix.columns(), matrix.rows());
    float[] row = new float[matrix.columns()];
    for (int i = 0; i < matrix.rows(); i++) {
      matrix.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        transposed.set(j, i, row[j]);
      }
    }
    return transposed;
  }

  /** {@code a · b} in double. */
  public static DoubleMatrix multiply(DoubleMatrix a, DoubleMatrix b) {
    if (a.columns() != b.rows()) {
      throw new IllegalArgumentException(a + " times " + b);
    }
    VectorKernel kernel = VectorKernel.best();
    int n = b.columns();
    DoubleMatrix product = DoubleMatrix.zeros(a.rows(), n);
    double[] factors = new double[ROWS_AT_ONCE];
    double[] rows = new double[ROWS_AT_ONCE * n];
    for (int k = 0; k < b.rows(); k += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, b.rows() - k);
      System.arraycopy(b.values(), k * n, rows, 0, count * n);
      java.util.Arrays.fill(rows, count * n, rows.length, 0);
      for (int i = 0; i < a.rows(); i++) {
        System.arraycopy(a.values(), i * a.columns() + k, factors, 0, count);
        java.util.Arrays.fill(factors, count, ROWS_AT_ONCE, 0);
        kernel.axpy8(factors, rows, product.values(), i * n, n);
      }
    }
    return product;
  }

  /**
   * {@code XᵀZ} (d × d′) of the rows that anchors pair, summed in double.
   *
   * @param xRows rows of {@code x} (n × d), one per anchor
   * @param zRows rows of {@code z} (m × d′), one per anchor
   */
  public static DoubleMatrix crossCovariance(
      FloatMatrix x, int[] xRows, FloatMatrix z, int[] zRows) {
    if (xRows.length != zRows.length) {
      throw new IllegalArgumentException(xRows.length + " rows and " + zRows.length);
    }
    return crossCovariance(x.gather(xRows), z.gather(zRows));
  }

  /** {@code XᵀZ} (d × d′) of matrices with equally many rows, summed in double. */
  public static DoubleMatrix crossCovariance(FloatMatrix x, FloatMatrix z) {
    if (x.rows() != z.rows()) {
      throw new IllegalArgumentException(x + " and " + z + " differ in rows");
    }
    VectorKernel kernel = VectorKernel.best();
    DoubleMatrix sum = DoubleMatrix.zeros(x.columns(), z.columns());
    int threads = threads((long) x.rows() * x.columns() * z.columns());
    int part = Math.max(1, Math.ceilDiv(x.columns(), threads));
    Parallel.forEach(
        Math.ceilDiv(x.columns(), part),
        threads,
        piece ->
            addProducts(
                kernel, x, z, piece * part, Math.min(x.columns(), (piece + 1) * part), sum));
    return sum;
  }

  /** Rows {@code from} to {@code to} of the sum. */
  private static void addProducts(
      VectorKernel kernel, FloatMatrix x, FloatMatrix z, int from, int to, DoubleMatrix sum) {
    int d = z.columns();
    float[] xs = new float[ROWS_AT_ONCE * x.columns()];
    float[] row = new float[d];
    double[] zs = new double[ROWS_AT_ONCE * d];
    double[] factors = new double[ROWS_AT_ONCE];
    for (int i = 0; i < x.rows(); i += ROWS_AT_ONCE) {
      int count = Math.min(ROWS_AT_ONCE, x.rows() - i);
      java.util.Arrays.fill(xs, 0f);
      java.util.Arrays.fill(zs, 0);
      MemorySegment.copy(
          x.segment(), ValueLayout.JAVA_FLOAT, x.offset(i), xs, 0, count * x.columns());
      for (int r = 0; r < count; r++) {
        z.getRow(i + r, row);
        for (int j = 0; j < d; j++) {
          zs[r * d + j] = row[j];
        }
      }
      for (int a = from; a < to; a++) {
        for (int r = 0; r < ROWS_AT_ONCE; r++) {
          factors[r] = xs[r * x.columns() + a];
        }
        kernel.axpy8(factors, zs, sum.values(), a * d, d);
      }
    }
  }

  /** The thin singular value decomposition of any matrix, to full double accuracy. */
  public static Svd svd(DoubleMatrix matrix) {
    return JacobiSvd.of(matrix, VectorKernel.best());
  }

  /**
   * {@code U · Vᵀ} of {@code M = U · diag(σ) · Vᵀ}: the orthogonal matrix W nearest to M, which
   * minimises {@code ‖XW − Z‖} for {@code M = XᵀZ} (Schönemann 1966).
   */
  public static DoubleMatrix orthogonalPolarFactor(DoubleMatrix matrix) {
    return svd(matrix).polarFactor();
  }

  /**
   * The eigenpairs of a symmetric matrix, to an absolute error of about 1e−15 times its norm.
   *
   * @throws IllegalArgumentException if it is not square
   */
  public static SymmetricEigen symmetricEigen(DoubleMatrix matrix) {
    int n = matrix.rows();
    if (n != matrix.columns()) {
      throw new IllegalArgumentException(matrix + " is not square");
    }
    // Moved by its norm no eigenvalue is negative, and singular values are eigenvalues.
    double shift = matrix.norm();
    DoubleMatrix moved = matrix.copy();
    for (int i = 0; i < n; i++) {
      moved.set(i, i, moved.get(i, i) + shift);
    }
    Svd svd = svd(moved);
    DoubleMatrix values = DoubleMatrix.zeros(n, 1);
    for (int i = 0; i < n; i++) {
      values.set(i, 0, svd.value(i) - shift);
    }
    return new SymmetricEigen(values, svd.vt());
  }

  /** Small work is done where it is asked for. */
  private static int threads(long multiplications) {
    return multiplications < 2_000_000 ? 1 : Parallel.processors();
  }
}
