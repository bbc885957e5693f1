package setu.core.evaluate;

import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.math.FloatMatrix;

/** Drifts of two spaces between mappings; the last one is kept, for it is asked for repeatedly. */
final class Drifts {
  private final FloatMatrix x;
  private final FloatMatrix z;
  private @Nullable FloatMatrix before;
  private @Nullable FloatMatrix now;
  private @Nullable MappingDrift last;

  /** Of unit rows, n × d before the mapping and m × d. */
  Drifts(FloatMatrix x, FloatMatrix z) {
    this.x = x;
    this.z = z;
  }

  /** The drift from the mapping {@code w0} to that of {@code alignment}. */
  MappingDrift from(FloatMatrix w0, Alignment alignment) {
    MappingDrift drift = last;
    if (drift == null || before != w0 || now != alignment.mapping()) {
      drift = MappingDrift.between(w0, alignment.mapping(), x, z);
      before = w0;
      now = alignment.mapping();
      last = drift;
    }
    return drift;
  }
}
