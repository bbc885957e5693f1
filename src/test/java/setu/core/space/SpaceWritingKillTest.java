package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.SetuProcess;
import setu.core.fault.FileFault;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Whatever stops the writing of a space, in any format, the old file stays whole. */
class SpaceWritingKillTest {
  private static final List<String> NAMES =
      List.of("a.vec", "a.bin", "a.npy", "a.safetensors", "a.tsv", "a.parquet", "a.arrow");
  private static final int OLD_ROWS = 40;
  private static final int NEW_ROWS = 3000;

  @TempDir Path folder;

  private static void write(Path file, int rows, Progress progress, Cancellation cancellation) {
    FloatMatrix vectors = FloatMatrix.zeros(rows, 16);
    for (int i = 0; i < rows; i++) {
      vectors.set(i, i % 16, rows);
    }
    List<String> words = IntStream.range(0, rows).mapToObj(i -> "w" + i).toList();
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    SpaceFiles.write(file, format, words, vectors, progress, cancellation);
  }

  /** A whole space of either writing; how many rows it has. */
  private static int wholeRows(Path file) {
    EmbeddingSpace space =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    assertThat(space.report().refused()).isZero();
    assertThat(space.rows()).isIn(OLD_ROWS, NEW_ROWS);
    for (int i = 0; i < space.rows(); i++) {
      assertThat(space.vocabulary().word(i)).isEqualTo("w" + i);
      assertThat(space.vectors().get(i, i % 16)).isEqualTo(space.rows());
    }
    return space.rows();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.vec", "a.bin", "a.npy", "a.safetensors", "a.tsv", "a.parquet", "a.arrow"})
  void cancelledHalfWayTheOldOneStaysAndNothingElse(String name) throws IOException {
    Path file = folder.resolve(name);
    write(file, OLD_ROWS, Progress.NONE, Cancellation.none());
    List<String> before = files();
    Cancellation cancellation = new Cancellation();
    AtomicInteger written = new AtomicInteger();
    boolean inBlocks = name.endsWith("parquet") || name.endsWith("arrow");
    Progress half =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {
            if (inBlocks) {
              cancellation.cancel(); // All rows are one block, which is not looked into.
            }
          }

          @Override
          public void advance(long amount) {
            if (written.addAndGet((int) amount) > NEW_ROWS / 2) {
              cancellation.cancel();
            }
          }
        };
    assertThatThrownBy(() -> write(file, NEW_ROWS, half, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(wholeRows(file)).isEqualTo(OLD_ROWS);
    assertThat(files()).isEqualTo(before);
  }

  /** The disk is full for one process: no file of its own may grow beyond some size. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void withoutRoomTheOldOneStaysAndNothingElse() throws Exception {
    for (String name : NAMES) {
      write(folder.resolve(name), OLD_ROWS, Progress.NONE, Cancellation.none());
    }
    List<String> before = files();
    Path err = Files.createTempFile("setu-write", ".err");
    SetuProcess.Run run =
        SetuProcess.end(
            SetuProcess.of(Writer.class).withRoomFor(32).start(err, folder, "once"), err);
    Files.delete(err);
    assertThat(run.out().lines().toList()).hasSize(NAMES.size()).containsOnly("DISK_FULL");
    assertThat(files()).isEqualTo(before);
    for (String name : NAMES) {
      assertThat(wholeRows(folder.resolve(name))).as(name).isEqualTo(OLD_ROWS);
    }
  }

  /** A pair of files may be half of each writing, so both say the same here. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void killedAtAnyMomentEveryFileIsWhole() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    for (String name : NAMES) {
      write(folder.resolve(name), NEW_ROWS, Progress.NONE, Cancellation.none());
    }
    Path err = Files.createTempFile("setu-write", ".err");
    for (int kill = 0; kill < 4; kill++) {
      Process writer = SetuProcess.of(Writer.class).start(err, folder, "again");
      try (BufferedReader heard = SetuProcess.out(writer)) {
        assertThat(heard.readLine()).isEqualTo("DONE");
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
      } finally {
        writer.destroyForcibly().waitFor();
      }
      for (String name : NAMES) {
        assertThat(wholeRows(folder.resolve(name))).as(name).isEqualTo(NEW_ROWS);
      }
    }
    Files.delete(err);
  }

  /** The other process: writes every format over what is there, once or for ever. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      PrintStream out = System.out;
      do {
        for (String name : NAMES) {
          try {
            write(Path.of(args[0]).resolve(name), NEW_ROWS, Progress.NONE, Cancellation.none());
            out.println("DONE");
          } catch (FileFault e) {
            out.println(e.problem());
          }
        }
      } while (args[1].equals("again"));
    }
  }
}
