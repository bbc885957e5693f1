package setu.gui.common;

import setu.core.align.Alignment;
import setu.core.align.AnchorWeights;
import setu.core.align.ResolvedAnchors;
import setu.core.math.FloatMatrix;

/**
 * Both spaces under one alignment, rows of unit length.
 *
 * @param anchors those it was solved on; none where nothing is aligned
 * @param weighting how much each of these counted
 * @param unaligned source rows before the mapping, n × d
 * @param source source rows after the mapping, n × d′
 * @param target target rows, m × d′
 */
public record Shared(
    Alignment alignment,
    ResolvedAnchors anchors,
    AnchorWeights weighting,
    FloatMatrix unaligned,
    FloatMatrix source,
    FloatMatrix target) {
  /** The rows of one side in the shared space. */
  public FloatMatrix rows(Side side) {
    return side == Side.SOURCE ? source : target;
  }
}
