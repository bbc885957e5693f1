package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.anchor.RefusedLine.Reason;
import setu.core.fault.DictionaryFault;
import setu.core.fault.Fault;
import setu.core.fault.FileFault;
import setu.core.workspace.Workspace;

class DictionaryFilesTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;

  @Test
  void textIsTheLinesOfTwoFieldsByAnyBlanks() {
    Path file = file("a.txt", "water\tවතුර\nwater  ජලය \r\n\n \t\nonly\nSri Lanka ලංකාව\nx y");
    assertThat(DictionaryFiles.readPairs(file))
        .containsExactly(
            new WordPair("water", "වතුර"), new WordPair("water", "ජලය"), new WordPair("x", "y"));
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.format()).isEqualTo("text");
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason, RefusedLine::text)
        .containsExactly(
            tuple(5L, Reason.ONE_COLUMN, "only"),
            tuple(6L, Reason.TOO_MANY_FIELDS, "Sri Lanka ලංකාව"));
    assertThat(read.read()).isEqualTo(5);
  }

  @Test
  void noiseIsRefusedByReasonForCurationAndKeptForMeasuring() {
    Path file =
        file("noise.txt", "ද d,e\nඒ 12\nක a\u0007b\nම ?\nඅත hand\nක්‍රමය way.In\nපොත book\uFFFD\n");
    assertThat(DictionaryFiles.readPairs(file)).hasSize(7);
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(
            tuple(1L, Reason.NOT_A_WORD),
            tuple(2L, Reason.NOT_A_WORD),
            tuple(3L, Reason.CONTROL_CHARACTER),
            tuple(4L, Reason.NOT_A_WORD),
            tuple(7L, Reason.CONTROL_CHARACTER));
  }

  @Test
  void signsAroundAWordAreLeftToCleaning() {
    Path file =
        file("signs.txt", "(water)\tවතුර\nriver,\tගඟ\n\"sea\"\t“මුහුද”\n(12)\tද\n()\tඒ\na\tb\n");
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.entries())
        .extracting(DictionaryEntry::source, DictionaryEntry::needsCleaning)
        .containsExactly(
            tuple("(water)", true),
            tuple("river,", true),
            tuple("\"sea\"", true),
            tuple("a", false));
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(tuple(4L, Reason.NOT_A_WORD), tuple(5L, Reason.NOT_A_WORD));
  }

  @Test
  void aRefusedRowKeepsBothFieldsEachOnItsSide() {
    Path file =
        file(
            "refused.tsv",
            "english\tsinhala\tstatus\nwater\t\t\n\tගඟ\t\nd,e\tද\t\nsea\tමුහුද\todd\nalone\nsun\tඉර\t\n");
    assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).refused())
        .extracting(
            RefusedLine::line, RefusedLine::reason, RefusedLine::source, RefusedLine::target)
        .containsExactly(
            tuple(2L, Reason.EMPTY_SIDE, "water", ""),
            tuple(3L, Reason.EMPTY_SIDE, "", "ගඟ"),
            tuple(4L, Reason.NOT_A_WORD, "d,e", "ද"),
            tuple(5L, Reason.UNKNOWN_STATUS, "sea", "මුහුද"),
            tuple(6L, Reason.ONE_COLUMN, "alone", ""));
    assertThat(DictionaryFiles.read(file, DictionaryOptions.from("si")).refused())
        .extracting(RefusedLine::source, RefusedLine::target)
        .containsExactly(
            tuple("", "water"),
            tuple("ගඟ", ""),
            tuple("ද", "d,e"),
            tuple("මුහුද", "sea"),
            tuple("alone", ""));
  }

  @Test
  void markAndJoinersAreSeenThroughAndKept() {
    Path file = file("mark.txt", "\uFEFFශ්\u200Dරී sri\r\nශ්රී sri\r\n");
    assertThat(DictionaryFiles.readPairs(file))
        .containsExactly(new WordPair("ශ්\u200Dරී", "sri"), new WordPair("ශ්රී", "sri"));
  }

  @Test
  void oneBadLineSpoilsNoOther() throws IOException {
    Path file = folder.resolve("bad.txt");
    byte[] bytes = "sun හිරු\nmoon xy\nsea මුහුද\n".getBytes(StandardCharsets.UTF_8);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xy")] = (byte) 0xFF;
    Files.write(file, bytes);
    DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    assertThat(read.pairs()).extracting(WordPair::source).containsExactly("sun", "sea");
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(tuple(2L, Reason.NOT_UTF8));
  }

  @Test
  void theSampleIsATable() {
    DictionaryImport train =
        DictionaryFiles.read(SAMPLE.resolve("anchors.train.tsv"), DictionaryOptions.AS_WRITTEN);
    assertThat(train.format()).isEqualTo("tsv");
    assertThat(train.refused()).isEmpty();
    assertThat(train.entries()).hasSize(1039);
    assertThat(train.entries().getFirst())
        .isEqualTo(new DictionaryEntry(2, "mother", "මව", null, "noun", "people", ""));
    assertThat(DictionaryFiles.readPairs(SAMPLE.resolve("anchors.test.tsv"))).hasSize(358);
    assertThat(DictionaryFiles.readPairs(SAMPLE.resolve("faulty.tsv"))).hasSize(40);
  }

  @Test
  void theSourceLanguageTurnsTheColumns() {
    Path sample = SAMPLE.resolve("anchors.train.tsv");
    assertThat(DictionaryFiles.readPairs(sample, DictionaryOptions.from("si")).getFirst())
        .isEqualTo(new WordPair("මව", "mother"));
    assertThat(DictionaryFiles.readPairs(sample, DictionaryOptions.from("en")).getFirst())
        .isEqualTo(new WordPair("mother", "මව"));
    Path text = file("t.txt", "අත hand\nකකුල leg\n");
    assertThat(DictionaryFiles.readPairs(text, DictionaryOptions.from("en")).getFirst())
        .isEqualTo(new WordPair("hand", "අත"));
  }

  @Test
  void tablesKeepFormsWithSpacesAndQuotedFields() {
    Path tsv =
        file(
            "t.tsv",
            "Note\tSinhala\tEnglish\n"
                + "\"the \"\"pearl\"\"\"\tශ්\u200Dරී ලංකාව\tSri Lanka\n"
                + "x\tඅත\t\n");
    DictionaryImport read = DictionaryFiles.read(tsv, DictionaryOptions.AS_WRITTEN);
    assertThat(read.entries())
        .containsExactly(
            new DictionaryEntry(2, "ශ්\u200Dරී ලංකාව", "Sri Lanka", null, "", "", "the \"pearl\""));
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(tuple(3L, Reason.EMPTY_SIDE));
  }

  @Test
  void aCsvWithoutAHeaderIsReadWhereItBeginsWithAPairOfTwoScripts() {
    for (String text :
        List.of(
            "to go,යන්න\nsea,මුහුද\n",
            "\uFEFF\"to go\";\"යන්න\";verb\nsea;මුහුද\n",
            "to go, යන්න\r\nsea, මුහුද\r\n")) {
      Path csv = file("headless.csv", text);
      DictionaryImport read = DictionaryFiles.read(csv, DictionaryOptions.AS_WRITTEN);
      assertThat(read.format()).isEqualTo("csv");
      assertThat(read.refused()).isEmpty();
      assertThat(read.pairs())
          .containsExactly(new WordPair("to go", "යන්න"), new WordPair("sea", "මුහුද"));
    }
    Path turned = file("turned.csv", "මුහුද,sea\n");
    assertThat(DictionaryFiles.readPairs(turned)).containsExactly(new WordPair("මුහුද", "sea"));
    Path other = file("other.csv", "headword,gloss\nsea,මුහුද\n");
    assertFault(
        () -> DictionaryFiles.readPairs(other),
        DictionaryFault.Problem.UNNAMED_COLUMNS,
        1,
        "headword,gloss");
  }

  @Test
  void aHeaderInTwoScriptsIsNoPair() {
    for (String header : List.of("English,සිංහල", "සිංහල;English", "වචනය,තේරුම", "source,තේරුම")) {
      char delimiter = header.contains(";") ? ';' : ',';
      Path csv = file("header.csv", header + "\nsea" + delimiter + "මුහුද\n");
      assertThat(DictionaryFiles.readPairs(csv))
          .as(header)
          .containsExactly(new WordPair("sea", "මුහුද"));
    }
    // One name alone is not enough to read by: the file is refused, and nothing is made up.
    Path half = file("half.csv", "English,ගෙදර\nsea,මුහුද\n");
    assertFault(
        () -> DictionaryFiles.readPairs(half),
        DictionaryFault.Problem.UNNAMED_COLUMNS,
        1,
        "English,ගෙදර");
  }

  @Test
  void aTableWithAHeaderAndOneColumnOfWordsLacksAColumnNotAHeader() {
    Path csv = file("one.csv", "english,sinhala\ndog;බල්ලා\n");
    assertFault(
        () -> DictionaryFiles.readPairs(csv), DictionaryFault.Problem.ONE_COLUMN, 2, "dog;බල්ලා");
  }

  @Test
  void csvRowsHaveTheLineTheyStartOn() {
    Path csv =
        file(
            "t.csv",
            "source,target,note,status\r\nhand,අත,\"a\nb\",unsure\r\nleg,,x,\r\nsea,මුහුද,,odd\r\n");
    DictionaryImport read = DictionaryFiles.read(csv, DictionaryOptions.AS_WRITTEN);
    assertThat(read.format()).isEqualTo("csv");
    assertThat(read.entries())
        .containsExactly(new DictionaryEntry(2, "hand", "අත", AnchorStatus.UNSURE, "", "", "a\nb"));
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(tuple(4L, Reason.EMPTY_SIDE), tuple(5L, Reason.UNKNOWN_STATUS));
  }

  @Test
  void blankLinesOfACsvCountAsLinesAndItsMarkIsSeenThrough() {
    Path csv =
        file("blank.csv", "\uFEFF\"source\",\"target\"\n\nhand,අත\n\n\n\"sea\",\"a\r\n?\"\nx,\n");
    DictionaryImport read = DictionaryFiles.read(csv, DictionaryOptions.AS_WRITTEN);
    assertThat(read.entries())
        .containsExactly(new DictionaryEntry(3, "hand", "අත", null, "", "", ""));
    assertThat(read.refused()).extracting(RefusedLine::line).containsExactly(6L, 8L);
    assertFault(
        () ->
            DictionaryFiles.read(
                file("odd.csv", "\"a,source,b\",target\nx,y\n"), DictionaryOptions.AS_WRITTEN),
        DictionaryFault.Problem.MISSING_COLUMN,
        1,
        "source");
  }

  @Test
  void oneBadByteOfACsvRefusesItsRowAlone() throws IOException {
    String text =
        "source,target,note\r\n\r\nhand,අත,\"a\r\nb\"\r\ncaf~,කැෆේ,\r\nsea,මුහුද,\"one\n~\ntwo\"\nsun,ඉර,\n";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = bytes[i] == '~' ? (byte) 0xE9 : bytes[i];
    }
    Path csv = Files.write(folder.resolve("latin.csv"), bytes);
    DictionaryImport read = DictionaryFiles.read(csv, DictionaryOptions.AS_WRITTEN);
    assertThat(read.entries())
        .extracting(DictionaryEntry::line, DictionaryEntry::source, DictionaryEntry::note)
        .containsExactly(tuple(3L, "hand", "a\r\nb"), tuple(9L, "sun", ""));
    assertThat(read.refused())
        .extracting(RefusedLine::line, RefusedLine::reason)
        .containsExactly(tuple(5L, Reason.NOT_UTF8), tuple(6L, Reason.NOT_UTF8));
    assertThat(Objects.requireNonNull(DictionaryPreview.of(csv)).rows()).hasSize(2);
  }

  @Test
  void blankRowsOfATableAreNone() {
    for (String name : List.of("blank.csv", "blank.tsv")) {
      String text = "source,target,note\n,,\nhand,අත,\n , ,\nsea,?,";
      Path file = file(name, name.endsWith("tsv") ? text.replace(',', '\t') : text);
      DictionaryImport read = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
      assertThat(read.read()).isEqualTo(2);
      assertThat(read.refused())
          .extracting(RefusedLine::line, RefusedLine::reason)
          .containsExactly(tuple(5L, Reason.NOT_A_WORD));
    }
  }

  @Test
  void aTableMayBeginWithBlankLines() {
    for (String name : List.of("late.csv", "late.tsv")) {
      String text = "\n \nsource,target,note\nhand,අත,left\n";
      Path file = file(name, name.endsWith("tsv") ? text.replace(',', '\t') : text);
      assertThat(DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).entries())
          .containsExactly(new DictionaryEntry(4, "hand", "අත", null, "", "", "left"));
      assertThat(Objects.requireNonNull(DictionaryPreview.of(file)).columns())
          .containsExactly("source", "target", "note");
    }
  }

  @Test
  void aColumnThatIsNamedTwiceIsNotBothSides() {
    Path file = file("twice.tsv", "English\tEnglish\tSinhala\nhand\thands\tඅත\n");
    assertThat(DictionaryFiles.readPairs(file)).containsExactly(new WordPair("hand", "අත"));
  }

  @Test
  void columnsMayBeNamed() {
    Path csv = file("x.csv", "a;b;c\n1;hand;අත\n");
    DictionaryOptions options =
        new DictionaryOptions("", new DictionaryOptions.Columns("B", "c", "", "", "a"));
    assertThat(DictionaryFiles.read(csv, options).entries())
        .containsExactly(new DictionaryEntry(2, "hand", "අත", null, "", "", "1"));
    DictionaryOptions wrong =
        new DictionaryOptions("", new DictionaryOptions.Columns("b", "d", "", "", ""));
    assertFault(
        () -> DictionaryFiles.read(csv, wrong), DictionaryFault.Problem.MISSING_COLUMN, 1, "d");
  }

  @ParameterizedTest
  @CsvSource({
    "'word\nother\n', ONE_COLUMN, 1",
    "'\n\n', NO_PAIRS, 0",
    "'source\ttarget\n', NO_PAIRS, 0",
    "'a b c\nd e f\n', UNKNOWN_FORMAT, 1",
    "'ද d,e\n', NO_PAIRS, 1",
    "'source,target\nhand,අත\n\"half,රට\ndog,බල්ලා\n', BROKEN_QUOTES, 3",
    "'source,target\n\"hand\" x,අත\n', BROKEN_QUOTES, 2",
    "'source,target\n\n\n\"half,රට\n', BROKEN_QUOTES, 4",
    "'source,target\r\nhand,\"අත\r\nx\"\r\n\r\n\"half,රට\r\n', BROKEN_QUOTES, 5",
  })
  void filesWithoutPairsSayWhy(String content, DictionaryFault.Problem problem, long line) {
    Path file = file("f", content);
    assertThatThrownBy(() -> DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN))
        .isInstanceOfSatisfying(
            DictionaryFault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(problem);
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.file()).isEqualTo(file);
            });
  }

  @Test
  void foldersEmptyBinaryAndMissingFilesHaveTheirFaults() throws IOException {
    assertFault(() -> DictionaryFiles.readPairs(folder), FileFault.Problem.IS_FOLDER, 0, "");
    assertFault(() -> DictionaryFiles.readPairs(file("e", "")), FileFault.Problem.EMPTY, 0, "");
    assertFault(
        () -> DictionaryFiles.readPairs(file("b", "a\0b c\n")),
        DictionaryFault.Problem.NOT_TEXT,
        0,
        "");
    assertFault(
        () -> DictionaryFiles.readPairs(folder.resolve("no")), FileFault.Problem.MISSING, 0, "");
  }

  @Test
  void aLargeFileThatIsNoDictionaryIsNotReadToItsEnd() {
    assertFault(
        () -> DictionaryFiles.readPairs(file("v.vec", "w 0.1 0.2 0.3\n".repeat(5000))),
        DictionaryFault.Problem.UNKNOWN_FORMAT,
        1,
        "w 0.1 0.2 0.3");
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    List<Anchor> anchors =
        List.of(
            anchor(1, "hand", "අත", AnchorStatus.ACCEPTED, "a \"b\"\tc"),
            anchor(2, "Sri Lanka", "ශ්\u200Dරී ලංකාව", AnchorStatus.REJECTED, "\"q\""));
    for (String name : List.of("o.tsv", "o.csv")) {
      Path file = folder.resolve(name);
      assertThat(DictionaryFiles.write(file, anchors).count()).isEqualTo(2);
      byte[] first = Files.readAllBytes(file);
      DictionaryFiles.write(file, anchors);
      assertThat(Files.readAllBytes(file)).isEqualTo(first);
      List<DictionaryEntry> entries =
          DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN).entries();
      assertThat(entries)
          .extracting(DictionaryEntry::pair)
          .containsExactly(
              new WordPair("hand", "අත"), new WordPair("Sri Lanka", "ශ්\u200Dරී ලංකාව"));
      assertThat(entries)
          .extracting(DictionaryEntry::status)
          .containsExactly(AnchorStatus.ACCEPTED, AnchorStatus.REJECTED);
      assertThat(entries.get(1).note()).isEqualTo("\"q\"");
    }
    Path text = folder.resolve("o.txt");
    DictionaryFiles.Written written = DictionaryFiles.write(text, anchors);
    assertThat(written.count()).isEqualTo(1);
    assertThat(written.leftOut()).containsExactly(anchors.get(1));
    assertThat(text).hasContent("hand\tඅත\n");
  }

  @Test
  void theSameStateIsTheSameBytesHoweverItCameAbout() throws IOException {
    Path project = folder.resolve("project");
    Path text = folder.resolve("muse.txt");
    byte[] first;
    try (Workspace made = Workspace.createWithoutSpaces(project)) {
      List<Anchor> added =
          made.anchors()
              .add(
                  List.of(
                      Draft.accepted("hand", "අත", "t"),
                      Draft.accepted("eye", "ඇස", "t"),
                      Draft.accepted("foot", "පය", "t")));
      DictionaryFiles.write(text, made.anchors().current().anchors());
      first = Files.readAllBytes(text);
      made.anchors().remove(List.of(added.getFirst().id()));
      made.anchors().undo();
      made.anchors().change(added.get(1).id(), Draft.accepted("eyes", "ඇස්", "t"));
      made.anchors().undo();
      DictionaryFiles.write(text, made.anchors().current().anchors());
      assertThat(Files.readAllBytes(text)).isEqualTo(first);
    }
    try (Workspace again = Workspace.open(project, Workspace.Mode.WRITE)) {
      DictionaryFiles.write(text, again.anchors().current().anchors());
      assertThat(Files.readAllBytes(text)).isEqualTo(first);
    }
  }

  private static Anchor anchor(
      long id, String source, String target, AnchorStatus status, String note) {
    return new Anchor(
        id, source, target, status, "noun", "body", note, "test", "me", Instant.EPOCH);
  }

  private Path file(String name, String content) {
    try {
      return Files.writeString(folder.resolve(name), content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertFault(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call,
      Enum<?> problem,
      long line,
      String detail) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(problem);
              assertThat(fault.line()).isEqualTo(line);
              assertThat(fault.detail()).isEqualTo(detail);
            });
  }
}
