package setu.core.math;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seeded matrices for tests. */
public final class RandomMatrices {
  private RandomMatrices() {}

  /** The generator of a seed. */
  public static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Gaussian entries, n × d. */
  public static FloatMatrix gaussian(int n, int d, long seed) {
    RandomGenerator random = generator(seed);
    FloatMatrix matrix = FloatMatrix.zeros(n, d);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        matrix.set(i, j, (float) random.nextGaussian());
      }
    }
    return matrix;
  }

  /** Rows of unit length, n × d. */
  public static FloatMatrix unit(int n, int d, long seed) {
    FloatMatrix matrix = gaussian(n, d, seed);
    for (int i = 0; i < n; i++) {
      double square = 0;
      for (int j = 0; j < d; j++) {
        square += (double) matrix.get(i, j) * matrix.get(i, j);
      }
      for (int j = 0; j < d; j++) {
        matrix.set(i, j, (float) (matrix.get(i, j) / Math.sqrt(square)));
      }
    }
    return matrix;
  }

  /** Gaussian entries in double, r × c. */
  public static DoubleMatrix gaussianDouble(int r, int c, long seed) {
    RandomGenerator random = generator(seed);
    DoubleMatrix matrix = DoubleMatrix.zeros(r, c);
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < c; j++) {
        matrix.set(i, j, random.nextGaussian());
      }
    }
    return matrix;
  }
}
