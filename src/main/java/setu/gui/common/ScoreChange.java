package setu.gui.common;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.QueryOutcome;

/**
 * What an edit did to one score: precision at 1 before and after, and the queries behind it.
 *
 * @param before precision at 1 before the edit, per cent over covered; NaN when there was none
 * @param gained queries answered rightly now and not before
 * @param lost queries answered rightly before and not now
 */
public record ScoreChange(
    TranslationScore score,
    boolean exact,
    double before,
    List<QueryOutcome> gained,
    List<QueryOutcome> lost) {
  /** The change of one direction and retrieval from an answer to the next. */
  public static ScoreChange between(
      LiveLoop.@Nullable Answer previous,
      LiveLoop.Answer answer,
      TranslationScore.Direction direction,
      String retrieval) {
    TranslationScore after = answer.score(direction, retrieval);
    boolean exact = answer.exact() || retrieval.equals("nn");
    if (previous == null) {
      return new ScoreChange(after, exact, Double.NaN, List.of(), List.of());
    }
    TranslationScore before = previous.score(direction, retrieval);
    return new ScoreChange(
        after,
        exact,
        before.precision().at1(),
        only(after.queries(), before.queries()),
        only(before.queries(), after.queries()));
  }

  private static List<QueryOutcome> only(List<QueryOutcome> right, List<QueryOutcome> other) {
    Set<String> known = new HashSet<>();
    for (QueryOutcome outcome : other) {
      if (outcome.correct()) {
        known.add(outcome.query());
      }
    }
    List<QueryOutcome> found = new ArrayList<>();
    for (QueryOutcome outcome : right) {
      if (outcome.correct() && !known.contains(outcome.query())) {
        found.add(outcome);
      }
    }
    return found;
  }

  /** Precision at 1 now, per cent over covered queries. */
  public double after() {
    return score.precision().at1();
  }

  /** Points gained or lost; NaN when there was nothing before. */
  public double delta() {
    return after() - before;
  }
}
