package setu.core.anchor;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import setu.core.fault.Fault;

/**
 * The beginning of a dictionary that is a table, for choosing its columns.
 *
 * @param format {@code tsv}, {@code csv}, {@code xlsx} or {@code ods}
 * @param columns the names in the first row; where it is a row like the others, their numbers from
 *     1
 * @param rows the other rows, as many as are shown; none longer than the first
 * @param usual whether the columns have the usual names, so that nothing need be chosen
 * @param header whether the first row names the columns
 */
public record DictionaryPreview(
    String format, List<String> columns, List<List<String>> rows, boolean usual, boolean header) {
  private static final int HEAD = 1 << 16;
  private static final int ROWS = 8;

  /** Tables of fewer columns need no choice: they are pairs. */
  private static final int FEWEST = 3;

  /** Copies the lists. */
  public DictionaryPreview {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /**
   * Looks at the beginning of a file; null where it is no table of three columns or more, or cannot
   * be read: reading it tells why.
   */
  public static @Nullable DictionaryPreview of(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD)) {
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      if (Spreadsheet.isArchive(head)) {
        Spreadsheet sheet = Spreadsheet.of(head);
        return table(sheet.label(), sheet.cells(file, in));
      }
      return DictionaryFiles.isNamedSheet(file) ? null : text(head);
    } catch (IOException | Fault e) {
      return null;
    }
  }

  private static @Nullable DictionaryPreview text(byte[] head) throws IOException {
    TextLines lines = new TextLines(new ByteArrayInputStream(head));
    List<String> whole = new ArrayList<>();
    while (whole.size() <= ROWS && lines.next()) {
      if ((whole.isEmpty() && !lines.valid()) || lines.text().indexOf('\0') >= 0) {
        return null;
      }
      if (lines.valid() && !lines.text().isBlank()) {
        whole.add(lines.text());
      }
    }
    if (whole.isEmpty() || whole.getFirst().stripLeading().startsWith("<")) {
      return null;
    }
    char delimiter = DictionaryTable.delimiter(whole.getFirst());
    if (delimiter != '\t') {
      return table("csv", DictionaryTable.records(head, delimiter, ROWS + 1));
    }
    return table("tsv", whole.stream().map(DictionaryTable::split).toList());
  }

  private static @Nullable DictionaryPreview table(String format, List<List<String>> cells) {
    List<List<String>> filled =
        cells.stream()
            .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
            .limit(ROWS + 1L)
            .toList();
    if (filled.isEmpty() || filled.getFirst().size() < FEWEST) {
      return null;
    }
    List<String> names = filled.getFirst();
    List<List<String>> rows =
        filled.subList(1, filled.size()).stream()
            .map(
                row ->
                    Stream.concat(row.stream(), Stream.generate(() -> ""))
                        .limit(names.size())
                        .toList())
            .toList();
    DictionaryPreview named =
        new DictionaryPreview(format, names, rows, ColumnNames.areOfWords(names), true);
    return named.usual() || !named.beginsWithPair() ? named : named.withHeader(false);
  }

  /** Whether the first row has Sinhala and Latin words in the very columns the others have. */
  private boolean beginsWithPair() {
    int sinhala = columnOf("si", -1);
    int other = columnOf("en", sinhala);
    return sinhala >= 0
        && other >= 0
        && isWritten(columns.get(sinhala), true)
        && isWritten(columns.get(other), false);
  }

  /** The same table where the first row names the columns, or is a row like the others. */
  public DictionaryPreview withHeader(boolean wanted) {
    if (wanted == header) {
      return this;
    }
    if (wanted) {
      return new DictionaryPreview(
          format,
          rows.getFirst(),
          rows.subList(1, rows.size()),
          ColumnNames.areOfWords(rows.getFirst()),
          true);
    }
    List<List<String>> all = new ArrayList<>(rows);
    all.addFirst(columns);
    return new DictionaryPreview(format, ColumnNames.numbers(columns.size()), all, false, false);
  }

  private static boolean isWritten(String cell, boolean sinhala) {
    return DictionaryImport.isSinhala(cell) == sinhala
        && cell.codePoints().anyMatch(Character::isLetter);
  }

  /**
   * The columns of the source and of the target words, as far as they can be told: by the usual
   * names, turned round by script, else by script alone; −1 for one that cannot.
   *
   * @param sourceLanguage of the project: {@code si}, {@code en}, or empty if not known
   */
  public List<Integer> wordColumns(String sourceLanguage) {
    boolean sinhala = sourceLanguage.equals("si");
    List<Integer> named = usual ? ColumnNames.ofWords(columns) : List.of();
    if (named.isEmpty()) {
      int source = columnOf(sourceLanguage, -1);
      return List.of(source, columnOf(sinhala ? "en" : "si", source));
    }
    boolean turned =
        !sourceLanguage.isEmpty()
            && isMostly(named.get(sinhala ? 1 : 0), true)
            && isMostly(named.get(sinhala ? 0 : 1), false);
    return turned ? named.reversed() : named;
  }

  private boolean isMostly(int column, boolean sinhala) {
    long fitting = rows.stream().filter(row -> isWritten(row.get(column), sinhala)).count();
    return fitting > 0 && 2 * fitting >= rows.size();
  }

  /**
   * The first column whose rows are mostly of a language, by script; −1 where there is none.
   *
   * @param language {@code si}, else Latin script is looked for
   * @param but a column that is taken already; −1 for none
   */
  public int columnOf(String language, int but) {
    boolean sinhala = language.equals("si");
    for (int column = 0; column < columns.size(); column++) {
      if (column != but && isMostly(column, sinhala)) {
        return column;
      }
    }
    return -1;
  }
}
