package setu.core.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import setu.core.evaluate.MethodScore.Outcome;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.Precision;

/** The tables of a benchmark. Figures are per cent but for MRR (0 to 1) and seconds. */
public final class BenchmarkTables {
  private static final String NONE = "–";

  private BenchmarkTables() {}

  /**
   * The published table's shape: its rows with the user's figures beside the published ones, then
   * the methods that it has not.
   *
   * @param forward what to call source to target, such as {@code en → si}
   * @param backward the other way
   */
  public static FigureTable beside(List<MethodScore> methods, String forward, String backward) {
    PublishedTable published = PublishedTable.read();
    Map<String, Map<Direction, String>> own = new LinkedHashMap<>();
    for (MethodScore method : methods) {
      for (TranslationScore score : method.scores()) {
        own.computeIfAbsent(
                PublishedTable.name(method.method(), score.retrieval()),
                name -> new EnumMap<>(Direction.class))
            .put(score.direction(), figures(method, score));
      }
    }
    List<String> header = new ArrayList<>(List.of("Method", forward, backward));
    published.columns().forEach(column -> header.add("published " + column));
    List<List<String>> rows = new ArrayList<>();
    for (PublishedTable.Row row : published.rows()) {
      Map<Direction, String> figures = own.remove(row.name());
      rows.add(row(row.name(), figures == null ? Map.of() : figures, row.figures()));
    }
    List<String> unpublished = published.columns().stream().map(column -> NONE).toList();
    own.forEach((name, figures) -> rows.add(row(name, figures, unpublished)));
    return new FigureTable("P@1 / 5 / 10 in per cent over covered queries", header, rows);
  }

  private static List<String> row(String name, Map<Direction, String> own, List<String> published) {
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(own.getOrDefault(Direction.FORWARD, NONE));
    row.add(own.getOrDefault(Direction.BACKWARD, NONE));
    row.addAll(published);
    return row;
  }

  private static String figures(MethodScore method, TranslationScore score) {
    return switch (method.outcome()) {
      case NOT_USEFUL -> "no useful mapping (P@10 " + points(score.precision().at10()) + ")";
      case INCOMPLETE -> triple(score.precision()) + " (stopped)";
      case DONE, BASELINE, FAILED -> triple(score.precision());
    };
  }

  /** {@code 16.4 / 35.7 / 43.6}. */
  public static String triple(Precision precision) {
    return points(precision.at1())
        + " / "
        + points(precision.at5())
        + " / "
        + points(precision.at10());
  }

  private static String points(double percent) {
    return FigureTable.figure(percent, 1);
  }

  /** One row per method, retrieval and direction with everything measured. */
  public static FigureTable details(List<MethodScore> methods) {
    List<String> header =
        List.of(
            "method",
            "retrieval",
            "direction",
            "outcome",
            "P@1",
            "P@5",
            "P@10",
            "P@1 low",
            "P@1 high",
            "MRR",
            "covered",
            "source-covered",
            "all",
            "P@1 source-covered",
            "P@1 all",
            "align s",
            "evaluate s");
    List<List<String>> rows = new ArrayList<>();
    for (MethodScore method : methods) {
      if (method.outcome() == Outcome.FAILED) {
        List<String> row = new ArrayList<>(List.of(method.method(), "", "", "failed"));
        while (row.size() < header.size()) {
          row.add("");
        }
        rows.add(row);
      }
      method.scores().forEach(score -> rows.add(detail(method, score)));
    }
    return new FigureTable("Every score with its denominators", header, rows);
  }

  private static List<String> detail(MethodScore method, TranslationScore score) {
    Precision precision = score.precision();
    return List.of(
        method.method(),
        score.retrieval(),
        score.direction().name().toLowerCase(Locale.ROOT),
        name(method.outcome()),
        FigureTable.figure(precision.at1(), 2),
        FigureTable.figure(precision.at5(), 2),
        FigureTable.figure(precision.at10(), 2),
        FigureTable.figure(score.interval95().low(), 2),
        FigureTable.figure(score.interval95().high(), 2),
        FigureTable.figure(score.meanReciprocalRank(), 4),
        String.valueOf(score.counts().covered()),
        String.valueOf(score.counts().sourceCovered()),
        String.valueOf(score.counts().all()),
        FigureTable.figure(score.precisionSourceCovered().at1(), 2),
        FigureTable.figure(score.precisionAll().at1(), 2),
        FigureTable.figure(method.alignSeconds(), 3),
        FigureTable.figure(method.evaluateSeconds(), 3));
  }

  /** An outcome as programs read it, such as {@code not-useful}. */
  public static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
