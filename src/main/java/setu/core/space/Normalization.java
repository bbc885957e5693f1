package setu.core.space;

import java.util.List;
import setu.core.math.FloatMatrix;

/**
 * An ordered list of steps that prepare vectors for alignment, such as {@code unit,center,unit}.
 *
 * @param steps applied first to last
 */
public record Normalization(List<Step> steps) {
  /** Rows to unit length: the default. */
  public static final Normalization UNIT = new Normalization(List.of(Step.UNIT));

  /** One step. */
  public enum Step {
    /** Every row to Euclidean length 1; a row shorter than 1e-12 stays. */
    UNIT,
    /** The mean row is subtracted. */
    CENTER
  }

  /** Copies the list. */
  public Normalization {
    steps = List.copyOf(steps);
  }

  /**
   * Reads names joined by commas; {@code none} is the empty list.
   *
   * @throws IllegalArgumentException for an unknown name
   */
  public static Normalization parse(String names) {
    throw new UnsupportedOperationException("not yet");
  }

  /** A normalised copy of {@code vectors}, n × d. */
  public FloatMatrix apply(FloatMatrix vectors) {
    throw new UnsupportedOperationException("not yet");
  }
}
