package setu.core.neighbor;

import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;
import setu.core.math.Parallel;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;

/** The denominators of the inverted softmax (Smith et al. 2017). */
public final class ExponentialSums {
  private ExponentialSums() {}

  /**
   * {@code log Σ_x exp(β · x·z)} for each row z of {@code base} (m × d), over all rows x of {@code
   * others} (n × d). Each base row is summed by one thread, in the order of x.
   */
  public static double[] logarithms(
      FloatMatrix others, FloatMatrix base, double beta, int threads, Cancellation cancellation) {
    VectorKernel kernel = VectorKernel.best();
    PackedRows packed = PackedRows.pack(base, kernel, threads);
    double[] sums = new double[packed.paddedRows()];
    Parallel.forEach(
        packed.blocks(),
        threads,
        block -> addBlock(kernel, others, packed, block, beta, sums, cancellation));
    double[] logarithms = new double[base.rows()];
    for (int j = 0; j < logarithms.length; j++) {
      logarithms[j] = Math.log(sums[j]) + beta;
    }
    return logarithms;
  }

  /** Adds exp(β · (x·z − 1)), which does not overflow on unit rows. */
  private static void addBlock(
      VectorKernel kernel,
      FloatMatrix others,
      PackedRows base,
      int block,
      double beta,
      double[] sums,
      Cancellation cancellation) {
    int d = base.columns();
    int width = base.panelWidth();
    float[] row = new float[d];
    float[] group = new float[VectorKernel.GROUP * d];
    float[] tile = new float[VectorKernel.GROUP * width];
    float[] part = new float[width];
    float[] floats = base.floats(block, base.scratch());
    for (int i = 0; i < others.rows(); i += VectorKernel.GROUP) {
      cancellation.check();
      int count = Math.min(VectorKernel.GROUP, others.rows() - i);
      PackedRows.interleave(others, i, count, row, group);
      for (int panel = 0; panel < base.panels(block); panel++) {
        kernel.panelProduct(group, floats, panel * width * d, d, tile);
        java.util.Arrays.fill(part, 0f);
        for (int q = 0; q < count; q++) {
          kernel.addExponentials(tile, q * width, (float) beta, (float) -beta, part, 0);
        }
        int first = base.firstRow(block) + panel * width;
        for (int c = 0; c < width; c++) {
          sums[first + c] += part[c];
        }
      }
    }
  }
}
