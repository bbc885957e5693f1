package setu.core.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import setu.core.math.FloatMatrix;

/**
 * An ordered list of steps that prepare vectors for alignment, such as {@code unit,center,unit}.
 *
 * @param steps applied first to last
 */
public record Normalization(List<Step> steps) {
  /** Rows to unit length: the default. */
  public static final Normalization UNIT = new Normalization(List.of(Step.UNIT));

  private static final double SHORTEST = 1e-12;

  /** What rounding to floats may make of a squared length of 1. */
  private static final double ROUNDING = 1e-6;

  /** Rows summed by one task; fixed, so that sums do not depend on the number of processors. */
  private static final int BLOCK = 1024;

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
    List<Step> steps = new ArrayList<>();
    if (!names.strip().equalsIgnoreCase("none")) {
      for (String name : names.split(",", -1)) {
        steps.add(Step.valueOf(name.strip().toUpperCase(Locale.ROOT)));
      }
    }
    return new Normalization(steps);
  }

  /** The names as {@link #parse} reads them. */
  @Override
  public String toString() {
    return steps.isEmpty()
        ? "none"
        : String.join(",", steps.stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList());
  }

  /** A normalised copy of {@code vectors}, n × d. */
  public FloatMatrix apply(FloatMatrix vectors) {
    FloatMatrix copy = vectors.copy();
    applyInPlace(copy);
    return copy;
  }

  /**
   * Rows of unit length: {@code vectors} themselves where every row is, but for rounding; else a
   * normalised copy. Not to be written.
   */
  public static FloatMatrix unitRows(FloatMatrix vectors) {
    return IntStream.range(0, blocks(vectors)).parallel().allMatch(b -> unitBlock(vectors, b))
        ? vectors
        : UNIT.apply(vectors);
  }

  private static boolean unitBlock(FloatMatrix vectors, int block) {
    float[] values = new float[vectors.columns()];
    for (int row = block * BLOCK; row < end(vectors, block); row++) {
      vectors.getRow(row, values);
      double squares = squares(values);
      if (Math.abs(squares - 1) > ROUNDING && squares >= SHORTEST * SHORTEST) {
        return false;
      }
    }
    return true;
  }

  /** Normalises {@code vectors}, n × d, themselves: for those who own them alone. */
  public void applyInPlace(FloatMatrix vectors) {
    for (Step step : steps) {
      switch (step) {
        case UNIT -> unit(vectors);
        case CENTER -> center(vectors);
      }
    }
  }

  private static void unit(FloatMatrix vectors) {
    inBlocks(vectors, Normalization::scaleToUnit);
  }

  /** One row to unit length, as by {@link Step#UNIT}. */
  public static void scaleToUnit(float[] values) {
    double length = Math.sqrt(squares(values));
    if (length >= SHORTEST) {
      for (int j = 0; j < values.length; j++) {
        values[j] = (float) (values[j] / length);
      }
    }
  }

  private static double squares(float[] values) {
    double squares = 0;
    for (float value : values) {
      squares += (double) value * value;
    }
    return squares;
  }

  private static void center(FloatMatrix vectors) {
    if (vectors.rows() == 0) {
      return;
    }
    double[] mean = sum(vectors);
    for (int j = 0; j < mean.length; j++) {
      mean[j] /= vectors.rows();
    }
    inBlocks(
        vectors,
        values -> {
          for (int j = 0; j < values.length; j++) {
            values[j] = (float) (values[j] - mean[j]);
          }
        });
  }

  private static double[] sum(FloatMatrix vectors) {
    double[] total = new double[vectors.columns()];
    IntStream.range(0, blocks(vectors))
        .parallel()
        .mapToObj(block -> sumOfBlock(vectors, block))
        .forEachOrdered(
            part -> {
              for (int j = 0; j < total.length; j++) {
                total[j] += part[j];
              }
            });
    return total;
  }

  private static double[] sumOfBlock(FloatMatrix vectors, int block) {
    double[] sum = new double[vectors.columns()];
    float[] values = new float[vectors.columns()];
    for (int row = block * BLOCK; row < end(vectors, block); row++) {
      vectors.getRow(row, values);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += values[j];
      }
    }
    return sum;
  }

  /** Changes a row's values in place. */
  private interface RowChange {
    void change(float[] values);
  }

  private static void inBlocks(FloatMatrix vectors, RowChange change) {
    IntStream.range(0, blocks(vectors))
        .parallel()
        .forEach(
            block -> {
              float[] values = new float[vectors.columns()];
              for (int row = block * BLOCK; row < end(vectors, block); row++) {
                vectors.getRow(row, values);
                change.change(values);
                vectors.setRow(row, values);
              }
            });
  }

  private static int blocks(FloatMatrix vectors) {
    return Math.ceilDiv(vectors.rows(), BLOCK);
  }

  private static int end(FloatMatrix vectors, int block) {
    return (int) Math.min(vectors.rows(), (block + 1L) * BLOCK);
  }
}
