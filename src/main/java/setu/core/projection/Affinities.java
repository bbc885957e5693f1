package setu.core.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import setu.core.neighbor.NeighborGraph;

/**
 * The joint probabilities of t-SNE (van der Maaten and Hinton 2008, section 2) over nearest
 * neighbours only (van der Maaten 2014, section 4.1): sparse, symmetric, summing to 1.
 */
final class Affinities {
  private static final int MOST_HALVINGS = 100;
  private static final double TOLERANCE = 1e-5;

  private final int[] start;
  private final int[] column;
  private final float[] value;

  private Affinities(int[] start, int[] column, float[] value) {
    this.start = start;
    this.column = column;
    this.value = value;
  }

  int points() {
    return start.length - 1;
  }

  /** First entry of a point; its last stands before the first of the next. */
  int start(int point) {
    return start[point];
  }

  int column(int entry) {
    return column[entry];
  }

  float value(int entry) {
    return value[entry];
  }

  /**
   * The affinities of cosine neighbours.
   *
   * @param perplexity above 1 and below the number of neighbours
   */
  static Affinities of(NeighborGraph neighbors, double perplexity) {
    int n = neighbors.rows();
    int k = neighbors.k();
    double[][] conditional = new double[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(i -> conditional[i] = conditional(neighbors, i, perplexity));
    int[] start = new int[n + 1];
    for (int i = 0; i < n; i++) {
      start[i + 1] += k;
      for (int rank = 0; rank < k; rank++) {
        start[neighbors.index(i, rank) + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] column = new int[start[n]];
    float[] value = new float[start[n]];
    int[] next = Arrays.copyOf(start, n);
    for (int i = 0; i < n; i++) {
      for (int rank = 0; rank < k; rank++) {
        int j = neighbors.index(i, rank);
        // An entry of each direction; where both are neighbours the two entries add up.
        float half = (float) (conditional[i][rank] / (2.0 * n));
        column[next[i]] = j;
        value[next[i]++] = half;
        column[next[j]] = i;
        value[next[j]++] = half;
      }
    }
    return new Affinities(start, column, value);
  }

  /** p(j | i) with the Gaussian's width such that its entropy is that of the perplexity. */
  private static double[] conditional(NeighborGraph neighbors, int i, double perplexity) {
    int k = neighbors.k();
    double[] squared = new double[k];
    for (int rank = 0; rank < k; rank++) {
      // Between unit vectors the squared distance is 2 − 2·cos; the nearest is taken as zero.
      squared[rank] = 2.0 * (neighbors.similarity(i, 0) - neighbors.similarity(i, rank));
    }
    double target = Math.log(perplexity);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double beta = 1;
    double[] p = new double[k];
    for (int step = 0; step < MOST_HALVINGS; step++) {
      double sum = 0;
      double weighted = 0;
      for (int rank = 0; rank < k; rank++) {
        p[rank] = Math.exp(-beta * squared[rank]);
        sum += p[rank];
        weighted += squared[rank] * p[rank];
      }
      double entropy = Math.log(sum) + beta * weighted / sum;
      for (int rank = 0; rank < k; rank++) {
        p[rank] /= sum;
      }
      if (Math.abs(entropy - target) < TOLERANCE) {
        break;
      }
      if (entropy > target) {
        low = beta;
      } else {
        high = beta;
      }
      beta = high == Double.POSITIVE_INFINITY ? 2 * beta : (low + high) / 2;
    }
    return p;
  }
}
