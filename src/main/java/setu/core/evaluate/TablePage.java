package setu.core.evaluate;

import java.util.List;

/** Tables on a page: one file that needs no other, light or dark as its reader's system is. */
public final class TablePage {
  static final String STYLE =
      """
      :root { color-scheme: light dark; --line: #8884; --soft: #8882; --accent: #0072b2; }
      @media (prefers-color-scheme: dark) { :root { --accent: #56b4e9; } }
      body { font: 15px/1.5 "Noto Sans", "Noto Sans Sinhala", "Iskoola Pota", "Nirmala UI",
             "Sinhala Sangam MN", system-ui, sans-serif; max-width: 75rem; margin: 2rem auto;
             padding: 0 1rem; }
      h1 { font-size: 1.5rem; margin-bottom: 0; } h2 { font-size: 1.1rem; margin-top: 2rem; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); text-align: left;
               white-space: nowrap; }
      td.wide { white-space: normal; }
      thead th { background: var(--soft); }
      .own { color: var(--accent); font-weight: 600; }
      caption { text-align: left; padding: .5rem 0; opacity: .8; }
      footer { margin: 2rem 0; opacity: .7; }
      """;

  private TablePage() {}

  /** A page with {@code title} over its tables. */
  public static String text(String title, List<FigureTable> tables) {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    page.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
    page.append(FigureTable.escaped(title)).append(" – Setu</title>\n<style>\n").append(STYLE);
    page.append("</style>\n</head>\n<body>\n<h1>").append(FigureTable.escaped(title));
    page.append("</h1>\n");
    for (FigureTable table : tables) {
      page.append("<div class=\"scroll\">\n").append(table.text(FigureTable.Format.HTML));
      page.append("</div>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }
}
