package setu.core.projection;

import java.util.stream.IntStream;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;

/** Where a principal component analysis puts any point of the space it was fitted in. */
public final class PrincipalAxes {
  private static final int BLOCK = 512;

  private final double[] mean;
  private final LeadingEigenpairs pairs;
  private final double totalVariance;

  PrincipalAxes(double[] mean, LeadingEigenpairs pairs, double totalVariance) {
    this.mean = mean;
    this.pairs = pairs;
    this.totalVariance = totalVariance;
  }

  /** How many axes there are. */
  public int count() {
    return pairs.count();
  }

  /** d, the dimensions of the space. */
  public int dimensions() {
    return mean.length;
  }

  /** The share of all variance along an axis, 0 to 1. */
  public double explainedVariance(int axis) {
    return totalVariance == 0 ? 0 : pairs.value(axis) / totalVariance;
  }

  /** The loading of a dimension on an axis; each axis has its largest loading positive. */
  public double loading(int axis, int dimension) {
    return pairs.vector(axis)[dimension];
  }

  /** The coordinates of {@code vectors} (n × d): n × {@link #count}. */
  public FloatMatrix transform(FloatMatrix vectors, Cancellation cancellation) {
    if (vectors.columns() != mean.length) {
      throw new IllegalArgumentException(vectors + " in a space of " + mean.length);
    }
    FloatMatrix coordinates = FloatMatrix.zeros(vectors.rows(), count());
    int blocks = Math.ceilDiv(vectors.rows(), BLOCK);
    IntStream.range(0, blocks)
        .parallel()
        .forEach(
            block -> {
              cancellation.check();
              int to = (int) Math.min((long) (block + 1) * BLOCK, vectors.rows());
              transform(vectors, block * BLOCK, to, coordinates);
            });
    return coordinates;
  }

  private void transform(FloatMatrix vectors, int from, int to, FloatMatrix into) {
    float[] row = new float[mean.length];
    float[] point = new float[count()];
    for (int i = from; i < to; i++) {
      vectors.getRow(i, row);
      for (int axis = 0; axis < point.length; axis++) {
        double[] direction = pairs.vector(axis);
        double even = 0;
        double odd = 0;
        int j = 0;
        for (; j + 1 < row.length; j += 2) {
          even += (row[j] - mean[j]) * direction[j];
          odd += (row[j + 1] - mean[j + 1]) * direction[j + 1];
        }
        if (j < row.length) {
          even += (row[j] - mean[j]) * direction[j];
        }
        point[axis] = (float) (even + odd);
      }
      into.setRow(i, point);
    }
  }
}
