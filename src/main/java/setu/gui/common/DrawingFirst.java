package setu.gui.common;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets what a person waits to see be drawn before other work goes on: with as many threads as
 * processors that work would take one from the window.
 *
 * <p>Any thread may call any method. Nobody waits longer than {@value #MOST_MILLIS} ms after the
 * last change, so that a window that draws no more holds nothing up.
 */
final class DrawingFirst {
  static final int MOST_MILLIS = 200;

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final AtomicInteger changes = new AtomicInteger();
  private volatile long begun;

  /** Something was changed that is to be drawn; one {@link #end} follows. */
  void begin() {
    begun = System.nanoTime();
    changes.incrementAndGet();
  }

  /** One of the changes was drawn. */
  void end() {
    changes.decrementAndGet();
  }

  /** Returns when all changes are drawn, or after {@value #MOST_MILLIS} ms. */
  void await() {
    while (changes.get() > 0
        && System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(MOST_MILLIS)
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
