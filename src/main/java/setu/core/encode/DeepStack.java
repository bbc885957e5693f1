package setu.core.encode;

import ai.onnxruntime.OrtException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Runs native start-up code on a thread with a deep stack: ONNX Runtime 1.29 needs between 1.2 and
 * 2 MB to load, and on Java's usual 1 MB the process dies without a word.
 */
final class DeepStack {
  private static final long BYTES = 64L << 20;

  private DeepStack() {}

  /** Work that ONNX Runtime does. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws OrtException;
  }

  static <T> T call(Work<T> work) throws OrtException {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Runnable body =
        () -> {
          try {
            outcome.complete(work.run());
          } catch (OrtException | RuntimeException | Error e) {
            outcome.completeExceptionally(e);
          }
        };
    Thread thread = new Thread(null, body, "setu-onnx-start", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return outcome.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof OrtException cause) {
        throw cause;
      }
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }
}
