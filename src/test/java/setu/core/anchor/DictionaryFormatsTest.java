package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each format gives back of what was written to it. */
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
