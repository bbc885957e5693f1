package setu.core.align;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Svd;
import setu.core.math.SymmetricEigen;

/**
 * The steps of Artetxe, Labaka and Agirre 2018a: whiten both sides, map them orthogonally onto each
 * other, re-weight by the cross-correlations S, undo the whitening in the new basis.
 *
 * @param source {@code Wx}, d × e
 * @param target {@code Wz}, d′ × e
 */
record AdvancedMapping(DoubleMatrix source, DoubleMatrix target) {
  /** Below this part of the largest eigenvalue a direction counts as not spanned by anchors. */
  private static final double TOLERANCE = 1e-10;

  /**
   * Solved on paired rows x (a × d) and z (a × d′); e = min(d, d′).
   *
   * @param reweight the power of S on either side, 0 to 1; 0.5 in the paper
   */
  static AdvancedMapping solve(FloatMatrix x, FloatMatrix z, double reweight) {
    SymmetricEigen ofX = LinearAlgebra.symmetricEigen(LinearAlgebra.crossCovariance(x, x));
    SymmetricEigen ofZ = LinearAlgebra.symmetricEigen(LinearAlgebra.crossCovariance(z, z));
    // 1. Whitening: (XᵀX)^−½
    DoubleMatrix whitenX = ofX.power(-0.5, TOLERANCE);
    DoubleMatrix whitenZ = ofZ.power(-0.5, TOLERANCE);
    // 2. Orthogonal mapping: X′ᵀZ′ = U S Vᵀ
    DoubleMatrix cross = LinearAlgebra.crossCovariance(x, z);
    Svd svd = LinearAlgebra.svd(whitenX.times(cross).times(whitenZ));
    DoubleMatrix u = svd.u();
    DoubleMatrix v = svd.vt().transpose();
    // 3. Re-weighting by S, and 4. de-whitening: Uᵀ (XᵀX)^½ U
    DoubleMatrix colorX = u.transpose().times(ofX.power(0.5, TOLERANCE)).times(u);
    DoubleMatrix colorZ = svd.vt().times(ofZ.power(0.5, TOLERANCE)).times(v);
    return new AdvancedMapping(
        weighted(whitenX.times(u), svd, reweight).times(colorX),
        weighted(whitenZ.times(v), svd, reweight).times(colorZ));
  }

  /** Column k multiplied by {@code S_k} to the power. */
  private static DoubleMatrix weighted(DoubleMatrix matrix, Svd svd, double power) {
    for (int k = 0; k < matrix.columns(); k++) {
      double weight = Math.pow(svd.value(k), power);
      for (int i = 0; i < matrix.rows(); i++) {
        matrix.set(i, k, matrix.get(i, k) * weight);
      }
    }
    return matrix;
  }
}
