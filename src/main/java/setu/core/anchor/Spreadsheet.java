package setu.core.anchor;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
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

  private static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String DOCUMENT =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final String SHEETS = "xl/worksheets/";

  /** A sheet has no more columns than this that could matter; repeated empty ones are cut off. */
  private static final int COLUMNS = 64;

  /** Rows past these are not looked at, nor blank ones counted. */
  private static final int ROWS = 2_000_000;

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
    Map<String, byte[]> parts = parts(file, in);
    return this == ODS ? ods(file, parts) : xlsx(file, parts);
  }

  private static Map<String, byte[]> parts(Path file, InputStream in) throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    long left = LARGEST;
    try {
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
    } catch (ZipException e) {
      throw new DictionaryFault(DictionaryFault.Problem.UNKNOWN_FORMAT, file, 0, "ZIP", e);
    }
    return parts;
  }

  private static InputStream part(Path file, Map<String, byte[]> parts, String name) {
    byte[] bytes = parts.get(name);
    if (bytes == null) {
      throw new DictionaryFault(DictionaryFault.Problem.UNKNOWN_FORMAT, file, name);
    }
    return new ByteArrayInputStream(bytes);
  }

  // Office Open XML.

  private static List<List<String>> xlsx(Path file, Map<String, byte[]> parts) {
    List<String> shared = new ArrayList<>();
    if (parts.containsKey("xl/sharedStrings.xml")) {
      Xml.read(
          file,
          part(file, parts, "xl/sharedStrings.xml"),
          (xml, name) -> {
            if (name.equals("si")) {
              shared.add(shownText(xml, "si"));
            }
          });
    }
    List<List<String>> rows = new ArrayList<>();
    Xml.read(
        file,
        part(file, parts, firstSheet(file, parts)),
        (xml, name) -> {
          if (name.equals("row")) {
            String number = Xml.attribute(xml, "r");
            int wanted = number.isEmpty() ? rows.size() + 1 : Integer.parseInt(number);
            while (rows.size() < wanted - 1 && wanted <= ROWS) {
              rows.add(List.of());
            }
            rows.add(new ArrayList<>());
          } else if (name.equals("c") && !rows.isEmpty()) {
            List<String> row = rows.getLast();
            int column = column(Xml.attribute(xml, "r"), row.size());
            boolean isShared = Xml.attribute(xml, "t").equals("s");
            String text = shownText(xml, "c").strip();
            if (column < COLUMNS) {
              while (row.size() <= column) {
                row.add("");
              }
              row.set(column, isShared ? sharedText(shared, text) : text);
            }
          }
        });
    return rows;
  }

  /** The part with the sheet that stands first in the workbook, whatever the part is called. */
  private static String firstSheet(Path file, Map<String, byte[]> parts) {
    Map<String, String> targets = new HashMap<>();
    List<String> sheets = new ArrayList<>();
    if (parts.containsKey(WORKBOOK) && parts.containsKey(RELATIONS)) {
      Xml.read(
          file,
          part(file, parts, RELATIONS),
          (xml, name) -> {
            if (name.equals("Relationship")) {
              String target = Xml.attribute(xml, "Target");
              String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
              targets.put(Xml.attribute(xml, "Id"), path);
            }
          });
      Xml.read(
          file,
          part(file, parts, WORKBOOK),
          (xml, name) -> {
            if (name.equals("sheet")) {
              sheets.add(targets.getOrDefault(Xml.attribute(xml, "id"), ""));
            }
          });
    }
    return sheets.stream()
        .filter(sheet -> sheet.startsWith(SHEETS) && parts.containsKey(sheet))
        .findFirst()
        .orElse(SHEETS + "sheet1.xml");
  }

  private static String sharedText(List<String> shared, String index) {
    int at = index.isEmpty() ? -1 : Integer.parseInt(index);
    return at >= 0 && at < shared.size() ? shared.get(at) : "";
  }

  /**
   * What is shown of a cell or a shared string: its value, not the formula behind it, without
   * readings that guide its pronunciation. The reader is left at the end of {@code element}.
   */
  private static String shownText(XMLStreamReader xml, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("t") || xml.getLocalName().equals("v")) {
          text.append(xml.getElementText());
        } else if (xml.getLocalName().equals("rPh")) {
          Xml.text(xml);
        }
      } else if (event == XMLStreamReader.END_ELEMENT && xml.getLocalName().equals(element)) {
        return text.toString();
      }
    }
  }

  /** The column of a reference such as {@code B7}, from 0. */
  private static int column(String reference, int otherwise) {
    int column = 0;
    for (int i = 0; i < reference.length() && isColumnLetter(reference.charAt(i)); i++) {
      column = Math.min(COLUMNS + 1, column * 26 + reference.charAt(i) - 'A' + 1);
    }
    return column == 0 ? otherwise : column - 1;
  }

  private static boolean isColumnLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  // OpenDocument.

  private static List<List<String>> ods(Path file, Map<String, byte[]> parts) {
    List<List<String>> rows = new ArrayList<>();
    int[] tables = new int[1];
    int[] repeats = {1};
    Xml.read(
        file,
        part(file, parts, "content.xml"),
        (xml, name) -> {
          if (name.equals("table")) {
            tables[0]++;
          } else if (tables[0] == 1 && name.equals("table-row")) {
            repeatLast(rows, repeats[0]);
            repeats[0] = repeated(xml, "number-rows-repeated", ROWS);
            rows.add(new ArrayList<>());
          } else if (tables[0] == 1
              && (name.equals("table-cell") || name.equals("covered-table-cell"))
              && !rows.isEmpty()) {
            int times = repeated(xml, "number-columns-repeated", COLUMNS);
            String text = paragraphs(xml);
            List<String> row = rows.getLast();
            for (int i = 0; i < times && row.size() < COLUMNS; i++) {
              row.add(text);
            }
          }
        });
    if (!rows.isEmpty() && !rows.getLast().stream().allMatch(String::isBlank)) {
      repeatLast(rows, repeats[0]);
    }
    return rows;
  }

  /** Equal rows that follow each other stand there once, with how many they are. */
  private static void repeatLast(List<List<String>> rows, int times) {
    for (int i = 1; i < times && rows.size() < ROWS; i++) {
      rows.add(rows.getLast());
    }
  }

  private static int repeated(XMLStreamReader xml, String attribute, int most) {
    String times = Xml.attribute(xml, attribute);
    return times.isEmpty() ? 1 : Math.min(most, Integer.parseInt(times));
  }

  /** The paragraphs of a cell; comments on it are left out. */
  private static String paragraphs(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("annotation")) {
          Xml.text(xml);
        } else if (xml.getLocalName().equals("p")) {
          text.append(text.isEmpty() ? "" : " ").append(Xml.text(xml));
        } else {
          depth++;
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
    return text.toString();
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
      writeOds(table, zip);
    } else {
      writeXlsx(table, zip);
    }
    zip.finish();
  }

  /** Adds a part; the time is fixed, so that the same anchors give the same bytes. */
  private static void part(ZipOutputStream zip, String name, Xml.Document document)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    zip.putNextEntry(entry);
    Xml.write(zip, document);
    zip.closeEntry();
  }

  private static void writeXlsx(List<List<String>> table, ZipOutputStream zip) throws IOException {
    String types = PACKAGE + "content-types";
    String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    part(
        zip,
        "[Content_Types].xml",
        xml -> {
          xml.writeStartElement("Types");
          xml.writeDefaultNamespace(types);
          empty(xml, "Default", "Extension", "xml", "ContentType", "application/xml");
          empty(
              xml,
              "Default",
              "Extension",
              "rels",
              "ContentType",
              "application/vnd.openxmlformats-package.relationships+xml");
          empty(
              xml,
              "Override",
              "PartName",
              "/xl/workbook.xml",
              "ContentType",
              sheet + "sheet.main+xml");
          empty(
              xml,
              "Override",
              "PartName",
              "/xl/worksheets/sheet1.xml",
              "ContentType",
              sheet + "worksheet+xml");
          xml.writeEndElement();
        });
    relations(zip, "_rels/.rels", "officeDocument", "xl/workbook.xml");
    part(
        zip,
        WORKBOOK,
        xml -> {
          xml.writeStartElement("workbook");
          xml.writeDefaultNamespace(MAIN);
          xml.writeNamespace("r", DOCUMENT);
          xml.writeStartElement("sheets");
          xml.writeEmptyElement("sheet");
          xml.writeAttribute("name", "anchors");
          xml.writeAttribute("sheetId", "1");
          xml.writeAttribute("r", DOCUMENT, "id", "rId1");
          xml.writeEndElement();
          xml.writeEndElement();
        });
    relations(zip, RELATIONS, "worksheet", "worksheets/sheet1.xml");
    part(
        zip,
        "xl/worksheets/sheet1.xml",
        xml -> {
          xml.writeStartElement("worksheet");
          xml.writeDefaultNamespace(MAIN);
          xml.writeStartElement("sheetData");
          int number = 0;
          for (List<String> row : table) {
            number++;
            xml.writeStartElement("row");
            xml.writeAttribute("r", String.valueOf(number));
            for (int column = 0; column < row.size(); column++) {
              if (!row.get(column).isEmpty()) {
                xml.writeStartElement("c");
                xml.writeAttribute("r", (char) ('A' + column) + String.valueOf(number));
                xml.writeAttribute("t", "inlineStr");
                xml.writeStartElement("is");
                Xml.element(xml, "t", "", "", row.get(column));
                xml.writeEndElement();
                xml.writeEndElement();
              }
            }
            xml.writeEndElement();
          }
          xml.writeEndElement();
          xml.writeEndElement();
        });
  }

  private static void relations(ZipOutputStream zip, String name, String type, String target)
      throws IOException {
    part(
        zip,
        name,
        xml -> {
          xml.writeStartElement("Relationships");
          xml.writeDefaultNamespace(PACKAGE + "relationships");
          empty(xml, "Relationship", "Id", "rId1", "Type", DOCUMENT + "/" + type, "Target", target);
          xml.writeEndElement();
        });
  }

  private static void empty(XMLStreamWriter xml, String name, String... attributes)
      throws XMLStreamException {
    xml.writeEmptyElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private static void writeOds(List<List<String>> table, ZipOutputStream zip) throws IOException {
    byte[] type = ODS_TYPE.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(type);
    ZipEntry mimetype = new ZipEntry("mimetype");
    mimetype.setMethod(ZipEntry.STORED);
    mimetype.setSize(type.length);
    mimetype.setCrc(sum.getValue());
    mimetype.setTime(0);
    zip.putNextEntry(mimetype);
    zip.write(type);
    zip.closeEntry();
    String manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";
    part(
        zip,
        "META-INF/manifest.xml",
        xml -> {
          xml.writeStartElement("manifest", "manifest", manifest);
          xml.writeNamespace("manifest", manifest);
          xml.writeAttribute("manifest", manifest, "version", "1.2");
          for (String[] each : new String[][] {{"/", ODS_TYPE}, {"content.xml", "text/xml"}}) {
            xml.writeEmptyElement("manifest", "file-entry", manifest);
            xml.writeAttribute("manifest", manifest, "full-path", each[0]);
            xml.writeAttribute("manifest", manifest, "media-type", each[1]);
          }
          xml.writeEndElement();
        });
    part(zip, "content.xml", xml -> writeContent(table, xml));
  }

  private static void writeContent(List<List<String>> table, XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("office", "document-content", OFFICE);
    xml.writeNamespace("office", OFFICE);
    xml.writeNamespace("table", TABLE);
    xml.writeNamespace("text", TEXT);
    xml.writeAttribute("office", OFFICE, "version", "1.2");
    xml.writeStartElement("office", "body", OFFICE);
    xml.writeStartElement("office", "spreadsheet", OFFICE);
    xml.writeStartElement("table", "table", TABLE);
    xml.writeAttribute("table", TABLE, "name", "anchors");
    for (List<String> row : table) {
      xml.writeStartElement("table", "table-row", TABLE);
      for (String cell : row) {
        xml.writeStartElement("table", "table-cell", TABLE);
        if (!cell.isEmpty()) {
          xml.writeAttribute("office", OFFICE, "value-type", "string");
          xml.writeStartElement("text", "p", TEXT);
          xml.writeCharacters(cell);
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    for (int open = 0; open < 4; open++) {
      xml.writeEndElement();
    }
  }
}
