package setu.core.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import setu.core.evaluate.TranslationScore.QueryOutcome;

/**
 * McNemar's exact test between two runs on the same covered queries.
 *
 * @param gained queries right in the second run only
 * @param lost queries right in the first run only
 * @param p two-sided probability of so uneven a split were both runs equally good, 0 to 1
 */
public record McNemar(int gained, int lost, double p) {
  /** Compares first candidates; queries that only one run covers are left out. */
  public static McNemar between(TranslationScore first, TranslationScore second) {
    Map<String, Boolean> before = new HashMap<>();
    for (QueryOutcome outcome : first.queries()) {
      if (outcome.rank() > 0) {
        before.put(outcome.query(), outcome.correct());
      }
    }
    int gained = 0;
    int lost = 0;
    for (QueryOutcome outcome : second.queries()) {
      Boolean was = outcome.rank() > 0 ? before.get(outcome.query()) : null;
      if (was != null && was != outcome.correct()) {
        gained += outcome.correct() ? 1 : 0;
        lost += was ? 1 : 0;
      }
    }
    return new McNemar(gained, lost, probability(gained, lost));
  }

  /** Twice the tail of a fair coin: {@code min(1, 2·P(at most min of n))}. */
  static double probability(int gained, int lost) {
    int n = gained + lost;
    double logChoose = 0;
    double tail = 0;
    for (int i = 0; i <= Math.min(gained, lost); i++) {
      tail += Math.exp(logChoose - n * Math.log(2));
      logChoose += Math.log(n - i) - Math.log(i + 1.0);
    }
    return Math.min(1, 2 * tail);
  }

  /** The words gained and lost between two runs, in test-dictionary order. */
  static List<String> onlyIn(TranslationScore right, TranslationScore other) {
    Map<String, Boolean> known = new HashMap<>();
    other.queries().forEach(outcome -> known.put(outcome.query(), outcome.correct()));
    return right.queries().stream()
        .filter(outcome -> outcome.correct() && !known.getOrDefault(outcome.query(), false))
        .map(QueryOutcome::query)
        .toList();
  }
}
