package setu.gui.common;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.LiveLoop;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.QueryOutcome;

/**
 * What an edit did to one score: precision at 1 before and after, and the queries behind it.
 *
 * @param before precision at 1 before the edit, per cent over covered; NaN when there was none
 * @param gained queries answered rightly now and not before, as they are answered now
 * @param lost queries answered rightly before and not now, as they are answered now
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
    Set<String> rightBefore = right(before.queries());
    return new ScoreChange(
        after,
        exact,
        before.precision().at1(),
        after.queries().stream()
            .filter(o -> o.correct() && !rightBefore.contains(o.query()))
            .toList(),
        after.queries().stream()
            .filter(o -> !o.correct() && rightBefore.contains(o.query()))
            .toList());
  }

  private static Set<String> right(List<QueryOutcome> outcomes) {
    return outcomes.stream()
        .filter(QueryOutcome::correct)
        .map(QueryOutcome::query)
        .collect(Collectors.toSet());
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
