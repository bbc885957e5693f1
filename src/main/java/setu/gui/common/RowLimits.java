package setu.gui.common;

/**
 * How many rows of two spaces are read at most, the most frequent first; {@link Integer#MAX_VALUE}
 * for all.
 */
public record RowLimits(int source, int target) {
  /** Every row of both. */
  public static final RowLimits ALL = new RowLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);

  /** The limit of one side. */
  public int of(Side side) {
    return side == Side.SOURCE ? source : target;
  }
}
