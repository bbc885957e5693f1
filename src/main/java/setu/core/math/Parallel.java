package setu.core.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Runs numbered pieces of work on a few daemon threads that live as long as the call. */
public final class Parallel {
  private Parallel() {}

  /** The processors there are. */
  public static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Runs {@code work} for 0 … {@code pieces} − 1, the calling thread included; pieces are taken in
   * order. The first failure stops the rest and is thrown here.
   */
  public static void forEach(int pieces, int threads, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable loop =
        () -> {
          int piece;
          while (failure.get() == null && (piece = next.getAndIncrement()) < pieces) {
            try {
              work.accept(piece);
            } catch (RuntimeException | Error e) {
              failure.compareAndSet(null, e);
            }
          }
        };
    List<Thread> others = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, pieces); t++) {
      others.add(Thread.ofPlatform().daemon().name("setu-kernel-" + t).start(loop));
    }
    loop.run();
    join(others);
    switch (failure.get()) {
      case null -> {}
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  /** The pieces use the caller's memory: wait for them even when interrupted. */
  private static void join(List<Thread> threads) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (true) {
        try {
          thread.join();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
