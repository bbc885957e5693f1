package setu.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/** Plain loops: the twin that {@link PanamaKernel} is tested against, and its stand-in. */
final class ScalarKernel implements VectorKernel {
  private static final int WIDTH = 16;

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public boolean vectorised() {
    return false;
  }

  @Override
  public int panelWidth() {
    return WIDTH;
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
    float sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  @Override
  public float dot(FloatMatrix a, int i, FloatMatrix b, int j) {
    Shapes.checkColumns(a, b);
    float sum = 0;
    for (int k = 0; k < a.columns(); k++) {
      sum += a.get(i, k) * b.get(j, k);
    }
    return sum;
  }

  @Override
  public void axpy(float factor, float[] x, int xFrom, float[] y, int yFrom, int n) {
    for (int i = 0; i < n; i++) {
      y[yFrom + i] += factor * x[xFrom + i];
    }
  }

  @Override
  public void scale(float factor, float[] x, int from, int n) {
    for (int i = 0; i < n; i++) {
      x[from + i] *= factor;
    }
  }

  @Override
  public void scaleRow(float factor, FloatMatrix matrix, int row) {
    for (int k = 0; k < matrix.columns(); k++) {
      matrix.set(row, k, matrix.get(row, k) * factor);
    }
  }

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  @Override
  public void axpy(double factor, double[] x, int xFrom, double[] y, int yFrom, int n) {
    for (int i = 0; i < n; i++) {
      y[yFrom + i] += factor * x[xFrom + i];
    }
  }

  @Override
  public void axpy8(double[] factors, double[] x, double[] y, int yFrom, int n) {
    for (int r = 0; r < 8; r++) {
      axpy(factors[r], x, r * n, y, yFrom, n);
    }
  }

  @Override
  public void rotate(
      double[] a, int aFrom, double[] b, int bFrom, int n, double cosine, double sine) {
    for (int i = 0; i < n; i++) {
      double u = a[aFrom + i];
      double v = b[bFrom + i];
      a[aFrom + i] = cosine * u - sine * v;
      b[bFrom + i] = sine * u + cosine * v;
    }
  }

  @Override
  public void panelProduct(float[] group, float[] block, int from, int dimensions, float[] tile) {
    Arrays.fill(tile, 0, GROUP * WIDTH, 0f);
    for (int k = 0; k < dimensions; k++) {
      for (int q = 0; q < GROUP; q++) {
        float value = group[k * GROUP + q];
        for (int c = 0; c < WIDTH; c++) {
          tile[q * WIDTH + c] += value * block[from + k * WIDTH + c];
        }
      }
    }
  }

  @Override
  public void pairProducts(float[] left, float[] right, int dimensions, float[] products) {
    for (int p = 0; p < PAIRS; p++) {
      float sum = 0;
      for (int k = p * dimensions; k < (p + 1) * dimensions; k++) {
        sum += left[k] * right[k];
      }
      products[p] = sum;
    }
  }

  @Override
  public int atLeast(
      MemorySegment values,
      long offset,
      int count,
      int[] shifts,
      int threshold,
      int[] thresholds,
      int[] found) {
    int n = 0;
    for (int c = 0; c < count; c++) {
      int value = values.get(ValueLayout.JAVA_INT, offset + (long) c * Integer.BYTES) + shifts[c];
      if (value >= threshold || value >= thresholds[c]) {
        found[n++] = c;
      }
    }
    return n;
  }

  @Override
  public void addBias(float[] tile, float[] bias, int from) {
    for (int i = 0; i < GROUP * WIDTH; i++) {
      tile[i] += bias[from + i % WIDTH];
    }
  }

  @Override
  public long atLeast(float[] tile, int from, float threshold) {
    long bits = 0;
    for (int c = 0; c < WIDTH; c++) {
      if (tile[from + c] >= threshold) {
        bits |= 1L << c;
      }
    }
    return bits;
  }

  @Override
  public long atLeast(float[] tile, int from, float[] thresholds, int at) {
    long bits = 0;
    for (int c = 0; c < WIDTH; c++) {
      if (tile[from + c] >= thresholds[at + c]) {
        bits |= 1L << c;
      }
    }
    return bits;
  }

  @Override
  public void addExponentials(
      float[] tile, int from, float factor, float shift, float[] sums, int at) {
    for (int c = 0; c < WIDTH; c++) {
      sums[at + c] += (float) Math.exp(factor * tile[from + c] + shift);
    }
  }
}
