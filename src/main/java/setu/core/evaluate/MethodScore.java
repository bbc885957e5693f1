package setu.core.evaluate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.align.AlignmentRun;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.fault.Fault;

/**
 * One method of a benchmark as it ran: a score per retrieval and direction.
 *
 * @param method the method's name on the command line, or {@link ShuffledDictionary#NAME}
 * @param scores forward with each criterion, then backward; empty where it failed
 * @param alignSeconds wall time of solving the mapping
 * @param evaluateSeconds wall time of r(·) and ranking, all scores together
 * @param convergence what the method itself says for or against its mapping; null where nothing
 * @param fault why it failed; null unless the outcome is {@link Outcome#FAILED}
 */
public record MethodScore(
    String method,
    Outcome outcome,
    List<TranslationScore> scores,
    double alignSeconds,
    double evaluateSeconds,
    AlignmentRun.@Nullable Convergence convergence,
    @Nullable Fault fault) {
  /** How a method ended. */
  public enum Outcome {
    /** It ran to its end. */
    DONE,
    /** It is there to be beaten: no mapping, or one solved on a shuffled dictionary. */
    BASELINE,
    /** It ended, but what it found does not translate: its figures are no result. */
    NOT_USEFUL,
    /** It was stopped: the figures are those of its best mapping so far. */
    INCOMPLETE,
    /** The data do not allow it. */
    FAILED
  }

  /** Below this P@10 in every score, per cent, a mapping counts as not useful. */
  public static final double USEFUL = 1.0;

  /** Copies the list. */
  public MethodScore {
    scores = List.copyOf(scores);
  }

  /** The score of a direction and retrieval label; null where it was not measured. */
  public @Nullable TranslationScore score(Direction direction, String retrieval) {
    return scores.stream()
        .filter(s -> s.direction() == direction && s.retrieval().equals(retrieval))
        .findFirst()
        .orElse(null);
  }

  /** The greatest P@10 of all scores, per cent: the evidence of {@link Outcome#NOT_USEFUL}. */
  public double bestAt10() {
    return scores.stream().mapToDouble(s -> s.precision().at10()).max().orElse(0);
  }

  /** The scores of a method that ran by itself, outside a benchmark. */
  public static MethodScore of(
      String method,
      AlignmentRun run,
      List<TranslationScore> scores,
      double alignSeconds,
      double evaluateSeconds) {
    return new MethodScore(
        method,
        outcome(method.equals("identity"), run, scores),
        scores,
        alignSeconds,
        evaluateSeconds,
        run.convergence(),
        null);
  }

  /** The outcome of a method that ended by itself or was stopped. */
  static Outcome outcome(boolean baseline, AlignmentRun run, List<TranslationScore> scores) {
    if (baseline) {
      return Outcome.BASELINE;
    }
    if (!run.complete()) {
      return Outcome.INCOMPLETE;
    }
    boolean useful =
        run.converged() && scores.stream().anyMatch(s -> s.precision().at10() >= USEFUL);
    return useful ? Outcome.DONE : Outcome.NOT_USEFUL;
  }
}
