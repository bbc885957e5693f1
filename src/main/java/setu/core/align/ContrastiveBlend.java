package setu.core.align;

import java.util.ArrayList;
import java.util.List;
import setu.core.fault.AlignmentFault;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Stage C2 of Li et al. 2022: {@link Contrastive} vectors interpolated with those of a second space
 * for the same words, such as a multilingual encoder's. The second vectors are tuned with the same
 * contrastive loss, then turned onto the first by Procrustes over the anchors' words.
 *
 * <p>A row holds a word's two vectors side by side; zeros where it has no second.
 */
public final class ContrastiveBlend implements Aligner {
  private final Options options;
  private final NeighborSearch search;

  /**
   * The paper's λ beside the settings of stage C1.
   *
   * @param secondDimensions d₂: how many of the last columns are the second vector
   * @param share λ of the second vector, 0 to 1
   * @param first the settings of {@link Contrastive}
   */
  public record Options(int secondDimensions, double share, Contrastive.Options first) {
    /** As in the paper; {@code secondDimensions} depends on the spaces. */
    public static final Options DEFAULT = new Options(0, 0.2, Contrastive.Options.DEFAULT);

    /** Checks the ranges. */
    public Options {
      Preconditions.within("secondDimensions", secondDimensions, 0, Integer.MAX_VALUE);
      Preconditions.within("share", share, 0, 1);
    }
  }

  /** With these options, looking neighbours up with {@code search}. */
  public ContrastiveBlend(Options options, NeighborSearch search) {
    this.options = options;
    this.search = search;
  }

  /** The same for rows whose last {@code columns} columns are the second vector. */
  public ContrastiveBlend withSecondDimensions(int columns) {
    return new ContrastiveBlend(new Options(columns, options.share(), options.first()), search);
  }

  @Override
  public String name() {
    return "contrastive-c2";
  }

  @Override
  public Record options() {
    return options;
  }

  /**
   * Maps rows of d + d₂ columns.
   *
   * @throws AlignmentFault if there is no second space
   */
  @Override
  public Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation) {
    Preconditions.requireEqualDimensions(source, target);
    Preconditions.requireAnchors(anchors);
    int d = source.columns() - options.secondDimensions();
    if (options.secondDimensions() == 0 || d < 1) {
      throw new AlignmentFault(AlignmentFault.Problem.NO_SECOND_SPACE, null, name());
    }
    Contrastive contrastive = new Contrastive(options.first(), search);
    FloatMatrix x = BlendedMap.columns(source, 0, d);
    FloatMatrix z = BlendedMap.columns(target, 0, d);
    Alignment first = contrastive.align(x, z, anchors, progress, cancellation);
    FloatMatrix secondX = BlendedMap.columns(source, d, source.columns());
    FloatMatrix secondZ = BlendedMap.columns(target, d, target.columns());
    Alignment second = contrastive.align(secondX, secondZ, anchors, progress, cancellation);
    int[] sources = anchors.sourceRowArray();
    int[] targets = anchors.targetRowArray();
    DoubleMatrix covariance =
        between(second.mapSource(secondX.gather(sources)), first.mapSource(x.gather(sources)))
            .plus(
                between(
                    second.mapTarget(secondZ.gather(targets)), first.mapTarget(z.gather(targets))));
    FloatMatrix turn = LinearAlgebra.orthogonalPolarFactor(covariance).toFloat();
    List<Double> losses = new ArrayList<>(first.run().losses());
    losses.addAll(second.run().losses());
    return new Alignment(
        name(),
        blended(first.source(), second.source(), turn),
        blended(first.target(), second.target(), turn),
        new AlignmentRun(first.complete() && second.complete(), losses, null));
  }

  private static DoubleMatrix between(FloatMatrix second, FloatMatrix first) {
    return LinearAlgebra.crossCovariance(second, first);
  }

  private BlendedMap blended(
      @org.jspecify.annotations.Nullable SpaceMap first,
      @org.jspecify.annotations.Nullable SpaceMap second,
      FloatMatrix turn) {
    if (!(first instanceof LinearMap one) || !(second instanceof LinearMap other)) {
      throw new IllegalStateException("stage C1 maps both spaces linearly");
    }
    return new BlendedMap(
        one,
        new LinearMap(other.center(), LinearAlgebra.multiply(other.matrix(), turn)),
        options.share());
  }
}
