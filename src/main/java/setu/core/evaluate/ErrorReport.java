package setu.core.evaluate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.evaluate.TranslationScore.QueryOutcome;

/**
 * The queries behind a score, each with its kind of error, and the score if stems counted.
 *
 * @param cases in test-dictionary order
 * @param strict hits at 1, 5, 10 over the covered queries, per cent
 * @param soft the same where a form with a gold word's stem counts as a hit
 * @param softSourceCovered soft hits over queries whose word is known, gold known or not, per cent
 */
public record ErrorReport(
    List<Case> cases, Precision strict, Precision soft, Precision softSourceCovered) {
  /**
   * One query.
   *
   * @param softRank place of the first candidate that is a gold word or shares the stem of one,
   *     from 1; 0 where none of the first ten does
   * @param occurrences N_k of the first candidate; 0 without one
   */
  public record Case(QueryOutcome outcome, ErrorKind kind, int softRank, int occurrences) {}

  /** Copies the list. */
  public ErrorReport {
    cases = List.copyOf(cases);
  }

  /** How many queries of each kind there are; every kind is there. */
  public Map<ErrorKind, Integer> counts() {
    Map<ErrorKind, Integer> counts = new EnumMap<>(ErrorKind.class);
    for (ErrorKind kind : ErrorKind.values()) {
      counts.put(kind, 0);
    }
    cases.forEach(c -> counts.merge(c.kind(), 1, Integer::sum));
    return counts;
  }

  /** The queries of one kind. */
  public List<Case> of(ErrorKind kind) {
    return cases.stream().filter(c -> c.kind() == kind).toList();
  }
}
