package setu.core.align;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.Svd;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Canonical correlation (Faruqui and Dyer 2014): both spaces go to the directions in which the
 * anchors correlate most, {@code (XᵀX)^−½ U} and {@code (ZᵀZ)^−½ V} of {@code (XᵀX)^−½ XᵀZ (ZᵀZ)^−½
 * = U S Vᵀ}, rows centred on the anchors' mean.
 */
public final class Cca implements Aligner {
  private static final double TOLERANCE = 1e-10;

  private final Options options;

  /**
   * What the paper sets.
   *
   * @param share how many of the directions are kept, the most correlated first, above 0 to 1
   */
  public record Options(double share) {
    /** As in the paper. */
    public static final Options DEFAULT = new Options(0.8);

    /** Checks the range. */
    public Options {
      Preconditions.within("share", share, Double.MIN_NORMAL, 1);
    }
  }

  /** With these options. */
  public Cca(Options options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "cca";
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
    Preconditions.requireAnchors(anchors);
    progress.begin(Phase.ALIGN, 1);
    FloatMatrix anchorX = source.gather(anchors.sourceRowArray());
    FloatMatrix anchorZ = target.gather(anchors.targetRowArray());
    float[] centerX = Centering.center(anchorX);
    float[] centerZ = Centering.center(anchorZ);
    FloatMatrix x = Centering.centered(anchorX, centerX);
    FloatMatrix z = Centering.centered(anchorZ, centerZ);
    DoubleMatrix whitenX = whitening(x);
    DoubleMatrix whitenZ = whitening(z);
    Svd svd = LinearAlgebra.svd(whitenX.times(LinearAlgebra.crossCovariance(x, z)).times(whitenZ));
    int least = Math.min(source.columns(), target.columns());
    int kept = Math.clamp(Math.round(options.share() * least), 1, least);
    DoubleMatrix mapX = whitenX.times(leading(svd.u(), kept));
    DoubleMatrix mapZ = whitenZ.times(leading(svd.vt().transpose(), kept));
    progress.advance(1);
    return new Alignment(
        name(),
        new LinearMap(centerX, mapX.toFloat()),
        new LinearMap(centerZ, mapZ.toFloat()),
        AlignmentRun.CLOSED_FORM);
  }

  private static DoubleMatrix whitening(FloatMatrix rows) {
    return LinearAlgebra.symmetricEigen(LinearAlgebra.crossCovariance(rows, rows))
        .power(-0.5, TOLERANCE);
  }

  private static DoubleMatrix leading(DoubleMatrix matrix, int columns) {
    DoubleMatrix leading = DoubleMatrix.zeros(matrix.rows(), columns);
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < columns; j++) {
        leading.set(i, j, matrix.get(i, j));
      }
    }
    return leading;
  }
}
