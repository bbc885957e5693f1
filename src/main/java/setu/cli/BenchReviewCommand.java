package setu.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code setu bench review}: how long a person waits from a judgement to the next card. */
@Command(
    name = "review",
    description =
        "Judge suggestions by keys in a window, each as soon as it is on the screen, and time the"
            + " wait from the key to the next card; by default on the shipped sample, its dictionary"
            + " filled up with made-up pairs.")
final class BenchReviewCommand implements Callable<Integer> {
  /** What no wait should be longer than, in seconds. */
  private static final double GOAL = 0.1;

  private final Window window;

  @Spec private CommandSpec command;
  @Mixin private LargeDictionary dictionary;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private Output output;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "50",
      description = "Judgements timed after the warm-up (default: ${DEFAULT-VALUE}).")
  private int runs;

  BenchReviewCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    if (runs < 1 || dictionary.pairs() < 1) {
      throw CommonOptions.usage(command, "--runs and --pairs must be at least 1");
    }
    print(window.judgements(dictionary.files(), dictionary.pairs(), runs, seed.value()));
    return ExitCodes.DONE;
  }

  private void print(Map<String, List<Double>> waits) {
    List<Double> seconds = Objects.requireNonNull(waits.get("judgements"));
    double first = Objects.requireNonNull(waits.get("first")).getFirst();
    double all = Objects.requireNonNull(waits.get("all")).getFirst();
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    double median = Benchmark.median(seconds);
    double late = sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    double worst = sorted.getLast();
    long over = seconds.stream().filter(wait -> wait > GOAL).count();
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", "review");
      document.put("engine", dictionary.name());
      document.put("threads", Runtime.getRuntime().availableProcessors());
      document.put("runs", seconds);
      document.put("median", median);
      document.put("rate", 1 / median);
      document.put("unit", "judgements/s");
      document.put("p95", late);
      document.put("max", worst);
      document.put("goal", GOAL);
      document.put("over", over);
      document.put("firstSuggestion", first);
      document.put("allSuggestions", all);
      document.put("pairs", dictionary.pairs());
      document.put("peakMemoryBytes", Benchmark.peakMemoryBytes());
      output.document(document);
    } else {
      output.line(
          String.format(
              Locale.ROOT,
              "%d judgements in a row, %,d pairs: from the key to the next card %.0f ms (median),"
                  + " %.0f ms (95 %%), %.0f ms at most; %d over %.0f ms",
              seconds.size(),
              dictionary.pairs(),
              1000 * median,
              1000 * late,
              1000 * worst,
              over,
              1000 * GOAL));
      output.line(
          String.format(
              Locale.ROOT,
              "the first suggestion %.1f s after turning to the review, all of them after %.1f s",
              first,
              all));
    }
  }
}
