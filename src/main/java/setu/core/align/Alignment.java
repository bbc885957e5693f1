package setu.core.align;

import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;

/**
 * A solved mapping: source rows go to the shared space as {@code x·W}; target rows stay.
 *
 * <p>W is d × d′. For an orthogonal W the way back is {@code z·Wᵀ}.
 */
public final class Alignment {
  private final String method;
  private final FloatMatrix mapping;
  private final boolean complete;

  /** A mapping W, d × d′; {@code complete} is false for the last snapshot of a cancelled run. */
  public Alignment(String method, FloatMatrix mapping, boolean complete) {
    this.method = method;
    this.mapping = mapping;
    this.complete = complete;
  }

  /** The method's name on the command line. */
  public String method() {
    return method;
  }

  /** W, d × d′, applied from the right: {@code x·W}. */
  public FloatMatrix mapping() {
    return mapping;
  }

  /** Whether the method ran to its end. */
  public boolean complete() {
    return complete;
  }

  /** {@code rows · W} with every row brought to unit length: n × d′, in new memory. */
  public FloatMatrix mapSource(FloatMatrix rows) {
    return UnitRows.scale(LinearAlgebra.multiply(rows, mapping));
  }

  /**
   * {@code rows · Wᵀ} with every row brought to unit length, m × d: target rows in the source
   * space. The inverse of {@link #mapSource} where W is orthogonal.
   */
  public FloatMatrix mapTargetBack(FloatMatrix rows) {
    return UnitRows.scale(LinearAlgebra.multiplyTransposed(rows, mapping));
  }
}
