package setu.core.projection;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Mean and covariance of the rows of several matrices.
 *
 * <p>Plain loops that the compiler vectorises: loading a native library would take longer than the
 * whole sum does on a hundred thousand rows.
 */
final class Covariance {
  /** Parts summed in this fixed order, so that the number of threads does not change the result. */
  private static final int PARTS = 16;

  /** Rows of one pass over the triangle, which is then read and written once for all of them. */
  private static final int GROUP = 8;

  private Covariance() {}

  /** The mean row, of length d. */
  static double[] mean(List<FloatMatrix> matrices, Cancellation cancellation) {
    int d = matrices.getFirst().columns();
    double[] mean = new double[d];
    long n = 0;
    for (FloatMatrix matrix : matrices) {
      n += matrix.rows();
      List<double[]> parts =
          IntStream.range(0, PARTS)
              .parallel()
              .mapToObj(part -> sum(matrix, part, cancellation))
              .toList();
      for (double[] part : parts) {
        add(part, mean);
      }
    }
    for (int i = 0; i < d; i++) {
      mean[i] /= n;
    }
    return mean;
  }

  /** The covariance about {@code mean}, d × d, divided by n. */
  static double[][] about(
      double[] mean, List<FloatMatrix> matrices, Progress progress, Cancellation cancellation) {
    int d = mean.length;
    double[][] covariance = new double[d][d];
    long n = 0;
    for (FloatMatrix matrix : matrices) {
      n += matrix.rows();
      List<double[][]> parts =
          IntStream.range(0, PARTS)
              .parallel()
              .mapToObj(part -> upperTriangle(matrix, part, mean, progress, cancellation))
              .toList();
      for (double[][] part : parts) {
        for (int i = 0; i < d; i++) {
          add(part[i], covariance[i]);
        }
      }
    }
    for (int i = 0; i < d; i++) {
      for (int j = i; j < d; j++) {
        covariance[i][j] /= n;
        covariance[j][i] = covariance[i][j];
      }
    }
    return covariance;
  }

  private static double[] sum(FloatMatrix matrix, int part, Cancellation cancellation) {
    double[] sum = new double[matrix.columns()];
    float[] row = new float[matrix.columns()];
    for (int i = start(matrix, part); i < start(matrix, part + 1); i++) {
      if (i % 1024 == 0) {
        cancellation.check();
      }
      matrix.getRow(i, row);
      for (int j = 0; j < row.length; j++) {
        sum[j] += row[j];
      }
    }
    return sum;
  }

  private static double[][] upperTriangle(
      FloatMatrix matrix, int part, double[] mean, Progress progress, Cancellation cancellation) {
    int d = mean.length;
    double[][] triangle = new double[d][d];
    double[][] group = new double[GROUP][d];
    float[] rows = new float[GROUP * d];
    int to = start(matrix, part + 1);
    for (int from = start(matrix, part); from < to; from += GROUP) {
      cancellation.check();
      int count = Math.min(GROUP, to - from);
      MemorySegment.copy(
          matrix.segment(), ValueLayout.JAVA_FLOAT, matrix.offset(from), rows, 0, count * d);
      for (int r = 0; r < GROUP; r++) {
        if (r < count) {
          centre(rows, r * d, mean, group[r]);
        } else {
          Arrays.fill(group[r], 0);
        }
      }
      for (int i = 0; i < d; i++) {
        addProducts(group, i, triangle[i]);
      }
      progress.advance(count);
    }
    return triangle;
  }

  private static void centre(float[] rows, int offset, double[] mean, double[] into) {
    for (int j = 0; j < into.length; j++) {
      into[j] = rows[offset + j] - mean[j];
    }
  }

  /**
   * Adds row i of the group's Gram matrix, from the diagonal on. One index for all arrays: with an
   * offset in one of them the compiler does not vectorise the loop.
   */
  private static void addProducts(double[][] group, int i, double[] into) {
    double[] a = group[0];
    double[] b = group[1];
    double[] c = group[2];
    double[] e = group[3];
    double[] f = group[4];
    double[] g = group[5];
    double[] h = group[6];
    double[] k = group[7];
    double ai = a[i];
    double bi = b[i];
    double ci = c[i];
    double ei = e[i];
    double fi = f[i];
    double gi = g[i];
    double hi = h[i];
    double ki = k[i];
    for (int j = i; j < a.length; j++) {
      into[j] +=
          ai * a[j] + bi * b[j] + ci * c[j] + ei * e[j] + fi * f[j] + gi * g[j] + hi * h[j]
              + ki * k[j];
    }
  }

  private static int start(FloatMatrix matrix, int part) {
    return (int) ((long) matrix.rows() * part / PARTS);
  }

  private static void add(double[] part, double[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] += part[i];
    }
  }
}
