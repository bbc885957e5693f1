package setu.core.evaluate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import setu.core.anchor.PastStates;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.fault.AlignmentFault;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * P@1 over the edits of a dictionary: each of its past states aligned by Procrustes and scored on
 * the same test dictionary, as the live loop scores the present one.
 */
public final class EditTimeline {
  /**
   * The scores after one edit, in per cent over covered queries; NaN where no accepted pair has
   * both words in the spaces.
   *
   * @param edit its number, from 1
   * @param anchors accepted pairs with both words in the spaces
   * @param forward P@1 by CSLS from source to target
   * @param backward P@1 by CSLS from target to source
   * @param exact false where r(·) was a lower bound: in large spaces
   */
  public record Point(
      long edit, Instant time, int anchors, double forward, double backward, boolean exact) {}

  private EditTimeline() {}

  /**
   * Scores past states, in order. Progress counts them.
   *
   * @param loop of the two spaces and the test dictionary, used by nobody else
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static List<Point> of(
      List<PastStates.State> states, LiveLoop loop, Progress progress, Cancellation cancellation) {
    List<Point> points = new ArrayList<>();
    progress.begin(Phase.EVALUATE, states.size());
    for (PastStates.State state : states) {
      cancellation.check();
      points.add(point(state, loop, cancellation));
      progress.advance(1);
    }
    return points;
  }

  private static Point point(PastStates.State state, LiveLoop loop, Cancellation cancellation) {
    LiveLoop.Answer answer;
    try {
      answer = loop.answer(state.accepted(), Progress.NONE, cancellation);
    } catch (AlignmentFault fault) {
      if (fault.problem() != AlignmentFault.Problem.NO_USABLE_ANCHORS) {
        throw fault;
      }
      return new Point(state.edit(), state.time(), 0, Double.NaN, Double.NaN, true);
    }
    return new Point(
        state.edit(),
        state.time(),
        answer.anchors().size(),
        answer.score(Direction.FORWARD, "csls").precision().at1(),
        answer.score(Direction.BACKWARD, "csls").precision().at1(),
        answer.exact());
  }
}
