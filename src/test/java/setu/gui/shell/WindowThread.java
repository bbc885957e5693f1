package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** A thread that stands for the window's, for models without a window. */
final class WindowThread implements Executor, AutoCloseable {
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("window").factory());

  /** Does nothing once it is closed, as the window's thread when the program has ended. */
  @Override
  public void execute(Runnable action) {
    try {
      thread.execute(action);
    } catch (RejectedExecutionException e) {
      if (!thread.isShutdown()) {
        throw e;
      }
    }
  }

  /** Runs there and waits. */
  void call(Runnable action) throws Exception {
    thread.submit(action).get(60, TimeUnit.SECONDS);
  }

  /** Runs there, then waits until something holds there. */
  void await(Runnable action, Callable<Boolean> condition) throws Exception {
    call(action);
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    boolean holds = false;
    while (!holds && System.nanoTime() < limit) {
      holds = thread.submit(condition).get(60, TimeUnit.SECONDS);
      if (!holds) {
        Thread.sleep(5);
      }
    }
    assertThat(holds).as("it came about").isTrue();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
