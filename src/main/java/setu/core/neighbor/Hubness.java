package setu.core.neighbor;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How unevenly candidates are found (Radovanović et al. 2010): the k-occurrence N_k(j) is the
 * number of queries that have candidate j among their k best.
 */
public final class Hubness {
  /**
   * A candidate that many queries find.
   *
   * @param row its row in the base
   * @param occurrences N_k
   * @param queries those that find it, ascending
   */
  public record Hub(int row, int occurrences, List<Integer> queries) {}

  private final Neighbors neighbors;
  private final int[] occurrences;

  /** The hubness of what was found in a base of {@code size} rows. */
  public Hubness(Neighbors neighbors, int size) {
    this.neighbors = neighbors;
    occurrences = new int[size];
    for (int i = 0; i < neighbors.queries(); i++) {
      for (int j : neighbors.indices(i)) {
        if (j >= 0) {
          occurrences[j]++;
        }
      }
    }
  }

  /** N_k of a base row. */
  public int occurrences(int row) {
    return occurrences[row];
  }

  /** The mean of N_k: found candidates over base rows; 0 without rows. */
  public double mean() {
    return IntStream.of(occurrences).average().orElse(0);
  }

  /** The standard deviation of N_k over the base. */
  public double standardDeviation() {
    double mean = mean();
    return Math.sqrt(
        IntStream.of(occurrences).mapToDouble(c -> (c - mean) * (c - mean)).average().orElse(0));
  }

  /** The skewness of N_k over the base: 0 is even, large is a few hubs; 0 where N_k is constant. */
  public double skewness() {
    double mean = mean();
    double square = 0;
    double cube = 0;
    for (int count : occurrences) {
      double off = count - mean;
      square += off * off;
      cube += off * off * off;
    }
    int m = occurrences.length;
    return square == 0 ? 0 : cube / m / Math.pow(square / m, 1.5);
  }

  /** The share of base rows that no query finds, 0 to 1. */
  public double orphanShare() {
    long orphans = IntStream.of(occurrences).filter(count -> count == 0).count();
    return occurrences.length == 0 ? 0 : (double) orphans / occurrences.length;
  }

  /** The {@code limit} biggest hubs, biggest first, with the queries they take. */
  public List<Hub> hubs(int limit) {
    return IntStream.range(0, occurrences.length)
        .boxed()
        .filter(j -> occurrences[j] > 0)
        .sorted(Comparator.comparingInt(j -> -occurrences[j]))
        .limit(limit)
        .map(j -> new Hub(j, occurrences[j], queries(j)))
        .toList();
  }

  private List<Integer> queries(int row) {
    return IntStream.range(0, neighbors.queries())
        .filter(i -> IntStream.of(neighbors.indices(i)).anyMatch(j -> j == row))
        .boxed()
        .toList();
  }
}
