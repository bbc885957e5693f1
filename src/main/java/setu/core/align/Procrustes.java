package setu.core.align;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.VectorKernel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * The orthogonal map of least squared error over the anchors: {@code W = UVᵀ} of {@code XᵀZ = UΣVᵀ}
 * (Schönemann 1966; for words Xing et al. 2015, Smith et al. 2017). XᵀZ is summed in double.
 */
public final class Procrustes implements Aligner {
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
    FloatMatrix x = source.gather(anchors.sourceRowArray());
    FloatMatrix z = target.gather(anchors.targetRowArray());
    weigh(x, weights.of(anchors));
    DoubleMatrix covariance = LinearAlgebra.crossCovariance(x, z);
    progress.advance(1);
    cancellation.check();
    DoubleMatrix mapping = LinearAlgebra.orthogonalPolarFactor(covariance);
    progress.advance(1);
    return new Alignment(name(), mapping.toFloat());
  }

  private static void weigh(FloatMatrix x, double[] weights) {
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
