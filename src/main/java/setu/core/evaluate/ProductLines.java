package setu.core.evaluate;

import java.util.Arrays;
import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;

/** Products of a few queries with every row of a base, a line each: the memory of one thread. */
final class ProductLines {
  private final VectorKernel kernel;
  private final PackedRows packed;
  private final float[][] lines;
  private final float[] spare;
  private final float[][] groups;
  private final float[] row;
  private final float[] tile;
  private final float[] scratch;

  /** For up to {@code queries} queries at once. */
  ProductLines(VectorKernel kernel, PackedRows packed, int queries) {
    this.kernel = kernel;
    this.packed = packed;
    lines = new float[queries][packed.paddedRows()];
    spare = new float[packed.paddedRows()];
    int count = Math.ceilDiv(queries, VectorKernel.GROUP);
    groups = new float[count][VectorKernel.GROUP * packed.columns()];
    row = new float[packed.columns()];
    scratch = packed.scratch();
    tile = new float[VectorKernel.GROUP * packed.panelWidth()];
  }

  /** The line of the query at {@code place}, padded to whole panels; to be written over. */
  float[] of(int place) {
    return lines[place];
  }

  /** A line for whoever needs one more. */
  float[] spare() {
    return spare;
  }

  /**
   * Multiplies the rows {@code from} to {@code to} of {@code queries} (n × d) with all base rows (m
   * × d); places beyond the last row are NaN.
   */
  void multiply(FloatMatrix queries, int from, int to, Cancellation cancellation) {
    int width = packed.panelWidth();
    int d = packed.columns();
    int count = Math.ceilDiv(to - from, VectorKernel.GROUP);
    for (int g = 0; g < count; g++) {
      int first = from + g * VectorKernel.GROUP;
      PackedRows.interleave(
          queries, first, Math.min(VectorKernel.GROUP, to - first), row, groups[g]);
    }
    for (int block = 0; block < packed.blocks(); block++) {
      cancellation.check();
      float[] floats = packed.floats(block, scratch);
      for (int g = 0; g < count; g++) {
        int first = g * VectorKernel.GROUP;
        int here = Math.min(VectorKernel.GROUP, to - from - first);
        for (int panel = 0; panel < packed.panels(block); panel++) {
          kernel.panelProduct(groups[g], floats, panel * width * d, d, tile);
          int column = packed.firstRow(block) + panel * width;
          for (int q = 0; q < here; q++) {
            System.arraycopy(tile, q * width, lines[first + q], column, width);
          }
        }
      }
    }
    for (int q = 0; q < to - from; q++) {
      Arrays.fill(lines[q], packed.rows(), lines[q].length, Float.NaN);
    }
  }
}
