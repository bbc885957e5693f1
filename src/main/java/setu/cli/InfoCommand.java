package setu.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.SpaceFiles;
import setu.core.space.SpaceSummary;
import setu.core.space.SpaceSummary.Norms;
import setu.core.space.SpaceSummary.Scripts;
import setu.core.space.SubwordModel;

/** {@code setu info}: what a file holds. */
@Command(name = "info", description = "Say what a file of vectors holds, and what is wrong in it.")
final class InfoCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  @Parameters(paramLabel = "FILE", description = "A space; its format is found from content.")
  private Path file;

  @Mixin private CommonOptions.OneSpace reading;
  @Mixin private Output output;

  @Override
  public Integer call() {
    EmbeddingSpace space = reading.read(file, output);
    Norms norms = SpaceSummary.norms(space.vectors());
    Scripts scripts = SpaceSummary.scripts(space.vocabulary());
    List<List<String>> twins = space.vocabulary().twinSets();
    if (output.json()) {
      output.document(document(space, norms, scripts, twins));
    } else {
      print(space, norms, scripts, twins);
    }
    return ExitCodes.DONE;
  }

  private Map<String, Object> document(
      EmbeddingSpace space, Norms norms, Scripts scripts, List<List<String>> twins) {
    LoadReport report = space.report();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", file.toString());
    document.put("format", report.format());
    document.put("compression", compression());
    document.put("rows", report.rows());
    document.put("dimensions", report.dimensions());
    document.put("language", scripts.language());
    document.put("scripts", scripts);
    document.put("norm", norms);
    document.put("duplicates", report.duplicates());
    document.put("refused", report.refused());
    document.put("leftOut", report.leftOut());
    document.put("origin", report.origin().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    document.put("badRows", report.badRows().stream().map(InfoCommand::row).toList());
    document.put("twinSets", twins.size());
    document.put("twins", twins.stream().limit(LoadReport.SHOWN).toList());
    document.put("subwords", subwords(space));
    document.put("id", space.id().hash());
    document.put("seconds", report.seconds());
    return document;
  }

  private static @Nullable Map<String, Object> subwords(EmbeddingSpace space) {
    SubwordModel model = space.subwords();
    return model == null ? null : Map.of("shortest", model.shortest(), "longest", model.longest());
  }

  private static Map<String, Object> row(BadRow row) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("line", row.line());
    entry.put("reason", row.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    entry.put("word", row.word());
    return entry;
  }

  private void print(EmbeddingSpace space, Norms norms, Scripts scripts, List<List<String>> twins) {
    LoadReport report = space.report();
    field("format", report.format() + (compression().equals("gzip") ? ", gzip" : ""));
    field("rows", String.format(Locale.ROOT, "%,d", report.rows()));
    field("dimensions", String.format(Locale.ROOT, "%d", report.dimensions()));
    field(
        "language",
        String.format(
            Locale.ROOT,
            "%s (Sinhala %.1f %%, Latin %.1f %%, other %.1f %%)",
            scripts.language(),
            100 * scripts.sinhala(),
            100 * scripts.latin(),
            100 * scripts.other()));
    field(
        "norms",
        String.format(
            Locale.ROOT, "%.4f to %.4f, mean %.4f", norms.min(), norms.max(), norms.mean()));
    field("duplicates", String.format(Locale.ROOT, "%,d", report.duplicates()));
    field("refused", rows(report.refused()));
    for (BadRow row : report.badRows().stream().limit(SHOWN).toList()) {
      String reason = output.messages().text("badRow." + row.reason());
      output.line(String.format(Locale.ROOT, "  line %,d: %s: %s", row.line(), row.word(), reason));
    }
    if (report.refused() > SHOWN) {
      output.line("  … (more with --json)");
    }
    if (report.leftOut() > 0) {
      field("left out", rows(report.leftOut()) + " not selected");
    }
    SubwordModel model = space.subwords();
    if (model != null) {
      field(
          "subwords",
          String.format(
              Locale.ROOT, "n-grams of %d to %d characters", model.shortest(), model.longest()));
    }
    field(
        "ZWJ twins",
        String.format(Locale.ROOT, "%,d sets of words equal but for joiners", twins.size()));
    for (List<String> set : twins.stream().limit(5).toList()) {
      output.line("  " + String.join("  ", set.stream().map(InfoCommand::visible).toList()));
    }
    field("seconds", String.format(Locale.ROOT, "%.3f", report.seconds()));
  }

  private static String rows(int count) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? "row" : "rows");
  }

  private void field(String name, String value) {
    output.line(String.format(Locale.ROOT, "%-11s %s", name, value));
  }

  /** Joiners cannot be seen, so their places are named. */
  private static String visible(String word) {
    String marked = word.replace("\u200D", "[ZWJ]").replace("\u200C", "[ZWNJ]");
    return marked.equals(word) ? word : word + " (" + marked + ")";
  }

  private String compression() {
    return SpaceFiles.isGzip(file) ? "gzip" : "none";
  }
}
