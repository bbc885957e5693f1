package setu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.Benchmark;
import setu.core.evaluate.BenchmarkTables;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.FigureTable.Format;
import setu.core.evaluate.McNemar;
import setu.core.evaluate.MethodScore;
import setu.core.evaluate.TablePage;
import setu.core.evaluate.TranslationScore;
import setu.core.file.SafeWrite;
import setu.core.space.EmbeddingSpace;
import setu.message.Messages;

/** A benchmark's outcome as the JSON document and the files that {@code setu benchmark} leaves. */
final class BenchmarkReport {
  /** What the other methods are compared with by McNemar's test. */
  private static final String BASELINE = "procrustes";

  private final PairInputs.Pair pair;
  private final Benchmark.Result result;
  private final String normalization;
  private final long seed;

  BenchmarkReport(PairInputs.Pair pair, Benchmark.Result result, String normalization, long seed) {
    this.pair = pair;
    this.result = result;
    this.normalization = normalization;
    this.seed = seed;
  }

  /** The published table with these figures beside. */
  FigureTable beside() {
    String source = pair.source().name();
    String target = pair.target().name();
    return BenchmarkTables.beside(
        result.methods(), source + " → " + target, target + " → " + source);
  }

  /** What has to be said beside the table. */
  List<String> notes(Messages messages) {
    List<String> notes = new ArrayList<>();
    int used = result.anchors().size();
    notes.add(
        messages.text(
            "benchmark.leakage",
            result.leakage().pairs(),
            result.leakage().sources(),
            result.leakage().targets()));
    if (used < pair.source().dimensions()) {
      notes.add(messages.text("benchmark.fewAnchors", used, pair.source().dimensions()));
    }
    if (!result.complete()) {
      notes.add(messages.text("benchmark.stopped", result.methods().size()));
    }
    return notes;
  }

  /** The JSON document. */
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("source", space(pair.source()));
    document.put("target", space(pair.target()));
    Map<String, Object> anchors = new LinkedHashMap<>();
    anchors.put("given", pair.training().size());
    anchors.put("used", result.anchors().size());
    anchors.put("oov", result.anchors().outOfVocabulary().size());
    document.put("anchors", anchors);
    document.put("options", Map.of("normalize", normalization));
    document.put("seed", seed);
    document.put("complete", result.complete());
    List<Object> rows = new ArrayList<>();
    for (MethodScore method : result.methods()) {
      rows.addAll(rows(method));
    }
    document.put("rows", rows);
    document.put("comparisons", comparisons());
    document.put("leakage", result.leakage());
    return document;
  }

  private static Map<String, Object> space(EmbeddingSpace space) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", space.name());
    map.put("rows", space.rows());
    map.put("dimensions", space.dimensions());
    map.put("id", space.id().hash());
    return map;
  }

  private static List<Map<String, Object>> rows(MethodScore method) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (method.fault() != null) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("method", method.method());
      row.put("outcome", BenchmarkTables.name(method.outcome()));
      row.put("problem", method.fault().problem().name());
      row.put("detail", method.fault().detail());
      rows.add(row);
    }
    for (TranslationScore score : method.scores()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("method", method.method());
      row.putAll(EvaluateCommand.result(score));
      row.put("outcome", BenchmarkTables.name(method.outcome()));
      row.put("seconds", method.alignSeconds() + method.evaluateSeconds());
      row.put("alignSeconds", method.alignSeconds());
      if (method.convergence() != null) {
        row.put("convergence", method.convergence());
      }
      rows.add(row);
    }
    return rows;
  }

  private List<Map<String, Object>> comparisons() {
    MethodScore baseline = result.method(BASELINE);
    List<Map<String, Object>> comparisons = new ArrayList<>();
    for (MethodScore method : result.methods()) {
      for (TranslationScore score : method.scores()) {
        TranslationScore against = against(baseline, method, score);
        if (against != null) {
          McNemar test = McNemar.between(against, score);
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("method", method.method());
          row.put("against", BASELINE);
          row.put("retrieval", score.retrieval());
          row.put("direction", score.direction().name().toLowerCase(Locale.ROOT));
          row.put("gained", test.gained());
          row.put("lost", test.lost());
          row.put("p", test.p());
          comparisons.add(row);
        }
      }
    }
    return comparisons;
  }

  private static @Nullable TranslationScore against(
      @Nullable MethodScore baseline, MethodScore method, TranslationScore score) {
    return baseline == null || method.method().equals(BASELINE)
        ? null
        : baseline.score(score.direction(), score.retrieval());
  }

  /** Writes the report in every format. */
  void write(Path folder) {
    FigureTable beside = beside();
    FigureTable details = BenchmarkTables.details(result.methods());
    text(folder.resolve("benchmark.json"), JsonOutput.text(document()) + "\n");
    text(folder.resolve("benchmark.tsv"), details.text(Format.TSV));
    text(folder.resolve("benchmark.md"), beside.text(Format.MARKDOWN));
    text(folder.resolve("benchmark.tex"), beside.text(Format.LATEX));
    String title = pair.source().name() + " → " + pair.target().name();
    text(folder.resolve("benchmark.html"), TablePage.text(title, List.of(beside, details)));
  }

  /** Writes a text file as UTF-8. */
  static void text(Path file, String text) {
    SafeWrite.write(file, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
