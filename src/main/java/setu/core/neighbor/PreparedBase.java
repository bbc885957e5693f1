package setu.core.neighbor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;

/**
 * A base made ready for one engine, to be searched again and again, from any thread.
 *
 * <p>Made by {@link NeighborSearch#prepare}; it keeps the rows it was made from, which must not
 * change.
 */
public final class PreparedBase {
  private final FloatMatrix rows;
  private final @Nullable PackedRows packed;
  private final float @Nullable [] bias;

  PreparedBase(FloatMatrix rows, @Nullable PackedRows packed) {
    this(rows, packed, null);
  }

  private PreparedBase(FloatMatrix rows, @Nullable PackedRows packed, float @Nullable [] bias) {
    this.rows = rows;
    this.packed = packed;
    this.bias = bias;
  }

  /** The same base with {@code bias[j]} added to every score of row j. Cheap: nothing is copied. */
  public PreparedBase withBias(float[] bias) {
    if (bias.length != rows.rows()) {
      throw new IllegalArgumentException(bias.length + " values for " + rows);
    }
    int padded = packed == null ? bias.length : packed.paddedRows();
    return new PreparedBase(rows, packed, Arrays.copyOf(bias, padded));
  }

  /** The rows it was made from, m × d. */
  public FloatMatrix rows() {
    return rows;
  }

  /** m. */
  public int size() {
    return rows.rows();
  }

  /** The rows packed for the kernel, or null where the engine packs them another way. */
  public @Nullable PackedRows packed() {
    return packed;
  }

  /** One value per row, padded to whole panels, or null. */
  float @Nullable [] bias() {
    return bias;
  }
}
