package setu.core.evaluate;

import java.util.List;

/**
 * Word translation precision of one direction and one retrieval criterion.
 *
 * @param retrieval {@code nn}, {@code csls} or {@code isf}
 * @param counts how many queries there are
 * @param precision hits at 1, 5, 10 over the covered queries, as in MUSE and VecMap
 * @param precisionSourceCovered the same hits over queries whose source word is known
 * @param precisionAll the same hits over every query
 * @param meanReciprocalRank over the covered queries, 0 to 1
 * @param interval95 bootstrap interval of precision at 1 over the covered queries, per cent
 * @param queries every query with its outcome, in test-dictionary order
 */
public record TranslationScore(
    Direction direction,
    String retrieval,
    Counts counts,
    Precision precision,
    Precision precisionSourceCovered,
    Precision precisionAll,
    double meanReciprocalRank,
    Interval interval95,
    List<QueryOutcome> queries) {
  /** Which way words are translated. */
  public enum Direction {
    /** Source to target. */
    FORWARD,
    /** Target to source. */
    BACKWARD
  }

  /**
   * Denominators.
   *
   * @param all distinct source words of the test dictionary
   * @param sourceCovered those with the source word in vocabulary
   * @param covered those with a gold word in vocabulary besides
   */
  public record Counts(int all, int sourceCovered, int covered) {
    /** Covered over all, 0 to 1. */
    public double coverage() {
      return all == 0 ? 0 : (double) covered / all;
    }
  }

  /** Hits among the first 1, 5 and 10 candidates, per cent. */
  public record Precision(double at1, double at5, double at10) {}

  /** An interval, per cent. */
  public record Interval(double low, double high) {}

  /**
   * One query and what was found.
   *
   * @param query the query word
   * @param gold its translations in the test dictionary, out-of-vocabulary ones included
   * @param rank of the best gold word, from 1; 0 when the query is not covered
   * @param candidates the first ten candidates, best first; empty when the query word is unknown
   */
  public record QueryOutcome(
      String query, List<String> gold, int rank, List<Candidate> candidates) {
    /** Whether the first candidate is a gold word. */
    public boolean correct() {
      return rank == 1;
    }
  }

  /** A candidate and its score under the retrieval criterion. */
  public record Candidate(String word, double score) {}
}
