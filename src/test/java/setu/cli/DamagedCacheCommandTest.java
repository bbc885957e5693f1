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

/** A command that finds its cached copy damaged says so, and makes it anew. */
class DamagedCacheCommandTest {
  private static final int ROWS = 6000;

  @TempDir Path folder;

  @BeforeEach
  void user() {
    System.setProperty("setu.user", folder.resolve("user").toString());
  }

  @AfterEach
  void home() {
    System.clearProperty("setu.user");
  }

  @Test
  void theCopyIsMadeAnewWithANote() throws IOException {
    Path file = folder.resolve("a.npy");
    List<String> words = IntStream.range(0, ROWS).mapToObj(i -> "w" + i).toList();
    new NpyWriter()
        .write(file, words, RandomMatrices.unit(ROWS, 400, 1), Progress.NONE, Cancellation.none());
    assertThat(origin(CliRun.of("info", file, "--json"))).isEqualTo("file");
    assertThat(origin(CliRun.of("info", file, "--json"))).isEqualTo("cache");
    Path entry;
    try (Stream<Path> entries = Files.list(folder.resolve("user/cache/spaces"))) {
      entry = entries.filter(path -> path.toString().endsWith(".space")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(entry);
    bytes[3] ^= 1;
    Files.delete(entry);
    Files.write(entry, bytes);
    CliRun told = CliRun.of("info", file, "--json");
    assertThat(told.exit()).isZero();
    assertThat(origin(told)).isEqualTo("damaged-cache");
    assertThat(told.err())
        .contains("The cached copy of " + file + " was damaged", "made anew")
        .hasLineCount(1);
    CliRun after = CliRun.of("info", file, "--json");
    assertThat(origin(after)).isEqualTo("cache");
    assertThat(after.err()).isEmpty();
  }

  private static String origin(CliRun run) {
    return run.json().get("origin").asString();
  }
}
