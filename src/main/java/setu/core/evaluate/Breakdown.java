package setu.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import setu.core.evaluate.ErrorReport.Case;

/**
 * A score by one facet of its queries, or by two: precision at 1, 5 and 10 over the covered queries
 * of each cell.
 */
public final class Breakdown {
  private final ErrorReport report;
  private final QueryTraits traits;

  /**
   * The queries of one cell.
   *
   * @param row value of the first facet
   * @param column value of the second facet; empty where there is one only
   * @param covered how many of the cases are covered
   * @param at1 strict precision at 1, per cent over the covered; NaN without any
   * @param at5 the same at 5
   * @param at10 the same at 10
   * @param softAt1 with stems counted
   */
  public record Cell(
      String row,
      String column,
      int covered,
      double at1,
      double at5,
      double at10,
      double softAt1,
      List<Case> cases) {}

  /** Of a score's queries and what is known of them. */
  public Breakdown(ErrorReport report, QueryTraits traits) {
    this.report = report;
    this.traits = traits;
  }

  /** One cell per value of the facet, in its order. */
  public List<Cell> by(QueryFacet facet) {
    Map<String, List<Case>> groups = new LinkedHashMap<>();
    values(facet).forEach(value -> groups.put(value, new ArrayList<>()));
    for (Case c : report.cases()) {
      group(groups, traits.value(facet, c.outcome().query())).add(c);
    }
    List<Cell> cells = new ArrayList<>();
    groups.forEach((value, cases) -> cells.add(cell(value, "", cases)));
    return cells;
  }

  /** One cell per pair of values that some query has, row by row. */
  public List<Cell> by(QueryFacet rows, QueryFacet columns) {
    List<Cell> cells = new ArrayList<>();
    for (Cell row : by(rows)) {
      Map<String, List<Case>> groups = new LinkedHashMap<>();
      values(columns).forEach(value -> groups.put(value, new ArrayList<>()));
      for (Case c : row.cases()) {
        group(groups, traits.value(columns, c.outcome().query())).add(c);
      }
      groups.forEach(
          (value, cases) -> {
            if (!cases.isEmpty()) {
              cells.add(cell(row.row(), value, cases));
            }
          });
    }
    return cells;
  }

  private static List<Case> group(Map<String, List<Case>> groups, String value) {
    return groups.computeIfAbsent(value, v -> new ArrayList<>());
  }

  /** The values that occur under a facet, in order. */
  public List<String> values(QueryFacet facet) {
    return traits.values(facet, report.cases().stream().map(c -> c.outcome().query()).toList());
  }

  private static Cell cell(String row, String column, List<Case> cases) {
    List<Case> covered = cases.stream().filter(c -> c.outcome().rank() > 0).toList();
    long soft = covered.stream().filter(c -> c.outcome().rank() == 1 || c.softRank() == 1).count();
    return new Cell(
        row,
        column,
        covered.size(),
        percent(covered, 1),
        percent(covered, 5),
        percent(covered, 10),
        covered.isEmpty() ? Double.NaN : 100.0 * soft / covered.size(),
        List.copyOf(cases));
  }

  private static double percent(List<Case> covered, int k) {
    long hits = covered.stream().filter(c -> c.outcome().rank() <= k).count();
    return covered.isEmpty() ? Double.NaN : 100.0 * hits / covered.size();
  }
}
