package setu.core.anchor;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import setu.core.fault.DictionaryFault;

/**
 * The first sheet of a spreadsheet: Office Open XML (ISO 29500) or OpenDocument (ISO 26300), read
 * as text and written with one sheet. A first row that names no word columns is a row like the
 * others: source, then target.
 */
enum Spreadsheet implements DictionaryFormat {
  /** Office Open XML. */
  XLSX,
  /** OpenDocument. */
  ODS;

  static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

  static final String WORKBOOK = "xl/workbook.xml";
  static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  static final String SHEETS = "xl/worksheets/";

  /** A sheet has no more columns than this that could matter; repeated empty ones are cut off. */
  static final int COLUMNS = 64;

  /** Rows past these are not looked at, nor blank ones counted. */
  static final int ROWS = 2_000_000;

  /** The sum of unpacked bytes that is still a dictionary. */
  private static final long LARGEST = 1L << 30;

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether bytes begin like a zip archive, which both formats are. */
  static boolean isArchive(byte[] head) {
    return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
  }

  /** Which of the two a zip archive's first bytes are of. */
  static Spreadsheet of(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 200), StandardCharsets.ISO_8859_1);
    return start.contains(ODS_TYPE) ? ODS : XLSX;
  }

  @Override
  public void read(Path file, InputStream in, DictionaryOptions options, RowCollector rows)
      throws IOException {
    List<List<String>> cells = cells(file, in);
    DictionaryTable.Layout layout = null;
    for (int i = 0; i < cells.size(); i++) {
      List<String> row = cells.get(i);
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      if (layout == null) {
        layout = DictionaryTable.Layout.ofHeader(file, row, options);
        if (layout == null) {
          layout = DictionaryTable.Layout.headless();
        } else if (layout.named()) {
          continue;
        }
      }
      layout.row(i + 1, row, rows);
    }
  }

  /** The cells of the first sheet, row by row. */
  List<List<String>> cells(Path file, InputStream in) throws IOException {
    try {
      Map<String, byte[]> parts = parts(in);
      return this == ODS ? OpenDocumentSheet.read(file, parts) : OfficeOpenSheet.read(file, parts);
    } catch (ZipException | EOFException | DictionaryFault e) {
      // A line of a part within is nobody's line.
      throw damaged(file, e);
    }
  }

  /** What is named like a spreadsheet, or is an archive, and cannot be read as one. */
  static DictionaryFault damaged(Path file, @Nullable Throwable cause) {
    return new DictionaryFault(DictionaryFault.Problem.DAMAGED_SPREADSHEET, file, 0, "", cause);
  }

  private static Map<String, byte[]> parts(InputStream in) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    long left = LARGEST;
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      String name = entry.getName();
      if (name.equals("content.xml")
          || name.startsWith(SHEETS)
          || name.equals(WORKBOOK)
          || name.equals(RELATIONS)
          || name.equals("xl/sharedStrings.xml")) {
        byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left));
        left -= bytes.length;
        parts.put(name, bytes);
      }
    }
    return parts;
  }

  static InputStream part(Path file, Map<String, byte[]> parts, String name) {
    byte[] bytes = parts.get(name);
    if (bytes == null) {
      throw damaged(file, null);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public boolean holds(Anchor anchor) {
    return Xml.holds(anchor.source()) && Xml.holds(anchor.target());
  }

  @Override
  public void write(List<Anchor> anchors, DictionaryFiles.Provenance provenance, OutputStream out)
      throws IOException {
    List<List<String>> table =
        DictionaryTable.rows(anchors, provenance).stream()
            .map(row -> row.stream().map(Xml::legal).toList())
            .toList();
    ZipOutputStream zip = new ZipOutputStream(out);
    if (this == ODS) {
      OpenDocumentSheet.write(table, zip);
    } else {
      OfficeOpenSheet.write(table, zip);
    }
    zip.finish();
  }

  /** Adds a part; the time is fixed, so that the same anchors give the same bytes. */
  static void part(ZipOutputStream zip, String name, Xml.Document document) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    Xml.write(zip, document);
    zip.closeEntry();
  }
}
