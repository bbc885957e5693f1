package setu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells how long the window's thread was away. */
final class WindowWaits {
  private WindowWaits() {}

  /**
   * Prints them, a line for each thing that was done, or as one document.
   *
   * @param name the benchmark's
   * @param engine what was opened
   * @param waits in seconds, as the window tells them
   */
  static void print(String name, String engine, Map<String, List<Double>> waits, Output output) {
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", name);
      document.put("engine", engine);
      document.put("threads", Runtime.getRuntime().availableProcessors());
      document.put("waits", waits);
      document.put("peakMemoryBytes", Benchmark.peakMemoryBytes());
      output.document(document);
      return;
    }
    waits.forEach(
        (step, seconds) -> {
          List<Double> own = waits.get(step + "Cpu");
          List<Double> tasks = waits.get(step + "Tasks");
          List<Double> task = waits.get(step + "Task");
          if (own != null && tasks != null && task != null) {
            output.line(line(step, seconds, own, tasks, task));
          }
        });
  }

  private static String line(
      String step, List<Double> seconds, List<Double> own, List<Double> tasks, List<Double> task) {
    return String.format(
        Locale.ROOT,
        "%-16s longest %4.0f ms, its own work %4.0f ms, without styling and layout %4.0f ms, a"
            + " single task %4.0f ms; over a frame %d times, over 100 ms %d times",
        step,
        1e3 * longest(seconds),
        1e3 * longest(own),
        1e3 * longest(tasks),
        1e3 * longest(task),
        seconds.size(),
        seconds.stream().filter(wait -> wait > 0.1).count());
  }

  private static double longest(List<Double> seconds) {
    return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
