package setu.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.align.ResolvedAnchors;
import setu.core.align.Supervision;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Benchmark;
import setu.core.evaluate.BenchmarkTables;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.Leakage;
import setu.core.evaluate.MethodScore;
import setu.core.evaluate.RunRecipe;
import setu.core.evaluate.RunRecord;
import setu.core.evaluate.TranslationScore;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.message.ErrorText;

/** {@code setu benchmark}: every method × retrieval × direction. */
@Command(
    name = "benchmark",
    description =
        "Run methods with every retrieval in both directions, and print the published table"
            + " with your figures beside it. Rows are shown as they finish; Ctrl-C keeps them.")
final class BenchmarkCommand implements Callable<Integer> {
  private static final String SUPERVISED = "supervised";

  @Spec private CommandSpec command;
  @Mixin private PairInputs inputs;
  @Mixin private CommonOptions.Test test;
  @Mixin private CommonOptions.Retrievals retrievals;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private Output output;

  @Option(
      names = "--methods",
      split = ",",
      paramLabel = "NAME",
      completionCandidates = CommonOptions.MethodNames.class,
      description =
          "${COMPLETION-CANDIDATES}, joined by commas; "
              + SUPERVISED
              + " for those that learn from a whole dictionary (default: all).")
  private List<String> methods = List.of();

  @Option(
      names = "--forward-only",
      description = "Measure from source to target only; both directions otherwise.")
  private boolean forwardOnly;

  @Option(
      names = "--control",
      description =
          "Besides, solve Procrustes on the anchors with their targets shuffled: what that scores"
              + " was not learnt from the dictionary.")
  private boolean control;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "A folder that gets benchmark.json, benchmark.tsv, benchmark.html, benchmark.tex,"
              + " benchmark.md and run.json, which setu replay runs again.")
  private @Nullable Path out;

  private @Nullable List<RunRecipe.Input> files;

  @Override
  public Integer call() {
    NeighborSearch search = NeighborSearches.choose(inputs.threads()).search();
    List<Aligner> known = aligners(search);
    List<WordPair> pairs = DictionaryFiles.readPairs(test.file());
    PairInputs.Pair pair = inputs.read(output);
    inputs.requireAnchors(
        ResolvedAnchors.resolve(
            pair.training(), pair.source().vocabulary(), pair.target().vocabulary()),
        pair.training());
    Benchmark.Options options =
        new Benchmark.Options(
            known.stream().map(inputs::informed).toList(),
            retrievals.list(),
            !forwardOnly,
            control,
            seed.value());
    Benchmark.Result result = run(pair, pairs, options, search);
    BenchmarkReport report = report(pair, result);
    if (out != null) {
      write(out, pair, result);
    }
    if (output.json()) {
      output.document(report.document());
    } else {
      print(report);
    }
    if (!result.complete()) {
      throw new CancellationException();
    }
    return ExitCodes.DONE;
  }

  private BenchmarkReport report(PairInputs.Pair pair, Benchmark.Result result) {
    return new BenchmarkReport(pair, result, inputs.normalization(), seed.value());
  }

  private void write(Path folder, PairInputs.Pair pair, Benchmark.Result result) {
    report(pair, result).write(folder);
    record(result).write(folder.resolve("run.json"));
  }

  /** The inputs by their content, read once. */
  private List<RunRecipe.Input> files() {
    List<RunRecipe.Input> known = files;
    if (known == null) {
      known = inputs.recipe(test.file(), output);
      files = known;
    }
    return known;
  }

  private RunRecord record(Benchmark.Result result) {
    RunRecipe recipe =
        new RunRecipe(
            RunRecipe.VERSION,
            files(),
            result.methods().stream().map(MethodScore::method).toList(),
            inputs.recipeOptions(),
            inputs.normalization(),
            retrievals.names(),
            retrievals.neighborhood(),
            retrievals.temperature(),
            !forwardOnly,
            inputs.limit(),
            seed.value());
    return new RunRecord(
        "benchmark",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        recipe,
        RunRecord.rows(result.methods()),
        result.leakage(),
        result.complete());
  }

  private List<Aligner> aligners(NeighborSearch search) {
    List<Aligner> aligners = new ArrayList<>();
    for (String name : names(methods)) {
      aligners.add(CommonOptions.aligner(command, "--methods", name, seed.value(), search));
    }
    return aligners;
  }

  /** The methods of a choice: all where it is empty; {@value #SUPERVISED} stands for a group. */
  static List<String> names(List<String> chosen) {
    List<String> names = new ArrayList<>();
    for (String name : chosen.isEmpty() ? Aligners.names() : chosen) {
      if (name.equals(SUPERVISED)) {
        Aligners.all().stream()
            .filter(method -> method.supervision() == Supervision.DICTIONARY)
            .forEach(method -> names.add(method.name()));
      } else {
        names.add(name);
      }
    }
    return names.stream().distinct().toList();
  }

  private Benchmark.Result run(
      PairInputs.Pair pair,
      List<WordPair> pairs,
      Benchmark.Options options,
      NeighborSearch search) {
    Benchmark benchmark =
        new Benchmark(
            pair.source().vocabulary(),
            pair.source().vectors(),
            pair.target().vocabulary(),
            pair.target().vectors(),
            search,
            inputs.scalings(output));
    try {
      return benchmark.run(
          pair.training(),
          pairs,
          options,
          new Rows(pair, pairs),
          output.progress(),
          output.cancellation());
    } catch (AlignmentFault fault) {
      throw AlignmentInputs.at(test.file(), fault);
    }
  }

  private void print(BenchmarkReport report) {
    output.line("");
    output.line(report.beside().text(FigureTable.Format.TEXT).stripTrailing());
    report.notes(output.messages()).forEach(output::line);
    if (out != null) {
      output.line("written to " + out);
    }
  }

  /** Prints each row when it is there, and writes what has ended: a killed run leaves that. */
  private final class Rows implements Benchmark.Listener {
    private final PairInputs.Pair pair;
    private final List<WordPair> test;
    private final List<MethodScore> ended = new ArrayList<>();
    private boolean any;

    Rows(PairInputs.Pair pair, List<WordPair> test) {
      this.pair = pair;
      this.test = test;
    }

    @Override
    public void started(String method, int place, int count) {}

    @Override
    public void finished(MethodScore method) {
      if (!output.json()) {
        lines(method).forEach(output::line);
        any = true;
      }
      ended.add(method);
      if (out != null) {
        write(
            out,
            pair,
            new Benchmark.Result(
                List.copyOf(ended),
                ResolvedAnchors.resolve(
                    pair.training(), pair.source().vocabulary(), pair.target().vocabulary()),
                Leakage.between(pair.training(), test),
                false));
      }
    }

    private List<String> lines(MethodScore method) {
      List<String> lines = new ArrayList<>();
      if (!any) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-24s %-9s %-9s %-20s %-14s %6s %8s %8s",
                "method",
                "retrieval",
                "direction",
                "P@1 / 5 / 10",
                "95 % of P@1",
                "MRR",
                "covered",
                "seconds"));
      }
      if (method.fault() != null) {
        lines.add(
            String.format(
                Locale.ROOT,
                "%-24s %s",
                method.method(),
                ErrorText.of(method.fault(), output.messages())));
      }
      method.scores().forEach(score -> lines.add(line(method, score)));
      if (method.outcome() == MethodScore.Outcome.NOT_USEFUL) {
        lines.add(
            "  "
                + output
                    .messages()
                    .text(
                        "benchmark.notUseful",
                        method.method(),
                        FigureTable.figure(method.bestAt10(), 1)));
      }
      return lines;
    }

    private String line(MethodScore method, TranslationScore score) {
      String direction = score.direction().name().toLowerCase(Locale.ROOT);
      if (method.outcome() == MethodScore.Outcome.NOT_USEFUL) {
        return String.format(
            Locale.ROOT,
            "%-24s %-9s %-9s %s",
            method.method(),
            score.retrieval(),
            direction,
            EvaluateCommand.noMapping(score, output.messages()));
      }
      return String.format(
          Locale.ROOT,
          "%-24s %-9s %-9s %-20s %-14s %6.4f %8s %8.2f",
          method.method(),
          score.retrieval(),
          direction,
          BenchmarkTables.triple(score.precision()),
          String.format(
              Locale.ROOT, "%.1f – %.1f", score.interval95().low(), score.interval95().high()),
          score.meanReciprocalRank(),
          String.format(Locale.ROOT, "%.1f %%", 100 * score.counts().coverage()),
          method.alignSeconds() + method.evaluateSeconds());
    }
  }
}
