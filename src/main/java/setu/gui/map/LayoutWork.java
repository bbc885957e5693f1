package setu.gui.map;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.task.Cancellation;
import setu.core.task.StepRunner;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.map.LayoutMethods.Layouts;
import setu.gui.map.MapLayout.Reached;

/**
 * Makes one layout at a time in the background, shows it while it is made, and measures it when it
 * is done. Layouts of the same vectors are kept. All of it belongs to the window's thread.
 */
final class LayoutWork {
  /** What is told of the work. */
  interface Listener {
    /** A layout on its way. */
    void seen(MapLayout layout, LayoutRequest request);

    /** A layout at its end, or where it was stopped. */
    void made(Layouts layouts, LayoutRequest request);

    /** A layout made before, now measured. */
    void measured(Layouts before, Layouts now);

    /** There will be no layout. */
    void gaveUp(Throwable why);
  }

  private static final int CACHED = 12;
  private static final int FRAMES_PER_SECOND = 20;

  private final FxTaskRunner tasks;
  private final LayoutMethods methods;
  private final String taskName;
  private final Listener listener;
  private final Consumer<Throwable> failure;
  private final Map<LayoutRequest, Layouts> cache =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LayoutRequest, Layouts> eldest) {
          return size() > CACHED;
        }
      };

  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Reached> reached =
      new ReadOnlyObjectWrapper<>(Reached.AT_ONCE);
  private boolean live = true;
  private @Nullable Run current;
  private @Nullable Cancellation measuring;
  private boolean watched = true;
  private @Nullable Runnable unmeasured;

  /** One layout under way. */
  private static final class Run {
    final LayoutRequest request;
    final StepRunner runner = new StepRunner(FRAMES_PER_SECOND);
    final AtomicBoolean frameWaits = new AtomicBoolean();
    @Nullable Cancellation cancellation;

    Run(LayoutRequest request) {
      this.request = request;
    }
  }

  /**
   * Work that waits to be asked.
   *
   * @param taskName what the making of a layout is called in the status bar
   * @param failure told what went wrong
   */
  LayoutWork(
      FxTaskRunner tasks,
      LayoutMethods methods,
      String taskName,
      Listener listener,
      Consumer<Throwable> failure) {
    this.tasks = tasks;
    this.methods = methods;
    this.taskName = taskName;
    this.listener = listener;
    this.failure = failure;
  }

  /** Whether a layout is shown while it is made. */
  void setLive(boolean shown) {
    live = shown;
  }

  /** Forgets the layouts of other vectors than these; null forgets all. */
  void keepOnly(@Nullable MapSpaces spaces) {
    cache.keySet().removeIf(request -> !request.spaces().equals(spaces));
  }

  /** Keeps the layouts that another work has made. */
  void takeOver(LayoutWork other) {
    cache.putAll(other.cache);
  }

  /** Whether a layout is there already. */
  boolean has(LayoutRequest request) {
    return cache.containsKey(request);
  }

  /** Makes a layout, after stopping the one under way; at once where it is there already. */
  void make(LayoutRequest request) {
    stop();
    Layouts known = cache.get(request);
    if (known != null) {
      finish(known, request);
      return;
    }
    Run run = new Run(request);
    current = run;
    working.set(true);
    reached.set(Reached.AT_ONCE);
    boolean shown = live;
    TaskRunner.Running<Layouts> running =
        tasks.start(
            taskName,
            (progress, cancellation) ->
                methods.lay(
                    request,
                    run.runner,
                    frame -> offer(run, frame, shown),
                    progress,
                    cancellation));
    run.cancellation = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        made -> {
          if (isCurrent(run)) {
            end();
            if (made.aligned().complete()) {
              cache.put(request, made);
            }
            finish(made, request);
          }
        },
        e -> {
          if (isCurrent(run)) {
            end();
            listener.gaveUp(e);
            if (!(e instanceof CancellationException)) {
              failure.accept(e);
            }
          }
        });
  }

  private boolean isCurrent(Run run) {
    return current == run;
  }

  private void end() {
    current = null;
    working.set(false);
    paused.set(false);
  }

  /** A frame is dropped while the window has not drawn the one before. */
  private void offer(Run run, MapLayout frame, boolean shown) {
    if (run.frameWaits.compareAndSet(false, true)) {
      tasks.onWindow(
          () -> {
            run.frameWaits.set(false);
            if (isCurrent(run)) {
              reached.set(frame.reached());
              if (shown) {
                listener.seen(frame, run.request);
              }
            }
          });
    }
  }

  private void finish(Layouts layouts, LayoutRequest request) {
    listener.made(layouts, request);
    if (layouts.aligned().trust() != null) {
      settled.set(true);
    } else if (watched) {
      measureSoon(layouts, request);
    } else {
      unmeasured = () -> measureSoon(layouts, request);
      settled.set(true);
    }
  }

  /** Nothing is measured while nobody looks at the map; what is left is measured when shown. */
  void setWatched(boolean now) {
    watched = now;
    Runnable left = unmeasured;
    if (now && left != null) {
      unmeasured = null;
      settled.set(false);
      left.run();
    }
  }

  private void measureSoon(Layouts layouts, LayoutRequest request) {
    Cancellation waiting = new Cancellation();
    measuring = waiting;
    tasks.whenIdle(
        () -> {
          if (measuring == waiting) {
            measure(layouts, request);
          }
        });
  }

  /** Trustworthiness comes behind the layout and its drawing, which need not wait for it. */
  private void measure(Layouts made, LayoutRequest request) {
    TaskRunner.Running<MapLayout> running =
        tasks.start(
            taskName,
            (progress, cancellation) ->
                methods.trusted(made.aligned(), request, progress, cancellation));
    measuring = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        trusted -> {
          Layouts next = new Layouts(trusted, made.unaligned());
          cache.replace(request, next);
          listener.measured(made, next);
          if (measuring == running.cancellation()) {
            measuring = null;
            settled.set(true);
          }
        },
        e -> {
          if (!(e instanceof CancellationException)) {
            failure.accept(e);
          }
        });
  }

  /** Stops the layout under way with what it has reached. */
  void cancel() {
    Run run = current;
    if (run != null && run.cancellation != null) {
      run.cancellation.cancel();
    }
  }

  /** Lets the layout under way stand still, or go on. */
  void setPaused(boolean still) {
    Run run = current;
    if (run != null) {
      run.runner.setPaused(still);
      paused.set(still);
    }
  }

  /** Stops for good what is under way. */
  void stop() {
    cancel();
    if (measuring != null) {
      measuring.cancel();
      measuring = null;
    }
    unmeasured = null;
    end();
    settled.set(false);
  }

  /** Whether a layout is being made. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether it stands still. */
  ReadOnlyBooleanProperty pausedProperty() {
    return paused.getReadOnlyProperty();
  }

  /** How far it is. */
  ReadOnlyObjectProperty<Reached> reachedProperty() {
    return reached.getReadOnlyProperty();
  }

  /** Whether a layout is made and measured and nothing more is being done. */
  ReadOnlyBooleanProperty settledProperty() {
    return settled.getReadOnlyProperty();
  }
}
