package setu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.math.RandomMatrices;
import setu.core.space.NpyWriter;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import tools.jackson.databind.JsonNode;

/** r(·) of a pair that is large enough to keep, between one command and the next. */
class KeptScalingCommandsTest {
  private static final int ROWS = 6000;

  @TempDir Path folder;
  private Path source;
  private Path target;
  private Path pairs;

  @BeforeEach
  void write() throws IOException {
    System.setProperty("setu.user", folder.resolve("user").toString());
    List<String> words = IntStream.range(0, ROWS).mapToObj(i -> "w" + i).toList();
    source = folder.resolve("source.npy");
    target = folder.resolve("target.npy");
    new NpyWriter()
        .write(
            source, words, RandomMatrices.unit(ROWS, 300, 1), Progress.NONE, Cancellation.none());
    new NpyWriter()
        .write(
            target, words, RandomMatrices.unit(ROWS, 300, 2), Progress.NONE, Cancellation.none());
    pairs =
        Files.write(
            folder.resolve("pairs.txt"),
            words.subList(0, 400).stream().map(word -> word + " " + word).toList());
  }

  @AfterEach
  void home() {
    System.clearProperty("setu.user");
  }

  private CliRun run(String command, Object... more) {
    Stream<Object> usual =
        Stream.of(
            command, "--source", source, "--target", target, "--anchors", pairs, "--test", pairs);
    return CliRun.of(Stream.concat(usual, Stream.of(more)).toArray());
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("user/cache/scalings"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void benchmarkReadsWhatItKept() throws IOException {
    Object[] arguments = {
      "--methods", "procrustes", "--retrieval", "csls", "--forward-only", "--json"
    };
    CliRun first = run("benchmark", arguments);
    assertThat(first.exit()).as(first.err()).isZero();
    Path file = kept().getFirst();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[5]);
    CliRun again = run("benchmark", arguments);
    assertThat(again.err()).contains(file.toString(), "damaged", "kept anew");
    assertThat(file).hasBinaryContent(whole);
    CliRun third = run("benchmark", arguments);
    assertThat(third.err()).as("read whole").isEmpty();
    assertThat(kept()).containsExactly(file);
    assertThat(precision(third)).isEqualTo(precision(again)).isEqualTo(precision(first));
  }

  private static JsonNode precision(CliRun run) {
    return run.json().get("rows").get(0).get("precision");
  }

  @Test
  void evaluateTellsOfADamagedFileAndMakesItAgain() throws IOException {
    CliRun first = run("evaluate", "--retrieval", "csls", "--json");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(kept()).hasSize(1);
    Path file = kept().getFirst();
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = whole.clone();
    damaged[100] ^= 1;
    Files.write(file, damaged);
    CliRun again = run("evaluate", "--retrieval", "csls", "--json");
    assertThat(again.exit()).isZero();
    assertThat(again.err()).contains(file.toString(), "damaged", "kept anew");
    assertThat(file).hasBinaryContent(whole);
    assertThat(results(again)).isEqualTo(results(first));

    CliRun uncached = run("evaluate", "--retrieval", "csls", "--json", "--no-cache");
    assertThat(results(uncached)).isEqualTo(results(first));
  }

  private static JsonNode results(CliRun run) {
    return run.json().get("results");
  }
}
