package setu.core.align;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Svd;
import setu.core.math.VectorKernel;

/**
 * How much each anchor pulls one source word and one target word together under Procrustes.
 *
 * <p>With {@code XᵀDZ = UΣVᵀ}, D the weights, and {@code W = UVᵀ}, one anchor (x, z) more changes W
 * at first order by {@code U·K·Vᵀ}, {@code K_kl = (p_k q_l − q_k p_l) / (σ_k + σ_l)}, {@code p =
 * Uᵀxᵀ}, {@code q = Vᵀzᵀ} (the derivative of the polar factor; Kenney and Laub 1991). For a fixed
 * pair of words the change of their cosine is bilinear in x and z, so all anchors are answered by
 * one product.
 *
 * <p>An influence is the change of the cosine by the whole weight of an anchor: taking the anchor
 * away, while the others keep their weights, changes the cosine by about its negative.
 */
public final class AnchorInfluence {
  /** Directions that no anchor spans have no derivative. */
  private static final double LEAST_RELATIVE_SUM = 1e-9;

  private final FloatMatrix x;
  private final FloatMatrix z;
  private final double[] weights;
  private final Svd svd;

  /** Of {@code anchors} between two normalised spaces, n × d and m × d, of unit rows. */
  public AnchorInfluence(
      FloatMatrix source, FloatMatrix target, ResolvedAnchors anchors, AnchorWeights weighting) {
    weights = weighting.of(anchors);
    svd = LinearAlgebra.svd(Procrustes.covariance(source, target, anchors, weights));
    x = source.gather(anchors.sourceRowArray());
    z = target.gather(anchors.targetRowArray());
  }

  /**
   * The influence of every used anchor, in their order, on the cosine of two words.
   *
   * @param source the vector of the source word before the mapping, of length d
   * @param target the vector of the target word, of length d
   */
  public float[] on(float[] source, float[] target) {
    DoubleMatrix a = row(source).times(svd.u());
    DoubleMatrix b = row(target).times(svd.vt().transpose());
    int d = svd.sigma().rows();
    double least = LEAST_RELATIVE_SUM * svd.value(0);
    DoubleMatrix change = DoubleMatrix.zeros(d, d);
    for (int k = 0; k < d; k++) {
      for (int l = 0; l < d; l++) {
        double sum = svd.value(k) + svd.value(l);
        if (sum > least) {
          change.set(k, l, (a.get(0, k) * b.get(0, l) - a.get(0, l) * b.get(0, k)) / sum);
        }
      }
    }
    FloatMatrix bilinear = svd.u().times(change).times(svd.vt()).toFloat();
    FloatMatrix pulled = LinearAlgebra.multiply(x, bilinear);
    float[] influence = new float[x.rows()];
    VectorKernel kernel = VectorKernel.best();
    for (int i = 0; i < influence.length; i++) {
      influence[i] = (float) (weights[i] * kernel.dot(pulled, i, z, i));
    }
    return influence;
  }

  private static DoubleMatrix row(float[] vector) {
    return DoubleMatrix.of(FloatMatrix.of(vector));
  }
}
