package setu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import setu.core.evaluate.Breakdown;
import setu.core.evaluate.Diagnostic;
import setu.core.evaluate.ErrorKind;
import setu.core.evaluate.ErrorReport;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.QueryFacet;
import setu.core.evaluate.SpaceDiagnostics;
import setu.core.evaluate.TranslationScore;
import setu.message.Messages;

/** The tables of what {@code setu evaluate} says besides its scores. */
final class AnalysisTables {
  private AnalysisTables() {}

  /** The errors of one score, sorted. */
  record Sorted(TranslationScore score, ErrorReport report, Breakdown breakdown) {
    private String direction() {
      return score.direction().name().toLowerCase(Locale.ROOT);
    }
  }

  /** How many queries of each score have an error of each kind. */
  static FigureTable errors(List<Sorted> scores, Messages messages) {
    List<List<String>> rows = new ArrayList<>();
    for (Sorted sorted : scores) {
      for (ErrorKind kind : ErrorKind.values()) {
        int count = sorted.report().counts().getOrDefault(kind, 0);
        rows.add(
            List.of(
                sorted.direction(),
                sorted.score().retrieval(),
                messages.text("errorKind." + kind),
                String.valueOf(count)));
      }
    }
    return new FigureTable(
        "Queries by kind of error", List.of("direction", "retrieval", "kind", "queries"), rows);
  }

  /** Precision of each score by every facet, strict and stem-soft. */
  static FigureTable breakdown(List<Sorted> scores, Messages messages) {
    List<List<String>> rows = new ArrayList<>();
    for (Sorted sorted : scores) {
      for (QueryFacet facet : QueryFacet.values()) {
        for (Breakdown.Cell cell : sorted.breakdown().by(facet)) {
          rows.add(
              List.of(
                  sorted.direction(),
                  sorted.score().retrieval(),
                  messages.text("facet." + facet),
                  cell.row(),
                  String.valueOf(cell.covered()),
                  FigureTable.figure(cell.at1(), 2),
                  FigureTable.figure(cell.at5(), 2),
                  FigureTable.figure(cell.at10(), 2),
                  FigureTable.figure(cell.softAt1(), 2)));
        }
      }
    }
    return new FigureTable(
        "P@k by facet",
        List.of(
            "direction",
            "retrieval",
            "facet",
            "value",
            "covered",
            "P@1",
            "P@5",
            "P@10",
            "stem-soft P@1"),
        rows);
  }

  /** Every diagnostic with what it means here. */
  static FigureTable diagnostics(SpaceDiagnostics found, Messages messages) {
    List<List<String>> rows = new ArrayList<>();
    for (Diagnostic figure : found.figures()) {
      rows.add(
          List.of(
              messages.text("diagnostic.name." + figure.measure()),
              messages.text("diagnostic.scope." + figure.scope()),
              FigureTable.figure(figure.value(), 6),
              AnalysisReport.meaning(figure, messages),
              figure.measure().source()));
    }
    return new FigureTable(
        "The spaces and their pair",
        List.of("measure", "scope", "value", "meaning", "source"),
        rows);
  }
}
