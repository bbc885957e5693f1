package setu.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: cancels the work and holds the process back until that has cleaned up after itself. The
 * virtual machine then ends with 130 by itself.
 */
final class Interruption implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch over = new CountDownLatch(1);

  private Interruption() {}

  /** Listens until closed. */
  static Interruption of(Console console) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("setu-interrupt").unstarted(() -> interruption.stop(console)));
    return interruption;
  }

  private void stop(Console console) {
    console.cancellation().cancel();
    try {
      over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work is over: the process may end. */
  @Override
  public void close() {
    over.countDown();
  }
}
