package setu.cli;

import java.io.PrintWriter;
import java.util.Locale;
import setu.core.task.Phase;
import setu.core.task.Progress;
import setu.message.Messages;

/** Progress on standard error: what is done, how fast, and the time left. */
final class TerminalProgress implements Progress {
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 1_000_000_000L;

  private final PrintWriter err;
  private final boolean terminal;
  private final Messages messages;

  private Phase phase = Phase.READ;
  private long total;
  private long done;
  private long begun;
  private long drawn;
  private boolean visible;
  private double objective = Double.NaN;

  /** On a terminal one line is redrawn; elsewhere a line is printed each second. */
  TerminalProgress(PrintWriter err, boolean terminal, Messages messages) {
    this.err = err;
    this.terminal = terminal;
    this.messages = messages;
  }

  @Override
  public synchronized void begin(Phase phase, long total) {
    end();
    this.phase = phase;
    this.total = total;
    done = 0;
    objective = Double.NaN;
    begun = System.nanoTime();
    drawn = begun;
  }

  @Override
  public synchronized void advance(long amount) {
    done += amount;
    long now = System.nanoTime();
    if (now - drawn >= (terminal ? REDRAW_NANOS : LINE_NANOS)) {
      drawn = now;
      draw((now - begun) / 1e9);
    }
  }

  @Override
  public synchronized void reached(double objective) {
    this.objective = objective;
  }

  /** Takes the redrawn line away, so that what is printed next stands alone. */
  synchronized void end() {
    if (visible) {
      err.print("\r\u001B[K");
      err.flush();
      visible = false;
    }
  }

  private void draw(double seconds) {
    String line = line(seconds);
    if (terminal) {
      err.print("\r\u001B[K" + line);
      err.flush();
      visible = true;
    } else {
      err.println(line);
    }
  }

  private String line(double seconds) {
    double rate = done / seconds;
    boolean bytes = phase == Phase.READ || phase == Phase.HASH;
    StringBuilder line = new StringBuilder(messages.text("phase." + phase));
    if (total > 0) {
      line.append(String.format(Locale.ROOT, "  %d %%", Math.min(100, 100 * done / total)));
    }
    line.append("  ").append(amount(rate, bytes)).append("/s");
    if (total > done && rate > 0) {
      long left = Math.round((total - done) / rate);
      line.append("  ").append(messages.text("progress.left", clock(left)));
    }
    if (!Double.isNaN(objective)) {
      String figure = String.format(Locale.ROOT, "%.4f", objective);
      line.append("  ").append(messages.text("progress.objective", figure));
    }
    return line.toString();
  }

  private static String amount(double units, boolean bytes) {
    if (bytes) {
      return String.format(Locale.ROOT, "%.1f MB", units / 1e6);
    }
    return units >= 10_000
        ? String.format(Locale.ROOT, "%.0fk", units / 1000)
        : String.format(Locale.ROOT, units < 10 ? "%.1f" : "%.0f", units);
  }

  private static String clock(long seconds) {
    return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }
}
