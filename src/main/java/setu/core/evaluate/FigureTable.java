package setu.core.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table of texts and figures, and how it is written for people and programs.
 *
 * @param caption what it shows; not part of the tab-separated form
 * @param header one name per column
 * @param rows each as long as the header
 */
public record FigureTable(String caption, List<String> header, List<List<String>> rows) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private static final JsonMapper JSON_TEXT =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** How a table is written. */
  public enum Format {
    /** Columns padded with spaces. */
    TEXT,
    /** Tab-separated, header first. */
    TSV,
    /** A table of GitHub-flavoured Markdown. */
    MARKDOWN,
    /** A {@code tabular} with booktabs rules. */
    LATEX,
    /** A {@code table} element. */
    HTML,
    /** {@code caption} and {@code rows}, each row by the names of the header; numbers as such. */
    JSON
  }

  /** Copies the lists and checks their lengths. */
  public FigureTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(row + " under " + header);
      }
    }
  }

  /** The table as text, lines ended by line feeds. */
  public String text(Format format) {
    return switch (format) {
      case TEXT -> padded();
      case TSV -> lines("", "\t", "", FigureTable::plain);
      case MARKDOWN -> markdown();
      case LATEX -> latex();
      case HTML -> html();
      case JSON -> json();
    };
  }

  private String padded() {
    int[] widths = new int[header.size()];
    for (int c = 0; c < widths.length; c++) {
      widths[c] = header.get(c).length();
      for (List<String> row : rows) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : withHeader()) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        line.append(row.get(c)).append(" ".repeat(widths[c] - row.get(c).length() + 2));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private String markdown() {
    List<String> lines =
        new ArrayList<>(
            Arrays.asList(
                lines("| ", " | ", " |", cell -> plain(cell).replace("|", "\\|")).split("\n")));
    lines.add(1, "|" + "---|".repeat(header.size()));
    return String.join("\n", lines) + "\n";
  }

  private String latex() {
    List<String> lines = List.of(lines("", " & ", " \\\\", FigureTable::latexEscaped).split("\n"));
    return "% "
        + plain(caption)
        + "\n\\begin{tabular}{l"
        + "r".repeat(header.size() - 1)
        + "}\n\\toprule\n"
        + lines.getFirst()
        + "\n\\midrule\n"
        + String.join("\n", lines.subList(1, lines.size()))
        + (rows.isEmpty() ? "" : "\n")
        + "\\bottomrule\n\\end{tabular}\n";
  }

  private String html() {
    StringBuilder text = new StringBuilder("<table>\n<caption>");
    text.append(escaped(caption)).append("</caption>\n<thead><tr>");
    header.forEach(name -> text.append("<th>").append(escaped(name)).append("</th>"));
    text.append("</tr></thead>\n<tbody>\n");
    for (List<String> row : rows) {
      text.append("<tr>");
      row.forEach(cell -> text.append("<td>").append(escaped(cell)).append("</td>"));
      text.append("</tr>\n");
    }
    return text.append("</tbody>\n</table>\n").toString();
  }

  private String json() {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (List<String> row : rows) {
      Map<String, Object> object = new LinkedHashMap<>();
      for (int c = 0; c < header.size(); c++) {
        object.put(header.get(c), value(row.get(c)));
      }
      objects.add(object);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("caption", caption);
    document.put("rows", objects);
    return JSON_TEXT.writeValueAsString(document) + "\n";
  }

  /** A cell that is a plain number as one, any other as text. */
  private static Object value(String cell) {
    return NUMBER.matcher(cell).matches() ? new BigDecimal(cell) : cell;
  }

  private List<List<String>> withHeader() {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.addAll(rows);
    return all;
  }

  private String lines(
      String before, String between, String after, java.util.function.UnaryOperator<String> cell) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : withHeader()) {
      text.append(before)
          .append(String.join(between, row.stream().map(cell).toList()))
          .append(after)
          .append('\n');
    }
    return text.toString();
  }

  /** A cell of one line without tabs. */
  private static String plain(String cell) {
    return cell.replaceAll("[\\t\\r\\n]+", " ");
  }

  private static String latexEscaped(String cell) {
    StringBuilder text = new StringBuilder();
    for (char c : plain(cell).toCharArray()) {
      switch (c) {
        case '\\' -> text.append("\\textbackslash{}");
        case '~' -> text.append("\\textasciitilde{}");
        case '^' -> text.append("\\textasciicircum{}");
        case '&', '%', '$', '#', '_', '{', '}' -> text.append('\\').append(c);
        case '→' -> text.append("$\\rightarrow$");
        case '–' -> text.append("--");
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  /** A text for HTML, in elements and attributes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A figure with {@code digits} decimals, or a dash for none. */
  public static String figure(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    boolean zero = text.startsWith("-") && text.chars().allMatch(c -> "-0.".indexOf(c) >= 0);
    return Double.isNaN(value) ? "–" : zero ? text.substring(1) : text;
  }
}
