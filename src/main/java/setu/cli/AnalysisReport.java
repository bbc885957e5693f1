package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.WordPair;
import setu.core.evaluate.AlignedPair;
import setu.core.evaluate.BenchmarkTables;
import setu.core.evaluate.Breakdown;
import setu.core.evaluate.Diagnostic;
import setu.core.evaluate.ErrorAnalysis;
import setu.core.evaluate.ErrorReport;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.FrequencyPruning;
import setu.core.evaluate.MappingConsistency;
import setu.core.evaluate.QueryFacet;
import setu.core.evaluate.QueryTraits;
import setu.core.evaluate.SpaceDiagnostics;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.fault.Fault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Normalization;
import setu.message.Messages;

/** Errors by kind, pruning and diagnostics, as {@code setu evaluate} prints them. */
final class AnalysisReport {
  /** How many words are sent there and back. */
  static final int CONSISTENCY_WORDS = 15_000;

  private final AlignmentInputs.Solved solved;
  private final AlignedPair pair;
  private final NeighborSearch search;
  private final ScalingCache scalings;
  private final Output output;

  AnalysisReport(
      AlignmentInputs.Solved solved, NeighborSearch search, ScalingCache scalings, Output output) {
    this.solved = solved;
    this.search = search;
    this.scalings = scalings;
    this.output = output;
    this.pair =
        new AlignedPair(
            solved.source().vocabulary(),
            solved.alignment().mapSource(solved.source().vectors()),
            solved.target().vocabulary(),
            solved.alignment().mapTarget(solved.target().vectors()),
            search);
  }

  /** The kinds of each score's errors, and its breakdown. */
  ErrorReport errors(TranslationScore score, Retrieval retrieval) {
    return new ErrorAnalysis(pair).of(score, retrieval, output.progress(), output.cancellation());
  }

  /** A score's breakdown by every facet. */
  Breakdown breakdown(TranslationScore score, ErrorReport report, Path test) {
    QueryTraits traits =
        QueryTraits.of(pair, score, entries(test), solved.training(), output.cancellation());
    return new Breakdown(report, traits);
  }

  /** Parts of speech and categories, where the file says them. */
  private static List<DictionaryEntry> entries(Path test) {
    try {
      return DictionaryFiles.read(test, DictionaryOptions.AS_WRITTEN).entries();
    } catch (Fault unsaid) {
      // A list of pairs that curation would refuse still has its scores.
      return List.of();
    }
  }

  /** The JSON of one score's errors. */
  static Map<String, Object> errors(ErrorReport report, Breakdown breakdown) {
    Map<String, Object> errors = new LinkedHashMap<>();
    Map<String, Integer> kinds = new LinkedHashMap<>();
    report.counts().forEach((kind, count) -> kinds.put(name(kind), count));
    errors.put("kinds", kinds);
    errors.put("stemSoft", precision(report.soft()));
    errors.put("stemSoftSourceCovered", precision(report.softSourceCovered()));
    Map<String, Object> facets = new LinkedHashMap<>();
    for (QueryFacet facet : QueryFacet.values()) {
      facets.put(name(facet), breakdown.by(facet).stream().map(AnalysisReport::cell).toList());
    }
    errors.put("breakdown", facets);
    errors.put("queries", report.cases().stream().map(AnalysisReport::query).toList());
    return errors;
  }

  private static Map<String, Object> query(ErrorReport.Case c) {
    Map<String, Object> query = new LinkedHashMap<>();
    query.put("query", c.outcome().query());
    query.put("gold", c.outcome().gold());
    query.put("rank", c.outcome().rank());
    query.put("kind", name(c.kind()));
    query.put("occurrences", c.occurrences());
    query.put("candidates", c.outcome().candidates());
    return query;
  }

  private static Map<String, Object> cell(Breakdown.Cell cell) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("value", cell.row());
    map.put("queries", cell.cases().size());
    map.put("covered", cell.covered());
    if (cell.covered() > 0) {
      map.put("precision", precision(new Precision(cell.at1(), cell.at5(), cell.at10())));
      map.put("stemSoftAt1", rounded(cell.softAt1(), 2));
    }
    return map;
  }

  /** Errors as lines of text. */
  static List<String> lines(
      TranslationScore score, ErrorReport report, Breakdown breakdown, Messages messages) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "errors of %s %s: strict P@1 / 5 / 10 %s, stem-soft %s",
            score.direction().name().toLowerCase(Locale.ROOT),
            score.retrieval(),
            triple(report.strict()),
            triple(report.soft())));
    report
        .counts()
        .forEach(
            (kind, count) ->
                lines.add(
                    String.format(
                        Locale.ROOT, "  %5d  %s", count, messages.text("errorKind." + kind))));
    for (QueryFacet facet : QueryFacet.values()) {
      List<String> cells = new ArrayList<>();
      for (Breakdown.Cell cell : breakdown.by(facet)) {
        cells.add(
            cell.row() + " " + FigureTable.figure(cell.at1(), 1) + " (" + cell.covered() + ")");
      }
      lines.add("  " + messages.text("facet." + facet) + ", P@1: " + String.join(", ", cells));
    }
    return lines;
  }

  private static String triple(Precision precision) {
    return BenchmarkTables.triple(precision);
  }

  /** Forward scores with the target vocabulary pruned. */
  List<FrequencyPruning.Point> pruning(List<WordPair> test, Retrieval retrieval, long seed) {
    return FrequencyPruning.of(
        solved.source().vocabulary(),
        pair.queries(Direction.FORWARD).rows().rows(),
        solved.target().vocabulary(),
        pair.candidates(Direction.FORWARD).rows().rows(),
        test,
        retrieval,
        seed,
        search,
        scalings,
        output.progress(),
        output.cancellation());
  }

  /** The JSON of pruning. */
  static List<Map<String, Object>> pruning(List<FrequencyPruning.Point> points) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (FrequencyPruning.Point point : points) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("candidates", point.candidates());
      map.put("retrieval", point.score().retrieval());
      map.put("coverage", rounded(point.score().counts().coverage(), 4));
      map.put("precision", precision(point.score().precision()));
      map.put("precisionSourceCovered", precision(point.score().precisionSourceCovered()));
      list.add(map);
    }
    return list;
  }

  /** Pruning as a table. */
  static FigureTable pruningTable(List<FrequencyPruning.Point> points) {
    List<List<String>> rows = new ArrayList<>();
    for (FrequencyPruning.Point point : points) {
      TranslationScore score = point.score();
      rows.add(
          List.of(
              String.format(Locale.ROOT, "%,d", point.candidates()),
              score.retrieval(),
              FigureTable.figure(100 * score.counts().coverage(), 1),
              triple(score.precision()),
              triple(score.precisionSourceCovered())));
    }
    return new FigureTable(
        "Target vocabulary pruned by frequency",
        List.of("candidates", "retrieval", "coverage", "P covered", "P source-covered"),
        rows);
  }

  /** The spaces and their pair, measured. */
  SpaceDiagnostics diagnostics() {
    ResolvedAnchors anchors = solved.anchors();
    FloatMatrix source = Normalization.UNIT.apply(solved.source().vectors());
    FloatMatrix target = Normalization.UNIT.apply(solved.target().vectors());
    return SpaceDiagnostics.of(
        source, target, pair, anchors, output.progress(), output.cancellation());
  }

  /** The JSON of the diagnostics. */
  static Map<String, Object> diagnostics(SpaceDiagnostics found, Messages messages) {
    Map<String, Object> document = new LinkedHashMap<>();
    List<Map<String, Object>> figures = new ArrayList<>();
    for (Diagnostic figure : found.figures()) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("measure", name(figure.measure()));
      map.put("scope", name(figure.scope()));
      map.put("value", rounded(figure.value(), 6));
      map.put("meaning", meaning(figure, messages));
      map.put("source", figure.measure().source());
      figures.add(map);
    }
    document.put("pairs", found.pairs());
    document.put("figures", figures);
    document.put("hubs", found.hubs());
    Map<String, Object> occurrences = new LinkedHashMap<>();
    occurrences.put("nn", found.occurrencesNn());
    occurrences.put("csls", found.occurrencesCsls());
    document.put("occurrences", occurrences);
    document.put("sourceSpectrum", found.sourceSpectrum());
    document.put("targetSpectrum", found.targetSpectrum());
    return document;
  }

  /** What a figure means here, in a sentence. */
  static String meaning(Diagnostic figure, Messages messages) {
    return messages.text(
        "diagnostic.meaning." + figure.measure(), FigureTable.figure(figure.value(), 3));
  }

  /** The diagnostics as lines of text. */
  static List<String> lines(SpaceDiagnostics found, Messages messages) {
    List<String> lines = new ArrayList<>();
    for (Diagnostic figure : found.figures()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-28s %-9s %9.4f  %s",
              messages.text("diagnostic.name." + figure.measure()),
              messages.text("diagnostic.scope." + figure.scope()),
              figure.value(),
              meaning(figure, messages)));
    }
    return lines;
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Map<String, Double> precision(Precision precision) {
    return EvaluateCommand.precision(precision);
  }

  private static double rounded(double value, int digits) {
    return EvaluateCommand.rounded(value, digits);
  }

  /** The JSON of two mappings' agreement; what cannot be measured is left out. */
  static Map<String, Object> consistency(MappingConsistency found) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("words", found.words());
    if (!Double.isNaN(found.cosine())) {
      document.put("cosine", EvaluateCommand.rounded(found.cosine(), 4));
      document.put("gap", EvaluateCommand.rounded(found.gap(), 4));
    }
    document.put("returning", EvaluateCommand.rounded(found.returning(), 2));
    document.put("mutual", EvaluateCommand.rounded(found.mutual(), 2));
    return document;
  }

  /** The same as a line of text. */
  static String line(MappingConsistency found) {
    String undone =
        Double.isNaN(found.cosine())
            ? ""
            : String.format(
                Locale.ROOT,
                "cosine there and back %.4f, gap of W·V to the identity %.4f, ",
                found.cosine(),
                found.gap());
    return String.format(
        Locale.ROOT,
        "both ways, %,d words: %s%.1f %% return (%.1f %% by one mapping alone)",
        found.words(),
        undone,
        found.returning(),
        found.mutual());
  }
}
