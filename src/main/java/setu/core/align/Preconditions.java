package setu.core.align;

import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;

/** What every method asks of its spaces and anchors. */
final class Preconditions {
  private Preconditions() {}

  /**
   * Checks that there is an anchor to solve on.
   *
   * @throws AlignmentFault if there is none
   */
  static void requireAnchors(ResolvedAnchors anchors) {
    if (anchors.size() == 0) {
      throw noAnchors(anchors.outOfVocabulary().size());
    }
  }

  /** The fault of a dictionary without one usable pair. */
  static AlignmentFault noAnchors(int given) {
    return new AlignmentFault(
        AlignmentFault.Problem.NO_USABLE_ANCHORS, null, "(0 / " + given + ")");
  }

  /**
   * Checks that both spaces have equally many dimensions.
   *
   * @throws AlignmentFault if they differ
   */
  static void requireEqualDimensions(FloatMatrix source, FloatMatrix target) {
    if (source.columns() != target.columns()) {
      throw new AlignmentFault(
          AlignmentFault.Problem.DIMENSIONS_DIFFER,
          null,
          source.columns() + " ≠ " + target.columns());
    }
  }

  /** Checks an option of a method. */
  static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + "=" + value + " (≥ 1)");
    }
  }

  /** Checks an option of a method. */
  static void within(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(name + "=" + value + " (" + least + " … " + most + ")");
    }
  }
}
