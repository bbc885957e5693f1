package setu.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code setu bench window}: how long the window's thread is away. */
@Command(
    name = "window",
    description =
        "Walk through every place of the window on the sample and time how long its thread does"
            + " not answer: each time that is longer than a frame of 16 ms.")
final class BenchWindowCommand implements Callable<Integer> {
  private final Window window;

  @Mixin private Output output = new Output();

  BenchWindowCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    Map<String, List<Double>> waits = window.walk();
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", "window");
      document.put("engine", "sample");
      document.put("threads", Runtime.getRuntime().availableProcessors());
      document.put("waits", waits);
      document.put("peakMemoryBytes", Benchmark.peakMemoryBytes());
      output.document(document);
    } else {
      waits.forEach(
          (step, seconds) -> {
            List<Double> own = waits.get(step + "Cpu");
            List<Double> tasks = waits.get(step + "Tasks");
            if (own != null && tasks != null) {
              output.line(line(step, seconds, own, tasks));
            }
          });
    }
    return ExitCodes.DONE;
  }

  private static String line(
      String step, List<Double> seconds, List<Double> own, List<Double> tasks) {
    return String.format(
        Locale.ROOT,
        "%-16s longest %4.0f ms, its own work %4.0f ms, without styling and layout %4.0f ms; over a"
            + " frame %d times, over 100 ms %d times",
        step,
        1e3 * longest(seconds),
        1e3 * longest(own),
        1e3 * longest(tasks),
        seconds.size(),
        seconds.stream().filter(wait -> wait > 0.1).count());
  }

  private static double longest(List<Double> seconds) {
    return seconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
