package setu.core.align;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Svd;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * The orthogonal map of least squared error over the anchors: {@code W = UVᵀ} of {@code XᵀZ = UΣVᵀ}
 * (Schönemann 1966; for words Xing et al. 2015, Smith et al. 2017). XᵀZ is summed in double.
 *
 * <p>Fewer anchors than dimensions determine W on the directions they span alone; the others are
 * left out of it, as least squares, CCA and VecMap leave them out: turned at random they would only
 * add noise to every cosine.
 */
public final class Procrustes implements Aligner {
  /** Below this part of the largest singular value of XᵀZ a direction counts as not spanned. */
  private static final double RANK_TOLERANCE = 1e-6;

  private final Record options;
  private final AnchorWeights weights;

  /**
   * What the papers leave open.
   *
   * @param weighting how much each anchor counts
   */
  public record Options(AnchorWeights.Property weighting) {
    /** All anchors count the same, as in the papers. */
    public static final Options DEFAULT = new Options(AnchorWeights.Property.EQUAL);
  }

  /** All anchors count the same. */
  public Procrustes() {
    this(Options.DEFAULT);
  }

  /** With these options: {@code min Σ wᵢ ‖xᵢW − zᵢ‖²}. */
  public Procrustes(Options options) {
    this(options, options.weighting());
  }

  private Procrustes(Record options, AnchorWeights weights) {
    this.options = options;
    this.weights = weights;
  }

  /** With weights of the caller's own, which are no option. */
  public static Procrustes weighted(AnchorWeights weights) {
    return new Procrustes(new NoOptions(), weights);
  }

  @Override
  public String name() {
    return "procrustes";
  }

  @Override
  public Record options() {
    return options;
  }

  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    Preconditions.requireAnchors(anchors);
    progress.begin(Phase.ALIGN, 2);
    DoubleMatrix covariance = covariance(source, target, anchors, weights.of(anchors));
    progress.advance(1);
    cancellation.check();
    DoubleMatrix mapping =
        anchors.size() < source.columns()
            ? spanned(LinearAlgebra.svd(covariance))
            : LinearAlgebra.orthogonalPolarFactor(covariance);
    progress.advance(1);
    return new Alignment(name(), mapping.toFloat());
  }

  /** How much each anchor counts. */
  public AnchorWeights weights() {
    return weights;
  }

  /** {@code XᵀDZ} of the anchors, D their weights. */
  static DoubleMatrix covariance(
      FloatMatrix source, FloatMatrix target, ResolvedAnchors anchors, double[] weights) {
    FloatMatrix x = source.gather(anchors.sourceRowArray());
    FloatMatrix z = target.gather(anchors.targetRowArray());
    weigh(x, weights);
    return LinearAlgebra.crossCovariance(x, z);
  }

  /** UVᵀ over the directions that anchors span. */
  private static DoubleMatrix spanned(Svd svd) {
    DoubleMatrix u = svd.u().copy();
    for (int k = 0; k < u.columns(); k++) {
      if (svd.value(k) <= RANK_TOLERANCE * svd.value(0)) {
        for (int i = 0; i < u.rows(); i++) {
          u.set(i, k, 0);
        }
      }
    }
    return u.times(svd.vt());
  }

  /** Multiplies each row by its weight ≥ 0. */
  static void weigh(FloatMatrix x, double[] weights) {
    if (weights.length != x.rows()) {
      throw new IllegalArgumentException(weights.length + " weights for " + x.rows() + " anchors");
    }
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0)) {
        throw new IllegalArgumentException("a weight of " + weights[i]);
      }
      if (weights[i] != 1) {
        VectorKernel.best().scaleRow((float) weights[i], x, i);
      }
    }
  }
}
