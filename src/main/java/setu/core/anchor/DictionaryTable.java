package setu.core.anchor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import setu.core.fault.DictionaryFault;

/**
 * Tables with a header: TSV (one row a line, quotes only around a whole field) and CSV (RFC 4180,
 * with comma or semicolon). Forms may hold spaces.
 */
final class DictionaryTable implements DictionaryFormat {
  static final List<String> HEADER =
      List.of(
          "source",
          "target",
          "status",
          "pos",
          "category",
          "note",
          "origin",
          "author",
          "changed",
          "comment",
          "tags",
          "preferred");

  /** Columns that say where a pair came from, who changed it last and when. */
  static final Set<String> PROVENANCE = Set.of("origin", "author", "changed");

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final char delimiter;
  private final boolean headless;

  /** A table with tab, comma or semicolon between its fields. */
  DictionaryTable(char delimiter) {
    this(delimiter, false);
  }

  private DictionaryTable(char delimiter, boolean headless) {
    this.delimiter = delimiter;
    this.headless = headless;
  }

  /** A tab wherever there is one: commas then belong to the cells. */
  static char delimiter(String first) {
    if (first.indexOf('\t') >= 0) {
      return '\t';
    }
    return count(first, ';') > count(first, ',') ? ';' : ',';
  }

  private static long count(String line, char wanted) {
    return line.chars().filter(c -> c == wanted).count();
  }

  /** The table whose header this line is; null if it is none. */
  static @Nullable DictionaryTable withHeader(String line, DictionaryOptions options) {
    DictionaryOptions.Columns columns = options.columns();
    if (columns != null && !columns.header()) {
      return new DictionaryTable(delimiter(line));
    }
    for (char delimiter : new char[] {'\t', ',', ';'}) {
      List<String> names = cells(line, delimiter);
      boolean found =
          (columns == null || columns.usual())
              ? ColumnNames.areOfWords(names)
              : names.contains(ColumnNames.key(columns.source()))
                  || names.contains(ColumnNames.key(columns.target()));
      if (found) {
        return new DictionaryTable(delimiter);
      }
    }
    return null;
  }

  /**
   * The table with commas or semicolons whose first line this is, where it names no columns and
   * begins with a Sinhala word and one in Latin letters, in either order; null if it does not, or
   * where a cell is a usual name of a column of words.
   */
  static @Nullable DictionaryTable withoutHeader(String line) {
    char delimiter = delimiter(line);
    List<String> cells = cells(line, delimiter);
    if (delimiter == '\t' || cells.size() < 2 || cells.stream().anyMatch(ColumnNames::isOfWords)) {
      return null;
    }
    boolean pair =
        isOf(UnicodeScript.SINHALA, UnicodeScript.LATIN, cells.get(0), cells.get(1))
            || isOf(UnicodeScript.LATIN, UnicodeScript.SINHALA, cells.get(0), cells.get(1));
    return pair ? new DictionaryTable(delimiter, true) : null;
  }

  private static boolean isOf(UnicodeScript left, UnicodeScript right, String one, String other) {
    return has(one, left) && !has(one, right) && has(other, right) && !has(other, left);
  }

  private static boolean has(String text, UnicodeScript script) {
    return text.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
  }

  @Override
  public String label() {
    return delimiter == '\t' ? "tsv" : "csv";
  }

  @Override
  public void read(Path file, InputStream in, DictionaryOptions options, RowCollector rows)
      throws IOException {
    if (delimiter == '\t') {
      readLines(file, in, options, rows);
    } else {
      readRecords(file, in, options, rows);
    }
  }

  private static void readLines(
      Path file, InputStream in, DictionaryOptions options, RowCollector rows) throws IOException {
    TextLines lines = new TextLines(in);
    Layout layout = null;
    while (lines.next()) {
      if (lines.text().isBlank()) {
        continue;
      }
      if (layout == null) {
        List<String> names = cells(lines.text(), '\t');
        layout = Layout.ofFirst(file, names, options);
        if (layout.named) {
          rows.named();
          continue;
        }
      }
      if (!lines.valid()) {
        rows.refuse(lines.number(), RefusedLine.Reason.NOT_UTF8, lines.text());
      } else {
        layout.row(lines.number(), split(lines.text()), rows);
      }
    }
  }

  private void readRecords(Path file, InputStream in, DictionaryOptions options, RowCollector rows)
      throws IOException {
    DecodedLines text = new DecodedLines(withoutMark(in));
    long last = 0;
    try (CSVParser parser = parser(text, delimiter)) {
      Layout layout = null;
      for (CSVRecord record : parser) {
        last = parser.getCurrentLineNumber();
        // The parser stands on the last line of the record, past the blank ones before it.
        long line = parser.getCurrentLineNumber() - breaks(record);
        if (record.stream().allMatch(String::isBlank)) {
          continue;
        }
        if (layout != null && text.isBad(line, parser.getCurrentLineNumber())) {
          rows.refuse(line, RefusedLine.Reason.NOT_UTF8, String.join(" ", record.toList()));
        } else if (layout == null) {
          List<String> names = new ArrayList<>();
          record.forEach(cell -> names.add(ColumnNames.key(cell)));
          layout = headless ? Layout.headless() : Layout.ofFirst(file, names, options);
          if (layout.named) {
            rows.named();
          } else {
            layout.row(line, record.toList(), rows);
          }
        } else {
          layout.row(line, record.toList(), rows);
        }
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        long line = text.filledFrom(last + 1);
        throw new DictionaryFault(DictionaryFault.Problem.BROKEN_QUOTES, file, line, "", e);
      }
      throw e.getCause();
    }
  }

  /** Passes over a byte order mark, which is no part of the first name. */
  private static InputStream withoutMark(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, MARK.length);
    byte[] first = start.readNBytes(MARK.length);
    if (!Arrays.equals(first, MARK)) {
      start.unread(first);
    }
    return start;
  }

  /** Line breaks within the cells of a record. */
  private static long breaks(CSVRecord record) {
    long breaks = 0;
    for (String cell : record) {
      for (int i = 0; i < cell.length(); i++) {
        boolean feed = cell.charAt(i) == '\n' && (i == 0 || cell.charAt(i - 1) != '\r');
        breaks += feed || cell.charAt(i) == '\r' ? 1 : 0;
      }
    }
    return breaks;
  }

  /** Where the header says the columns are; −1 for one that is not there. */
  static final class Layout {
    private final int source;
    private final int target;
    private final int status;
    private final int pos;
    private final int category;
    private final int note;
    private final int comment;
    private final int tags;
    private final int preferred;

    /** Whether the first row names the columns and is no pair itself. */
    private final boolean named;

    private Layout(Path file, List<String> names, DictionaryOptions options) {
      DictionaryOptions.Columns columns = options.columns();
      if (columns == null || columns.usual()) {
        List<Integer> words = ColumnNames.ofWords(names);
        if (words.isEmpty()) {
          throw new DictionaryFault(
              DictionaryFault.Problem.MISSING_COLUMN, file, 1, HEADER.getFirst(), null);
        }
        source = words.get(0);
        target = words.get(1);
      } else {
        source = needed(file, names, columns.source());
        target = needed(file, names, columns.target());
      }
      if (columns == null) {
        pos = names.indexOf("pos");
        category = names.indexOf("category");
        note = names.indexOf("note");
      } else {
        pos = columns.pos().isEmpty() ? -1 : needed(file, names, columns.pos());
        category = columns.category().isEmpty() ? -1 : needed(file, names, columns.category());
        note = columns.note().isEmpty() ? -1 : needed(file, names, columns.note());
      }
      status = names.indexOf("status");
      comment = names.indexOf("comment");
      tags = names.indexOf("tags");
      preferred = names.indexOf("preferred");
      named = columns == null || columns.header();
    }

    private Layout(int source, int target) {
      named = false;
      this.source = source;
      this.target = target;
      status = -1;
      pos = -1;
      category = -1;
      note = -1;
      comment = -1;
      tags = -1;
      preferred = -1;
    }

    /** The first column is the source, the second the target. */
    static Layout headless() {
      return new Layout(0, 1);
    }

    /** The columns by a first row, which names them or is a row like the others. */
    static Layout ofFirst(Path file, List<String> cells, DictionaryOptions options) {
      DictionaryOptions.Columns columns = options.columns();
      return new Layout(
          file,
          columns == null || columns.header() ? cells : ColumnNames.numbers(cells.size()),
          options);
    }

    /** Whether the first row names the columns and is no pair itself. */
    boolean named() {
      return named;
    }

    /** The columns a first row names; null where it names no two word columns. */
    static @Nullable Layout ofHeader(Path file, List<String> cells, DictionaryOptions options) {
      List<String> names = cells.stream().map(ColumnNames::key).toList();
      boolean named =
          (options.columns() != null && !options.columns().usual())
              || ColumnNames.areOfWords(names);
      return named ? ofFirst(file, names, options) : null;
    }

    private static int needed(Path file, List<String> names, String name) {
      int column = names.indexOf(ColumnNames.key(name));
      if (column < 0) {
        throw new DictionaryFault(DictionaryFault.Problem.MISSING_COLUMN, file, 1, name, null);
      }
      return column;
    }

    void row(long line, List<String> cells, RowCollector rows) {
      if (cells.size() == 1) {
        rows.refuse(line, RefusedLine.Reason.ONE_COLUMN, cells.getFirst().strip());
        return;
      }
      AnchorStatus said = null;
      String word = cell(cells, status);
      if (!word.isEmpty()) {
        said = AnchorStatus.named(word);
        if (said == null) {
          rows.refuse(
              new RefusedLine(
                  line,
                  RefusedLine.Reason.UNKNOWN_STATUS,
                  word,
                  cell(cells, source),
                  cell(cells, target)));
          return;
        }
      }
      rows.pair(
          new DictionaryEntry(
                  line,
                  cell(cells, source),
                  cell(cells, target),
                  said,
                  cell(cells, pos),
                  cell(cells, category),
                  cell(cells, note))
              .with(cell(cells, comment), cell(cells, tags), cell(cells, preferred)));
    }

    private static String cell(List<String> cells, int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }
  }

  @Override
  public boolean holds(Anchor anchor) {
    return holds(anchor.source()) && holds(anchor.target());
  }

  private boolean holds(String form) {
    return Xml.holds(form) && (delimiter != '\t' || onOneLine(form).equals(quoted(form)));
  }

  @Override
  public void write(List<Anchor> anchors, DictionaryFiles.Provenance provenance, OutputStream out)
      throws IOException {
    Function<String, String> flat =
        delimiter == '\t' ? cell -> onOneLine(Xml.legal(cell)) : Xml::legal;
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CSVFormat format =
        delimiter == '\t'
            ? CSVFormat.TDF.builder().setQuote(null).setRecordSeparator('\n').get()
            : CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    CSVPrinter printer = new CSVPrinter(writer, format);
    for (List<String> row : rows(anchors, provenance)) {
      printer.printRecord(row.stream().map(flat).toList());
    }
    printer.flush();
  }

  /** The header and a row for every anchor. */
  static List<List<String>> rows(List<Anchor> anchors, DictionaryFiles.Provenance provenance) {
    int[] columns =
        IntStream.range(0, HEADER.size())
            .filter(
                column ->
                    provenance == DictionaryFiles.Provenance.KEPT
                        || !PROVENANCE.contains(HEADER.get(column)))
            .toArray();
    return Stream.concat(Stream.of(HEADER), anchors.stream().map(DictionaryTable::cells))
        .map(row -> IntStream.of(columns).mapToObj(row::get).toList())
        .toList();
  }

  /** An anchor's cells under {@link #HEADER}. */
  private static List<String> cells(Anchor anchor) {
    return List.of(
        anchor.source(),
        anchor.target(),
        anchor.status().key(),
        anchor.pos(),
        anchor.category(),
        anchor.note(),
        anchor.origin(),
        anchor.author(),
        anchor.changed().toString(),
        anchor.comment(),
        DictionaryEntry.line(anchor.tags()),
        DictionaryEntry.said(anchor.preferred()));
  }

  private static String onOneLine(String cell) {
    return quoted(cell.replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
  }

  /** In quotes where reading would else take its own for them. */
  private static String quoted(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static String unquoted(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip() : cell;
  }

  /** The cells of a line with tabs. */
  static List<String> split(String line) {
    return Stream.of(line.split("\t", -1)).map(cell -> unquoted(cell.strip())).toList();
  }

  /** The first records of a CSV of which these are the first bytes; those not UTF-8 left out. */
  static List<List<String>> records(byte[] head, char delimiter, int most) throws IOException {
    List<List<String>> records = new ArrayList<>();
    DecodedLines text = new DecodedLines(withoutMark(new ByteArrayInputStream(head)));
    try (CSVParser parser = parser(text, delimiter)) {
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        if (!text.isBad(line - breaks(record), line)) {
          records.add(record.stream().map(String::strip).toList());
        }
        if (records.size() == most) {
          break;
        }
      }
    } catch (UncheckedIOException e) {
      if (records.isEmpty()) {
        throw e.getCause();
      }
    }
    return records;
  }

  private static CSVParser parser(Reader text, char delimiter) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(true)
            .get();
    return CSVParser.builder().setReader(text).setFormat(format).get();
  }

  private static List<String> cells(String header, char delimiter) {
    List<String> names = new ArrayList<>();
    for (String cell : header.split(String.valueOf(delimiter), -1)) {
      names.add(ColumnNames.key(unquoted(cell.strip())));
    }
    return names;
  }
}
