package setu.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How benchmarks run, and the figures they print: the mixin every benchmark takes. */
final class Benchmark {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs after the warm-up (default: ${DEFAULT-VALUE}).")
  private int runs;

  /**
   * What a benchmark prints.
   *
   * @param engine what did the work
   * @param runs seconds of each run, in order
   * @param median of the runs, seconds
   * @param rate units done in a second, at the median
   * @param peakMemoryBytes the most memory the process has held
   * @param processorSeconds of all threads in one run, the median: unlike {@code median} it hardly
   *     changes while other programs run; 0 where the system does not tell
   */
  record Figures(
      String name,
      String engine,
      int threads,
      List<Double> runs,
      double median,
      double rate,
      String unit,
      long peakMemoryBytes,
      double processorSeconds) {
    /** One line for people. */
    String line() {
      return String.format(
          Locale.ROOT,
          "%s on %s, %d threads: %.3f s, %.1f %s, %.0f MB at most",
          name,
          engine,
          threads,
          median,
          rate,
          unit,
          peakMemoryBytes / 1e6);
    }
  }

  /** Runs {@code work} once to warm up, then {@code --runs} times. */
  Figures measure(
      String name, String engine, int threads, double units, String unit, Runnable work) {
    if (runs < 1) {
      throw CommonOptions.usage(command, "--runs must be at least 1, not " + runs);
    }
    work.run();
    List<Double> seconds = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      long begun = System.nanoTime();
      double used = processorSeconds();
      work.run();
      processor.add(processorSeconds() - used);
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    double median = median(seconds);
    return new Figures(
        name,
        engine,
        threads,
        seconds,
        median,
        units / median,
        unit,
        peakMemoryBytes(),
        median(processor));
  }

  /** What all threads of this process have used so far. */
  private static double processorSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / 1e9
        : 0;
  }

  /** Prints the figures as asked for. */
  static void print(Figures figures, Output output) {
    if (output.json()) {
      output.document(figures);
    } else {
      output.line(figures.line());
    }
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** Resident memory where the system tells it, else what Java's own pools held. */
  static long peakMemoryBytes() {
    Path status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      try {
        for (String line : Files.readAllLines(status)) {
          if (line.startsWith("VmHWM:")) {
            return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
          }
        }
      } catch (IOException e) {
        // Told by Java's pools instead.
      }
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
