package setu.gui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;

/**
 * Runs long work on named daemon threads and lists it for the status bar.
 *
 * <p>Outcomes are completed on the window's thread, so whoever attaches to one from there is called
 * there. Work in one {@link #lane} runs in order, one at a time.
 */
public final class FxTaskRunner implements TaskRunner, AutoCloseable {
  /** Work that takes longer than this is shown, in milliseconds. */
  public static final long SHOWN_AFTER_MILLIS = 300;

  /** Pulses of the window after which a change is on the screen, and nobody pressed on at once. */
  private static final int DRAWN_AFTER_PULSES = 6;

  private static final long IDLE_CHECK_MILLIS = 100;
  private static final int MOST_IDLE_CHECKS = 10;

  private final Executor window;
  private final Consumer<Runnable> drawn;
  private final boolean sameThread;
  private final Executor background;
  private final List<ExecutorService> pools = new ArrayList<>();
  private final ObservableList<RunningTask> running = FXCollections.observableArrayList();
  private final ObservableList<RunningTask> shown = FXCollections.observableArrayList();
  private final DrawingFirst drawingFirst = new DrawingFirst();

  private FxTaskRunner(Executor window, Consumer<Runnable> drawn, boolean sameThread) {
    this.window = window;
    this.drawn = drawn;
    this.sameThread = sameThread;
    this.background =
        sameThread ? Runnable::run : pool(Executors.newCachedThreadPool(daemons("setu-work")));
  }

  /** Work in the background, told on the JavaFX thread. */
  public static FxTaskRunner background() {
    return new FxTaskRunner(FxTaskRunner::onFxThread, FxTaskRunner::afterPulses, false);
  }

  /** The same, each action on the JavaFX thread wrapped: for whoever measures it. */
  public static FxTaskRunner wrapped(UnaryOperator<Runnable> around) {
    return new FxTaskRunner(
        action -> onFxThread(around.apply(action)),
        action -> afterPulses(around.apply(action)),
        false);
  }

  /** Work in the background, told by {@code window}, which runs one action at a time. */
  public static FxTaskRunner background(Executor window) {
    return new FxTaskRunner(window, window::execute, false);
  }

  /** Everything at once on the calling thread: for tests and runs without a window. */
  public static FxTaskRunner sameThread() {
    return new FxTaskRunner(Runnable::run, Runnable::run, true);
  }

  private static void onFxThread(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  private static void afterPulses(Runnable action) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses > DRAWN_AFTER_PULSES) {
          stop();
          action.run();
        }
      }
    }.start();
  }

  /** A new queue whose work runs in order, one at a time. */
  public Executor lane(String name) {
    return sameThread ? Runnable::run : pool(Executors.newSingleThreadExecutor(daemons(name)));
  }

  /** Runs a short action on the window's thread: at once when already there. */
  public void onWindow(Runnable action) {
    window.execute(action);
  }

  /**
   * Runs on the window's thread when what was just changed there has been drawn; until then it
   * counts as under way, and other work makes room for it.
   */
  public void whenDrawn(Runnable action) {
    RunningTask waiting = new RunningTask("", new Cancellation(), window);
    running.add(waiting);
    drawingFirst.begin();
    drawn.accept(
        () -> {
          drawingFirst.end();
          running.remove(waiting);
          action.run();
        });
  }

  /** Runs on the window's thread when no work is under way any more, or a second later. */
  public void whenIdle(Runnable action) {
    if (sameThread) {
      action.run();
    } else {
      whenIdle(action, MOST_IDLE_CHECKS);
    }
  }

  private void whenIdle(Runnable action, int checks) {
    CompletableFuture.delayedExecutor(IDLE_CHECK_MILLIS, TimeUnit.MILLISECONDS, window)
        .execute(
            () -> {
              if (checks > 1 && !running.isEmpty()) {
                whenIdle(action, checks - 1);
              } else {
                action.run();
              }
            });
  }

  /** All work under way, that of a blink included. */
  public ObservableList<RunningTask> running() {
    return running;
  }

  /** Work under way for longer than {@value #SHOWN_AFTER_MILLIS} ms. */
  public ObservableList<RunningTask> shown() {
    return shown;
  }

  @Override
  public <T> Running<T> start(String name, Work<T> work) {
    return start(name, background, work);
  }

  /** Starts work in a lane; see {@link #start(String, Work)}. */
  public <T> Running<T> start(String name, Executor lane, Work<T> work) {
    return start(name, lane, work, new Cancellation(drawingFirst::await));
  }

  /** Starts work in a lane that waits for nothing, not even for the window to be drawn. */
  public <T> Running<T> startAtOnce(String name, Executor lane, Work<T> work) {
    return start(name, lane, work, new Cancellation());
  }

  private <T> Running<T> start(
      String name, Executor lane, Work<T> work, Cancellation cancellation) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    RunningTask task = new RunningTask(name, cancellation, window);
    window.execute(() -> running.add(task));
    if (!sameThread) {
      CompletableFuture.delayedExecutor(SHOWN_AFTER_MILLIS, TimeUnit.MILLISECONDS, window)
          .execute(() -> show(task));
    }
    lane.execute(
        () -> {
          try {
            cancellation.check();
            T result = work.run(task.progress(), cancellation);
            finish(task, () -> outcome.complete(result));
          } catch (Throwable failure) {
            finish(task, () -> outcome.completeExceptionally(failure));
          }
        });
    return new Running<>(outcome, cancellation);
  }

  /** Calls one of two when work is done: for callers with nothing to wait for. */
  // Both ends of the outcome are handled here: nobody waits for more.
  @SuppressWarnings("FutureReturnValueIgnored")
  public static <T> void whenDone(
      CompletableFuture<T> outcome, Consumer<T> success, Consumer<Throwable> failure) {
    outcome.whenComplete(
        (result, e) -> {
          if (e != null) {
            failure.accept(e);
            return;
          }
          try {
            success.accept(result);
          } catch (RuntimeException mistake) {
            failure.accept(mistake);
          }
        });
  }

  private void show(RunningTask task) {
    if (running.contains(task)) {
      shown.add(task);
    }
  }

  private void finish(RunningTask task, Runnable completion) {
    window.execute(
        () -> {
          running.remove(task);
          shown.remove(task);
          completion.run();
        });
  }

  private ExecutorService pool(ExecutorService pool) {
    pools.add(pool);
    return pool;
  }

  private static ThreadFactory daemons(String name) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Cancels what runs and lets the threads go. */
  @Override
  public void close() {
    List.copyOf(running).forEach(RunningTask::cancel);
    pools.forEach(ExecutorService::shutdown);
  }
}
