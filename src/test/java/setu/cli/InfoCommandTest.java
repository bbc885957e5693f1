package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.task.Cancellation;
import tools.jackson.databind.JsonNode;

/** {@code setu info} and {@code setu convert}, on good files and bad ones. */
class InfoCommandTest {
  private static final Path SI = Path.of("src/test/resources/setu/core/space/si.1k.vec");

  @TempDir Path folder;

  @Test
  void infoAsJson() {
    CliRun run = CliRun.of("info", SI, "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    JsonNode json = run.json();
    assertThat(json.get("format").asString()).isEqualTo("word2vec-text");
    assertThat(json.get("rows").asInt()).isEqualTo(1000);
    assertThat(json.get("dimensions").asInt()).isEqualTo(16);
    assertThat(json.get("language").asString()).isEqualTo("si");
    assertThat(json.get("badRows").size()).isZero();
    assertThat(json.get("duplicates").asInt()).isZero();
    JsonNode norm = json.get("norm");
    assertThat(norm.get("min").asDouble()).isLessThan(norm.get("mean").asDouble());
    assertThat(norm.get("max").asDouble()).isGreaterThan(norm.get("mean").asDouble());
    assertThat(json.get("seconds").asDouble()).isCloseTo(0.5, within(30.0));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void wordsOutsideTheVocabularyHaveNeighboursBySubwords() {
    Path model = SI.resolveSibling("si.small.bin");
    assertThat(CliRun.of("info", model, "--json").json().get("subwords").get("longest").asInt())
        .isEqualTo(6);
    CliRun run = CliRun.of("neighbors", "ලංකාවේදීත්", "--space", model, "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().get("neighbors").size()).isEqualTo(10);
    assertThat(run.json().get("neighbors").get(0).get("cosine").asDouble()).isBetween(0.7, 0.9999);
    assertThat(CliRun.of("neighbors", "ලංකාවේදීත්", "--space", SI).exit()).isEqualTo(1);
  }

  @Test
  void rowsAreSelectedByWhatTheyAre() throws IOException {
    Path words = folder.resolve("wanted.txt");
    Files.writeString(words, "මේ\nනැහැ\n");
    assertThat(rows("--words", words)).isBetween(1, 2);
    assertThat(rows("--script", "Sinhala")).isBetween(900, 999);
    assertThat(rows("--pattern", "^[0-9]+$")).isBetween(1, 20);
    assertThat(rows("--limit", 7)).isEqualTo(7);
    JsonNode frequent =
        CliRun.of("info", SI.resolveSibling("si.small.bin"), "--min-count", 1000, "--json").json();
    assertThat(frequent.get("rows").asInt()).isBetween(10, 1000);
    assertThat(frequent.get("leftOut").asInt()).isEqualTo(2907 - frequent.get("rows").asInt());
    assertThat(CliRun.of("info", SI, "--script", "klingon").exit()).isEqualTo(2);
    assertThat(CliRun.of("info", SI, "--pattern", "(").exit()).isEqualTo(2);
    assertThat(CliRun.of("info", SI, "--min-count", "5").err()).contains("how frequent");
  }

  private static int rows(Object... options) {
    Object[] arguments = {"info", SI, "--json", options[0], options[1]};
    return CliRun.of(arguments).json().get("rows").asInt();
  }

  @Test
  void infoAsTextNamesBadRowsAndTwins() throws IOException {
    Path file =
        write("ප්\u200Dර 0.1 0.2\nප්ර 0.3 0.4\nx 0.5\nප්ර 0.5 0.6\nපොත nan 0.6\nමල 3.0 4.0\n");
    CliRun run = CliRun.of("info", file);
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("glove-text")
        .contains("line 3: x: too few numbers")
        .contains("line 4: ප්ර: the word stood higher up")
        .contains("line 5: පොත: NaN or infinity")
        .contains("ප්[ZWJ]ර")
        .contains("to 5.0000");
  }

  @Test
  void progressGoesToStandardErrorWhenAskedFor() {
    assertThat(CliRun.of("info", SI, "--progress", "--json").json().get("rows").asInt())
        .isEqualTo(1000);
  }

  @Test
  void convertKeepsEveryBit() throws IOException {
    Path glove = folder.resolve("si.txt.gz");
    Path back = folder.resolve("back.vec");
    CliRun run = CliRun.of("convert", SI, glove, "--json");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().get("format").asString()).isEqualTo("glove-text");
    assertThat(CliRun.of("convert", glove, back).exit()).isZero();
    CliRun.of("convert", SI, folder.resolve("direct.vec"));
    assertThat(back).hasSameBinaryContentAs(folder.resolve("direct.vec"));
    assertThat(CliRun.of("convert", SI, glove, "--to", "xml").exit()).isEqualTo(2);
    assertThat(CliRun.of("convert", back, back).exit()).isEqualTo(2);
  }

  @Test
  void convertStoresNumbersInOtherWays() throws IOException {
    Path half = folder.resolve("half.npy");
    CliRun run = CliRun.of("convert", SI, half, "--numbers", "f16", "--by-column");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(Files.size(half)).isEqualTo(128 + 1000 * 16 * 2);
    assertThat(Files.readString(half, StandardCharsets.ISO_8859_1))
        .contains("'<f2', 'fortran_order': True");
    assertThat(CliRun.of("info", half, "--json").json().get("rows").asInt()).isEqualTo(1000);
    Path wide = folder.resolve("wide.parquet");
    assertThat(CliRun.of("convert", SI, wide, "--by-column").exit()).isZero();
    assertThat(CliRun.of("info", wide, "--json").json().get("dimensions").asInt()).isEqualTo(16);
    Path wrong = folder.resolve("wrong.vec");
    CliRun half16 = CliRun.of("convert", SI, wrong, "--numbers", "f16");
    assertThat(half16.exit()).isEqualTo(2);
    assertThat(half16.err()).contains("word2vec-text does not store f16");
    assertThat(CliRun.of("convert", SI, wrong, "--by-column").err())
        .contains("word2vec-text is not stored by column");
    assertThat(CliRun.of("convert", SI, half, "--numbers", "f8").err())
        .contains("--numbers takes f16, bf16, f32, f64, not 'f8'");
    assertThat(wrong).doesNotExist();
    CliRun large = CliRun.of("convert", write("a 1 2\nb 7e4 1\n"), half, "--numbers", "f16");
    assertOneLine(large, "too large for the type asked for (70000.0, f16)");
  }

  @Test
  void everyBadSpaceEndsInOneLineAndStatusOne() throws IOException {
    byte[] zipped = gzipped();
    assertFails(folder, "is a folder");
    assertFails(folder.resolve("none.vec"), "there is no such file");
    assertFails(write(""), "is empty");
    assertFails(write("\0".repeat(4000)), "not an embedding space");
    assertFails(write("9 2\na 1 2\n"), "line 1: the first line promises");
    assertFails(write("1 3\na 1 2\n"), "line 1: the first line promises");
    assertFails(write("a nan 1\nb 1 inf\n"), "no usable row");
    assertFails(
        Files.write(folder.resolve("cut.gz"), Arrays.copyOf(zipped, zipped.length / 2)),
        "damaged or cut off");
  }

  @Test
  void aFailedConvertLeavesNothingBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    assertOneLine(CliRun.of("convert", SI, file.resolve("out.vec")), "read-only");
    assertOneLine(CliRun.of("convert", SI, folder), "is a folder");
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    CliRun run = CliRun.of(cancelled, "convert", SI, folder.resolve("out.vec"));
    assertThat(run.exit()).isEqualTo(ExitCodes.INTERRUPTED);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  private static void assertFails(Path file, String said) {
    assertOneLine(CliRun.of("info", file), said);
    assertOneLine(CliRun.of("info", file, "--json"), said);
  }

  private static void assertOneLine(CliRun run, String said) {
    assertThat(run.exit()).as(run.err()).isEqualTo(ExitCodes.FAILED);
    assertThat(run.err()).startsWith("setu: ").contains(said).hasLineCount(1);
    assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  private byte[] gzipped() throws IOException {
    Path zipped = folder.resolve("si.vec.gz");
    CliRun.of("convert", SI, zipped);
    byte[] bytes = Files.readAllBytes(zipped);
    Files.delete(zipped);
    return bytes;
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("some.vec"), text);
  }
}
