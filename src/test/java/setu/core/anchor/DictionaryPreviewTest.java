package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.anchor.DictionaryOptions.Columns;
import setu.core.fault.DictionaryFault;

class DictionaryPreviewTest {
  @TempDir Path folder;

  private DictionaryPreview preview(String name, String... lines) throws IOException {
    return Objects.requireNonNull(
        DictionaryPreview.of(Files.write(folder.resolve(name), List.of(lines))));
  }

  @Test
  void aTableWithOtherNamesIsShownAndItsColumnsAreGuessedByScript() throws IOException {
    DictionaryPreview preview =
        preview(
            "field.csv",
            "no;gloss;headword;remark",
            "1;\"river; stream\";ගඟ;",
            "2;tree;ගස",
            "",
            "3;;මල;flower of any kind");
    assertThat(preview.format()).isEqualTo("csv");
    assertThat(preview.usual()).isFalse();
    assertThat(preview.columns()).containsExactly("no", "gloss", "headword", "remark");
    assertThat(preview.rows())
        .containsExactly(
            List.of("1", "river; stream", "ගඟ", ""),
            List.of("2", "tree", "ගස", ""),
            List.of("3", "", "මල", "flower of any kind"));
    assertThat(preview.columnOf("si", -1)).isEqualTo(2);
    assertThat(preview.columnOf("en", 2)).isEqualTo(1);
    assertThat(preview.columnOf("en", 1)).isEqualTo(-1);
    DictionaryImport read =
        DictionaryFiles.read(
            folder.resolve("field.csv"),
            new DictionaryOptions("", new Columns("headword", "gloss", "", "", "remark")));
    assertThat(read.pairs()).contains(new WordPair("ගස", "tree"));
    assertThat(read.read()).isEqualTo(3);
  }

  @Test
  void theWordColumnsAreThoseOfTheUsualNamesTurnedRoundByScript() throws IOException {
    DictionaryPreview named =
        preview("a.tsv", "status\tsource\ttarget", "accepted\tගඟ\triver", "accepted\tගස\ttree");
    assertThat(named.wordColumns("si")).containsExactly(1, 2);
    assertThat(named.wordColumns("en")).containsExactly(2, 1);
    assertThat(named.wordColumns("")).containsExactly(1, 2);
    DictionaryPreview bare = preview("b.tsv", "no\tx\ty", "1\tගඟ\triver", "2\tගස\ttree");
    assertThat(bare.wordColumns("en")).containsExactly(2, 1);
    assertThat(bare.wordColumns("si")).containsExactly(1, 2);
    DictionaryPreview neither = preview("c.tsv", "a\tb\tc", "1\t2\t3");
    assertThat(neither.wordColumns("en")).containsExactly(-1, -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1\triver\tගඟ\tx|2\ttree\tගස\t|3\thand\tඅත\ty",
        "1,river,ගඟ,x|2,tree,ගස,|3,hand,අත,y"
      })
  void aTableWithoutAHeaderKeepsItsFirstRow(String table) throws IOException {
    DictionaryPreview preview = preview("headless", table.split("\\|"));
    assertThat(preview.header()).isFalse();
    assertThat(preview.usual()).isFalse();
    assertThat(preview.columns()).containsExactly("1", "2", "3", "4");
    assertThat(preview.rows()).hasSize(3).first().isEqualTo(List.of("1", "river", "ගඟ", "x"));
    assertThat(preview.columnOf("si", -1)).isEqualTo(2);
    DictionaryPreview named = preview.withHeader(true);
    assertThat(named.columns()).containsExactly("1", "river", "ගඟ", "x");
    assertThat(named.rows()).hasSize(2);
    assertThat(named.withHeader(false)).isEqualTo(preview);
    DictionaryImport read =
        DictionaryFiles.read(
            folder.resolve("headless"),
            new DictionaryOptions("", new Columns("3", "2", "", "", "4", false)));
    assertThat(read.pairs())
        .containsExactly(
            new WordPair("ගඟ", "river"), new WordPair("ගස", "tree"), new WordPair("අත", "hand"));
    assertThat(read.entries().getFirst().note()).isEqualTo("x");
    assertThat(read.entries().getFirst().line()).isEqualTo(1);
    assertThatThrownBy(
            () ->
                DictionaryFiles.read(
                    folder.resolve("headless"),
                    new DictionaryOptions("", new Columns("3", "5", "", "", "", false))))
        .isInstanceOf(DictionaryFault.class);
  }

  @Test
  void aSpreadsheetWithoutAHeaderKeepsItsFirstRow() {
    // Written with a header; read as if that were a pair like the others.
    Path file = folder.resolve("sheet.xlsx");
    DictionaryFiles.write(
        file,
        List.of(
            new Anchor(
                1, "river", "ගඟ", AnchorStatus.ACCEPTED, "", "", "", "t", "me", Instant.EPOCH)));
    DictionaryImport read =
        DictionaryFiles.read(
            file, new DictionaryOptions("", new Columns("1", "2", "", "", "", false)));
    assertThat(read.pairs())
        .containsExactly(new WordPair("source", "target"), new WordPair("river", "ගඟ"));
  }

  @Test
  void aHeaderInSinhalaIsStillAHeader() throws IOException {
    assertThat(preview("a.tsv", "අංකය\tඉංග්\u200Dරීසි\tසිංහල වචනය", "1\triver\tගඟ").header())
        .isTrue();
  }

  @Test
  void commasInATableWithTabsBelongToItsCells() throws IOException {
    DictionaryPreview preview =
        preview("field.tsv", "no\tgloss, short\tform, as said, or read", "1\triver\tගඟ");
    assertThat(preview.format()).isEqualTo("tsv");
    assertThat(preview.columns()).containsExactly("no", "gloss, short", "form, as said, or read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.tsv", "out.csv", "out.xlsx", "out.ods"})
  void whatThisProgramWroteNeedsNoChoice(String name) {
    Path file = folder.resolve(name);
    DictionaryFiles.write(
        file,
        List.of(
            new Anchor(
                1,
                "river",
                "ගඟ",
                AnchorStatus.ACCEPTED,
                "noun",
                "",
                "",
                "test",
                "me",
                Instant.EPOCH)));
    DictionaryPreview preview = Objects.requireNonNull(DictionaryPreview.of(file));
    assertThat(preview.usual()).isTrue();
    assertThat(preview.format()).isEqualTo(name.substring(4));
    assertThat(preview.rows().getFirst()).startsWith("river", "ගඟ", "accepted");
  }

  @Test
  void pairsAndOtherFilesAreNoTables() throws IOException {
    assertThat(DictionaryPreview.of(Files.writeString(folder.resolve("a.txt"), "river ගඟ\n")))
        .isNull();
    assertThat(DictionaryPreview.of(Files.writeString(folder.resolve("b.txt"), "river\tගඟ\n")))
        .isNull();
    assertThat(DictionaryPreview.of(Files.writeString(folder.resolve("c.tmx"), "<tmx a,b,c/>")))
        .isNull();
    assertThat(DictionaryPreview.of(Files.write(folder.resolve("d"), new byte[] {0, 9, 9, 9})))
        .isNull();
    assertThat(DictionaryPreview.of(Files.writeString(folder.resolve("e"), ""))).isNull();
    assertThat(DictionaryPreview.of(folder.resolve("none"))).isNull();
  }
}
