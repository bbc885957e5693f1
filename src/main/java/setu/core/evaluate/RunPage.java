package setu.core.evaluate;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.file.SafeWrite;

/**
 * A kept run as a page to read and to print: recipe, scores, and the first misses of each score.
 */
public final class RunPage {
  private static final int MISSES = 60;

  private RunPage() {}

  /**
   * Writes the page.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   */
  public static void write(RunRecord run, Path file) {
    SafeWrite.write(file, out -> out.write(text(run).getBytes(StandardCharsets.UTF_8)));
  }

  /** The page, HTML that needs no other file. */
  public static String text(RunRecord run) {
    List<FigureTable> tables = new ArrayList<>();
    tables.add(scores(run));
    tables.add(recipe(run));
    run.rows().forEach(row -> tables.add(misses(row)));
    return TablePage.text(run.name(), tables);
  }

  private static FigureTable scores(RunRecord run) {
    List<List<String>> rows = new ArrayList<>();
    for (RunRecord.Row row : run.rows()) {
      TranslationScore score = row.score();
      rows.add(
          List.of(
              row.method(),
              score.retrieval(),
              direction(score),
              BenchmarkTables.triple(score.precision()),
              String.format(
                  Locale.ROOT, "%.1f – %.1f", score.interval95().low(), score.interval95().high()),
              FigureTable.figure(score.meanReciprocalRank(), 4),
              String.format(
                  Locale.ROOT, "%,d of %,d", score.counts().covered(), score.counts().all()),
              BenchmarkTables.triple(score.precisionSourceCovered()),
              BenchmarkTables.triple(score.precisionAll()),
              row.outcome() == MethodScore.Outcome.NOT_USEFUL ? "did not converge" : ""));
    }
    Leakage leakage = run.leakage();
    String caption =
        String.format(
            Locale.ROOT,
            "P@1 / 5 / 10 in per cent. %s%,d test pairs, %,d source words and %,d target words"
                + " were trained on.",
            run.complete() ? "" : "The run was stopped before its end. ",
            leakage.pairs(),
            leakage.sources(),
            leakage.targets());
    return new FigureTable(
        caption,
        List.of(
            "method",
            "retrieval",
            "direction",
            "covered",
            "95 % of P@1",
            "MRR",
            "queries",
            "source-covered",
            "all",
            ""),
        rows);
  }

  private static FigureTable recipe(RunRecord run) {
    RunRecipe recipe = run.recipe();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("run", run.created()));
    for (RunRecipe.Input input : recipe.inputs()) {
      rows.add(
          List.of(
              input.role(),
              input.path() + first(input.limit()) + " (SHA-256 " + input.hash() + ")"));
    }
    if (recipe.limit() > 0) {
      rows.add(List.of("rows of each space", String.format(Locale.ROOT, "%,d", recipe.limit())));
    }
    rows.add(List.of("methods", String.join(", ", recipe.methods())));
    rows.add(
        List.of(
            "options",
            recipe.options().entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .sorted()
                .collect(Collectors.joining(", "))));
    rows.add(List.of("normalization", recipe.normalization()));
    rows.add(List.of("neighborhood of CSLS", String.valueOf(recipe.neighborhood())));
    rows.add(List.of("seed", String.valueOf(recipe.seed())));
    rows.add(List.of("version of the algorithms", String.valueOf(recipe.version())));
    return new FigureTable(
        "The recipe; setu replay runs it again.", List.of("what", "which"), rows);
  }

  private static String first(@Nullable Integer rows) {
    return rows == null ? "" : String.format(Locale.ROOT, ", the first %,d rows", rows);
  }

  private static FigureTable misses(RunRecord.Row row) {
    List<QueryOutcome> missed =
        row.score().queries().stream().filter(outcome -> outcome.rank() > 1).toList();
    List<List<String>> rows = new ArrayList<>();
    for (QueryOutcome outcome : missed.subList(0, Math.min(MISSES, missed.size()))) {
      rows.add(
          List.of(
              outcome.query(),
              String.join(", ", outcome.gold()),
              String.format(Locale.ROOT, "%,d", outcome.rank()),
              outcome.candidates().stream()
                  .limit(3)
                  .map(TranslationScore.Candidate::word)
                  .collect(Collectors.joining(", "))));
    }
    String caption =
        String.format(
            Locale.ROOT,
            "Missed by %s, %s, %s: %,d of %,d",
            row.method(),
            row.score().retrieval(),
            direction(row.score()),
            rows.size(),
            missed.size());
    return new FigureTable(
        caption, List.of("query", "gold", "rank of gold", "found instead"), rows);
  }

  private static String direction(TranslationScore score) {
    return score.direction().name().toLowerCase(Locale.ROOT);
  }
}
