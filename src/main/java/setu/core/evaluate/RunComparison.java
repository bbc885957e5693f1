package setu.core.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import setu.core.evaluate.TranslationScore.QueryOutcome;

/**
 * Two scores query by query, over the queries that both cover.
 *
 * @param gained right in the second only
 * @param lost right in the first only
 * @param both right in both
 * @param neither wrong in both
 * @param test McNemar's exact test of gained against lost
 */
public record RunComparison(
    List<String> gained, List<String> lost, List<String> both, List<String> neither, McNemar test) {
  /** Compares first candidates; queries in the order of the second's test dictionary. */
  public static RunComparison between(TranslationScore first, TranslationScore second) {
    Map<String, Boolean> before = new HashMap<>();
    for (QueryOutcome outcome : first.queries()) {
      if (outcome.rank() > 0) {
        before.put(outcome.query(), outcome.correct());
      }
    }
    List<String> gained = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    List<String> both = new ArrayList<>();
    List<String> neither = new ArrayList<>();
    for (QueryOutcome outcome : second.queries()) {
      Boolean was = outcome.rank() > 0 ? before.get(outcome.query()) : null;
      if (was != null) {
        List<String> list = outcome.correct() ? (was ? both : gained) : (was ? lost : neither);
        list.add(outcome.query());
      }
    }
    return new RunComparison(
        List.copyOf(gained),
        List.copyOf(lost),
        List.copyOf(both),
        List.copyOf(neither),
        McNemar.between(first, second));
  }
}
