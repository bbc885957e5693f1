package setu.core.align;

import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * A method that finds a mapping of one space onto another. One class each, named as in its paper.
 */
public interface Aligner {
  /** The method's name on the command line. */
  String name();

  /**
   * Solves the mapping of {@code source} (n × d) onto {@code target} (m × d′), both already
   * normalised.
   *
   * @throws setu.core.fault.AlignmentFault if the anchors or dimensions do not allow it
   */
  Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation);
}
