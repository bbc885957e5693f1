package setu.core.math;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a matrix (m × d) laid out for {@link VectorKernel#panelProduct}: panels of {@code
 * panelWidth} rows, dimension by dimension, in blocks that fit the second-level cache. The last
 * panel is filled up with zeros.
 *
 * <p>Immutable. It takes about the memory of the matrix, on the heap, unless that is more than a
 * quarter of what the heap may hold: then blocks are packed whenever they are read.
 */
public final class PackedRows {
  private static final int BLOCK_BYTES = 600_000;

  private final int rows;
  private final int columns;
  private final int width;
  private final int blockRows;
  private final float[] @Nullable [] blocks;
  private final FloatMatrix matrix;

  private PackedRows(FloatMatrix matrix, int width) {
    this.matrix = matrix;
    this.rows = matrix.rows();
    this.columns = matrix.columns();
    this.width = width;
    int panels =
        Math.clamp(BLOCK_BYTES / ((long) Float.BYTES * width * Math.max(1, columns)), 1, 64);
    blockRows = panels * width;
    blocks = new float[Math.ceilDiv(rows, blockRows)][];
  }

  /** Packs all rows on {@code threads} threads, where the heap has the room. */
  public static PackedRows pack(FloatMatrix matrix, VectorKernel kernel, int threads) {
    long bytes = matrix.offset(matrix.rows());
    return bytes > Runtime.getRuntime().maxMemory() / 4
        ? onDemand(matrix, kernel)
        : resident(matrix, kernel, threads);
  }

  private static PackedRows resident(FloatMatrix matrix, VectorKernel kernel, int threads) {
    PackedRows packed = new PackedRows(matrix, kernel.panelWidth());
    Parallel.forEach(
        packed.blocks.length,
        threads,
        block -> packed.blocks[block] = packed.pack(block, new float[packed.length(block)]));
    return packed;
  }

  /** Packs each block when it is read: slower to search, without memory of its own. */
  static PackedRows onDemand(FloatMatrix matrix, VectorKernel kernel) {
    return new PackedRows(matrix, kernel.panelWidth());
  }

  private int length(int block) {
    return panels(block) * width * columns;
  }

  private float[] pack(int block, float[] packed) {
    int first = firstRow(block);
    int count = Math.min(blockRows, rows - first);
    java.util.Arrays.fill(packed, count / width * width * columns, length(block), 0f);
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

  /**
   * The floats of a block; panel p begins at {@code p · width · d}. Not to be written.
   *
   * @param scratch from {@link #scratch}: it may receive them, until the next call
   */
  public float[] floats(int block, float[] scratch) {
    float[] packed = blocks[block];
    return packed != null ? packed : pack(block, scratch);
  }

  /** Room for one block where blocks are packed when read; each thread takes its own. */
  public float[] scratch() {
    boolean needed = blocks.length > 0 && blocks[0] == null;
    return new float[needed ? blockRows * columns : 0];
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
