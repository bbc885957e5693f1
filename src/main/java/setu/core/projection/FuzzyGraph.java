package setu.core.projection;

import java.util.Arrays;
import java.util.stream.IntStream;
import setu.core.neighbor.NeighborGraph;

/**
 * UMAP's weighted graph of neighbours (McInnes, Healy and Melville 2018, sections 3.1 and 4.1): how
 * surely two points belong together.
 *
 * <p>Every edge stands once, from the lower to the higher point, ordered by both.
 */
final class FuzzyGraph {
  private static final int MOST_HALVINGS = 64;
  private static final double TOLERANCE = 1e-5;
  private static final double LEAST_SCALE = 1e-3;

  private final int points;
  private final int[] from;
  private final int[] to;
  private final float[] weight;

  private FuzzyGraph(int points, int[] from, int[] to, float[] weight) {
    this.points = points;
    this.from = from;
    this.to = to;
    this.weight = weight;
  }

  int points() {
    return points;
  }

  int edges() {
    return from.length;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  /** In (0, 1]. */
  float weight(int edge) {
    return weight[edge];
  }

  /** The graph of cosine neighbours. */
  static FuzzyGraph of(NeighborGraph neighbors) {
    int n = neighbors.rows();
    int k = neighbors.k();
    double[][] strength = new double[n][];
    double mean = meanDistance(neighbors);
    IntStream.range(0, n).parallel().forEach(i -> strength[i] = strengths(neighbors, i, mean));
    long[] keys = new long[Math.multiplyExact(n, k)];
    int count = 0;
    for (int i = 0; i < n; i++) {
      for (int rank = 0; rank < k && neighbors.index(i, rank) >= 0; rank++) {
        int j = neighbors.index(i, rank);
        keys[count++] = ((long) Math.min(i, j) << 32) | Math.max(i, j);
      }
    }
    long[] pairs = Arrays.stream(keys, 0, count).sorted().distinct().toArray();
    return weigh(neighbors, strength, pairs);
  }

  /** a + b − ab of the two directions: the probability that at least one of them is there. */
  private static FuzzyGraph weigh(NeighborGraph neighbors, double[][] strength, long[] pairs) {
    int[] from = new int[pairs.length];
    int[] to = new int[pairs.length];
    float[] weight = new float[pairs.length];
    int kept = 0;
    for (long pair : pairs) {
      int i = (int) (pair >>> 32);
      int j = (int) pair;
      double there = strengthOf(neighbors, strength, i, j);
      double back = strengthOf(neighbors, strength, j, i);
      float both = (float) (there + back - there * back);
      if (both > 0) {
        from[kept] = i;
        to[kept] = j;
        weight[kept++] = both;
      }
    }
    return new FuzzyGraph(
        neighbors.rows(),
        Arrays.copyOf(from, kept),
        Arrays.copyOf(to, kept),
        Arrays.copyOf(weight, kept));
  }

  private static double strengthOf(NeighborGraph neighbors, double[][] strength, int i, int j) {
    for (int rank = 0; rank < strength[i].length; rank++) {
      if (neighbors.index(i, rank) == j) {
        return strength[i][rank];
      }
    }
    return 0;
  }

  private static double meanDistance(NeighborGraph neighbors) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < neighbors.rows(); i++) {
      for (int rank = 0; rank < neighbors.k() && neighbors.index(i, rank) >= 0; rank++) {
        sum += distance(neighbors, i, rank);
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  private static double distance(NeighborGraph neighbors, int i, int rank) {
    return neighbors.distance(i, rank);
  }

  /**
   * exp(−(d − ρ) / σ), ρ the distance of the nearest other place, σ such that they sum to log₂ k.
   */
  private static double[] strengths(NeighborGraph neighbors, int i, double meanOfAll) {
    int k = 0;
    while (k < neighbors.k() && neighbors.index(i, k) >= 0) {
      k++;
    }
    double[] distance = new double[k];
    double rho = 0;
    double mean = 0;
    for (int rank = 0; rank < k; rank++) {
      distance[rank] = distance(neighbors, i, rank);
      mean += distance[rank] / k;
      if (rho == 0) {
        rho = distance[rank];
      }
    }
    double least = LEAST_SCALE * (rho > 0 ? mean : meanOfAll);
    double sigma = Math.max(scale(distance, rho), least);
    double[] strength = new double[k];
    for (int rank = 0; rank < k; rank++) {
      double beyond = distance[rank] - rho;
      strength[rank] = beyond <= 0 || sigma == 0 ? 1 : Math.exp(-beyond / sigma);
    }
    return strength;
  }

  private static double scale(double[] distance, double rho) {
    double target = Math.log(distance.length + 1.0) / Math.log(2);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    double sigma = 1;
    for (int step = 0; step < MOST_HALVINGS; step++) {
      double sum = 0;
      for (double d : distance) {
        sum += d <= rho ? 1 : Math.exp(-(d - rho) / sigma);
      }
      if (Math.abs(sum - target) < TOLERANCE) {
        break;
      }
      if (sum > target) {
        high = sigma;
      } else {
        low = sigma;
      }
      sigma = high == Double.POSITIVE_INFINITY ? 2 * sigma : (low + high) / 2;
    }
    return sigma;
  }
}
