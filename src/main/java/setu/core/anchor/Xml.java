package setu.core.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import setu.core.fault.DictionaryFault;

/** Streams of XML that load nothing from outside; what is not well formed is a fault. */
final class Xml {
  /** Handles each start tag; it may read on to the end of the element. */
  @FunctionalInterface
  interface Element {
    void start(XMLStreamReader xml, String name) throws XMLStreamException;
  }

  /** Writes the document's root element. */
  @FunctionalInterface
  interface Document {
    void write(XMLStreamWriter xml) throws XMLStreamException;
  }

  private Xml() {}

  /**
   * Walks all start tags in document order.
   *
   * @throws DictionaryFault with its line, if it is not well formed
   */
  static void read(Path file, InputStream in, Element element) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamReader.START_ELEMENT) {
          start(file, xml, element);
        }
      }
    } catch (XMLStreamException e) {
      long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      throw new DictionaryFault(DictionaryFault.Problem.BROKEN_XML, file, line, "", e);
    }
  }

  /** Where a number is expected and something else stands, the file is no such document. */
  private static void start(Path file, XMLStreamReader xml, Element element)
      throws XMLStreamException {
    try {
      element.start(xml, xml.getLocalName());
    } catch (NumberFormatException e) {
      long line = Math.max(0, xml.getLocation().getLineNumber());
      throw new DictionaryFault(DictionaryFault.Problem.BROKEN_XML, file, line, "", e);
    }
  }

  /** The text of the element the reader stands on, tags within left out; it is read to its end. */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    return text(xml, Set.of());
  }

  /** The same; elements of some names within are passed over whole. */
  static String text(XMLStreamReader xml, Set<String> passed) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamReader.START_ELEMENT -> {
          if (passed.contains(xml.getLocalName())) {
            text(xml);
          } else {
            depth++;
          }
        }
        case XMLStreamReader.END_ELEMENT -> depth--;
        case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA -> text.append(xml.getText());
        default -> {}
      }
    }
    return text.toString().strip();
  }

  /** An attribute by its local name; empty if it is not there. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** A text that a document can hold: XML has no control characters, spaces stand for them. */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints()
        .map(
            c ->
                (c < 0x20 && c != '\t' && c != '\n' && c != '\r')
                        || (c >= 0xD800 && c <= 0xDFFF)
                        || c == 0xFFFE
                        || c == 0xFFFF
                    ? ' '
                    : c)
        .forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /** Whether a form comes back as it is from a document, whose readers cut blanks off its ends. */
  static boolean holds(String form) {
    return form.strip().equals(form) && form.indexOf('\r') < 0 && legal(form).equals(form);
  }

  /** Writes a UTF-8 document; the stream stays open. */
  static void write(OutputStream out, Document document) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeCharacters("\n");
      document.write(xml);
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Writes an element of one text and at most one attribute (none if its name is empty). */
  static void element(XMLStreamWriter xml, String name, String attribute, String value, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    if (!attribute.isEmpty()) {
      xml.writeAttribute(attribute, value);
    }
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}
