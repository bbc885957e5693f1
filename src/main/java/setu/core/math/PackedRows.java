package setu.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * The rows of a matrix (m × d) laid out for {@link VectorKernel#panelProduct}: panels of {@code
 * panelWidth} rows, dimension by dimension, in blocks that fit the second-level cache. The last
 * panel is filled up with zeros.
 *
 * <p>Immutable; takes about the memory of the matrix, on the heap.
 */
public final class PackedRows {
  private static final int BLOCK_BYTES = 600_000;

  private final int rows;
  private final int columns;
  private final int width;
  private final int blockRows;
  private final float[][] blocks;

  private PackedRows(int rows, int columns, int width) {
    this.rows = rows;
    this.columns = columns;
    this.width = width;
    int panels =
        Math.clamp(BLOCK_BYTES / ((long) Float.BYTES * width * Math.max(1, columns)), 1, 64);
    blockRows = panels * width;
    blocks = new float[Math.ceilDiv(rows, blockRows)][];
  }

  /** Packs all rows on {@code threads} threads. */
  public static PackedRows pack(FloatMatrix matrix, VectorKernel kernel, int threads) {
    PackedRows packed = new PackedRows(matrix.rows(), matrix.columns(), kernel.panelWidth());
    Parallel.forEach(
        packed.blocks.length, threads, block -> packed.blocks[block] = packed.block(matrix, block));
    return packed;
  }

  private float[] block(FloatMatrix matrix, int block) {
    int first = firstRow(block);
    int count = Math.min(blockRows, rows - first);
    float[] packed = new float[Math.ceilDiv(count, width) * width * columns];
    float[] panel = new float[width * columns];
    for (int r = 0; r < count; r += width) {
      int here = Math.min(width, count - r);
      MemorySegment.copy(
          matrix.segment(),
          ValueLayout.JAVA_FLOAT,
          matrix.offset(first + r),
          panel,
          0,
          here * columns);
      int at = r * columns;
      for (int k = 0; k < columns; k++) {
        for (int c = 0; c < here; c++) {
          packed[at + c] = panel[c * columns + k];
        }
        at += width;
      }
    }
    return packed;
  }

  /** m. */
  public int rows() {
    return rows;
  }

  /** d. */
  public int columns() {
    return columns;
  }

  /** Rows of a panel. */
  public int panelWidth() {
    return width;
  }

  /** m rounded up to whole panels. */
  public int paddedRows() {
    return Math.ceilDiv(rows, width) * width;
  }

  /** The number of blocks. */
  public int blocks() {
    return blocks.length;
  }

  /** The first row of a block. */
  public int firstRow(int block) {
    return block * blockRows;
  }

  /** The panels of a block. */
  public int panels(int block) {
    return Math.ceilDiv(Math.min(blockRows, rows - firstRow(block)), width);
  }

  /** The floats of a block; panel p begins at {@code p · width · d}. Not to be written. */
  public float[] floats(int block) {
    return blocks[block];
  }

  /**
   * Copies up to {@link VectorKernel#GROUP} rows of {@code matrix}, interleaved as a query group;
   * places left over are zero.
   */
  public static void interleave(
      FloatMatrix matrix, int from, int count, float[] row, float[] group) {
    int d = matrix.columns();
    if (count < VectorKernel.GROUP) {
      java.util.Arrays.fill(group, 0f);
    }
    for (int q = 0; q < count; q++) {
      matrix.getRow(from + q, row);
      for (int k = 0; k < d; k++) {
        group[k * VectorKernel.GROUP + q] = row[k];
      }
    }
  }
}
