package setu.core.task;

import java.util.concurrent.CancellationException;

/** May the work go on? One flag, set once, read from any thread. */
public final class Cancellation {
  private final Runnable waiting;
  private volatile boolean cancelled;

  /** A cancellation whose work waits for nothing. */
  public Cancellation() {
    this(() -> {});
  }

  /**
   * A cancellation whose work lets more urgent work go first.
   *
   * @param waiting called by each test on the thread that makes it; returns when the work may go on
   */
  public Cancellation(Runnable waiting) {
    this.waiting = waiting;
  }

  /** A cancellation that nobody else holds: work that always runs to its end. */
  public static Cancellation none() {
    return new Cancellation();
  }

  /** Asks the work to stop at its next test. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether the work was asked to stop. */
  public boolean isCancelled() {
    return cancelled;
  }

  /**
   * The one test that work makes between its blocks.
   *
   * @throws CancellationException if the work was asked to stop
   */
  public void check() {
    waiting.run();
    if (cancelled) {
      throw new CancellationException();
    }
  }
}
