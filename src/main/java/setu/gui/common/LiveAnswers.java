package setu.gui.common;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.align.AnchorWeights;
import setu.core.align.Identity;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.AnchorSet;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;

/**
 * Runs the live loop for the workbench: one lane, newest edit wins, a provisional answer first and
 * the exact one behind it. An answer that is given up for no newer edit leaves the one before,
 * marked as out of date.
 */
final class LiveAnswers {
  private static final ResolvedAnchors NO_ANCHORS =
      new ResolvedAnchors(List.of(), List.of(), List.of(), List.of());

  private final Engine engine;
  private final FxTaskRunner tasks;
  private final Consumer<Throwable> failure;
  private final Executor lane;

  private final ReadOnlyObjectWrapper<LiveLoop.Answer> answer = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<LiveLoop.Answer> previous = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Shared> shared = new ReadOnlyObjectWrapper<>();

  private final ReadOnlyBooleanWrapper outdated = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unanswered = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper answering = new ReadOnlyBooleanWrapper();

  private final ReadOnlyObjectWrapper<AnchorWeights.Property> weighting =
      new ReadOnlyObjectWrapper<>(AnchorWeights.Property.EQUAL);

  private @Nullable Loop loop;
  private @Nullable Cancellation current;
  private @Nullable Cancellation readying;

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

  /** Whether the answer is of an older state: the one for the present state was given up. */
  ReadOnlyBooleanProperty outdatedProperty() {
    return outdated.getReadOnlyProperty();
  }

  /** Whether there is no answer because the first one was given up. */
  ReadOnlyBooleanProperty unansweredProperty() {
    return unanswered.getReadOnlyProperty();
  }

  /** Whether an answer is being computed. */
  ReadOnlyBooleanProperty answeringProperty() {
    return answering.getReadOnlyProperty();
  }

  /** How much each anchor counts in the mapping. */
  ReadOnlyObjectProperty<AnchorWeights.Property> weightingProperty() {
    return weighting.getReadOnlyProperty();
  }

  /** Weighs the anchors otherwise from the next answer on. */
  void weigh(AnchorWeights.Property other) {
    weighting.set(other);
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
    outdated.set(false);
    unanswered.set(false);
  }

  private void cancel() {
    if (readying != null) {
      readying.cancel();
      readying = null;
    }
    if (current != null) {
      current.cancel();
      current = null;
      answering.set(false);
    }
  }

  /** Gives the computation up that an edit on its way is going to make stale. */
  void makeWay() {
    cancel();
  }

  /** Answers a new state of the dictionary; the computation for the state before is given up. */
  void answer(AnchorSet anchors) {
    Loop now = loop;
    if (now == null) {
      return;
    }
    cancel();
    unanswered.set(false);
    LiveLoop.Answer before = answer.get();
    AnchorWeights weights = weighting.get();
    AtomicBoolean answered = new AtomicBoolean();
    TaskRunner.Running<Boolean> running =
        tasks.start(
            "",
            lane,
            (progress, cancellation) -> {
              BiConsumer<Alignment, ResolvedAnchors> solved =
                  (alignment, used) -> {
                    Shared both = now.shared(alignment, used, weights);
                    publish(cancellation, () -> shared.set(both));
                  };
              LiveLoop.Answer first;
              try {
                now.loop().weigh(weights);
                first = now.loop().answer(anchors.accepted(), solved, progress, cancellation);
              } catch (AlignmentFault unsolved) {
                if (hasNoAnchors(unsolved)) {
                  solved.accept(now.unaligned(), NO_ANCHORS);
                }
                throw unsolved;
              }
              publish(
                  cancellation,
                  () -> {
                    answered.set(true);
                    show(before, first);
                  });
              if (!first.exact()) {
                LiveLoop.Answer exact = now.loop().exact(first, progress, cancellation);
                publish(cancellation, () -> answer.set(exact));
              }
              return true;
            });
    current = running.cancellation();
    answering.set(true);
    FxTaskRunner.whenDone(
        running.outcome(),
        done -> {
          over(running.cancellation(), answered.get());
          tasks.whenIdle(() -> makeReady(now));
        },
        e -> {
          over(running.cancellation(), answered.get());
          if (!running.cancellation().isCancelled()) {
            previous.set(null);
            answer.set(null);
            outdated.set(false);
            if (!hasNoAnchors(e)) {
              shared.set(null);
            }
            failure.accept(e);
          }
        });
  }

  /** In a quiet moment after an answer: the next edit then answers for its own change alone. */
  private void makeReady(Loop now) {
    LiveLoop.Answer newest = answer.get();
    if (loop == now && newest != null && !answering.get()) {
      readying =
          tasks
              .start(
                  "",
                  lane,
                  (progress, cancellation) -> {
                    now.loop().recentre(newest, progress, cancellation);
                    return true;
                  })
              .cancellation();
    }
  }

  /** What was cancelled, by nobody's newer edit, leaves an answer of before. */
  private void over(Cancellation cancellation, boolean answered) {
    if (current != cancellation) {
      return;
    }
    if (cancellation.isCancelled() && !answered) {
      outdated.set(answer.get() != null);
      unanswered.set(answer.get() == null);
    }
    answering.set(false);
  }

  /** Without a mapping both spaces can still be looked at, each as it is. */
  private static boolean hasNoAnchors(Throwable e) {
    return e instanceof AlignmentFault fault
        && fault.problem() == AlignmentFault.Problem.NO_USABLE_ANCHORS;
  }

  private void show(LiveLoop.@Nullable Answer before, LiveLoop.Answer first) {
    outdated.set(false);
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
              loop().unitSource(),
              loop().unitTarget(),
              NO_ANCHORS,
              Progress.NONE,
              Cancellation.none());
    }

    Shared shared(Alignment alignment, ResolvedAnchors anchors, AnchorWeights weights) {
      FloatMatrix x = loop().unitSource();
      return new Shared(
          alignment, anchors, weights, x, alignment.mapSource(x), loop().unitTarget());
    }
  }
}
