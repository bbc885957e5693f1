package setu.core.align;

import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** No mapping at all: the baseline every table starts with. */
public final class Identity implements Aligner {
  @Override
  public String name() {
    return "identity";
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
    return new Alignment(name(), DoubleMatrix.identity(source.columns()).toFloat());
  }
}
