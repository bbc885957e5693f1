package setu.core.anchor;

import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The exchange formats of translators and lexicographers: TMX 1.4 (translation memories), TBX (ISO
 * 30042, both the older {@code martif} and the newer {@code tbx} root) and LIFT 0.13 (FLEx).
 *
 * <p>Where an entry has several words of a language, each with each is a pair; in LIFT each gloss
 * of a sense with the headword, and what is said of one sense is said of its pairs alone. What the
 * formats have no element for is kept in their own extension points under the names of our columns.
 *
 * <p>Forms in another script than their language's own, such as {@code si-Latn}, are romanisations
 * and no words of the entry. Written words have the language of their side, whatever their script:
 * a pair with both sides in one script comes back as it was.
 */
enum TermDocument implements DictionaryFormat {
  /** Translation memory exchange. */
  TMX("tu"),
  /** TermBase exchange. */
  TBX("termEntry"),
  /** Lexicon interchange format. */
  LIFT("entry");

  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  /** Elements of TMX within a text that hold the codes of another program. */
  private static final Set<String> CODES = Set.of("bpt", "ept", "ph", "it", "ut");

  private final String entry;

  TermDocument(String entry) {
    this.entry = entry;
  }

  /** The format with this root element; null where it is none of them. */
  static @Nullable TermDocument ofRoot(String root) {
    return switch (root) {
      case "tmx" -> TMX;
      case "martif", "tbx" -> TBX;
      case "lift" -> LIFT;
      default -> null;
    };
  }

  /** The format a file's name asks for; null where that is none of them. */
  static @Nullable TermDocument ofName(String name) {
    for (TermDocument each : values()) {
      if (name.endsWith("." + each.label())) {
        return each;
      }
    }
    return null;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** An entry while it is read: its words by language, and what is said of them. */
  private static final class Entry {
    private final long line;
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Map<String, String> said = new LinkedHashMap<>();
    private String language = "";
    private boolean headword;

    /** The sense that is read, which goes before what is said of all; null outside of one. */
    private @Nullable Entry sense;

    Entry(long line) {
      this.line = line;
    }

    /** Begins a sense of the words so far; the one before is a row of its own. */
    void beginSense(long at, List<String> languages, RowCollector rows) {
      finishSense(languages, rows);
      Entry begun = new Entry(at);
      words.forEach((code, each) -> begun.words.put(code, new ArrayList<>(each)));
      sense = begun;
    }

    private void finishSense(List<String> languages, RowCollector rows) {
      if (sense != null) {
        said.forEach(sense.said::putIfAbsent);
        sense.finish(languages, rows);
      }
    }

    void say(String name, String value) {
      (sense == null ? said : sense.said).putIfAbsent(name, value);
    }

    void word(String code, String word) {
      if (sense != null) {
        sense.word(code, word);
        return;
      }
      ULocale locale = ULocale.forLanguageTag((code.isEmpty() ? language : code).replace('_', '-'));
      if (!isTranscription(locale)) {
        words.computeIfAbsent(locale.getLanguage(), k -> new ArrayList<>(1)).add(word);
      }
    }

    /** Whether words of a writing system are in another script than the language's, or phonetic. */
    private static boolean isTranscription(ULocale locale) {
      String script = locale.getScript();
      ULocale language = new ULocale(locale.getLanguage());
      boolean other =
          !script.isEmpty() && !ULocale.addLikelySubtags(language).getScript().equals(script);
      return other || locale.getVariant().contains("FONIPA");
    }

    void finish(List<String> languages, RowCollector rows) {
      if (sense != null) {
        finishSense(languages, rows);
        return;
      }
      for (String each : words.keySet()) {
        if (languages.size() < 2 && !languages.contains(each)) {
          languages.add(each);
        }
      }
      List<String> left = languages.isEmpty() ? List.of() : wordsOf(languages.get(0));
      List<String> right = languages.size() < 2 ? List.of() : wordsOf(languages.get(1));
      if (left.isEmpty() || right.isEmpty()) {
        refuse(RefusedLine.Reason.EMPTY_SIDE, all(left) + all(right), left, right, rows);
        return;
      }
      String word = said.getOrDefault("status", "");
      AnchorStatus status = AnchorStatus.named(word);
      if (status == null && !word.isEmpty()) {
        refuse(RefusedLine.Reason.UNKNOWN_STATUS, word, left, right, rows);
        return;
      }
      for (String source : left) {
        for (String target : right) {
          rows.pair(
              new DictionaryEntry(
                      line,
                      source,
                      target,
                      status,
                      said.getOrDefault("pos", ""),
                      said.getOrDefault("category", ""),
                      said.getOrDefault("note", ""))
                  .with(
                      said.getOrDefault("comment", ""),
                      said.getOrDefault("tags", ""),
                      said.getOrDefault("preferred", "")));
        }
      }
    }

    private void refuse(
        RefusedLine.Reason reason,
        String text,
        List<String> left,
        List<String> right,
        RowCollector rows) {
      rows.refuse(new RefusedLine(line, reason, text, all(left), all(right)));
    }

    private static String all(List<String> words) {
      return String.join(" ", words);
    }

    private List<String> wordsOf(String code) {
      return words.getOrDefault(code, List.of());
    }
  }

  @Override
  public void read(Path file, InputStream in, DictionaryOptions options, RowCollector rows)
      throws IOException {
    List<String> languages = new ArrayList<>();
    Entry[] open = new Entry[1];
    Xml.read(
        file,
        in,
        (xml, name) -> {
          if (name.equals(entry) || (this == TBX && name.equals("conceptEntry"))) {
            if (open[0] != null) {
              open[0].finish(languages, rows);
            }
            open[0] = new Entry(xml.getLocation().getLineNumber());
          } else if (open[0] != null) {
            if (this == LIFT && (name.equals("sense") || name.equals("subsense"))) {
              open[0].beginSense(xml.getLocation().getLineNumber(), languages, rows);
            }
            within(open[0], xml, name);
          }
        });
    if (open[0] != null) {
      open[0].finish(languages, rows);
    }
  }

  private void within(Entry now, XMLStreamReader xml, String name) throws XMLStreamException {
    if (!name.equals("form")) {
      // Forms stand in a pronunciation or a variant too, before the first sense.
      now.headword = name.equals("lexical-unit");
    }
    switch (name) {
      case "tuv", "langSet", "langSec" -> now.language = Xml.attribute(xml, "lang");
      case "seg" -> now.word(now.language, Xml.text(xml, CODES));
      case "term" -> now.word(now.language, Xml.text(xml));
      case "gloss" -> {
        String code = Xml.attribute(xml, "lang");
        now.word(code, Xml.text(xml));
      }
      case "form" -> {
        if (now.headword) {
          String code = Xml.attribute(xml, "lang");
          now.word(code, Xml.text(xml));
        }
      }
      case "note" -> now.say("note", Xml.text(xml));
      case "grammatical-info" -> now.say("pos", Xml.attribute(xml, "value"));
      case "field" -> {
        String type = Xml.attribute(xml, "type");
        trait(now, type, Xml.text(xml));
      }
      case "trait" -> trait(now, Xml.attribute(xml, "name"), Xml.attribute(xml, "value"));
      case "prop", "termNote", "descrip", "admin" -> {
        String type = Xml.attribute(xml, "type");
        String key =
            switch (type) {
              case "partOfSpeech" -> "pos";
              case "subjectField" -> "category";
              default -> type.startsWith("x-") ? type.substring(2) : type;
            };
        now.say(key, Xml.text(xml));
      }
      default -> {}
    }
  }

  /** FLEx has a status of its own, such as {@code Confirmed}, which is no judgement of a pair. */
  private static void trait(Entry now, String name, String value) {
    if (!name.equals("status") || AnchorStatus.named(value) != null) {
      now.say(name, value);
    }
  }

  @Override
  public boolean holds(Anchor anchor) {
    return Xml.holds(anchor.source()) && Xml.holds(anchor.target());
  }

  @Override
  public void write(List<Anchor> all, DictionaryFiles.Provenance provenance, OutputStream out)
      throws IOException {
    List<Anchor> anchors = all.stream().map(TermDocument::legal).toList();
    Languages languages = Languages.of(anchors);
    Xml.write(
        out,
        xml -> {
          switch (this) {
            case TMX -> writeTmx(anchors, languages, provenance, xml);
            case TBX -> writeTbx(anchors, languages, provenance, xml);
            case LIFT -> writeLift(anchors, languages, provenance, xml);
          }
        });
  }

  /** The two languages of a document, by what most of its words are written in. */
  private record Languages(String source, String target) {
    static Languages of(List<Anchor> anchors) {
      long left = anchors.stream().filter(a -> DictionaryImport.isSinhala(a.source())).count();
      long right = anchors.stream().filter(a -> DictionaryImport.isSinhala(a.target())).count();
      return left > right ? new Languages("si", "en") : new Languages("en", "si");
    }

    /** The words of a pair, the source first, with their languages. */
    Map<String, String> words(Anchor anchor) {
      Map<String, String> words = new LinkedHashMap<>();
      words.put(source, anchor.source());
      words.put(target, anchor.target());
      return words;
    }
  }

  private static Anchor legal(Anchor anchor) {
    return new Anchor(
        anchor.id(),
        new WordPair(Xml.legal(anchor.source()), Xml.legal(anchor.target())),
        anchor.status(),
        Xml.legal(anchor.pos()),
        Xml.legal(anchor.category()),
        Xml.legal(anchor.note()),
        Xml.legal(anchor.comment()),
        anchor.tags().stream().map(Xml::legal).toList(),
        anchor.preferred(),
        Xml.legal(anchor.origin()),
        Xml.legal(anchor.author()),
        anchor.changed());
  }

  private static void writeTmx(
      List<Anchor> anchors,
      Languages languages,
      DictionaryFiles.Provenance provenance,
      XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("tmx");
    xml.writeAttribute("version", "1.4");
    xml.writeEmptyElement("header");
    for (String[] each :
        new String[][] {
          {"creationtool", "Setu"},
          {"creationtoolversion", "1"},
          {"segtype", "phrase"},
          {"o-tmf", "Setu"},
          {"adminlang", "en"},
          {"srclang", languages.source()},
          {"datatype", "plaintext"}
        }) {
      xml.writeAttribute(each[0], each[1]);
    }
    xml.writeStartElement("body");
    for (Anchor anchor : anchors) {
      xml.writeCharacters("\n");
      xml.writeStartElement("tu");
      note(xml, anchor);
      for (Map.Entry<String, String> said : said(anchor, provenance).entrySet()) {
        Xml.element(xml, "prop", "type", "x-" + said.getKey(), said.getValue());
      }
      for (Map.Entry<String, String> word : languages.words(anchor).entrySet()) {
        xml.writeStartElement("tuv");
        xml.writeAttribute("xml", XML, "lang", word.getKey());
        Xml.element(xml, "seg", "", "", word.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void writeTbx(
      List<Anchor> anchors,
      Languages languages,
      DictionaryFiles.Provenance provenance,
      XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("martif");
    xml.writeAttribute("type", "TBX");
    xml.writeAttribute("xml", XML, "lang", "en");
    xml.writeStartElement("text");
    xml.writeStartElement("body");
    for (Anchor anchor : anchors) {
      xml.writeCharacters("\n");
      xml.writeStartElement("termEntry");
      xml.writeAttribute("id", "a" + anchor.id());
      for (Map.Entry<String, String> said : said(anchor, provenance).entrySet()) {
        if (!said.getKey().equals("pos")) {
          String type = said.getKey().equals("category") ? "subjectField" : "x-" + said.getKey();
          Xml.element(xml, "descrip", "type", type, said.getValue());
        }
      }
      note(xml, anchor);
      for (Map.Entry<String, String> word : languages.words(anchor).entrySet()) {
        xml.writeStartElement("langSet");
        xml.writeAttribute("xml", XML, "lang", word.getKey());
        xml.writeStartElement("tig");
        Xml.element(xml, "term", "", "", word.getValue());
        if (!anchor.pos().isEmpty()) {
          Xml.element(xml, "termNote", "type", "partOfSpeech", anchor.pos());
        }
        xml.writeEndElement();
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    for (int open = 0; open < 3; open++) {
      xml.writeEndElement();
    }
  }

  private static void writeLift(
      List<Anchor> anchors,
      Languages languages,
      DictionaryFiles.Provenance provenance,
      XMLStreamWriter xml)
      throws XMLStreamException {
    xml.writeStartElement("lift");
    xml.writeAttribute("version", "0.13");
    xml.writeAttribute("producer", "Setu");
    for (Anchor anchor : anchors) {
      xml.writeCharacters("\n");
      xml.writeStartElement("entry");
      xml.writeAttribute("id", "a" + anchor.id());
      xml.writeStartElement("lexical-unit");
      form(xml, languages.source(), anchor.source());
      xml.writeEndElement();
      xml.writeStartElement("sense");
      if (!anchor.pos().isEmpty()) {
        xml.writeEmptyElement("grammatical-info");
        xml.writeAttribute("value", anchor.pos());
      }
      xml.writeStartElement("gloss");
      xml.writeAttribute("lang", languages.target());
      Xml.element(xml, "text", "", "", anchor.target());
      xml.writeEndElement();
      if (!anchor.note().isEmpty()) {
        xml.writeStartElement("note");
        form(xml, "en", anchor.note());
        xml.writeEndElement();
      }
      for (Map.Entry<String, String> said : said(anchor, provenance).entrySet()) {
        if (said.getValue().indexOf('\n') >= 0) {
          // A line break within an attribute is read as a blank.
          xml.writeStartElement("field");
          xml.writeAttribute("type", said.getKey());
          form(xml, "en", said.getValue());
          xml.writeEndElement();
        } else if (!said.getKey().equals("pos")) {
          xml.writeEmptyElement("trait");
          xml.writeAttribute("name", said.getKey());
          xml.writeAttribute("value", said.getValue());
        }
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void form(XMLStreamWriter xml, String language, String text)
      throws XMLStreamException {
    xml.writeStartElement("form");
    xml.writeAttribute("lang", language);
    Xml.element(xml, "text", "", "", text);
    xml.writeEndElement();
  }

  private static void note(XMLStreamWriter xml, Anchor anchor) throws XMLStreamException {
    if (!anchor.note().isEmpty()) {
      Xml.element(xml, "note", "", "", anchor.note());
    }
  }

  /** What is said of an anchor beside its words and note, by our columns' names. */
  private static Map<String, String> said(Anchor anchor, DictionaryFiles.Provenance provenance) {
    Map<String, String> said = new LinkedHashMap<>();
    said.put("status", anchor.status().key());
    said.put("pos", anchor.pos());
    said.put("category", anchor.category());
    said.put("origin", anchor.origin());
    said.put("author", anchor.author());
    said.put("changed", anchor.changed().toString());
    said.put("comment", anchor.comment());
    said.put("tags", DictionaryEntry.line(anchor.tags()));
    said.put("preferred", DictionaryEntry.said(anchor.preferred()));
    said.values().removeIf(String::isEmpty);
    if (provenance == DictionaryFiles.Provenance.LEFT_OUT) {
      said.keySet().removeAll(DictionaryTable.PROVENANCE);
    }
    return said;
  }
}
