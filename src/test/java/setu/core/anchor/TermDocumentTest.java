package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.fault.DictionaryFault;

/** TMX, TBX and LIFT, as translators and lexicographers have them, and XML that is none of them. */
class TermDocumentTest {
  @TempDir private Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
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
}
