package setu.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Objects;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels on the Vector API, at the width the processor prefers.
 *
 * <p>No method hands a {@code FloatVector} to another: outside one compiled method it would be an
 * object on the heap. Loops address {@code from + k · stride} and nothing else, which the compiler
 * proves in range once per loop.
 *
 * <p>The lanes of a sum are added by halves: {@code reduceLanes} leaves the order open, and the
 * last bits of a sum would depend on whether its loop is compiled yet.
 */
final class PanamaKernel implements VectorKernel {
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> I = IntVector.SPECIES_PREFERRED;
  private static final int LANES = F.length();
  private static final int WIDTH = 2 * LANES;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final VectorShuffle<Float> F8 = VectorShuffle.iota(F, 8, 1, true);
  private static final VectorShuffle<Float> F4 = VectorShuffle.iota(F, 4, 1, true);
  private static final VectorShuffle<Float> F2 = VectorShuffle.iota(F, 2, 1, true);
  private static final VectorShuffle<Float> F1 = VectorShuffle.iota(F, 1, 1, true);
  private static final VectorShuffle<Double> D4 = VectorShuffle.iota(D, 4, 1, true);
  private static final VectorShuffle<Double> D2 = VectorShuffle.iota(D, 2, 1, true);
  private static final VectorShuffle<Double> D1 = VectorShuffle.iota(D, 1, 1, true);

  @Override
  public String name() {
    return "panama-" + F.vectorBitSize();
  }

  @Override
  public int panelWidth() {
    return WIDTH;
  }

  @Override
  public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
    Objects.checkFromIndexSize(aFrom, n, a.length);
    Objects.checkFromIndexSize(bFrom, n, b.length);
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = FloatVector.zero(F);
    int i = 0;
    for (int end = n - WIDTH; i <= end; i += WIDTH) {
      s0 = FloatVector.fromArray(F, a, aFrom + i).fma(FloatVector.fromArray(F, b, bFrom + i), s0);
      s1 =
          FloatVector.fromArray(F, a, aFrom + i + LANES)
              .fma(FloatVector.fromArray(F, b, bFrom + i + LANES), s1);
    }
    s0 = s0.add(s1);
    s0 = LANES > 8 ? s0.add(s0.rearrange(F8)) : s0;
    s0 = LANES > 4 ? s0.add(s0.rearrange(F4)) : s0;
    s0 = LANES > 2 ? s0.add(s0.rearrange(F2)) : s0;
    float sum = s0.add(s0.rearrange(F1)).lane(0);
    for (; i < n; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  @Override
  public float dot(FloatMatrix a, int i, FloatMatrix b, int j) {
    Shapes.checkColumns(a, b);
    MemorySegment as = a.segment();
    MemorySegment bs = b.segment();
    long ao = a.offset(Objects.checkIndex(i, a.rows()));
    long bo = b.offset(Objects.checkIndex(j, b.rows()));
    int n = a.columns();
    FloatVector s0 = FloatVector.zero(F);
    FloatVector s1 = FloatVector.zero(F);
    int k = 0;
    for (int end = n - WIDTH; k <= end; k += WIDTH) {
      long at = (long) k * Float.BYTES;
      long next = at + (long) LANES * Float.BYTES;
      s0 =
          FloatVector.fromMemorySegment(F, as, ao + at, ORDER)
              .fma(FloatVector.fromMemorySegment(F, bs, bo + at, ORDER), s0);
      s1 =
          FloatVector.fromMemorySegment(F, as, ao + next, ORDER)
              .fma(FloatVector.fromMemorySegment(F, bs, bo + next, ORDER), s1);
    }
    s0 = s0.add(s1);
    s0 = LANES > 8 ? s0.add(s0.rearrange(F8)) : s0;
    s0 = LANES > 4 ? s0.add(s0.rearrange(F4)) : s0;
    s0 = LANES > 2 ? s0.add(s0.rearrange(F2)) : s0;
    float sum = s0.add(s0.rearrange(F1)).lane(0);
    for (; k < n; k++) {
      sum += a.get(i, k) * b.get(j, k);
    }
    return sum;
  }

  @Override
  public void axpy(float factor, float[] x, int xFrom, float[] y, int yFrom, int n) {
    Objects.checkFromIndexSize(xFrom, n, x.length);
    Objects.checkFromIndexSize(yFrom, n, y.length);
    int i = 0;
    for (int end = n - LANES; i <= end; i += LANES) {
      FloatVector.fromArray(F, x, xFrom + i)
          .fma(FloatVector.broadcast(F, factor), FloatVector.fromArray(F, y, yFrom + i))
          .intoArray(y, yFrom + i);
    }
    for (; i < n; i++) {
      y[yFrom + i] += factor * x[xFrom + i];
    }
  }

  @Override
  public void scale(float factor, float[] x, int from, int n) {
    Objects.checkFromIndexSize(from, n, x.length);
    int i = 0;
    for (int end = n - LANES; i <= end; i += LANES) {
      FloatVector.fromArray(F, x, from + i).mul(factor).intoArray(x, from + i);
    }
    for (; i < n; i++) {
      x[from + i] *= factor;
    }
  }

  @Override
  public void scaleRow(float factor, FloatMatrix matrix, int row) {
    MemorySegment segment = matrix.segment();
    long offset = matrix.offset(Objects.checkIndex(row, matrix.rows()));
    int n = matrix.columns();
    int k = 0;
    for (int end = n - LANES; k <= end; k += LANES) {
      long at = offset + (long) k * Float.BYTES;
      FloatVector.fromMemorySegment(F, segment, at, ORDER)
          .mul(factor)
          .intoMemorySegment(segment, at, ORDER);
    }
    for (; k < n; k++) {
      matrix.set(row, k, matrix.get(row, k) * factor);
    }
  }

  @Override
  public double dot(double[] a, int aFrom, double[] b, int bFrom, int n) {
    Objects.checkFromIndexSize(aFrom, n, a.length);
    Objects.checkFromIndexSize(bFrom, n, b.length);
    int lanes = D.length();
    DoubleVector s0 = DoubleVector.zero(D);
    DoubleVector s1 = DoubleVector.zero(D);
    int i = 0;
    for (int end = n - 2 * lanes; i <= end; i += 2 * lanes) {
      s0 = DoubleVector.fromArray(D, a, aFrom + i).fma(DoubleVector.fromArray(D, b, bFrom + i), s0);
      s1 =
          DoubleVector.fromArray(D, a, aFrom + i + lanes)
              .fma(DoubleVector.fromArray(D, b, bFrom + i + lanes), s1);
    }
    s0 = s0.add(s1);
    s0 = lanes > 4 ? s0.add(s0.rearrange(D4)) : s0;
    s0 = lanes > 2 ? s0.add(s0.rearrange(D2)) : s0;
    double sum = s0.add(s0.rearrange(D1)).lane(0);
    for (; i < n; i++) {
      sum += a[aFrom + i] * b[bFrom + i];
    }
    return sum;
  }

  @Override
  public void axpy(double factor, double[] x, int xFrom, double[] y, int yFrom, int n) {
    Objects.checkFromIndexSize(xFrom, n, x.length);
    Objects.checkFromIndexSize(yFrom, n, y.length);
    int lanes = D.length();
    int i = 0;
    for (int end = n - lanes; i <= end; i += lanes) {
      DoubleVector.fromArray(D, x, xFrom + i)
          .fma(DoubleVector.broadcast(D, factor), DoubleVector.fromArray(D, y, yFrom + i))
          .intoArray(y, yFrom + i);
    }
    for (; i < n; i++) {
      y[yFrom + i] += factor * x[xFrom + i];
    }
  }

  @Override
  public void axpy8(double[] factors, double[] x, double[] y, int yFrom, int n) {
    Objects.checkFromIndexSize(0, 8 * n, x.length);
    Objects.checkFromIndexSize(yFrom, n, y.length);
    int lanes = D.length();
    DoubleVector f0 = DoubleVector.broadcast(D, factors[0]);
    DoubleVector f1 = DoubleVector.broadcast(D, factors[1]);
    DoubleVector f2 = DoubleVector.broadcast(D, factors[2]);
    DoubleVector f3 = DoubleVector.broadcast(D, factors[3]);
    DoubleVector f4 = DoubleVector.broadcast(D, factors[4]);
    DoubleVector f5 = DoubleVector.broadcast(D, factors[5]);
    DoubleVector f6 = DoubleVector.broadcast(D, factors[6]);
    DoubleVector f7 = DoubleVector.broadcast(D, factors[7]);
    int j = 0;
    for (int end = n - lanes; j <= end; j += lanes) {
      DoubleVector s = DoubleVector.fromArray(D, y, yFrom + j);
      DoubleVector t = DoubleVector.fromArray(D, x, j).mul(f0);
      s = DoubleVector.fromArray(D, x, n + j).fma(f1, s);
      t = DoubleVector.fromArray(D, x, 2 * n + j).fma(f2, t);
      s = DoubleVector.fromArray(D, x, 3 * n + j).fma(f3, s);
      t = DoubleVector.fromArray(D, x, 4 * n + j).fma(f4, t);
      s = DoubleVector.fromArray(D, x, 5 * n + j).fma(f5, s);
      t = DoubleVector.fromArray(D, x, 6 * n + j).fma(f6, t);
      s = DoubleVector.fromArray(D, x, 7 * n + j).fma(f7, s);
      s.add(t).intoArray(y, yFrom + j);
    }
    for (; j < n; j++) {
      for (int r = 0; r < 8; r++) {
        y[yFrom + j] += factors[r] * x[r * n + j];
      }
    }
  }

  @Override
  public void rotate(
      double[] a, int aFrom, double[] b, int bFrom, int n, double cosine, double sine) {
    Objects.checkFromIndexSize(aFrom, n, a.length);
    Objects.checkFromIndexSize(bFrom, n, b.length);
    int lanes = D.length();
    DoubleVector c = DoubleVector.broadcast(D, cosine);
    DoubleVector s = DoubleVector.broadcast(D, sine);
    int i = 0;
    for (int end = n - lanes; i <= end; i += lanes) {
      DoubleVector u = DoubleVector.fromArray(D, a, aFrom + i);
      DoubleVector v = DoubleVector.fromArray(D, b, bFrom + i);
      u.mul(c).sub(v.mul(s)).intoArray(a, aFrom + i);
      u.fma(s, v.mul(c)).intoArray(b, bFrom + i);
    }
    for (; i < n; i++) {
      double u = a[aFrom + i];
      double v = b[bFrom + i];
      a[aFrom + i] = cosine * u - sine * v;
      b[bFrom + i] = sine * u + cosine * v;
    }
  }

  @Override
  public void panelProduct(float[] group, float[] block, int from, int dimensions, float[] tile) {
    Objects.checkFromIndexSize(0, dimensions * GROUP, group.length);
    Objects.checkFromIndexSize(from, dimensions * WIDTH, block.length);
    FloatVector a0 = FloatVector.zero(F);
    FloatVector a1 = FloatVector.zero(F);
    FloatVector b0 = FloatVector.zero(F);
    FloatVector b1 = FloatVector.zero(F);
    FloatVector c0 = FloatVector.zero(F);
    FloatVector c1 = FloatVector.zero(F);
    FloatVector d0 = FloatVector.zero(F);
    FloatVector d1 = FloatVector.zero(F);
    FloatVector e0 = FloatVector.zero(F);
    FloatVector e1 = FloatVector.zero(F);
    FloatVector f0 = FloatVector.zero(F);
    FloatVector f1 = FloatVector.zero(F);
    for (int k = 0; k < dimensions; k++) {
      FloatVector z0 = FloatVector.fromArray(F, block, from + k * WIDTH);
      FloatVector z1 = FloatVector.fromArray(F, block, from + k * WIDTH + LANES);
      FloatVector a = FloatVector.broadcast(F, group[k * GROUP]);
      a0 = a.fma(z0, a0);
      a1 = a.fma(z1, a1);
      FloatVector b = FloatVector.broadcast(F, group[k * GROUP + 1]);
      b0 = b.fma(z0, b0);
      b1 = b.fma(z1, b1);
      FloatVector c = FloatVector.broadcast(F, group[k * GROUP + 2]);
      c0 = c.fma(z0, c0);
      c1 = c.fma(z1, c1);
      FloatVector d = FloatVector.broadcast(F, group[k * GROUP + 3]);
      d0 = d.fma(z0, d0);
      d1 = d.fma(z1, d1);
      FloatVector e = FloatVector.broadcast(F, group[k * GROUP + 4]);
      e0 = e.fma(z0, e0);
      e1 = e.fma(z1, e1);
      FloatVector f = FloatVector.broadcast(F, group[k * GROUP + 5]);
      f0 = f.fma(z0, f0);
      f1 = f.fma(z1, f1);
    }
    a0.intoArray(tile, 0);
    a1.intoArray(tile, LANES);
    b0.intoArray(tile, WIDTH);
    b1.intoArray(tile, WIDTH + LANES);
    c0.intoArray(tile, 2 * WIDTH);
    c1.intoArray(tile, 2 * WIDTH + LANES);
    d0.intoArray(tile, 3 * WIDTH);
    d1.intoArray(tile, 3 * WIDTH + LANES);
    e0.intoArray(tile, 4 * WIDTH);
    e1.intoArray(tile, 4 * WIDTH + LANES);
    f0.intoArray(tile, 5 * WIDTH);
    f1.intoArray(tile, 5 * WIDTH + LANES);
  }

  @Override
  public void pairProducts(float[] left, float[] right, int dimensions, float[] products) {
    Objects.checkFromIndexSize(0, PAIRS * dimensions, left.length);
    Objects.checkFromIndexSize(0, PAIRS * dimensions, right.length);
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    int n = dimensions;
    for (int k = 0; k < n; k++) {
      a = Math.fma(left[k], right[k], a);
      b = Math.fma(left[n + k], right[n + k], b);
      c = Math.fma(left[2 * n + k], right[2 * n + k], c);
      d = Math.fma(left[3 * n + k], right[3 * n + k], d);
      e = Math.fma(left[4 * n + k], right[4 * n + k], e);
      f = Math.fma(left[5 * n + k], right[5 * n + k], f);
      g = Math.fma(left[6 * n + k], right[6 * n + k], g);
      h = Math.fma(left[7 * n + k], right[7 * n + k], h);
    }
    products[0] = a;
    products[1] = b;
    products[2] = c;
    products[3] = d;
    products[4] = e;
    products[5] = f;
    products[6] = g;
    products[7] = h;
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
    int c = 0;
    for (int end = count - LANES; c <= end; c += LANES) {
      IntVector v =
          IntVector.fromMemorySegment(I, values, offset + (long) c * Integer.BYTES, ORDER)
              .add(IntVector.fromArray(I, shifts, c));
      long bits =
          v.compare(VectorOperators.GE, threshold)
              .or(v.compare(VectorOperators.GE, IntVector.fromArray(I, thresholds, c)))
              .toLong();
      for (; bits != 0; bits &= bits - 1) {
        found[n++] = c + Long.numberOfTrailingZeros(bits);
      }
    }
    for (; c < count; c++) {
      int value = values.get(ValueLayout.JAVA_INT, offset + (long) c * Integer.BYTES) + shifts[c];
      if (value >= threshold || value >= thresholds[c]) {
        found[n++] = c;
      }
    }
    return n;
  }

  @Override
  public void addBias(float[] tile, float[] bias, int from) {
    FloatVector z0 = FloatVector.fromArray(F, bias, from);
    FloatVector z1 = FloatVector.fromArray(F, bias, from + LANES);
    for (int q = 0; q < GROUP; q++) {
      FloatVector.fromArray(F, tile, q * WIDTH).add(z0).intoArray(tile, q * WIDTH);
      FloatVector.fromArray(F, tile, q * WIDTH + LANES).add(z1).intoArray(tile, q * WIDTH + LANES);
    }
  }

  @Override
  public long atLeast(float[] tile, int from, float threshold) {
    return FloatVector.fromArray(F, tile, from).compare(VectorOperators.GE, threshold).toLong()
        | FloatVector.fromArray(F, tile, from + LANES)
                .compare(VectorOperators.GE, threshold)
                .toLong()
            << LANES;
  }

  @Override
  public long atLeast(float[] tile, int from, float[] thresholds, int at) {
    return FloatVector.fromArray(F, tile, from)
            .compare(VectorOperators.GE, FloatVector.fromArray(F, thresholds, at))
            .toLong()
        | FloatVector.fromArray(F, tile, from + LANES)
                .compare(VectorOperators.GE, FloatVector.fromArray(F, thresholds, at + LANES))
                .toLong()
            << LANES;
  }

  @Override
  public void addExponentials(
      float[] tile, int from, float factor, float shift, float[] sums, int at) {
    for (int half = 0; half < WIDTH; half += LANES) {
      FloatVector.fromArray(F, tile, from + half)
          .mul(factor)
          .add(shift)
          .lanewise(VectorOperators.EXP)
          .add(FloatVector.fromArray(F, sums, at + half))
          .intoArray(sums, at + half);
    }
  }
}
