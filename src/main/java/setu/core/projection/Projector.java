package setu.core.projection;

import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** A method that lays points out in a plane or in space. */
public interface Projector {
  /** The method's name on the command line. */
  String name();

  /** Lays the rows of {@code vectors} (n × d) out in {@code dimensions} (2 or 3). */
  Projection project(
      FloatMatrix vectors, int dimensions, long seed, Progress progress, Cancellation cancellation);
}
