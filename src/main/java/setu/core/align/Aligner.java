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

  /** Its options: a record whose components are named numbers, switches and nested options. */
  Record options();

  /** What it learns from. */
  default Supervision supervision() {
    return Supervision.DICTIONARY;
  }

  /**
   * Solves the mapping of {@code source} (n × d) onto {@code target} (m × d′), both already
   * normalised.
   *
   * <p>A method of several steps tells each step's objective to {@code progress}; cancelled, it
   * returns the best it had, marked incomplete.
   *
   * @throws setu.core.fault.AlignmentFault if the anchors or dimensions do not allow it
   * @throws java.util.concurrent.CancellationException if cancelled before there was any mapping
   */
  Alignment align(
      FloatMatrix source,
      FloatMatrix target,
      ResolvedAnchors anchors,
      Progress progress,
      Cancellation cancellation);
}
