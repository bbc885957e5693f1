package setu.core.neighbor;

import java.util.Arrays;

/**
 * The k best candidates of each of n queries, best first; equal scores keep the lower index first.
 *
 * <p>Where fewer than k candidates exist, indices end in −1 and scores in NaN.
 */
public final class Neighbors {
  private final int k;
  private final int[] indices;
  private final float[] scores;

  /** Takes the arrays as they are: n · k entries, row-major. */
  public Neighbors(int k, int[] indices, float[] scores) {
    if (indices.length != scores.length
        || (k == 0 ? indices.length != 0 : indices.length % k != 0)) {
      throw new IllegalArgumentException(
          indices.length + " indices, " + scores.length + " scores, k = " + k);
    }
    this.k = k;
    this.indices = indices;
    this.scores = scores;
  }

  /** k. */
  public int k() {
    return k;
  }

  /** n, the number of queries. */
  public int queries() {
    return k == 0 ? 0 : indices.length / k;
  }

  /** The candidate at {@code rank} (from 0) of a query, or −1. */
  public int index(int query, int rank) {
    return indices[query * k + rank];
  }

  /** The score at {@code rank} (from 0) of a query. */
  public float score(int query, int rank) {
    return scores[query * k + rank];
  }

  /** A copy of a query's candidates. */
  public int[] indices(int query) {
    return Arrays.copyOfRange(indices, query * k, (query + 1) * k);
  }

  /** The same, with the lists of {@code some} queries taken from {@code found}. */
  Neighbors with(int[] some, Neighbors found) {
    int[] newIndices = indices.clone();
    float[] newScores = scores.clone();
    for (int i = 0; i < some.length; i++) {
      System.arraycopy(found.indices, i * k, newIndices, some[i] * k, k);
      System.arraycopy(found.scores, i * k, newScores, some[i] * k, k);
    }
    return new Neighbors(k, newIndices, newScores);
  }

  /** The same candidates with other scores, which have to keep the order. */
  Neighbors rescored(Rescoring rescoring) {
    float[] rescored = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      rescored[i] = indices[i] < 0 ? Float.NaN : rescoring.score(i / k, scores[i]);
    }
    return new Neighbors(k, indices, rescored);
  }

  /** A new score for an old one. */
  interface Rescoring {
    float score(int query, float score);
  }

  /** Mean score of a query's first {@code count} candidates: r(·) of CSLS. NaN when it has none. */
  public double meanScore(int query, int count) {
    double sum = 0;
    int used = 0;
    for (int rank = 0; rank < Math.min(count, k) && index(query, rank) >= 0; rank++) {
      sum += score(query, rank);
      used++;
    }
    return used == 0 ? Double.NaN : sum / used;
  }
}
