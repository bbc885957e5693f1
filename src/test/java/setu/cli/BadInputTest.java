package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every bad file a person may bring, given to every command that reads one: one line that says
 * what, where and what to do, exit status 1, and nothing written. What can be read all the same is
 * read, and told.
 */
class BadInputTest {
  private static final String GOOD = "4 3\nsun 1 0 0\nmoon 0 1 0\nsea 0 0 1\nsky 1 1 0\n";

  @TempDir Path folder;
  private Path good;
  private Path dictionary;

  @BeforeEach
  void goodFiles() throws IOException {
    good = file("good.vec", GOOD);
    dictionary = file("dictionary.txt", "sun sun\nmoon moon\nsea sea\n");
  }

  /** Files of vectors that cannot be used at all. */
  enum BadSpace {
    FOLDER("is a folder", "Name a file"),
    MISSING("there is no such file", "Check the path"),
    EMPTY("is empty", "again"),
    ZEROS("not an embedding space", "Give word2vec"),
    UTF_16("is text in UTF-16", "Save it as UTF-8"),
    UTF_16_WITHOUT_MARK("is text in UTF-16", "Save it as UTF-8"),
    TRUNCATED_GZIP("the gzip file is damaged or cut off.", "Fetch it again"),
    GZIP_OF_A_FEW_BYTES("the gzip file is damaged or cut off.", "Fetch it again"),
    HEADER_WITH_MORE_ROWS("line 1: the first line promises", "Correct the first line"),
    HEADER_WITH_OTHER_DIMENSIONS("line 1: the first line promises", "Correct the first line"),
    NO_NUMBER_IS_FINITE("bad.vec holds no usable row", "none NaN or infinite"),
    EVERY_ROW_ZERO("bad.vec holds no usable row", "not all of them zero"),
    EVERY_ROW_SHORT("not an embedding space", "Give word2vec");

    private final String what;
    private final String remedy;

    BadSpace(String what, String remedy) {
      this.what = what;
      this.remedy = remedy;
    }
  }

  private Path make(BadSpace bad) throws IOException {
    Path file = folder.resolve("bad.vec");
    return switch (bad) {
      case FOLDER -> Files.createDirectory(file);
      case MISSING -> file;
      case EMPTY -> file("bad.vec", "");
      case ZEROS -> Files.write(file, new byte[4000]);
      case UTF_16 -> Files.write(file, GOOD.getBytes(StandardCharsets.UTF_16));
      case UTF_16_WITHOUT_MARK -> Files.write(file, GOOD.getBytes(StandardCharsets.UTF_16LE));
      case GZIP_OF_A_FEW_BYTES -> Files.write(file, Arrays.copyOf(gzip(GOOD), 11));
      case TRUNCATED_GZIP -> Files.write(file, halfOf(gzip(GOOD.repeat(500))));
      case HEADER_WITH_MORE_ROWS -> file("bad.vec", GOOD.replace("4 3", "9 3"));
      case HEADER_WITH_OTHER_DIMENSIONS -> file("bad.vec", GOOD.replace("4 3", "4 2"));
      case NO_NUMBER_IS_FINITE -> file("bad.vec", "2 3\nsun NaN 0 0\nmoon 0 inf 0\n");
      case EVERY_ROW_ZERO -> file("bad.vec", "sun 0 0 0\nmoon 0 0 0\n");
      case EVERY_ROW_SHORT -> file("bad.vec", "sun 1\nmoon\nsea 1\n");
    };
  }

  @ParameterizedTest
  @EnumSource
  void aSpaceThatCannotBeReadEndsEveryCommandInOneLine(BadSpace bad) throws IOException {
    Path file = make(bad);
    Path out = folder.resolve("out");
    List<Path> before = files();
    for (CliRun run :
        List.of(
            CliRun.of("info", file),
            CliRun.of("info", file, "--json"),
            CliRun.of("convert", file, out),
            CliRun.of("neighbors", "sun", "--space", file),
            CliRun.of("project", "--source", file, "--out", out),
            align(file, good, dictionary, "--out", out),
            align(good, file, dictionary, "--out", out),
            evaluate(file, good, dictionary, dictionary),
            evaluate(good, file, dictionary, dictionary),
            CliRun.of("anchors", "check", dictionary, "--source", file, "--target", good))) {
      assertOneLine(run, file.toString(), bad.what, bad.remedy);
    }
    assertThat(files()).isEqualTo(before);
  }

  /** Dictionaries that cannot be used at all. */
  enum BadDictionary {
    FOLDER("is a folder", "Name a file"),
    MISSING("there is no such file", "Check the path"),
    EMPTY("is empty", "again"),
    ZEROS("is not UTF-8 text", "Save it as UTF-8"),
    ONE_COLUMN("one column only", "Each line must be"),
    UNNAMED_COLUMNS("no first line names the columns", "such as english,sinhala"),
    UNKNOWN_WORDS_ONLY("in the vocabularies", "Check that the dictionary runs");

    private final String what;
    private final String remedy;

    BadDictionary(String what, String remedy) {
      this.what = what;
      this.remedy = remedy;
    }
  }

  private Path make(BadDictionary bad) throws IOException {
    Path file = folder.resolve("bad.txt");
    return switch (bad) {
      case FOLDER -> Files.createDirectory(file);
      case MISSING -> file;
      case EMPTY -> file("bad.txt", "");
      case ZEROS -> Files.write(file, new byte[400]);
      case UNNAMED_COLUMNS -> file("bad.txt", "word,gloss\nsun,moon\n");
      case ONE_COLUMN -> file("bad.txt", "sun\nmoon\nsea\n");
      case UNKNOWN_WORDS_ONLY -> file("bad.txt", "qqq www\neee rrr\n");
    };
  }

  @ParameterizedTest
  @EnumSource
  void aDictionaryThatCannotBeUsedEndsEveryCommandInOneLine(BadDictionary bad) throws IOException {
    Path file = make(bad);
    Path out = folder.resolve("out");
    List<Path> before = files();
    for (CliRun run :
        List.of(
            align(good, good, file, "--out", out),
            evaluate(good, good, file, dictionary),
            evaluate(good, good, dictionary, file),
            run("benchmark", good, good, file, "--test", dictionary),
            run("benchmark", good, good, dictionary, "--test", file),
            CliRun.of("anchors", "check", file, "--source", good, "--target", good))) {
      assertOneLine(run, file.toString(), bad.what, bad.remedy);
    }
    if (bad != BadDictionary.UNKNOWN_WORDS_ONLY) {
      assertOneLine(
          CliRun.of("anchors", "import", file, "--project", out),
          file.toString(),
          bad.what,
          bad.remedy);
      assertOneLine(
          CliRun.of("anchors", "merge", dictionary, file, out),
          file.toString(),
          bad.what,
          bad.remedy);
    }
    assertThat(files()).isEqualTo(before);
  }

  /** Files of vectors with single rows that cannot be used, with reason and line. */
  enum BadRow {
    TOO_FEW_NUMBERS("storm 1 2", "too few numbers", 6),
    TOO_MANY_NUMBERS("storm 1 2 3 4", "too many numbers", 6),
    NAN("storm 1 NaN 3", "NaN or infinity", 6),
    INFINITY("storm 1 -inf 3", "NaN or infinity", 6),
    WORDS_FOR_NUMBERS("storm 1 x 3", "not a number", 6),
    DUPLICATE("sun 9 9 9", "the word stood higher up", 6);

    private final String row;
    private final String reason;
    private final int line;

    BadRow(String row, String reason, int line) {
      this.row = row;
      this.reason = reason;
      this.line = line;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatCannotBeUsedIsNamedAndTheRestIsRead(BadRow bad) throws IOException {
    Path file = file("rows.vec", GOOD.replace("4 3", "5 3") + bad.row + "\n");
    CliRun text = CliRun.of("info", file);
    assertThat(text.exit()).as(text.err()).isZero();
    assertThat(text.out()).contains("line " + bad.line + ": ", bad.reason);
    JsonNode json = CliRun.of("info", file, "--json").json();
    assertThat(json.get("rows").asInt()).isEqualTo(4);
    assertThat(json.get("badRows")).hasSize(1);
    assertThat(json.get("badRows").get(0).get("line").asInt()).isEqualTo(bad.line);
    // A command that only works with the space tells it too, from the file and from its copy.
    for (int time = 0; time < 2; time++) {
      CliRun used = evaluate(file, good, dictionary, dictionary);
      assertThat(used.exit()).as(used.err()).isZero();
      assertThat(used.err()).contains("rows.vec", "line " + bad.line + ": ", bad.reason);
    }
    assertThat(evaluate(good, good, dictionary, dictionary).err()).isEmpty();
    assertSame(file);
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkChangeNothing() throws IOException {
    assertSame(file("crlf.vec", GOOD.replace("\n", "\r\n")));
    assertSame(file("mark.vec", "\uFEFF" + GOOD));
    assertSame(file("both.vec", "\uFEFF" + GOOD.replace("\n", "\r\n")));
    for (String text :
        List.of("\uFEFFsun sun\nmoon moon\nsea sea\n", "sun sun\r\nmoon moon\r\nsea sea\r\n")) {
      JsonNode json = evaluate(good, good, file("words.txt", text), dictionary, "--json").json();
      assertThat(json.at("/anchors/used").asInt()).isEqualTo(3);
    }
  }

  /** The same four words with the same vectors are in it. */
  private void assertSame(Path file) {
    Path out = folder.resolve("same.vec");
    assertThat(CliRun.of("convert", file, out).exit()).isZero();
    Path plain = folder.resolve("plain.vec");
    assertThat(CliRun.of("convert", good, plain).exit()).isZero();
    assertThat(out).hasSameTextualContentAs(plain);
  }

  private CliRun align(Path source, Path target, Path anchors, Object... more) {
    return run("align", source, target, anchors, more);
  }

  private CliRun evaluate(Path source, Path target, Path anchors, Path test, Object... more) {
    Object[] all = Arrays.copyOf(more, more.length + 2);
    all[more.length] = "--test";
    all[more.length + 1] = test;
    return run("evaluate", source, target, anchors, all);
  }

  private static CliRun run(String name, Path source, Path target, Path anchors, Object... more) {
    Stream<Object> first =
        Stream.of(name, "--source", source, "--target", target, "--anchors", anchors);
    return CliRun.of(Stream.concat(first, Stream.of(more)).toArray());
  }

  private static void assertOneLine(CliRun run, String... said) {
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).startsWith("setu: ").contains(said).hasLineCount(1);
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] halfOf(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.toByteArray();
  }
}
