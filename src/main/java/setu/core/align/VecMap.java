package setu.core.align;

import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * VecMap, supervised (Artetxe, Labaka and Agirre 2018a): rows to unit length, centred, to unit
 * length again; then whitening, orthogonal mapping, re-weighting and de-whitening. Maps both
 * spaces, which may differ in dimensions.
 */
public final class VecMap implements Aligner {
  private final Options options;

  /**
   * What the paper leaves open.
   *
   * @param reweight the power of the cross-correlations S on either side, 0 to 1
   */
  public record Options(double reweight) {
    /** As in the authors' program. */
    public static final Options DEFAULT = new Options(0.5);

    /** Checks the range. */
    public Options {
      Preconditions.within("reweight", reweight, 0, 1);
    }
  }

  /** With these options. */
  public VecMap(Options options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "vecmap-supervised";
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
    progress.begin(Phase.ALIGN, 2);
    float[] sourceCenter = Centering.center(source);
    float[] targetCenter = Centering.center(target);
    FloatMatrix x = source.gather(anchors.sourceRowArray());
    FloatMatrix z = target.gather(anchors.targetRowArray());
    progress.advance(1);
    cancellation.check();
    AdvancedMapping mapping =
        AdvancedMapping.solve(
            Centering.centered(x, sourceCenter),
            Centering.centered(z, targetCenter),
            options.reweight());
    progress.advance(1);
    return new Alignment(
        name(),
        new LinearMap(sourceCenter, mapping.source().toFloat()),
        new LinearMap(targetCenter, mapping.target().toFloat()),
        AlignmentRun.CLOSED_FORM);
  }
}
