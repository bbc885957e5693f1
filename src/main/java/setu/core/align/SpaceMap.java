package setu.core.align;

import setu.core.math.FloatMatrix;

/** How the rows of one space go to the shared space, in which cosine compares them. */
public interface SpaceMap {
  /** The n × d rows of the space in the shared space: n × e, of unit length, in new memory. */
  FloatMatrix apply(FloatMatrix rows);

  /** The linear part, d × e, applied from the right: {@code x·W}. */
  FloatMatrix matrix();
}
