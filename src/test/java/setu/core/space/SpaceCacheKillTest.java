package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import setu.SetuProcess;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.space.LoadReport.Origin;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** A process that is killed, or finds the disk full, in the middle of a cache entry leaves none. */
@EnabledOnOs(OS.LINUX)
class SpaceCacheKillTest {
  private static final int ROWS = 6000;

  @TempDir Path folder;

  private Path file() throws IOException {
    Path file = folder.resolve("a.npy");
    List<String> words = IntStream.range(0, ROWS).mapToObj(i -> "w" + i).toList();
    FloatMatrix vectors = RandomMatrices.unit(ROWS, 100, 1);
    new NpyWriter().write(file, words, vectors, Progress.NONE, Cancellation.none());
    for (Path part : List.of(file, folder.resolve("a.vocab.txt"))) {
      Files.setLastModifiedTime(part, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }
    return file;
  }

  private List<String> cached() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }

  private void assertReadAndKept(Path file) {
    SpaceCache cache = new SpaceCache(folder.resolve("cache"), 1 << 30, 0);
    for (Origin origin : List.of(Origin.FILE, Origin.CACHE)) {
      EmbeddingSpace space = cache.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
      assertThat(space.report().origin()).isEqualTo(origin);
      FloatMatrix vectors = RandomMatrices.unit(ROWS, 100, 1);
      for (int row = 0; row < ROWS; row += 7) {
        assertThat(space.vocabulary().word(row)).isEqualTo("w" + row);
        assertThat(space.vectors().row(row)).isEqualTo(vectors.row(row));
      }
    }
  }

  @Test
  void killedHalfWayThereIsNoEntryAndTheNextOpeningMakesOne() throws Exception {
    Path file = file();
    Path err = Files.createTempFile("setu-cache", ".err");
    Process process =
        SetuProcess.of(Opening.class).start(err, folder.resolve("cache"), file, "wait");
    try (BufferedReader heard = SetuProcess.out(process)) {
      assertThat(heard.readLine()).as(Files.readString(err)).isEqualTo("HALF WAY");
    } finally {
      process.destroyForcibly().waitFor();
    }
    Files.delete(err);
    assertThat(cached())
        .as("what was written so far")
        .hasSize(1)
        .allMatch(n -> n.endsWith(".part"));
    assertReadAndKept(file);
  }

  @Test
  void withoutRoomTheSpaceIsOpenedAndNothingIsKept() throws Exception {
    Path file = file();
    Path err = Files.createTempFile("setu-cache", ".err");
    SetuProcess.Run run =
        SetuProcess.end(
            SetuProcess.of(Opening.class)
                .withRoomFor(600)
                .start(err, folder.resolve("cache"), file, "go on"),
            err);
    Files.delete(err);
    assertThat(run.out()).as(run.err()).endsWith("FILE 6000");
    assertThat(cached()).isEmpty();
    assertReadAndKept(file);
  }

  /** The other process: opens a file by the cache, and may stop in the middle of keeping it. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] args) {
      Progress progress =
          new Progress() {
            private boolean writing;
            private long rows;

            @Override
            public void begin(Phase phase, long total) {
              writing = phase == Phase.WRITE;
            }

            @Override
            public void advance(long amount) {
              rows += writing ? amount : 0;
              if (rows > ROWS / 2 && args[2].equals("wait")) {
                System.out.println("HALF WAY");
                rows = Long.MIN_VALUE;
                while (true) {
                  java.util.concurrent.locks.LockSupport.park();
                }
              }
            }
          };
      EmbeddingSpace space =
          new SpaceCache(Path.of(args[0]), 1 << 30, 0)
              .read(Path.of(args[1]), ReadOptions.ALL, progress, Cancellation.none());
      System.out.println(space.report().origin() + " " + space.rows());
    }
  }
}
