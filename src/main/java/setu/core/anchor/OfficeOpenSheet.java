package setu.core.anchor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** The first sheet of a workbook of Office Open XML (ISO 29500). */
final class OfficeOpenSheet {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String DOCUMENT =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** How a cell's text writes a character by its number: {@code _x000A_} is a line break. */
  private static final Pattern BY_NUMBER = Pattern.compile("_x(\\p{XDigit}{4})_");

  /** The sign before what would be taken for that, and is meant as it stands. */
  private static final Pattern MEANT = Pattern.compile("_(?=x\\p{XDigit}{4}_)");

  private OfficeOpenSheet() {}

  /** The cells of the first sheet, row by row. */
  static List<List<String>> read(Path file, Map<String, byte[]> parts) {
    List<String> shared = new ArrayList<>();
    if (parts.containsKey("xl/sharedStrings.xml")) {
      Xml.read(
          file,
          Spreadsheet.part(file, parts, "xl/sharedStrings.xml"),
          (xml, name) -> {
            if (name.equals("si")) {
              shared.add(shownText(xml, "si"));
            }
          });
    }
    List<List<String>> rows = new ArrayList<>();
    Xml.read(
        file,
        Spreadsheet.part(file, parts, firstSheet(file, parts)),
        (xml, name) -> {
          if (name.equals("row")) {
            String number = Xml.attribute(xml, "r");
            int wanted = number.isEmpty() ? rows.size() + 1 : Integer.parseInt(number);
            while (rows.size() < wanted - 1 && wanted <= Spreadsheet.ROWS) {
              rows.add(List.of());
            }
            rows.add(new ArrayList<>());
          } else if (name.equals("c") && !rows.isEmpty()) {
            List<String> row = rows.getLast();
            int column = column(Xml.attribute(xml, "r"), row.size());
            boolean isShared = Xml.attribute(xml, "t").equals("s");
            String text = shownText(xml, "c").strip();
            if (column < Spreadsheet.COLUMNS) {
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
    if (parts.containsKey(Spreadsheet.WORKBOOK) && parts.containsKey(Spreadsheet.RELATIONS)) {
      Xml.read(
          file,
          Spreadsheet.part(file, parts, Spreadsheet.RELATIONS),
          (xml, name) -> {
            if (name.equals("Relationship")) {
              String target = Xml.attribute(xml, "Target");
              String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
              targets.put(Xml.attribute(xml, "Id"), path);
            }
          });
      Xml.read(
          file,
          Spreadsheet.part(file, parts, Spreadsheet.WORKBOOK),
          (xml, name) -> {
            if (name.equals("sheet")) {
              sheets.add(targets.getOrDefault(Xml.attribute(xml, "id"), ""));
            }
          });
    }
    return sheets.stream()
        .filter(sheet -> sheet.startsWith(Spreadsheet.SHEETS) && parts.containsKey(sheet))
        .findFirst()
        .orElse(Spreadsheet.SHEETS + "sheet1.xml");
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
        return BY_NUMBER.matcher(text).replaceAll(OfficeOpenSheet::character);
      }
    }
  }

  private static String character(MatchResult number) {
    char c = (char) Integer.parseInt(number.group(1), 16);
    return Matcher.quoteReplacement(String.valueOf(c));
  }

  /** The column of a reference such as {@code B7}, from 0. */
  private static int column(String reference, int otherwise) {
    int column = 0;
    for (int i = 0; i < reference.length() && isColumnLetter(reference.charAt(i)); i++) {
      column = Math.min(Spreadsheet.COLUMNS + 1, column * 26 + reference.charAt(i) - 'A' + 1);
    }
    return column == 0 ? otherwise : column - 1;
  }

  private static boolean isColumnLetter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /** Writes the parts of an archive with one sheet. */
  static void write(List<List<String>> table, ZipOutputStream zip) throws IOException {
    String types = PACKAGE + "content-types";
    String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    Spreadsheet.part(
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
    Spreadsheet.part(
        zip,
        Spreadsheet.WORKBOOK,
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
    relations(zip, Spreadsheet.RELATIONS, "worksheet", "worksheets/sheet1.xml");
    Spreadsheet.part(
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
              String text = MEANT.matcher(row.get(column)).replaceAll("_x005F_");
              if (!text.isEmpty()) {
                xml.writeStartElement("c");
                xml.writeAttribute("r", (char) ('A' + column) + String.valueOf(number));
                xml.writeAttribute("t", "inlineStr");
                xml.writeStartElement("is");
                Xml.element(xml, "t", "", "", text);
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
    Spreadsheet.part(
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
}
