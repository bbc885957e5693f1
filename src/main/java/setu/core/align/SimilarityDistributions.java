package setu.core.align;

import java.util.Arrays;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Parallel;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;

/**
 * The start without supervision of Artetxe, Labaka and Agirre 2018b: words are described by their
 * sorted similarities to the words of their own language, {@code sort(√(XXᵀ))}, and descriptions
 * are matched across languages under CSLS.
 */
final class SimilarityDistributions {
  private static final double TOLERANCE = 1e-10;
  private static final Normalization STEPS = Normalization.parse("unit,center,unit");

  private SimilarityDistributions() {}

  /** Pairs among the most frequent words of normalised spaces. */
  static DictionaryInduction matched(
      FloatMatrix x, FloatMatrix z, VecMapSelfLearning.Options options, Cancellation cancellation) {
    int words = Math.min(options.initialWords(), Math.min(x.rows(), z.rows()));
    FloatMatrix ofX = described(x.slice(0, words));
    cancellation.check();
    FloatMatrix ofZ = described(z.slice(0, words));
    cancellation.check();
    return new DictionaryInduction(ofX, ofZ, options.neighborhood(), 1, 0, cancellation);
  }

  /** {@code √(XXᵀ) = X (XᵀX)^−½ Xᵀ}, rows sorted, then normalised: n × n. */
  private static FloatMatrix described(FloatMatrix x) {
    DoubleMatrix inverseRoot =
        LinearAlgebra.symmetricEigen(LinearAlgebra.crossCovariance(x, x)).power(-0.5, TOLERANCE);
    FloatMatrix root =
        LinearAlgebra.multiplyTransposed(LinearAlgebra.multiply(x, inverseRoot.toFloat()), x);
    Parallel.forEach(
        root.rows(),
        Parallel.processors(),
        i -> {
          float[] row = root.row(i);
          Arrays.sort(row);
          root.setRow(i, row);
        });
    STEPS.applyInPlace(root);
    return root;
  }
}
