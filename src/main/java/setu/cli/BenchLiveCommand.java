package setu.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.LiveLoop;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.ScalingCache;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;

/** {@code setu bench live}: how fast the scores answer an edit of the dictionary. */
@Command(
    name = "live",
    description =
        "Edit one anchor after another and time the new mapping and scores, both directions; by"
            + " default on the shipped sample.")
final class BenchLiveCommand implements Callable<Integer> {
  /** A person edits on while a whole pass is under way: edits answered from one pass. */
  private static final int EDITS_BETWEEN_PASSES = 3;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "12",
      description =
          "Edits measured after the warm-up, each compared with its exact answer"
              + " (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--window",
      description =
          "Measure in a window on the sample: from the edit to scores and moved points on the"
              + " screen.")
  private boolean inWindow;

  @Option(
      names = "--without-pause",
      description =
          "Edit again at once: not even the moment in which small spaces are made ready for the"
              + " next edit.")
  private boolean withoutPause;

  private final Window window;

  @Spec private CommandSpec command;
  @Mixin private SampleFiles files;
  @Mixin private CommonOptions.Reading reading;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private Output output;

  BenchLiveCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    if (runs < 1) {
      throw CommonOptions.usage(command, "--runs must be at least 1, not " + runs);
    }
    if (inWindow) {
      printWindow(window.edits(runs));
      return ExitCodes.DONE;
    }
    NeighborSearch search = NeighborSearches.best(reading.threads());
    List<WordPair> pairs = DictionaryFiles.readPairs(files.anchors());
    List<WordPair> tests = DictionaryFiles.readPairs(files.test());
    EmbeddingSpace from = reading.read(files.source(), output);
    EmbeddingSpace to = reading.read(files.target(), output);
    LiveEdits edits = new LiveEdits(pairs, from.vocabulary(), to.vocabulary(), seed.value());
    LiveLoop loop = new LiveLoop(from, to, Normalization.UNIT, tests, search, ScalingCache.NONE);
    print(search, measure(loop, edits));
    return ExitCodes.DONE;
  }

  /**
   * What was measured.
   *
   * @param errors points of P@1 under CSLS that each edit's answer was off by, the worse direction
   * @param processor seconds of all threads for each edit
   */
  private record Measured(
      LiveLoop.Answer first,
      double firstError,
      LiveLoop.Answer beforePass,
      double beforePassError,
      double wholePass,
      List<LiveLoop.Answer> answers,
      List<Double> errors,
      List<Double> processor) {}

  private Measured measure(LiveLoop loop, LiveEdits edits) {
    LiveLoop.Answer first = answer(loop, edits.pairs());
    LiveLoop.Answer beforePass = answer(loop, edits.next());
    double firstError = error(exact(loop, first));
    LiveLoop.Answer settled = exact(loop, beforePass);
    answer(loop, edits.next());
    List<LiveLoop.Answer> answers = new ArrayList<>();
    List<Double> errors = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    while (answers.size() < runs) {
      int from = answers.size();
      for (int edit = 0; edit < EDITS_BETWEEN_PASSES && answers.size() < runs; edit++) {
        double begun = processorSeconds();
        LiveLoop.Answer answer = answer(loop, edits.next());
        processor.add(processorSeconds() - begun);
        answers.add(answer);
        if (!withoutPause) {
          loop.recentre(answer, output.progress(), output.cancellation());
        }
      }
      for (LiveLoop.Answer provisional : answers.subList(from, answers.size())) {
        errors.add(error(exact(loop, provisional)));
      }
    }
    return new Measured(
        first,
        firstError,
        beforePass,
        error(settled),
        settled.seconds(),
        answers,
        errors,
        processor);
  }

  private LiveLoop.Answer answer(LiveLoop loop, List<WordPair> pairs) {
    return loop.answer(pairs, output.progress(), output.cancellation());
  }

  private LiveLoop.Answer exact(LiveLoop loop, LiveLoop.Answer provisional) {
    return loop.exact(provisional, output.progress(), output.cancellation());
  }

  private static double processorSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(cpu -> cpu.toNanos() / 1e9)
        .orElse(Double.NaN);
  }

  private void print(NeighborSearch search, Measured measured) {
    List<LiveLoop.Answer> answers = measured.answers();
    List<Double> seconds = answers.stream().map(LiveLoop.Answer::seconds).toList();
    double median = Benchmark.median(seconds);
    double processor = Benchmark.median(measured.processor());
    double worst = measured.errors().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    double mean = measured.errors().stream().mapToDouble(Double::doubleValue).average().orElse(0);
    long atOnce = answers.stream().filter(LiveLoop.Answer::exact).count();
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", "live");
      document.put("engine", search.name());
      document.put("threads", search.threads());
      document.put("runs", seconds);
      document.put("median", median);
      document.put("max", Collections.max(seconds));
      document.put("rate", 1 / median);
      document.put("unit", "edits/s");
      document.put("processorSeconds", processor);
      document.put("mapping", median(answers, a -> a.timings().mapping()));
      document.put("scaling", median(answers, a -> a.timings().scaling()));
      document.put("scoring", median(answers, a -> a.timings().scoring()));
      document.put("exactAtOnce", atOnce);
      document.put("errors", measured.errors());
      document.put("provisionalError", worst);
      document.put("provisionalErrorMean", mean);
      document.put("first", measured.first().seconds());
      document.put("firstExact", measured.first().exact());
      document.put("firstError", measured.firstError());
      document.put("beforePass", measured.beforePass().seconds());
      document.put("beforePassError", measured.beforePassError());
      document.put("wholePass", measured.wholePass());
      document.put("peakMemoryBytes", Benchmark.peakMemoryBytes());
      output.document(document);
      return;
    }
    output.line(
        String.format(
            Locale.ROOT,
            "live on %s, %d threads: %.3f s an edit, %.3f s at most (mapping %.3f, r(.) %.3f, NN and CSLS both"
                + " ways %.3f), %.2f s of processor time, %d of %d exact at once",
            search.name(),
            search.threads(),
            median,
            Collections.max(seconds),
            median(answers, a -> a.timings().mapping()),
            median(answers, a -> a.timings().scaling()),
            median(answers, a -> a.timings().scoring()),
            processor,
            atOnce,
            answers.size()));
    output.line(
        String.format(
            Locale.ROOT,
            "provisional P@1 off by %.2f points at most, %.2f on average over %d edits",
            worst,
            mean,
            answers.size()));
    output.line(
        String.format(
            Locale.ROOT,
            "before any whole pass: first answer %.3f s (%s), off by %.2f; next edit %.3f s, off"
                + " by %.2f; whole exact pass %.3f s; %.0f MB at most",
            measured.first().seconds(),
            measured.first().exact() ? "exact" : "provisional",
            measured.firstError(),
            measured.beforePass().seconds(),
            measured.beforePassError(),
            measured.wholePass(),
            Benchmark.peakMemoryBytes() / 1e6));
  }

  private void printWindow(Map<String, List<Double>> reached) {
    List<Double> seconds = reached.get("screen");
    if (seconds == null) {
      throw new IllegalStateException("nothing was drawn");
    }
    double median = Benchmark.median(seconds);
    if (output.json()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", "live-window");
      document.put("engine", "sample");
      document.put("threads", Runtime.getRuntime().availableProcessors());
      document.put("runs", seconds);
      document.put("median", median);
      document.put("max", Collections.max(seconds));
      document.put("rate", 1 / median);
      document.put("unit", "edits/s");
      document.put("reached", medians(reached));
      document.put("peakMemoryBytes", Benchmark.peakMemoryBytes());
      output.document(document);
    } else {
      output.line(
          String.format(
              Locale.ROOT,
              "an edit of the sample in the window: %.3f s until scores and moved points are on"
                  + " the screen, %.3f s at most  %s",
              median,
              Collections.max(seconds),
              medians(reached)));
    }
  }

  private static Map<String, Double> medians(Map<String, List<Double>> reached) {
    Map<String, Double> medians = new LinkedHashMap<>();
    reached.forEach((name, seconds) -> medians.put(name, Benchmark.median(seconds)));
    return medians;
  }

  /** Points of P@1 that the provisional answer was off by; 0 where it was exact. */
  private static double error(LiveLoop.Answer exact) {
    return Double.isNaN(exact.difference()) ? 0 : exact.difference();
  }

  private static double median(
      List<LiveLoop.Answer> answers, ToDoubleFunction<LiveLoop.Answer> part) {
    return Benchmark.median(answers.stream().map(part::applyAsDouble).toList());
  }
}
