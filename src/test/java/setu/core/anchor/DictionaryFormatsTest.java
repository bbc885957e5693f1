package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.anchor.AnchorHistory.Draft;
import setu.core.fault.DictionaryFault;

/** Spreadsheets and the formats of translators and lexicographers: out, in, and from elsewhere. */
class DictionaryFormatsTest {
  @TempDir private Path folder;

  private static Anchor anchor(
      long id, String source, String target, AnchorStatus status, String pos, String note) {
    return new Anchor(
        id,
        source,
        target,
        status,
        pos,
        pos.isEmpty() ? "" : "nature",
        note,
        "test",
        "me",
        Instant.EPOCH);
  }

  private static final List<Anchor> ANCHORS =
      List.of(
          new Anchor(
              1,
              new WordPair("river", "ගඟ"),
              AnchorStatus.ACCEPTED,
              "noun",
              "nature",
              "a <b> & \"c\"",
              "Or ඔය? Ask, again.",
              List.of("water", "field trip"),
              true,
              "test",
              "me",
              Instant.EPOCH),
          anchor(2, "Sri Lanka", "ශ්\u200Dරී ලංකාව", AnchorStatus.UNSURE, "noun", ""),
          anchor(3, "go", "යනවා", AnchorStatus.REJECTED, "", "spoken"));

  private Path resource(String name) throws IOException {
    Path file = folder.resolve(name);
    try (InputStream in =
        Objects.requireNonNull(DictionaryFormatsTest.class.getResourceAsStream(name))) {
      Files.copy(in, file);
    }
    return file;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsv", "csv", "xlsx", "ods", "tmx", "tbx", "lift"})
  void whatIsWrittenIsReadBack(String ending) throws IOException {
    Path file = folder.resolve("out." + ending);
    assertThat(DictionaryFiles.write(file, ANCHORS).count()).isEqualTo(3);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.format()).isEqualTo(ending);
    assertThat(read.refused()).isEmpty();
    assertThat(read.entries()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      DictionaryEntry entry = read.entries().get(i);
      Anchor anchor = ANCHORS.get(i);
      assertThat(entry.pair()).isEqualTo(anchor.pair());
      assertThat(entry.status()).isEqualTo(anchor.status());
      assertThat(entry.pos()).isEqualTo(anchor.pos());
      assertThat(entry.category()).isEqualTo(anchor.category());
      assertThat(entry.note()).isEqualTo(anchor.note());
      assertThat(entry.comment()).isEqualTo(anchor.comment());
      assertThat(entry.tags()).isEqualTo(anchor.tags());
      assertThat(entry.preferred()).isEqualTo(anchor.preferred());
    }
    Path again = folder.resolve("again." + ending);
    DictionaryFiles.write(again, ANCHORS);
    assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"libreoffice.xlsx", "libreoffice.ods"})
  void readsWhatLibreOfficeWrote(String name) throws IOException {
    DictionaryImport read = DictionaryFiles.read(resource(name), DictionaryOptions.AS_WRITTEN);
    assertThat(read.pairs())
        .containsExactly(
            new WordPair("river", "ගඟ"),
            new WordPair("Sri Lanka", "ශ්\u200Dරී ලංකාව"),
            new WordPair("water", "ජලය"));
    assertThat(read.entries().get(1).note()).isEqualTo("a \"quoted\" note");
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(
            tuple(5L, RefusedLine.Reason.NOT_A_WORD), tuple(6L, RefusedLine.Reason.EMPTY_SIDE));
  }

  @Test
  void readsASpreadsheetFromTheSinhalaSide() throws IOException {
    DictionaryImport read =
        DictionaryFiles.read(resource("libreoffice.ods"), DictionaryOptions.from("si"));
    assertThat(read.pairs()).contains(new WordPair("ගඟ", "river"));
  }

  @Test
  void everyTermWithEveryTermIsAPair() throws IOException {
    Path file =
        file(
            "terms.xml",
            """
            <?xml version="1.0"?>
            <tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
              <text><body>
                <conceptEntry id="c1">
                  <descrip type="subjectField">people</descrip>
                  <langSec xml:lang="en">
                    <termSec><term>mother</term><termNote type="partOfSpeech">noun</termNote></termSec>
                  </langSec>
                  <langSec xml:lang="si-LK">
                    <termSec><term>මව</term></termSec><termSec><term>අම්මා</term></termSec>
                  </langSec>
                </conceptEntry>
                <conceptEntry id="c2">
                  <langSec xml:lang="en"><termSec><term>alone</term></termSec></langSec>
                </conceptEntry>
              </body></text>
            </tbx>
            """);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.format()).isEqualTo("tbx");
    assertThat(read.pairs())
        .containsExactly(new WordPair("mother", "මව"), new WordPair("mother", "අම්මා"));
    assertThat(read.entries().getFirst().category()).isEqualTo("people");
    assertThat(read.entries().getFirst().pos()).isEqualTo("noun");
    assertThat(read.refused())
        .extracting(RefusedLine::text, RefusedLine::source, RefusedLine::target)
        .containsExactly(tuple("alone", "alone", ""));
  }

  @Test
  void readsAHeadwordAndItsGlosses() throws IOException {
    Path file =
        file(
            "words.lift",
            """
            <lift version="0.13" producer="FLEx">
              <entry id="x"><lexical-unit><form lang="si"><text>ගඟ</text></form></lexical-unit>
                <sense id="s"><grammatical-info value="Noun"/>
                  <gloss lang="en"><text>river</text></gloss>
                  <definition><form lang="en"><text>a large stream</text></form></definition>
                  <example><form lang="si"><text>ගඟ ගලයි</text></form></example>
                </sense></entry>
            </lift>
            """);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.pairs()).containsExactly(new WordPair("ගඟ", "river"));
    assertThat(read.entries().getFirst().pos()).isEqualTo("Noun");
  }

  @Test
  void nothingIsLoadedFromOutsideAndBadXmlIsAFault() throws IOException {
    Path secret = file("secret.txt", "secret");
    Path file =
        file(
            "bad.tmx",
            "<!DOCTYPE tmx [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]><tmx><body><tu><tuv xml:lang=\"en\"><seg>&e;</seg></tuv>"
                + "<tuv xml:lang=\"si\"><seg>ගඟ</seg></tuv></tu></body></tmx>");
    assertThatThrownBy(() -> DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN))
        .isInstanceOf(DictionaryFault.class);
    Path open = file("open.tmx", "<tmx><body><tu>");
    assertThatThrownBy(() -> DictionaryFiles.read(open, DictionaryOptions.AS_WRITTEN))
        .isInstanceOf(DictionaryFault.class);
    Path other = file("page.html", "<html><body>no</body></html>");
    assertThatThrownBy(() -> DictionaryFiles.read(other, DictionaryOptions.AS_WRITTEN))
        .isInstanceOf(DictionaryFault.class);
    Path zip = folder.resolve("broken.xlsx");
    Files.write(zip, new byte[] {'P', 'K', 3, 4, 0, 0, 0});
    assertThatThrownBy(() -> DictionaryFiles.read(zip, DictionaryOptions.AS_WRITTEN))
        .isInstanceOf(setu.core.fault.Fault.class);
  }

  /** What is no spreadsheet in spite of its name, or was damaged on its way, is told as that. */
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "ods"})
  void aDamagedSpreadsheetIsToldAsOne(String ending) throws IOException {
    Path whole = folder.resolve("whole." + ending);
    DictionaryFiles.write(whole, ANCHORS);
    byte[] bytes = Files.readAllBytes(whole);
    byte[] noise = bytes.clone();
    Arrays.fill(noise, bytes.length / 3, bytes.length / 2, (byte) 7);
    for (byte[] bad :
        List.of(
            Arrays.copyOf(bytes, bytes.length / 3),
            noise,
            new byte[] {0, 1, 2},
            "river\tගඟ\n".getBytes(StandardCharsets.UTF_8),
            "Fluß\tx\n".getBytes(StandardCharsets.ISO_8859_1))) {
      Path file = Files.write(folder.resolve("damaged." + ending), bad);
      assertThatThrownBy(() -> DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN))
          .isInstanceOfSatisfying(
              DictionaryFault.class,
              fault ->
                  assertThat(fault.problem())
                      .isEqualTo(DictionaryFault.Problem.DAMAGED_SPREADSHEET));
      assertThat(DictionaryPreview.of(file)).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tmx", "tbx", "lift"})
  void brokenXmlIsToldWithItsLine(String ending) throws IOException {
    Path open = file("open." + ending, "<" + ending + ">\n<body>\n<tu></body>\n");
    Path prose = file("prose." + ending, "river ගඟ\n");
    assertThatThrownBy(() -> DictionaryFiles.read(open, DictionaryOptions.AS_WRITTEN))
        .isInstanceOfSatisfying(
            DictionaryFault.class,
            fault ->
                assertThat(fault)
                    .returns(DictionaryFault.Problem.BROKEN_XML, DictionaryFault::problem)
                    .returns(3L, DictionaryFault::line));
    assertThatThrownBy(() -> DictionaryFiles.read(prose, DictionaryOptions.AS_WRITTEN))
        .isInstanceOfSatisfying(
            DictionaryFault.class,
            fault ->
                assertThat(fault)
                    .returns(DictionaryFault.Problem.BROKEN_XML, DictionaryFault::problem)
                    .returns(1L, DictionaryFault::line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "x-UTF-16LE-BOM", "UTF-16BE", "UTF-16LE"})
  void xmlInUtf16IsReadWithItsMarkOrWithout(String charset) throws IOException {
    String tmx =
        "<?xml version='1.0' encoding='UTF-16'?>\n<tmx version='1.4'><header/><body><tu>"
            + "<tuv xml:lang='en'><seg>river</seg></tuv><tuv xml:lang='si'><seg>ගඟ</seg></tuv>"
            + "</tu></body></tmx>";
    Path file = folder.resolve("memory.tmx");
    Files.write(file, tmx.getBytes(Charset.forName(charset)));
    assertThat(DictionaryFiles.readPairs(file)).containsExactly(new WordPair("river", "ගඟ"));
    assertThat(DictionaryPreview.of(file)).isNull();
  }

  private Path archive(String name, String type, String part, String content) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      byte[] bytes = type.getBytes(StandardCharsets.UTF_8);
      CRC32 sum = new CRC32();
      sum.update(bytes);
      ZipEntry first = new ZipEntry("mimetype");
      first.setMethod(ZipEntry.STORED);
      first.setSize(bytes.length);
      first.setCrc(sum.getValue());
      zip.putNextEntry(first);
      zip.write(bytes);
      zip.putNextEntry(new ZipEntry(part));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    return file;
  }

  private Path workbook(String rows) throws IOException {
    return archive(
        "book.xlsx",
        "",
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  @Test
  void theFirstSheetIsTheOneThatStandsFirstInTheWorkbook() throws IOException {
    Path file = folder.resolve("moved.xlsx");
    String sheet =
        "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>%s</t></is></c>"
            + "<c t='inlineStr'><is><t>%s</t></is></c></row></sheetData></worksheet>";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String[] part :
          new String[][] {
            {"xl/worksheets/sheet1.xml", sheet.formatted("notes", "only")},
            {"xl/worksheets/sheet2.xml", sheet.formatted("river", "ගඟ")},
            {
              "xl/workbook.xml",
              """
              <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                <sheets><sheet name="Chart" sheetId="9" r:id="rId7"/>
                <sheet name="Words" sheetId="2" r:id="rId4"/>
                <sheet name="Notes" sheetId="1" r:id="rId3"/></sheets></workbook>
              """
            },
            {
              "xl/_rels/workbook.xml.rels",
              """
              <Relationships><Relationship Id="rId3" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId4" Target="/xl/worksheets/sheet2.xml"/>
                <Relationship Id="rId7" Target="chartsheets/sheet1.xml"/></Relationships>
              """
            }
          }) {
        zip.putNextEntry(new ZipEntry(part[0]));
        zip.write(part[1].getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(DictionaryFiles.readPairs(file)).containsExactly(new WordPair("river", "ගඟ"));
  }

  @Test
  void rowsThatAreSaidToRepeatAreRowsAndKeepTheirLines() throws IOException {
    Path file =
        archive(
            "rows.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
               xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:table>
              <t:table-row><t:table-cell><x:p>hand</x:p></t:table-cell>
                <t:table-cell><x:p>අත</x:p></t:table-cell></t:table-row>
              <t:table-row t:number-rows-repeated="3"><t:table-cell/></t:table-row>
              <t:table-row t:number-rows-repeated="2"><t:table-cell><x:p>leg</x:p></t:table-cell>
                <t:table-cell><x:p>කකුල</x:p></t:table-cell></t:table-row>
              <t:table-row><t:table-cell><x:p>sea</x:p></t:table-cell>
                <t:table-cell><x:p>?</x:p></t:table-cell></t:table-row>
              <t:table-row t:number-rows-repeated="2"><t:table-cell><x:p>sun</x:p></t:table-cell>
                <t:table-cell><x:p>ඉර</x:p></t:table-cell></t:table-row>
            </t:table></d>
            """);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.entries())
        .extracting(DictionaryEntry::line, DictionaryEntry::source)
        .containsExactly(
            tuple(1L, "hand"),
            tuple(5L, "leg"),
            tuple(6L, "leg"),
            tuple(8L, "sun"),
            tuple(9L, "sun"));
    assertThat(read.refused()).extracting(RefusedLine::line).containsExactly(7L);
  }

  @Test
  void aCellOfAFormulaIsWhatItShows() throws IOException {
    Path file =
        workbook(
            "<row r='1'><c r='A1' t='str'><f>LOWER(\"HAND\")</f><v>hand</v></c>"
                + "<c r='B1' t='inlineStr'><is><t>අත</t><rPh><t>atha</t></rPh></is></c></row>");
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).pairs())
        .containsExactly(new WordPair("hand", "අත"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='first'/>",
        "<row r='1'><c r='A1' t='s'><v>one</v></c></row>",
        "<row r='1'><c r='ZZZZZZZZZ1' t='str'><v>far</v></c></row>"
      })
  void aSheetThatIsNoneIsAFault(String rows) throws IOException {
    Path file = workbook(rows);
    assertThatThrownBy(() -> DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN))
        .isInstanceOf(DictionaryFault.class);
  }

  @Test
  void eachSenseHasItsOwnPartOfSpeechAndNoPronunciationIsAWord() throws IOException {
    Path file =
        file(
            "senses.lift",
            """
            <lift version="0.13" producer="FLEx">
              <entry id="x"><lexical-unit><form lang="si"><text>මල</text></form></lexical-unit>
                <pronunciation><form lang="si-fonipa"><text>mələ</text></form></pronunciation>
                <variant><form lang="si"><text>මලක්</text></form></variant>
                <trait name="category" value="basic"/>
                <sense><grammatical-info value="Noun"/><gloss lang="en"><text>flower</text></gloss>
                  <note><form lang="en"><text>of a plant</text></form></note>
                  <trait name="status" value="Confirmed"/></sense>
                <sense><grammatical-info value="Verb"/><gloss lang="en"><text>died</text></gloss>
                  <subsense><gloss lang="en"><text>withered</text></gloss></subsense></sense>
                <sense><grammatical-info value="Noun"/></sense></entry>
            </lift>
            """);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.entries())
        .extracting(
            DictionaryEntry::source,
            DictionaryEntry::target,
            DictionaryEntry::pos,
            DictionaryEntry::note,
            DictionaryEntry::category)
        .containsExactly(
            tuple("මල", "flower", "Noun", "of a plant", "basic"),
            tuple("මල", "died", "Verb", "", "basic"),
            tuple("මල", "withered", "", "", "basic"));
    assertThat(read.entries()).extracting(DictionaryEntry::status).containsOnlyNulls();
    assertThat(read.refused())
        .extracting(RefusedLine::reason)
        .containsExactly(RefusedLine.Reason.EMPTY_SIDE);
  }

  /** Forms that a project can hold: none is blank, and that is all that is asked of them. */
  private static final List<String> FORMS =
      List.of(
          "tree",
          "tree wood",
          "ගස",
          "ශ්\u200Dරී  ලංකාව",
          "d,e",
          "12",
          "a;b",
          "\"q\"",
          "\"",
          "say \"so\"",
          "<b>&amp;",
          "]]>",
          "english",
          "sinhala",
          "source",
          "#x",
          "=1+1",
          "🌺",
          " led",
          "trailed ",
          "a\tb",
          "a\nb",
          "a\rb",
          "a\u0007b",
          "a\u0000b",
          "\uD800",
          "\uFEFFmark",
          "a\u00A0b",
          "\u2028");

  @ParameterizedTest
  @ValueSource(strings = {"txt", "tsv", "csv", "xlsx", "ods", "tmx", "tbx", "lift"})
  void everyPairComesBackOrIsSaidToBeLeftOut(String ending) {
    List<Anchor> anchors = new ArrayList<>();
    for (String source : FORMS) {
      for (String target : FORMS) {
        anchors.add(anchor(anchors.size() + 1L, source, target, AnchorStatus.ACCEPTED, "noun", ""));
      }
    }
    Path file = folder.resolve("forms." + ending);
    DictionaryFiles.Written written = DictionaryFiles.write(file, anchors);
    List<WordPair> held =
        anchors.stream()
            .filter(anchor -> !written.leftOut().contains(anchor))
            .map(Anchor::pair)
            .toList();
    assertThat(held).hasSize(written.count()).contains(new WordPair("tree", "tree"));
    assertThat(held.contains(new WordPair("tree wood", "tree"))).isEqualTo(!ending.equals("txt"));
    assertThat(DictionaryFiles.readPairs(file)).containsExactlyElementsOf(held);
    List<WordPair> words = new ArrayList<>(held);
    words.removeAll(written.noWords().stream().map(Anchor::pair).toList());
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).pairs())
        .containsExactlyElementsOf(words)
        .doesNotContain(new WordPair("d,e", "12"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"txt", "tmx", "tbx", "lift"})
  void aFirstPairOfOneScriptOrOfLanguageNamesIsAPairToo(String ending) {
    for (WordPair pair : List.of(new WordPair("english", "sinhala"), new WordPair("ගස", "ලී"))) {
      Path file = folder.resolve("first." + ending);
      DictionaryFiles.write(
          file,
          List.of(
              anchor(1, pair.source(), pair.target(), AnchorStatus.ACCEPTED, "", ""),
              anchor(2, "river", "ගඟ", AnchorStatus.ACCEPTED, "", "")));
      assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).pairs())
          .containsExactly(pair, new WordPair("river", "ගඟ"));
    }
  }

  @Test
  void romanisationsAreNoWordsOfAnEntry() throws IOException {
    Path file =
        file(
            "roman.lift",
            """
            <lift version="0.13"><entry><lexical-unit>
              <form lang="si-Latn"><text>gedara</text></form>
              <form lang="si-fonipa"><text>ɡedərə</text></form>
              <form lang="si-Sinh"><text>ගෙදර</text></form></lexical-unit>
              <sense><gloss lang="en"><text>house</text></gloss>
                <gloss lang="en-Latn-GB"><text>home</text></gloss></sense></entry>
            </lift>
            """);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.pairs())
        .containsExactly(new WordPair("ගෙදර", "house"), new WordPair("ගෙදර", "home"));
    assertThat(read.refused()).isEmpty();
  }

  @Test
  void codesWithinASegmentAreNoPartOfAWord() throws IOException {
    Path file =
        file(
            "codes.tmx",
            "<tmx><body><tu><tuv xml:lang='en'><seg><bpt i='1'>&lt;b&gt;</bpt><hi>ha</hi>nd"
                + "<ept i='1'>&lt;/b&gt;</ept></seg></tuv>"
                + "<tuv xml:lang='si'><seg>අත</seg></tuv></tu></body></tmx>");
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).pairs())
        .containsExactly(new WordPair("hand", "අත"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsv", "csv", "xlsx", "ods", "tmx", "tbx", "lift"})
  void anyNoteCanBeWrittenAndReadBack(String ending) {
    Path file = folder.resolve("note." + ending);
    DictionaryFiles.write(
        file,
        List.of(anchor(1, "hand", "අත", AnchorStatus.ACCEPTED, "noun", "a\u000Bb \uFFFF 🌺")));
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.pairs()).containsExactly(new WordPair("hand", "අත"));
    assertThat(read.entries().getFirst().note()).startsWith("a").endsWith("🌺");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx", "ods", "tmx", "tbx", "lift"})
  void linesAndBlanksOfACommentComeBack(String ending) {
    Path file = folder.resolve("lines." + ending);
    String comment = "see  here\n\nand\tthere _x0041_x0042_";
    Draft said =
        Draft.accepted("hand", "අත", "test").described("", "", comment).withComment(comment);
    DictionaryFiles.write(file, List.of(said.anchor(1, "me", Instant.EPOCH)));
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).entries())
        .extracting(DictionaryEntry::note, DictionaryEntry::comment)
        .containsExactly(tuple(comment, comment));
  }

  @Test
  void blanksThatLibreOfficeWritesAsElementsAreText() throws IOException {
    Path file =
        archive(
            "blanks.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
               xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:table>
              <t:table-row><t:table-cell><x:p>Sri <x:s x:c="2"/><x:span>Lanka</x:span></x:p>
                </t:table-cell><t:table-cell><x:p>ශ්රී<x:line-break/>ලංකාව</x:p></t:table-cell>
                </t:table-row></t:table></d>
            """);
    assertThat(DictionaryFiles.readPairs(file))
        .containsExactly(new WordPair("Sri   Lanka", "ශ්රී\nලංකාව"));
  }

  @Test
  void paragraphsOfACellAreItsLines() throws IOException {
    Path file =
        archive(
            "lines.ods",
            "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml",
            """
            <d xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
               xmlns:x="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:table>
              <t:table-row><t:table-cell><x:p>hand</x:p></t:table-cell>
                <t:table-cell><x:p>අත</x:p><x:p/><x:p>අතක්</x:p></t:table-cell></t:table-row>
            </t:table></d>
            """);
    assertThat(DictionaryFiles.readPairs(file)).containsExactly(new WordPair("hand", "අත\n\nඅතක්"));
  }

  /** LibreOffice reads neither line breaks nor tabs that stand as elements in a cell. */
  @Test
  void linesOfACellAreParagraphsAndATabIsATab() throws IOException {
    Path file = folder.resolve("lines.ods");
    DictionaryFiles.write(
        file, List.of(anchor(1, "hand", "අත", AnchorStatus.ACCEPTED, "", "one\n\ntwo\tthree")));
    assertThat(content(file))
        .contains("<text:p>one</text:p><text:p></text:p><text:p>two\tthree</text:p>");
  }

  @Test
  void charactersOfAWorkbookMayBeWrittenByNumber() throws IOException {
    Path file =
        workbook(
            "<row r='1'><c t='inlineStr'><is><t>hand</t></is></c>"
                + "<c t='inlineStr'><is><t>ක්_x200D_ෂණ_x005F_x0041_</t></is></c></row>");
    assertThat(DictionaryFiles.readPairs(file))
        .containsExactly(new WordPair("hand", "ක්\u200Dෂණ_x0041_"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsv", "csv", "xlsx", "ods", "tmx", "tbx", "lift"})
  void provenanceIsLeftOutWhereItIsNotWantedAndAllElseIsKept(String ending) throws IOException {
    Anchor anchor =
        Draft.of(ANCHORS.getFirst()).anchor(1, "Kamala", Instant.parse("2026-11-26T12:00:00Z"));
    Path with = folder.resolve("with." + ending);
    Path without = folder.resolve("without." + ending);
    DictionaryFiles.write(with, List.of(anchor));
    DictionaryFiles.write(without, List.of(anchor), DictionaryFiles.Provenance.LEFT_OUT);
    assertThat(content(with)).contains("Kamala", "2026-11-26", "origin");
    assertThat(content(without))
        .contains("ගඟ")
        .doesNotContain("Kamala", "2026-11-26", "origin", "author", "changed");
    DictionaryEntry kept =
        DictionaryFiles.read(with, DictionaryOptions.AS_WRITTEN).entries().getFirst();
    DictionaryEntry left =
        DictionaryFiles.read(without, DictionaryOptions.AS_WRITTEN).entries().getFirst();
    assertThat(left).isEqualTo(kept);
  }

  /** The text of a file, of an archive that of its sheet. */
  private static String content(Path file) throws IOException {
    byte[] all = Files.readAllBytes(file);
    StringBuilder content = new StringBuilder();
    if (Spreadsheet.isArchive(all)) {
      ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all));
      while (zip.getNextEntry() != null) {
        content.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
      return content.toString();
    }
    return Files.readString(file);
  }
}
