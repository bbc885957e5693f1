package setu.gui.common;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.align.Identity;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.AnchorSet;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;

/**
 * Runs the live loop for the workbench: one lane, newest edit wins, a provisional answer first and
 * the exact one behind it.
 */
final class LiveAnswers {
  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Consumer<Throwable> failure;
  private final Executor lane;

  private final ReadOnlyObjectWrapper<LiveLoop.Answer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<LiveLoop.Answer> previous = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Shared> shared = new ReadOnlyObjectWrapper<>();

  private @Nullable Loop loop;
  private @Nullable Cancellation current;

  LiveAnswers(Engine engine, FxTaskRunner tasks, Consumer<Throwable> failure) {
    this.engine = engine;
    this.tasks = tasks;
    this.failure = failure;
    this.lane = tasks.lane("setu-live");
  }

  ReadOnlyObjectProperty<LiveLoop.Answer> answerProperty() {
    return answer.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<LiveLoop.Answer> previousAnswerProperty() {
    return previous.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Shared> sharedProperty() {
    return shared.getReadOnlyProperty();
  }

  /** Another project. */
  void start(OpenProject project) {
    stop();
    loop = new Loop(engine, project);
  }

  /** No project. */
  void stop() {
    cancel();
    loop = null;
    previous.set(null);
    answer.set(null);
    shared.set(null);
  }

  private void cancel() {
    if (current != null) {
      current.cancel();
      current = null;
    }
  }

  /** Answers a new state of the dictionary; the computation for the state before is given up. */
  void answer(AnchorSet anchors) {
    Loop now = loop;
    if (now == null) {
      return;
    }
    cancel();
    LiveLoop.Answer before = answer.get();
    TaskRunner.Running<Boolean> running =
        tasks.start(
            "",
            lane,
            (progress, cancellation) -> {
              Consumer<Alignment> solved =
                  alignment -> {
                    Shared both = now.shared(alignment);
                    publish(cancellation, () -> shared.set(both));
                  };
              LiveLoop.Answer first;
              try {
                first = now.loop().answer(anchors.accepted(), solved, progress, cancellation);
              } catch (AlignmentFault unsolved) {
                if (hasNoAnchors(unsolved)) {
                  solved.accept(now.unaligned());
                }
                throw unsolved;
              }
              publish(cancellation, () -> show(before, first));
              if (!first.exact()) {
                LiveLoop.Answer exact = now.loop().exact(first, progress, cancellation);
                publish(cancellation, () -> answer.set(exact));
              }
              return true;
            });
    current = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        done -> {},
        e -> {
          if (!running.cancellation().isCancelled()) {
            previous.set(null);
            answer.set(null);
            if (!hasNoAnchors(e)) {
              shared.set(null);
            }
            failure.accept(e);
          }
        });
  }

  /** Without a mapping both spaces can still be looked at, each as it is. */
  private static boolean hasNoAnchors(Throwable e) {
    return e instanceof AlignmentFault fault
        && fault.problem() == AlignmentFault.Problem.NO_USABLE_ANCHORS;
  }

  private void show(LiveLoop.@Nullable Answer before, LiveLoop.Answer first) {
    previous.set(before);
    answer.set(first);
  }

  /** On the window's thread, unless a newer edit came in between. */
  private void publish(Cancellation cancellation, Runnable change) {
    cancellation.check();
    tasks.onWindow(
        () -> {
          if (!cancellation.isCancelled()) {
            change.run();
          }
        });
  }

  /** What belongs to one project; made and used in the lane. */
  private static final class Loop {
    private final Engine engine;
    private final OpenProject project;
    private @Nullable LiveLoop loop;
    private @Nullable FloatMatrix source;
    private @Nullable FloatMatrix target;

    Loop(Engine engine, OpenProject project) {
      this.engine = engine;
      this.project = project;
    }

    LiveLoop loop() {
      LiveLoop made = loop;
      if (made == null) {
        made = engine.loop(project.source(), project.target(), project.test());
        loop = made;
      }
      return made;
    }

    Alignment unaligned() {
      return new Identity()
          .align(
              project.source().vectors(),
              project.target().vectors(),
              new ResolvedAnchors(List.of(), List.of(), List.of(), List.of()),
              Progress.NONE,
              Cancellation.none());
    }

    Shared shared(Alignment alignment) {
      FloatMatrix x = source;
      FloatMatrix z = target;
      if (x == null || z == null) {
        x = Normalization.UNIT.apply(project.source().vectors());
        z = Normalization.UNIT.apply(project.target().vectors());
        source = x;
        target = z;
      }
      return new Shared(alignment, x, alignment.mapSource(x), z);
    }
  }
}
