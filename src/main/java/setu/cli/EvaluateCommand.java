package setu.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.align.Alignment;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.BenchmarkTables;
import setu.core.evaluate.Breakdown;
import setu.core.evaluate.ErrorReport;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.FrequencyPruning;
import setu.core.evaluate.Leakage;
import setu.core.evaluate.MappingConsistency;
import setu.core.evaluate.MethodScore;
import setu.core.evaluate.RunPage;
import setu.core.evaluate.RunRecipe;
import setu.core.evaluate.RunRecord;
import setu.core.evaluate.SpaceDiagnostics;
import setu.core.evaluate.TablePage;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.evaluate.WordTranslation;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.message.Messages;

/** {@code setu evaluate}: word translation precision of an alignment. */
@Command(
    name = "evaluate",
    description =
        "Align two spaces and measure word translation: P@1, P@5, P@10 and MRR, with coverage,"
            + " intervals and leakage.")
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private AlignmentInputs inputs;
  @Mixin private CommonOptions.Test test;
  @Mixin private CommonOptions.Retrievals retrievals;
  @Mixin private Output output;

  @Option(
      names = "--both-directions",
      description = "Measure from target to source as well, with the test pairs reversed.")
  private boolean bothDirections;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Keep the run: its recipe and every query's outcome, for setu replay and the window; a"
              + " page of it (NAME.html) goes beside.")
  private @Nullable Path report;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "A folder that gets evaluate.json, evaluate.html and each table (scores, and those of"
              + " --errors, --pruning and --diagnostics) as .tsv, .md and .tex.")
  private @Nullable Path out;

  @Mixin private AnalysisOptions analyses;

  @Override
  public Integer call() {
    WordTranslation.Options options =
        new WordTranslation.Options(retrievals.list(), bothDirections, inputs.seed());
    List<WordPair> pairs = DictionaryFiles.readPairs(test.file());
    AlignmentInputs.Solved solved = inputs.solve(output);
    long begun = System.nanoTime();
    List<TranslationScore> scores = scores(solved, pairs, options);
    double seconds = (System.nanoTime() - begun) / 1e9;
    AlignCommand.noteFewAnchors(output, solved);
    MethodScore method =
        MethodScore.of(
            inputs.method().name(),
            solved.alignment().run(),
            scores,
            solved.alignSeconds(),
            seconds);
    Leakage leakage = Leakage.between(solved.training(), pairs);
    Map<String, Object> document = document(solved, method, leakage, seconds);
    List<String> lines = new ArrayList<>();
    Map<String, FigureTable> tables = new LinkedHashMap<>();
    tables.put("scores", BenchmarkTables.details(List.of(method)));
    if (analyses.any()) {
      analyse(solved, scores, pairs, document, lines, tables);
    }
    if (out != null) {
      write(out, solved, document, tables);
    }
    if (report != null) {
      RunRecord run = record(report, solved, method, leakage);
      run.write(report);
      RunPage.write(run, report.resolveSibling(run.name() + ".html"));
    }
    if (output.json()) {
      output.document(document);
    } else {
      print(solved, method, leakage);
      lines.forEach(output::line);
    }
    return ExitCodes.DONE;
  }

  /** Writes the document, a page of all tables, and each table by itself. */
  private static void write(
      Path folder,
      AlignmentInputs.Solved solved,
      Map<String, Object> document,
      Map<String, FigureTable> tables) {
    BenchmarkReport.text(folder.resolve("evaluate.json"), JsonOutput.text(document) + "\n");
    String title = solved.source().name() + " → " + solved.target().name();
    BenchmarkReport.text(
        folder.resolve("evaluate.html"), TablePage.text(title, List.copyOf(tables.values())));
    tables.forEach(
        (name, table) -> {
          BenchmarkReport.text(folder.resolve(name + ".tsv"), table.text(FigureTable.Format.TSV));
          BenchmarkReport.text(
              folder.resolve(name + ".md"), table.text(FigureTable.Format.MARKDOWN));
          BenchmarkReport.text(folder.resolve(name + ".tex"), table.text(FigureTable.Format.LATEX));
        });
  }

  private RunRecord record(
      Path file, AlignmentInputs.Solved solved, MethodScore method, Leakage leakage) {
    PairInputs pair = inputs.pair();
    RunRecipe recipe =
        new RunRecipe(
            RunRecipe.VERSION,
            pair.recipe(test.file(), output),
            List.of(inputs.method().name()),
            inputs.recipeOptions(),
            pair.normalization(),
            retrievals.names(),
            retrievals.neighborhood(),
            retrievals.temperature(),
            bothDirections,
            pair.limit(),
            inputs.seed());
    return new RunRecord(
        String.valueOf(file.getFileName()).replaceFirst("\\.json$", ""),
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        recipe,
        RunRecord.rows(List.of(method)),
        leakage,
        solved.alignment().complete());
  }

  private void analyse(
      AlignmentInputs.Solved solved,
      List<TranslationScore> scores,
      List<WordPair> pairs,
      Map<String, Object> document,
      List<String> lines,
      Map<String, FigureTable> tables) {
    NeighborSearch search = NeighborSearches.choose(inputs.threads()).search();
    AnalysisReport report =
        new AnalysisReport(solved, search, inputs.pair().scalings(output), output);
    List<Retrieval> criteria = retrievals.list();
    if (analyses.errors) {
      List<Map<String, Object>> results = new ArrayList<>();
      List<AnalysisTables.Sorted> sorted = new ArrayList<>();
      for (int i = 0; i < scores.size(); i++) {
        TranslationScore score = scores.get(i);
        ErrorReport errors = report.errors(score, criteria.get(i % criteria.size()));
        Map<String, Object> result = result(score);
        Breakdown breakdown = report.breakdown(score, errors, test.file());
        result.put("errors", AnalysisReport.errors(errors, breakdown));
        results.add(result);
        sorted.add(new AnalysisTables.Sorted(score, errors, breakdown));
        lines.addAll(AnalysisReport.lines(score, errors, breakdown, output.messages()));
      }
      document.put("results", results);
      tables.put("errors", AnalysisTables.errors(sorted, output.messages()));
      tables.put("breakdown", AnalysisTables.breakdown(sorted, output.messages()));
    }
    if (analyses.pruning) {
      List<FrequencyPruning.Point> points =
          report.pruning(pairs, criteria.getLast(), inputs.seed());
      document.put("pruning", AnalysisReport.pruning(points));
      FigureTable table = AnalysisReport.pruningTable(points);
      tables.put("pruning", table);
      lines.add(table.text(FigureTable.Format.TEXT).stripTrailing());
    }
    if (analyses.consistency) {
      MappingConsistency found = consistency(solved, search);
      document.put("consistency", AnalysisReport.consistency(found));
      lines.add(AnalysisReport.line(found));
    }
    if (analyses.diagnostics) {
      SpaceDiagnostics found = report.diagnostics();
      document.put("diagnostics", AnalysisReport.diagnostics(found, output.messages()));
      tables.put("diagnostics", AnalysisTables.diagnostics(found, output.messages()));
      lines.addAll(AnalysisReport.lines(found, output.messages()));
    }
  }

  private MappingConsistency consistency(AlignmentInputs.Solved solved, NeighborSearch search) {
    Alignment backward = inputs.solveBackward(solved, output);
    return MappingConsistency.of(
        solved.alignment(),
        backward,
        solved.source().vectors(),
        solved.target().vectors(),
        AnalysisReport.CONSISTENCY_WORDS,
        search,
        output.progress(),
        output.cancellation());
  }

  private List<TranslationScore> scores(
      AlignmentInputs.Solved solved, List<WordPair> pairs, WordTranslation.Options options) {
    WordTranslation translation =
        new WordTranslation(
                solved.source().vocabulary(),
                solved.alignment().mapSource(solved.source().vectors()),
                solved.target().vocabulary(),
                solved.alignment().mapTarget(solved.target().vectors()),
                NeighborSearches.best(inputs.threads()))
            .with(inputs.pair().scalings(output));
    try {
      return translation.evaluate(pairs, options, output.progress(), output.cancellation());
    } catch (AlignmentFault fault) {
      throw AlignmentInputs.at(test.file(), fault);
    }
  }

  private Map<String, Object> document(
      AlignmentInputs.Solved solved, MethodScore method, Leakage leakage, double evaluateSeconds) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("method", solved.alignment().method());
    document.put("options", inputs.options());
    AlignCommand.run(document, solved.alignment().run());
    document.put("anchors", AlignCommand.counts(solved));
    document.put("outcome", BenchmarkTables.name(method.outcome()));
    document.put("results", method.scores().stream().map(EvaluateCommand::result).toList());
    document.put("leakage", leakage);
    document.put("seed", inputs.seed());
    Map<String, Object> seconds = new LinkedHashMap<>();
    seconds.put("load", solved.loadSeconds());
    seconds.put("align", solved.alignSeconds());
    seconds.put("evaluate", evaluateSeconds);
    document.put("seconds", seconds);
    return document;
  }

  static Map<String, Object> result(TranslationScore score) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("direction", score.direction().name().toLowerCase(Locale.ROOT));
    result.put("retrieval", score.retrieval());
    result.put("queries", score.counts());
    result.put("coverage", rounded(score.counts().coverage(), 4));
    result.put("precision", precision(score.precision()));
    result.put("precisionAll", precision(score.precisionAll()));
    result.put("precisionSourceCovered", precision(score.precisionSourceCovered()));
    result.put("mrr", rounded(score.meanReciprocalRank(), 4));
    result.put(
        "interval95",
        Map.of(
            "1",
            List.of(rounded(score.interval95().low(), 2), rounded(score.interval95().high(), 2))));
    return result;
  }

  static Map<String, Double> precision(Precision precision) {
    Map<String, Double> map = new LinkedHashMap<>();
    map.put("1", rounded(precision.at1(), 2));
    map.put("5", rounded(precision.at5(), 2));
    map.put("10", rounded(precision.at10(), 2));
    return map;
  }

  static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.round(value * scale) / scale;
  }

  private void print(AlignmentInputs.Solved solved, MethodScore method, Leakage leakage) {
    output.line(AlignCommand.summary(solved));
    AlignCommand.warn(output, solved.alignment());
    boolean useful = method.outcome() != MethodScore.Outcome.NOT_USEFUL;
    if (!useful && solved.alignment().run().converged()) {
      output.line(
          output
              .messages()
              .text(
                  "benchmark.notUseful",
                  method.method(),
                  FigureTable.figure(method.bestAt10(), 1)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-9s %-9s %6s %6s %6s  %-13s %6s  %-18s %s",
            "direction",
            "retrieval",
            "P@1",
            "P@5",
            "P@10",
            "95 % of P@1",
            "MRR",
            "covered",
            "P@1 of source-covered / of all"));
    for (TranslationScore score : method.scores()) {
      lines.add(useful ? line(score) : refused(score));
    }
    lines.forEach(output::line);
    output.line(
        String.format(
            Locale.ROOT,
            "leakage: %d test pairs, %d source words and %d target words were trained on",
            leakage.pairs(),
            leakage.sources(),
            leakage.targets()));
  }

  /** What stands where the figures of a mapping that does not translate would. */
  static String noMapping(TranslationScore score, Messages messages) {
    return messages.text(
        "benchmark.noMapping", FigureTable.figure(score.precision().at10(), 1) + " %");
  }

  private String refused(TranslationScore score) {
    return String.format(
        Locale.ROOT,
        "%-9s %-9s %s",
        direction(score),
        score.retrieval(),
        noMapping(score, output.messages()));
  }

  private static String direction(TranslationScore score) {
    return score.direction() == Direction.FORWARD ? "forward" : "backward";
  }

  private static String line(TranslationScore score) {
    Precision precision = score.precision();
    return String.format(
        Locale.ROOT,
        "%-9s %-9s %6.2f %6.2f %6.2f  %5.2f – %5.2f %6.4f  %-18s %5.2f / %5.2f",
        direction(score),
        score.retrieval(),
        precision.at1(),
        precision.at5(),
        precision.at10(),
        score.interval95().low(),
        score.interval95().high(),
        score.meanReciprocalRank(),
        String.format(
            Locale.ROOT,
            "%,d of %,d (%.1f %%)",
            score.counts().covered(),
            score.counts().all(),
            100 * score.counts().coverage()),
        score.precisionSourceCovered().at1(),
        score.precisionAll().at1());
  }
}
