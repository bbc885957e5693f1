package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
              "river",
              "ගඟ",
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
    assertThat(DictionaryFiles.write(file, ANCHORS)).isEqualTo(3);
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
            org.assertj.core.groups.Tuple.tuple(5L, RefusedLine.Reason.NOT_A_WORD),
            org.assertj.core.groups.Tuple.tuple(6L, RefusedLine.Reason.EMPTY_SIDE));
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
    assertThat(read.refused()).extracting(RefusedLine::text).containsExactly("alone");
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

  @Test
  void localeDataGivesProperNouns() {
    DictionaryImport names = CldrNames.pairs();
    assertThat(names.entries().size()).isGreaterThan(500);
    assertThat(names.pairs())
        .contains(
            new WordPair("Sinhala", "සිංහල"),
            new WordPair("India", "ඉන්දියාව"),
            new WordPair("Monday", "සඳුදා"));
    assertThat(names.entries())
        .extracting(DictionaryEntry::category)
        .contains("language", "territory", "month", "weekday", "unit");
    assertThat(names.pairs()).doesNotHaveDuplicates();
  }
}
