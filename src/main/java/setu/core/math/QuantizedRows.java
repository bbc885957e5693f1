package setu.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * The rows of a matrix (m × d) as 8-bit integers, in blocks of one scale each, with the length of
 * what rounding took from each row: {@code row = scale · bytes + residual}.
 *
 * <p>Rows stand in the order of their largest magnitude, so that those of a block share a scale at
 * little loss. Immutable; native memory, a quarter of the matrix's.
 */
public final class QuantizedRows {
  private static final int LARGEST = 127;

  /** Rows longer than this, or with other than numbers, are not bounded. */
  private static final double LONGEST = 1e15;

  /** Lengths are kept as floats, rounded up. */
  private static final double UP = 1 + 1e-6;

  private static final float SMALLEST = 1e-30f;

  /** How the bytes of a block lie. */
  public enum Layout {
    /** Row by row, unsigned, moved by {@link ByteProduct#ZERO}: the left factor. */
    LEFT,
    /** Dimension by dimension, signed: the right factor. */
    RIGHT
  }

  private final FloatMatrix matrix;
  private final Layout layout;
  private final int blockRows;
  private final int[] order;
  private final float[] norms;
  private final float[] residuals;
  private final float[] scales;
  private final float[] longest;
  private final float[] largestResiduals;
  private final MemorySegment bytes;
  private final boolean bounded;

  private QuantizedRows(FloatMatrix matrix, Layout layout, int blockRows, int threads) {
    int m = matrix.rows();
    this.matrix = matrix;
    this.layout = layout;
    this.blockRows = blockRows;
    norms = new float[m];
    residuals = new float[m];
    scales = new float[Math.ceilDiv(m, blockRows)];
    longest = new float[scales.length];
    largestResiduals = new float[scales.length];
    float[] magnitudes = magnitudes(threads);
    order = ascending(magnitudes);
    bounded = allBounded(magnitudes);
    long size = Math.multiplyExact((long) m, (long) matrix.columns());
    bytes = OffHeap.allocate(bounded ? size : 0);
    if (bounded) {
      Parallel.forEach(scales.length, threads, block -> quantize(block, magnitudes));
    }
  }

  /** All rows, {@code blockRows} to a block. */
  public static QuantizedRows of(FloatMatrix matrix, Layout layout, int blockRows, int threads) {
    return new QuantizedRows(matrix, layout, blockRows, threads);
  }

  /** Largest magnitudes; NaN for a row that cannot be bounded. Norms stand by row, for now. */
  private float[] magnitudes(int threads) {
    float[] magnitudes = new float[matrix.rows()];
    Parallel.forEach(
        scales.length,
        threads,
        block -> {
          float[] row = new float[matrix.columns()];
          for (int i = first(block); i < first(block) + size(block); i++) {
            matrix.getRow(i, row);
            float magnitude = 0;
            double square = 0;
            for (float value : row) {
              magnitude = Math.max(magnitude, Math.abs(value));
              square += (double) value * value;
            }
            double norm = Math.sqrt(square) * UP;
            magnitudes[i] = norm <= LONGEST ? magnitude : Float.NaN;
          }
        });
    return magnitudes;
  }

  private static int[] ascending(float[] magnitudes) {
    long[] keys = new long[magnitudes.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (long) Float.floatToRawIntBits(magnitudes[i]) << 32 | i;
    }
    Arrays.sort(keys);
    int[] order = new int[keys.length];
    for (int p = 0; p < order.length; p++) {
      order[p] = (int) keys[p];
    }
    return order;
  }

  private static boolean allBounded(float[] magnitudes) {
    for (float magnitude : magnitudes) {
      if (Float.isNaN(magnitude)) {
        return false;
      }
    }
    return true;
  }

  private void quantize(int block, float[] magnitudes) {
    int d = matrix.columns();
    int count = size(block);
    float largest = SMALLEST;
    for (int p = first(block); p < first(block) + count; p++) {
      largest = Math.max(largest, magnitudes[order[p]]);
    }
    float scale = largest / LARGEST;
    float units = 1 / scale;
    float[] row = new float[d];
    byte[] packed = new byte[d * count];
    for (int r = 0; r < count; r++) {
      int p = first(block) + r;
      matrix.getRow(order[p], row);
      double square = 0;
      double lost = 0;
      for (int k = 0; k < d; k++) {
        int value = Math.clamp(Math.round(row[k] * units), -LARGEST, LARGEST);
        double rest = row[k] - (double) scale * value;
        lost += rest * rest;
        square += (double) row[k] * row[k];
        if (layout == Layout.LEFT) {
          packed[r * d + k] = (byte) (value + ByteProduct.ZERO);
        } else {
          packed[k * count + r] = (byte) value;
        }
      }
      norms[p] = up(square);
      residuals[p] = up(lost);
      longest[block] = Math.max(longest[block], norms[p]);
      largestResiduals[block] = Math.max(largestResiduals[block], residuals[p]);
    }
    scales[block] = scale;
    MemorySegment.copy(packed, 0, bytes(block), ValueLayout.JAVA_BYTE, 0, packed.length);
  }

  private static float up(double square) {
    return (float) (Math.sqrt(square) * UP) + Float.MIN_NORMAL;
  }

  /** Whether every row has a bound; where not, there are no bytes. */
  public boolean bounded() {
    return bounded;
  }

  /** m. */
  public int rows() {
    return order.length;
  }

  /** The number of blocks. */
  public int blocks() {
    return scales.length;
  }

  /** The place of a block's first row. */
  public int first(int block) {
    return block * blockRows;
  }

  /** Rows of a block. */
  public int size(int block) {
    return Math.min(blockRows, matrix.rows() - first(block));
  }

  /** The bytes of a block. Not to be written. */
  public MemorySegment bytes(int block) {
    long d = matrix.columns();
    return bytes.asSlice(first(block) * d, size(block) * d);
  }

  /** What one unit of a block's bytes stands for. */
  public float scale(int block) {
    return scales[block];
  }

  /** The row of the matrix that stands at a place. */
  public int row(int place) {
    return order[place];
  }

  /** The length of the row at a place, rounded up. */
  public float norm(int place) {
    return norms[place];
  }

  /** The length of what rounding took from the row at a place, rounded up. */
  public float residual(int place) {
    return residuals[place];
  }

  /** The greatest {@link #norm} of a block. */
  public float longest(int block) {
    return longest[block];
  }

  /** The greatest {@link #residual} of a block. */
  public float largestResidual(int block) {
    return largestResiduals[block];
  }
}
