package setu.gui.shell;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * How long the window's thread is away while something is done, step by step.
 *
 * <p>A beat is sent to the thread a millisecond after the one before was answered. What one waits
 * is what the tasks before it took, to a millisecond.
 */
final class Beats {
  /** A wait shorter than this is not kept: a frame at 60 a second. */
  private static final double FRAME_SECONDS = 0.016;

  /** Nobody can wait for a window that is not there. */
  private static final String BEFORE = "before the window";

  private final Map<String, List<Double>> waits = new LinkedHashMap<>();
  private final Map<String, List<Double>> own = new LinkedHashMap<>();
  private final Map<String, List<Double>> tasks = new LinkedHashMap<>();
  private final Map<String, Double> longest = new LinkedHashMap<>();
  private volatile String step = BEFORE;
  private volatile boolean running = true;

  /** What the window's thread has worked in JavaFX's own pulses, and when the present one began. */
  private double styled;

  private double styling;

  private Beats() {}

  /** Begins; what is waited before the first step is not kept. */
  static Beats start() {
    Beats beats = new Beats();
    Thread thread = new Thread(beats::beat, "setu-beats");
    thread.setDaemon(true);
    thread.start();
    return beats;
  }

  /** Tells styling and layout of a scene from the other work; on the window's thread. */
  void watch(Scene scene) {
    scene.addPreLayoutPulseListener(() -> styling = worked());
    scene.addPostLayoutPulseListener(() -> styled += worked() - styling);
  }

  /** A task of the window's thread, whose own work is measured. */
  Runnable timed(Runnable task) {
    return () -> {
      double before = worked();
      task.run();
      double took = worked() - before;
      synchronized (waits) {
        longest.merge(step, took, Math::max);
      }
    };
  }

  /** Does something on the window's thread, and counts what is waited from now on to it. */
  void step(String name, Runnable action) {
    step = name;
    synchronized (waits) {
      waits.computeIfAbsent(name, key -> new ArrayList<>());
      own.computeIfAbsent(name, key -> new ArrayList<>());
      tasks.computeIfAbsent(name, key -> new ArrayList<>());
    }
    HeadlessFx.onFx(
        () -> {
          timed(action).run();
          return true;
        });
  }

  /**
   * Ends.
   *
   * @return seconds of each wait longer than a frame, in the order they came, by what was done; and
   *     behind the same name and {@code Cpu} what the thread itself worked meanwhile: the rest it
   *     waited for the renderer or for a processor; behind {@code Tasks} what of that work was
   *     Setu's: without JavaFX's styling and layout of what there is to draw; behind {@code Task}
   *     what the longest single one of {@link #timed} worked
   */
  Map<String, List<Double>> end() {
    running = false;
    synchronized (waits) {
      Map<String, List<Double>> all = new LinkedHashMap<>(waits);
      own.forEach((name, seconds) -> all.put(name + "Cpu", seconds));
      tasks.forEach((name, seconds) -> all.put(name + "Tasks", seconds));
      waits
          .keySet()
          .forEach(name -> all.put(name + "Task", List.of(longest.getOrDefault(name, 0.0))));
      return all;
    }
  }

  /** What the window's thread has worked, in seconds: to be asked for on it. */
  private static double worked() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  /** What the window's thread has worked at a moment, and how much of it in pulses. */
  private record Work(double all, double styled) {}

  private void beat() {
    Work before = new Work(0, 0);
    while (running) {
      CompletableFuture<Work> answer = new CompletableFuture<>();
      long sent = System.nanoTime();
      String during = step;
      Platform.runLater(() -> answer.complete(new Work(worked(), styled)));
      Work now = answer.join();
      double waited = (System.nanoTime() - sent) / 1e9;
      if (waited > FRAME_SECONDS && !during.equals(BEFORE)) {
        double worked = now.all() - before.all();
        synchronized (waits) {
          waits.computeIfAbsent(during, key -> new ArrayList<>()).add(waited);
          own.computeIfAbsent(during, key -> new ArrayList<>()).add(worked);
          tasks
              .computeIfAbsent(during, key -> new ArrayList<>())
              .add(worked - now.styled() + before.styled());
        }
      }
      before = now;
      pause(1);
    }
  }

  /** Lets time go by. */
  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
