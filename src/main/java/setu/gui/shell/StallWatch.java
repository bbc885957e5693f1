package setu.gui.shell;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs every stall of the JavaFX thread over 100 ms, with what it was doing.
 *
 * <p>A daemon thread sends a heartbeat; one that is not answered in time is a stall, unless a
 * dialog of the desktop is open: JavaFX's thread waits in it for the person.
 */
public final class StallWatch implements AutoCloseable {
  /** A stall longer than this is logged, in milliseconds. */
  public static final long LIMIT_MILLIS = 100;

  private static final Logger LOG = LoggerFactory.getLogger(StallWatch.class);
  private static final long BEAT_MILLIS = 20;

  private static final Set<String> DIALOGS =
      Set.of("javafx.stage.FileChooser", "javafx.stage.DirectoryChooser");

  private final AtomicLong longestNanos = new AtomicLong();
  private final AtomicLong stalls = new AtomicLong();
  private volatile boolean running = true;
  private volatile @Nullable Thread window;

  private StallWatch() {}

  /** Starts to watch. */
  public static StallWatch start() {
    StallWatch watch = new StallWatch();
    Thread thread = new Thread(watch::watch, "setu-stall-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void watch() {
    while (running) {
      AtomicBoolean answered = new AtomicBoolean();
      AtomicBoolean asking = new AtomicBoolean();
      long sent = System.nanoTime();
      Platform.runLater(
          () -> {
            window = Thread.currentThread();
            answered.set(true);
            if (!asking.get()) {
              answered(System.nanoTime() - sent);
            }
          });
      boolean seen = false;
      while (running && !answered.get()) {
        pause();
        if (!seen && System.nanoTime() - sent > LIMIT_MILLIS * 1_000_000) {
          seen = true;
          asking.set(!logWhatItDoes());
        }
      }
      pause();
    }
  }

  private void answered(long nanos) {
    longestNanos.accumulateAndGet(nanos, Math::max);
    if (nanos > LIMIT_MILLIS * 1_000_000) {
      stalls.incrementAndGet();
      LOG.warn("the window's thread stalled for {} ms", nanos / 1_000_000);
    }
  }

  /** False where a dialog of the desktop is open. */
  private boolean logWhatItDoes() {
    Thread stalled = window;
    if (stalled == null) {
      return true; // It has answered no heartbeat yet.
    }
    StackTraceElement[] stack = stalled.getStackTrace();
    if (asksInDialog(stack)) {
      return false;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(12, stack.length); i++) {
      text.append("\n    at ").append(stack[i]);
    }
    LOG.warn("the window's thread is stalled:{}", text);
    return true;
  }

  static boolean asksInDialog(StackTraceElement[] stack) {
    return Arrays.stream(stack).anyMatch(frame -> DIALOGS.contains(frame.getClassName()));
  }

  private void pause() {
    try {
      Thread.sleep(BEAT_MILLIS);
    } catch (InterruptedException e) {
      running = false;
    }
  }

  /** The longest wait so far, in milliseconds. */
  public double longestMillis() {
    return longestNanos.get() * 1e-6;
  }

  /** How many stalls there were. */
  public long stalls() {
    return stalls.get();
  }

  /** Stops watching. */
  @Override
  public void close() {
    running = false;
  }
}
