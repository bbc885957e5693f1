package setu.core.align;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
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
  private final double @Nullable [] weights;

  /** All anchors weigh the same. */
  public Procrustes() {
    weights = null;
  }

  /** One weight ≥ 0 per used anchor, in their order: {@code min Σ wᵢ ‖xᵢW − zᵢ‖²}. */
  public Procrustes(double[] weights) {
    if (Arrays.stream(weights).anyMatch(w -> !(w >= 0))) {
      throw new IllegalArgumentException("a weight below 0");
    }
    this.weights = weights.clone();
  }

  @Override
  public String name() {
    return "procrustes";
  }

  @Override
  public Record options() {
    return NoOptions.INSTANCE;
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
    weigh(x);
    DoubleMatrix covariance = LinearAlgebra.crossCovariance(x, z);
    progress.advance(1);
    cancellation.check();
    DoubleMatrix mapping = LinearAlgebra.orthogonalPolarFactor(covariance);
    progress.advance(1);
    return new Alignment(name(), mapping.toFloat());
  }

  private void weigh(FloatMatrix x) {
    if (weights == null) {
      return;
    }
    if (weights.length != x.rows()) {
      throw new IllegalArgumentException(weights.length + " weights for " + x.rows() + " anchors");
    }
    for (int i = 0; i < weights.length; i++) {
      VectorKernel.best().scaleRow((float) weights[i], x, i);
    }
  }
}
