package setu.core.neighbor;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.PackedRows;
import setu.core.math.QuantizedRows;
import setu.core.math.VectorKernel;

/**
 * A base to be searched again and again, from any thread: the rows it was made from, which must not
 * change, and the forms of them that engines ask for, each made once.
 *
 * <p>Made by {@link NeighborSearch#prepare}.
 */
public final class PreparedBase {
  private final Forms forms;
  private final float @Nullable [] bias;

  /** What a base and its biased twins share. */
  private static final class Forms {
    final FloatMatrix rows;
    final VectorKernel kernel;
    final int threads;
    @Nullable PackedRows packed;
    @Nullable QuantizedRows quantized;

    Forms(FloatMatrix rows, VectorKernel kernel, int threads) {
      this.rows = rows;
      this.kernel = kernel;
      this.threads = threads;
    }

    synchronized boolean isQuantized() {
      return quantized != null;
    }

    synchronized PackedRows packed() {
      PackedRows made = packed;
      if (made == null) {
        made = PackedRows.pack(rows, kernel, threads);
        packed = made;
      }
      return made;
    }

    synchronized QuantizedRows quantized() {
      QuantizedRows made = quantized;
      if (made == null) {
        made =
            QuantizedRows.of(
                rows, QuantizedRows.Layout.RIGHT, FilteredSearch.ROWS_AT_ONCE, threads);
        quantized = made;
      }
      return made;
    }
  }

  /** Forms are made for {@code kernel}, on {@code threads} threads, when first asked for. */
  PreparedBase(FloatMatrix rows, VectorKernel kernel, int threads) {
    this(new Forms(rows, kernel, threads), null);
  }

  private PreparedBase(Forms forms, float @Nullable [] bias) {
    this.forms = forms;
    this.bias = bias;
  }

  /** The same base with {@code bias[j]} added to every score of row j. Cheap: nothing is copied. */
  public PreparedBase withBias(float[] bias) {
    int m = forms.rows.rows();
    if (bias.length != m) {
      throw new IllegalArgumentException(bias.length + " values for " + forms.rows);
    }
    int width = forms.kernel.panelWidth();
    return new PreparedBase(forms, Arrays.copyOf(bias, Math.ceilDiv(m, width) * width));
  }

  /** The rows it was made from, m × d. */
  public FloatMatrix rows() {
    return forms.rows;
  }

  /** m. */
  public int size() {
    return forms.rows.rows();
  }

  /** The rows packed for the kernel of the engine that made this. */
  public PackedRows packed() {
    return forms.packed();
  }

  /** The rows as 8-bit integers, for the filter. */
  QuantizedRows quantized() {
    return forms.quantized();
  }

  /** Whether {@link #quantized} was asked for before. */
  boolean isQuantized() {
    return forms.isQuantized();
  }

  /** One value per row, padded to whole panels, or null. */
  float @Nullable [] bias() {
    return bias;
  }
}
