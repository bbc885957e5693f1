package setu.gui.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/** JavaFX without a display: its own headless platform, drawn in software. */
final class HeadlessFx {
  private static final long LIMIT_SECONDS = 600;

  private HeadlessFx() {}

  /** Whether there is a display to open a window on. */
  static boolean displayThere() {
    if ("Headless".equals(System.getProperty("glass.platform"))) {
      return false;
    }
    boolean unix =
        java.io.File.separatorChar == '/' && !System.getProperty("os.name").startsWith("Mac");
    return !unix || set("DISPLAY") || set("WAYLAND_DISPLAY");
  }

  private static boolean set(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isEmpty();
  }

  /** Starts JavaFX on the display, or without one where there is none; once in a process. */
  static void startAnywhere() {
    if (displayThere()) {
      Platform.startup(() -> {});
    } else {
      start();
    }
  }

  /** Starts it; once in a process. */
  static void start() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    System.setProperty("java.awt.headless", "true");
    CompletableFuture<Boolean> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(true));
    wait(started);
    Platform.setImplicitExit(false);
  }

  /** Ends it in order: the end of the process would take it down while it still draws. */
  static void stop() {
    Platform.exit();
  }

  /** Runs something on the JavaFX thread and waits for it. */
  static <T> T onFx(Callable<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(action.call());
          } catch (Throwable e) {
            result.completeExceptionally(e);
          }
        });
    return wait(result);
  }

  /** Waits, and throws what went wrong. */
  static <T> T wait(CompletableFuture<T> future) {
    try {
      return future.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
