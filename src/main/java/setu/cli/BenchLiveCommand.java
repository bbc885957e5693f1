package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
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
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;

/** {@code setu bench live}: how fast the scores answer an edit of the dictionary. */
@Command(
    name = "live",
    description =
        "Edit one anchor after another and time the new mapping and scores, both directions; by"
            + " default on the shipped sample.")
final class BenchLiveCommand implements Callable<Integer> {
  @Option(names = "--source", paramLabel = "FILE", description = "The source space.")
  private @Nullable Path source;

  @Option(names = "--target", paramLabel = "FILE", description = "The target space.")
  private @Nullable Path target;

  @Option(names = "--anchors", paramLabel = "FILE", description = "The training dictionary.")
  private @Nullable Path anchors;

  @Option(names = "--test", paramLabel = "FILE", description = "The test dictionary.")
  private @Nullable Path test;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Edits measured after the warm-up (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Spec private CommandSpec command;
  @Mixin private CommonOptions.Reading reading;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private Output output;

  private static Path orSample(@Nullable Path given, String name) {
    return given != null
        ? given
        : Path.of(System.getProperty("setu.home", "")).resolve("sample-vectors").resolve(name);
  }

  @Override
  public Integer call() {
    EmbeddingSpace from = reading.read(orSample(source, "en.100.vec"), output);
    EmbeddingSpace to = reading.read(orSample(target, "si.100.vec"), output);
    List<WordPair> pairs =
        new ArrayList<>(DictionaryFiles.readPairs(orSample(anchors, "anchors.train.tsv")));
    List<WordPair> tests = DictionaryFiles.readPairs(orSample(test, "anchors.test.tsv"));
    NeighborSearch search = NeighborSearches.best(reading.threads());
    if (runs < 1) {
      throw CommonOptions.usage(command, "--runs must be at least 1, not " + runs);
    }
    LiveLoop loop = new LiveLoop(from, to, Normalization.UNIT, tests, search);
    LiveLoop.Answer first = loop.answer(pairs, output.progress(), output.cancellation());
    LiveLoop.Answer exact = loop.exact(first, output.progress(), output.cancellation());
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed.value());
    edit(loop, pairs, random);
    List<LiveLoop.Answer> answers = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      answers.add(edit(loop, pairs, random));
    }
    LiveLoop.Answer settled =
        loop.exact(answers.getLast(), output.progress(), output.cancellation());
    print(search, first, exact, answers, settled);
    return ExitCodes.DONE;
  }

  /** Removes one pair, and every other time gives another its neighbour's translation. */
  private LiveLoop.Answer edit(LiveLoop loop, List<WordPair> pairs, RandomGenerator random) {
    int place = random.nextInt(pairs.size() - 1);
    WordPair gone = pairs.remove(place);
    if (random.nextBoolean()) {
      pairs.set(place, new WordPair(pairs.get(place).source(), gone.target()));
    }
    return loop.answer(pairs, output.progress(), output.cancellation());
  }

  private void print(
      NeighborSearch search,
      LiveLoop.Answer first,
      LiveLoop.Answer exact,
      List<LiveLoop.Answer> answers,
      LiveLoop.Answer settled) {
    List<Double> seconds = answers.stream().map(LiveLoop.Answer::seconds).toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("name", "live");
    document.put("engine", search.name());
    document.put("threads", search.threads());
    document.put("runs", seconds);
    document.put("median", Benchmark.median(seconds));
    document.put("rate", 1 / Benchmark.median(seconds));
    document.put("unit", "edits/s");
    document.put("mapping", median(answers, a -> a.timings().mapping()));
    document.put("scaling", median(answers, a -> a.timings().scaling()));
    document.put("scoring", median(answers, a -> a.timings().scoring()));
    document.put("exactAtOnce", answers.stream().filter(LiveLoop.Answer::exact).count());
    document.put("first", first.seconds());
    document.put("firstExact", first.exact());
    document.put("wholePass", exact.seconds());
    document.put("firstError", error(exact));
    document.put("provisionalError", error(settled));
    document.put("peakMemoryBytes", Benchmark.peakMemoryBytes());
    if (output.json()) {
      output.document(document);
      return;
    }
    output.line(
        String.format(
            Locale.ROOT,
            "live on %s, %d threads: %.3f s an edit (mapping %.3f, r(.) %.3f, NN and CSLS both"
                + " ways %.3f), %d of %d exact at once",
            search.name(),
            search.threads(),
            Benchmark.median(seconds),
            median(answers, a -> a.timings().mapping()),
            median(answers, a -> a.timings().scaling()),
            median(answers, a -> a.timings().scoring()),
            answers.stream().filter(LiveLoop.Answer::exact).count(),
            answers.size()));
    output.line(
        String.format(
            Locale.ROOT,
            "first answer %.3f s (%s), whole exact pass %.3f s; provisional P@1 off by"
                + " %.2f points at first, %.2f after the edits; %.0f MB at most",
            first.seconds(),
            first.exact() ? "exact" : "provisional",
            exact.seconds(),
            error(exact),
            error(settled),
            Benchmark.peakMemoryBytes() / 1e6));
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
