package setu.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long it takes from the start of the process to the sample's map, drawn and clickable. */
@Command(
    name = "start",
    description =
        "From the start of the process to the sample's aligned map, drawn and clickable; each run"
            + " is a process of its own.")
final class BenchStartCommand implements Callable<Integer> {
  private static final String LAST = "map";

  private static final String MAIN = "setu.Launcher";

  private final Window window;

  @Mixin private Output output = new Output();

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Runs (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(names = "--since", hidden = true, description = "In one run: when it was started.")
  private @Nullable Long since;

  BenchStartCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() throws IOException {
    if (since != null) {
      Map<String, Double> reached = window.start(Instant.ofEpochMilli(since));
      print(reached, List.of(Objects.requireNonNull(reached.get(LAST))));
      return ExitCodes.DONE;
    }
    List<Double> seconds = new ArrayList<>();
    Map<String, Double> reached = new LinkedHashMap<>();
    for (int run = 0; run < Math.max(1, runs); run++) {
      JsonNode one = oneRun();
      seconds.add(one.path("median").asDouble());
      reached.clear();
      one.path("reached").forEachEntry((name, at) -> reached.put(name, at.asDouble()));
    }
    print(reached, seconds);
    return ExitCodes.DONE;
  }

  /**
   * Starts this program again, with the same Java and the same options. The time is taken here: by
   * Linux's own account of it a process can have started up to a second before it did.
   */
  private static JsonNode oneRun() throws IOException {
    RuntimeMXBean self = ManagementFactory.getRuntimeMXBean();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(self.getInputArguments());
    command.addAll(List.of("-cp", self.getClassPath(), MAIN, "bench", "start", "--json"));
    command.addAll(List.of("--since", Long.toString(System.currentTimeMillis())));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    JsonNode told =
        JsonMapper.shared()
            .readTree(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    if (!told.has("median")) {
      throw new IOException(
          "A start of the window failed: run 'setu open' on the same display to see why.");
    }
    return told;
  }

  private void print(Map<String, Double> reached, List<Double> seconds) {
    double median = Benchmark.median(seconds);
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", "start");
      document.put("engine", "sample");
      document.put("threads", Runtime.getRuntime().availableProcessors());
      document.put("runs", seconds);
      document.put("median", median);
      document.put("rate", 1 / median);
      document.put("unit", "starts/s");
      document.put("peakMemoryBytes", Benchmark.peakMemoryBytes());
      document.put("reached", reached);
      output.document(document);
    } else {
      output.line(
          String.format(Locale.ROOT, "start to the sample's map: %.2f s  %s", median, reached));
    }
  }
}
