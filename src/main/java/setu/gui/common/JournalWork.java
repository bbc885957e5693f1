package setu.gui.common;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import setu.core.align.SampledCheck;
import setu.core.anchor.PastStates;
import setu.core.evaluate.EditTimeline;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * What work in the background asks of a project's journal: it is read in the lane where it is
 * written, and the caller waits. Never asked on the window's thread.
 */
public final class JournalWork {
  private final Engine engine;
  private final Executor lane;

  /**
   * Of a window's projects.
   *
   * @param lane where journals are read and written
   */
  JournalWork(Engine engine, Executor lane) {
    this.engine = engine;
    this.lane = lane;
  }

  private <T extends @Nullable Object> T inLane(Supplier<T> reading) {
    return CompletableFuture.supplyAsync(reading, lane).join();
  }

  /** What two judges said of a project's pairs. */
  public JudgesDiffer differences(OpenProject open) {
    return inLane(() -> JudgesDiffer.in(open.workspace()));
  }

  /** The sample of a project's accepted pairs that was drawn last; null where none was. */
  public @Nullable SampledCheck sample(OpenProject open) {
    return inLane(() -> KeptSample.last(open.workspace()));
  }

  /** Draws another sample of a project's accepted pairs. */
  public SampledCheck drawSample(OpenProject open) {
    return inLane(() -> KeptSample.draw(open.workspace()));
  }

  /**
   * Scores past states of a project's dictionary on its test dictionary: at most {@code most} of
   * them.
   */
  public List<EditTimeline.Point> timeline(
      OpenProject open, int most, Progress progress, Cancellation cancellation) {
    List<PastStates.State> states =
        inLane(() -> PastStates.of(open.workspace().anchors().events(), most));
    cancellation.check();
    return EditTimeline.of(
        states, engine.loop(open.source(), open.target(), open.test()), progress, cancellation);
  }
}
