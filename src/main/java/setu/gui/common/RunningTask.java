package setu.gui.common;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Work under way, as the status bar shows it. Its properties change on the window's thread. */
public final class RunningTask {
  private static final long PUBLISH_NANOS = 100_000_000L;

  /** A rate over less time than this says little. */
  private static final double SETTLED_SECONDS = 0.3;

  private final String name;
  private final Cancellation cancellation;
  private final Executor window;
  private final long startedNanos = System.nanoTime();

  private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyDoubleWrapper secondsLeft = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyDoubleWrapper rate = new ReadOnlyDoubleWrapper(Double.NaN);
  private final ReadOnlyLongWrapper rows = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper cancelled = new ReadOnlyBooleanWrapper();

  private final AtomicLong done = new AtomicLong();
  private final AtomicBoolean publishing = new AtomicBoolean();
  private volatile long rowsRead;
  private volatile long total;
  private volatile long phaseStartedNanos = startedNanos;
  private volatile long publishedNanos;

  RunningTask(String name, Cancellation cancellation, Executor window) {
    this.name = name;
    this.cancellation = cancellation;
    this.window = window;
  }

  /** What people call it. */
  public String name() {
    return name;
  }

  /** What it is doing; null before its first phase. */
  public ReadOnlyObjectProperty<Phase> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** How much of the phase is done, 0 to 1; −1 while that is not known. */
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /** Time left in the phase, in seconds; NaN while that is not known. */
  public ReadOnlyDoubleProperty secondsLeftProperty() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** Units of the phase done in a second since it began; NaN while that is not known. */
  public ReadOnlyDoubleProperty rateProperty() {
    return rate.getReadOnlyProperty();
  }

  /** Rows read in the phase; 0 where no rows are read. */
  public ReadOnlyLongProperty rowsProperty() {
    return rows.getReadOnlyProperty();
  }

  /** Whether it was asked to stop. */
  public ReadOnlyBooleanProperty cancelledProperty() {
    return cancelled.getReadOnlyProperty();
  }

  /** Asks it to stop. */
  public void cancel() {
    cancellation.cancel();
    cancelled.set(true);
  }

  /** Wall time since its start, in seconds. */
  public double seconds() {
    return (System.nanoTime() - startedNanos) * 1e-9;
  }

  Progress progress() {
    return new Progress() {
      @Override
      public void begin(Phase next, long units) {
        done.set(0);
        rowsRead = 0;
        total = units;
        phaseStartedNanos = System.nanoTime();
        window.execute(
            () -> {
              phase.set(next);
              publish();
            });
      }

      @Override
      public void rowsRead(long read) {
        rowsRead = read;
      }

      @Override
      public void advance(long amount) {
        done.addAndGet(amount);
        long now = System.nanoTime();
        if (now - publishedNanos > PUBLISH_NANOS && publishing.compareAndSet(false, true)) {
          publishedNanos = now;
          window.execute(
              () -> {
                publishing.set(false);
                publish();
              });
        }
      }
    };
  }

  private void publish() {
    long units = total;
    double elapsed = (System.nanoTime() - phaseStartedNanos) * 1e-9;
    rows.set(rowsRead);
    rate.set(elapsed > SETTLED_SECONDS ? done.get() / elapsed : Double.NaN);
    if (units <= 0) {
      fraction.set(-1);
      secondsLeft.set(Double.NaN);
      return;
    }
    double part = Math.min(1, (double) done.get() / units);
    fraction.set(part);
    secondsLeft.set(
        elapsed > SETTLED_SECONDS && part > 0.01 ? elapsed * (1 - part) / part : Double.NaN);
  }
}
