package setu.core.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** The first sheet of a spreadsheet of OpenDocument (ISO 26300). */
final class OpenDocumentSheet {
  private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

  /** More blanks in a row than this are no text. */
  private static final int LONGEST_BLANK = 1000;

  /** Each comes back as a plain one. */
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  private OpenDocumentSheet() {}

  /** The cells of the first sheet, row by row. */
  static List<List<String>> read(Path file, Map<String, byte[]> parts) {
    List<List<String>> rows = new ArrayList<>();
    int[] tables = new int[1];
    int[] repeats = {1};
    Xml.read(
        file,
        Spreadsheet.part(file, parts, "content.xml"),
        (xml, name) -> {
          if (name.equals("table")) {
            tables[0]++;
          } else if (tables[0] == 1 && name.equals("table-row")) {
            repeatLast(rows, repeats[0]);
            repeats[0] = repeated(xml, "number-rows-repeated", Spreadsheet.ROWS);
            rows.add(new ArrayList<>());
          } else if (tables[0] == 1
              && (name.equals("table-cell") || name.equals("covered-table-cell"))
              && !rows.isEmpty()) {
            int times = repeated(xml, "number-columns-repeated", Spreadsheet.COLUMNS);
            String text = paragraphs(xml);
            List<String> row = rows.getLast();
            for (int i = 0; i < times && row.size() < Spreadsheet.COLUMNS; i++) {
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
    for (int i = 1; i < times && rows.size() < Spreadsheet.ROWS; i++) {
      rows.add(rows.getLast());
    }
  }

  private static int repeated(XMLStreamReader xml, String attribute, int most) {
    String times = Xml.attribute(xml, attribute);
    return times.isEmpty() ? 1 : Math.min(most, Integer.parseInt(times));
  }

  /** The paragraphs of a cell, each a line of it; comments on it are left out. */
  private static String paragraphs(XMLStreamReader xml) throws XMLStreamException {
    List<String> lines = new ArrayList<>();
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        if (xml.getLocalName().equals("annotation")) {
          Xml.text(xml);
        } else if (xml.getLocalName().equals("p")) {
          lines.add(paragraph(xml));
        } else {
          depth++;
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      }
    }
    return String.join("\n", lines);
  }

  /**
   * The text of a paragraph, in which elements stand for blanks that would else be lost: blanks and
   * line breaks at its ends that are characters are layout.
   */
  private static String paragraph(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int first = Integer.MAX_VALUE;
    int last = 0;
    int depth = 1;
    while (depth > 0) {
      int event = xml.next();
      if (event == XMLStreamReader.START_ELEMENT) {
        depth++;
        String blanks =
            switch (xml.getLocalName()) {
              case "s" -> " ".repeat(repeated(xml, "c", LONGEST_BLANK));
              case "tab" -> "\t";
              case "line-break" -> "\n";
              default -> "";
            };
        if (!blanks.isEmpty()) {
          first = Math.min(first, text.length());
          text.append(blanks);
          last = text.length();
        }
      } else if (event == XMLStreamReader.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
        text.append(xml.getText());
      }
    }
    int end = text.length();
    while (end > last && isLayout(text.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < Math.min(first, end) && isLayout(text.charAt(start))) {
      start++;
    }
    return text.substring(start, end);
  }

  private static boolean isLayout(char c) {
    return c == ' ' || c == '\n' || c == '\r';
  }

  /** Writes the parts of an archive with one sheet. */
  static void write(List<List<String>> table, ZipOutputStream zip) throws IOException {
    byte[] type = Spreadsheet.ODS_TYPE.getBytes(StandardCharsets.US_ASCII);
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
    Spreadsheet.part(
        zip,
        "META-INF/manifest.xml",
        xml -> {
          xml.writeStartElement("manifest", "manifest", manifest);
          xml.writeNamespace("manifest", manifest);
          xml.writeAttribute("manifest", manifest, "version", "1.2");
          for (String[] each :
              new String[][] {{"/", Spreadsheet.ODS_TYPE}, {"content.xml", "text/xml"}}) {
            xml.writeEmptyElement("manifest", "file-entry", manifest);
            xml.writeAttribute("manifest", manifest, "full-path", each[0]);
            xml.writeAttribute("manifest", manifest, "media-type", each[1]);
          }
          xml.writeEndElement();
        });
    Spreadsheet.part(zip, "content.xml", xml -> writeContent(table, xml));
  }

  /**
   * Writes a line of a cell. A blank at an end or after another is an element, else it is lost. A
   * tab stays a character: LibreOffice 7.4 loses the element for it, in files of its own too.
   */
  private static void writeParagraph(String line, XMLStreamWriter xml) throws XMLStreamException {
    int written = 0;
    for (int i = 0; i < line.length(); i++) {
      boolean atAnEnd = i == 0 || i == line.length() - 1;
      if (line.charAt(i) == ' ' && (atAnEnd || line.charAt(i - 1) == ' ')) {
        xml.writeCharacters(line.substring(written, i));
        xml.writeEmptyElement("text", "s", TEXT);
        written = i + 1;
      }
    }
    xml.writeCharacters(line.substring(written));
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
          for (String line : LINE_BREAK.split(cell, -1)) {
            xml.writeStartElement("text", "p", TEXT);
            writeParagraph(line, xml);
            xml.writeEndElement();
          }
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
