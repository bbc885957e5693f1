package setu.core.task;

import java.util.concurrent.CompletableFuture;

/** Runs long work away from the caller: the command line at once, the window in the background. */
public interface TaskRunner {
  /** Work that tells its progress and can be cancelled. */
  @FunctionalInterface
  interface Work<T> {
    /** Does the work; a cancelled one throws {@link java.util.concurrent.CancellationException}. */
    T run(Progress progress, Cancellation cancellation) throws Exception;
  }

  /** Work under way: its outcome and the handle that stops it. */
  record Running<T>(CompletableFuture<T> outcome, Cancellation cancellation) {}

  /** Starts the work under a name that people read. */
  <T> Running<T> start(String name, Work<T> work);
}
