package setu.core.task;

import java.util.function.Consumer;

/**
 * Runs a {@link Stepper} to its end and shows what is reached on the way, a few times a second. Any
 * thread may pause and resume it; cancelled, it stops with what is reached.
 */
public final class StepRunner {
  private static final int LOOK_MILLIS = 50;

  private final long frameNanos;
  private boolean paused;

  /**
   * A runner.
   *
   * @param framesPerSecond how often what is reached is shown at most, at least 1
   */
  public StepRunner(int framesPerSecond) {
    if (framesPerSecond < 1) {
      throw new IllegalArgumentException(framesPerSecond + " frames");
    }
    this.frameNanos = 1_000_000_000L / framesPerSecond;
  }

  /** What is reached, and how far that is. */
  @FunctionalInterface
  public interface Seen<S> {
    /** Takes a snapshot after {@code iteration} of {@code iterations}. */
    void show(S snapshot, int iteration, int iterations);
  }

  /** Runs to the end and shows nothing on the way. */
  public static <S> S run(Stepper<S> stepper, Progress progress, Cancellation cancellation) {
    Consumer<Stepper<S>> nobody = reached -> {};
    return new StepRunner(1).steps(stepper, nobody, progress, cancellation);
  }

  /**
   * Runs to the end, or until it is cancelled.
   *
   * @param seen called on the running thread, between two steps
   * @return the last snapshot
   */
  public <S> S run(Stepper<S> stepper, Seen<S> seen, Progress progress, Cancellation cancellation) {
    Consumer<Stepper<S>> look =
        reached -> seen.show(reached.snapshot(), reached.iteration(), reached.iterations());
    return steps(stepper, look, progress, cancellation);
  }

  private <S> S steps(
      Stepper<S> stepper, Consumer<Stepper<S>> look, Progress progress, Cancellation cancellation) {
    progress.begin(Phase.PROJECT, stepper.iterations());
    long shown = System.nanoTime() - frameNanos;
    while (!stepper.done() && goesOn(cancellation)) {
      stepper.step(1);
      progress.advance(1);
      long now = System.nanoTime();
      if (now - shown >= frameNanos) {
        shown = now;
        look.accept(stepper);
      }
    }
    return stepper.snapshot();
  }

  /** Waits while it is paused; false when it is cancelled. */
  private synchronized boolean goesOn(Cancellation cancellation) {
    while (paused && !cancellation.isCancelled()) {
      try {
        wait(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        cancellation.cancel();
      }
    }
    return !cancellation.isCancelled();
  }

  /** Stands still before the next step, or goes on. */
  public synchronized void setPaused(boolean paused) {
    this.paused = paused;
    notifyAll();
  }

  /** Whether it stands still. */
  public synchronized boolean isPaused() {
    return paused;
  }
}
