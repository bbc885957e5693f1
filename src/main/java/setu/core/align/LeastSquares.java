package setu.core.align;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.SymmetricEigen;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * The linear map of least squared error over the anchors (Mikolov, Le and Sutskever 2013): {@code
 * min ‖XW − Z‖² + λ‖W‖²}, so {@code W = (XᵀX + λI)⁻¹ XᵀZ}. The spaces may differ in dimensions.
 *
 * @param ridge λ ≥ 0; at 0 directions that no anchor spans are left out of W
 */
public record LeastSquares(double ridge) implements Aligner {
  /** Without ridge, as in the paper. */
  public static final LeastSquares PLAIN = new LeastSquares(0);

  /** Below this part of the largest eigenvalue of XᵀX a direction counts as not spanned. */
  private static final double RANK_TOLERANCE = 1e-10;

  /** Checks the range. */
  public LeastSquares {
    if (!(ridge >= 0)) {
      throw new IllegalArgumentException("λ " + ridge);
    }
  }

  @Override
  public String name() {
    return "least-squares";
  }

  @Override
  public Record options() {
    return this;
  }

  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireAnchors(anchors);
    progress.begin(Phase.ALIGN, 1);
    FloatMatrix x = source.gather(anchors.sourceRowArray());
    FloatMatrix z = target.gather(anchors.targetRowArray());
    SymmetricEigen eigen = LinearAlgebra.symmetricEigen(LinearAlgebra.crossCovariance(x, x));
    // (XᵀX + λI)⁻¹ = V diag(1 / (e + λ)) Vᵀ
    DoubleMatrix scaled = eigen.vectors().copy();
    double negligible = eigen.value(0) * RANK_TOLERANCE;
    for (int k = 0; k < scaled.rows(); k++) {
      double value = Math.max(0, eigen.value(k)) + ridge;
      double factor = value > negligible ? 1 / value : 0;
      for (int j = 0; j < scaled.columns(); j++) {
        scaled.set(k, j, scaled.get(k, j) * factor);
      }
    }
    DoubleMatrix inverse = eigen.vectors().transpose().times(scaled);
    DoubleMatrix mapping = inverse.times(LinearAlgebra.crossCovariance(x, z));
    progress.advance(1);
    return new Alignment(name(), mapping.toFloat());
  }
}
