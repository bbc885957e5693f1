package setu.core.projection;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import smile.math.MathEx;

/**
 * One run of Smile on a thread of its own, so that the caller can leave it.
 *
 * <p>Smile draws all its chance from generators that belong to the thread ({@link MathEx#setSeed}):
 * on a fresh thread, seeded first, a fit repeats exactly, whatever ran before or beside it.
 */
final class SmileFit {
  private static final int PATIENCE_MILLIS = 20;

  private SmileFit() {}

  /**
   * The coordinates that {@code fit} finds.
   *
   * @throws CancellationException within {@value #PATIENCE_MILLIS} ms of cancelling; the fit goes
   *     on alone where Smile has no way to stop it, and its result is dropped
   */
  static FloatMatrix run(
      String name, long seed, Callable<double[][]> fit, Cancellation cancellation) {
    FutureTask<double[][]> task =
        new FutureTask<>(
            () -> {
              MathEx.setSeed(seed);
              return fit.call();
            });
    Thread.ofPlatform().name("setu-" + name).daemon().start(task);
    try {
      while (!done(task)) {
        cancellation.check();
      }
      return matrix(task.get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  /** Waits a little for the task's end. */
  private static boolean done(FutureTask<double[][]> task)
      throws InterruptedException, ExecutionException {
    try {
      task.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }

  private static FloatMatrix matrix(double[][] rows) {
    FloatMatrix matrix = FloatMatrix.zeros(rows.length, rows[0].length);
    for (int i = 0; i < rows.length; i++) {
      for (int axis = 0; axis < rows[i].length; axis++) {
        matrix.set(i, axis, (float) rows[i][axis]);
      }
    }
    return matrix;
  }
}
