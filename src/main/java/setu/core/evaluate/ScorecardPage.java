package setu.core.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.evaluate.TranslationScore.QueryOutcome;

/** The scorecard as a page: the run beside the published table, its details, its misses. */
final class ScorecardPage {
  private static final int MISSES = 60;

  private final Scorecard card;
  private final StringBuilder page = new StringBuilder();

  ScorecardPage(Scorecard card) {
    this.card = card;
  }

  String text() {
    String title = card.source() + " → " + card.target();
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    page.append(escape(title)).append(" – Setu</title>\n<style>\n").append(TablePage.STYLE);
    page.append("</style>\n</head>\n<body>\n<h1>").append(escape(title)).append("</h1>\n");
    page.append(
        String.format(
            Locale.ROOT,
            "<p>%s on %,d of %,d anchors. P@1 / 5 / 10 in per cent over covered queries.</p>%n",
            escape(card.method()),
            card.anchorsUsed(),
            card.anchorsGiven()));
    beside();
    details();
    for (TranslationScore score : card.scores()) {
      misses(score);
    }
    page.append("<footer>Published figures: Wickramasinghe and de Silva 2023, arXiv 2311.10436,");
    page.append(" on fastText vectors; other vectors and dictionaries give other figures.");
    page.append("</footer>\n</body>\n</html>\n");
    return page.toString();
  }

  /** This run in the shape of the published table, and the table beside it. */
  private void beside() {
    PublishedTable published = PublishedTable.read();
    Map<String, Map<Direction, String>> own = new LinkedHashMap<>();
    for (TranslationScore score : card.scores()) {
      own.computeIfAbsent(
              PublishedTable.name(card.method(), score.retrieval()), n -> new LinkedHashMap<>())
          .put(score.direction(), figures(score.precision()));
    }
    page.append("<h2>Beside the published table</h2>\n");
    head("Method", card.way(Direction.FORWARD), card.way(Direction.BACKWARD));
    page.setLength(page.length() - "</tr></thead>\n<tbody>\n".length());
    published.columns().forEach(column -> cell("th", "", column));
    page.append("</tr></thead>\n<tbody>\n");
    for (PublishedTable.Row row : published.rows()) {
      Map<Direction, String> figures = own.remove(row.name());
      row(row.name(), figures == null ? Map.of() : figures, row.figures());
    }
    own.forEach((name, figures) -> row(name, figures, List.of("–", "–", "–", "–")));
    end();
  }

  private void row(String name, Map<Direction, String> own, List<String> published) {
    page.append("<tr>");
    cell("td", own.isEmpty() ? "" : "own", name);
    for (Direction direction : Direction.values()) {
      cell("td", "own", own.getOrDefault(direction, "–"));
    }
    published.forEach(figure -> cell("td", "", figure));
    page.append("</tr>\n");
  }

  private void details() {
    page.append("<h2>This run</h2>\n");
    head(
        "Direction",
        "Retrieval",
        "Covered",
        "P@1 / 5 / 10 covered",
        "95 % of P@1",
        "source-covered",
        "all queries",
        "MRR");
    for (TranslationScore score : card.scores()) {
      page.append("<tr>");
      cells(
          card.way(score.direction()),
          score.retrieval().toUpperCase(Locale.ROOT),
          String.format(
              Locale.ROOT,
              "%,d of %,d (%.1f %%)",
              score.counts().covered(),
              score.counts().all(),
              100 * score.counts().coverage()),
          figures(score.precision()),
          String.format(
              Locale.ROOT, "%.1f – %.1f", score.interval95().low(), score.interval95().high()),
          figures(score.precisionSourceCovered()),
          figures(score.precisionAll()),
          String.format(Locale.ROOT, "%.4f", score.meanReciprocalRank()));
      page.append("</tr>\n");
    }
    end();
    page.append(
        String.format(
            Locale.ROOT,
            "<p>Leakage: %,d test pairs, %,d source words and %,d target words were trained"
                + " on.</p>%n",
            card.leakage().pairs(),
            card.leakage().sources(),
            card.leakage().targets()));
  }

  private void misses(TranslationScore score) {
    List<QueryOutcome> missed =
        score.queries().stream().filter(outcome -> outcome.rank() > 1).toList();
    page.append("<h2>Missed: ").append(escape(card.way(score.direction()))).append(", ");
    page.append(score.retrieval().toUpperCase(Locale.ROOT));
    page.append(String.format(Locale.ROOT, " (%,d)</h2>%n", missed.size()));
    head("Query", "Gold", "Rank of gold", "Found instead");
    for (QueryOutcome outcome : missed.subList(0, Math.min(MISSES, missed.size()))) {
      page.append("<tr>");
      cell("td", "", outcome.query());
      cell("td", "wide", String.join(", ", outcome.gold()));
      cell("td", "", String.format(Locale.ROOT, "%,d", outcome.rank()));
      List<String> found =
          outcome.candidates().stream().limit(3).map(TranslationScore.Candidate::word).toList();
      cell("td", "wide", String.join(", ", found));
      page.append("</tr>\n");
    }
    end();
    if (missed.size() > MISSES) {
      page.append("<p>The others are in the JSON beside.</p>\n");
    }
  }

  private void head(String... names) {
    page.append("<div class=\"scroll\"><table>\n<thead><tr>");
    Arrays.stream(names).forEach(name -> cell("th", "", name));
    page.append("</tr></thead>\n<tbody>\n");
  }

  private void end() {
    page.append("</tbody></table></div>\n");
  }

  private void cells(String... texts) {
    Arrays.stream(texts).forEach(text -> cell("td", "", text));
  }

  private void cell(String tag, String style, String text) {
    page.append('<').append(tag);
    if (!style.isEmpty()) {
      page.append(" class=\"").append(style).append('"');
    }
    page.append('>').append(escape(text)).append("</").append(tag).append('>');
  }

  private static String figures(Precision precision) {
    return String.format(
        Locale.ROOT, "%.1f / %.1f / %.1f", precision.at1(), precision.at5(), precision.at10());
  }

  private static String escape(String text) {
    return FigureTable.escaped(text);
  }
}
