package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.fault.FileFault;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Reading stops when asked, notices a change under its hands, and counts what it refuses. */
class SpaceReadingTest {
  private static final Path FOLDER = Path.of("src/test/resources/setu/core/space");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "si.1k.vec",
        "si.1k.word2vec.bin",
        "si.1k.npy",
        "si.1k.fortran.npy",
        "si.1k.safetensors",
        "si.1k.tsv",
        "si.small.bin",
        "si.200.lz4.feather",
        "si.200.stream.arrow",
        "si.200.snappy.parquet"
      })
  void everyReaderCanBeCancelledAndNoticesAChange(String name) throws IOException {
    Path file = Files.copy(FOLDER.resolve(name), folder.resolve(name));
    ReadOptions options =
        ReadOptions.ALL.withVocabulary(FOLDER.resolve("si.1k.vocab.txt").toAbsolutePath());
    Cancellation cancellation = new Cancellation();
    assertThatThrownBy(
            () -> SpaceFiles.read(file, options, once(cancellation::cancel), cancellation))
        .isInstanceOf(CancellationException.class);
    Runnable change = () -> append(file);
    assertThatThrownBy(() -> SpaceFiles.read(file, options, once(change), Cancellation.none()))
        .isInstanceOfSatisfying(
            FileFault.class,
            fault -> assertThat(fault.problem()).isEqualTo(FileFault.Problem.CHANGED));
  }

  private static void append(Path file) {
    try {
      Files.write(file, new byte[] {'\n'}, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Does something when reading begins. */
  private static Progress once(Runnable work) {
    AtomicBoolean done = new AtomicBoolean();
    return new Progress() {
      @Override
      public void begin(Phase phase, long total) {
        if (!done.getAndSet(true)) {
          work.run();
        }
      }

      @Override
      public void advance(long amount) {}
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.npy", "a.safetensors", "a.arrow", "a.parquet", "a.bin", "a.tsv"})
  void everyReaderCountsWhatItRefuses(String name) throws IOException {
    Path file = folder.resolve(name);
    FloatMatrix vectors =
        FloatMatrix.of(
            new float[] {1, 2},
            new float[] {0, 0},
            new float[] {3, 4},
            new float[] {Float.NaN, 1},
            new float[] {5, 6});
    List<String> words = List.of("ප්\u200Dර", "zero", "ප්\u200Dර", "nan", "Upper");
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    SpaceFiles.write(file, format, words, vectors, Progress.NONE, Cancellation.none());
    EmbeddingSpace space =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    assertThat(space.vocabulary().words()).containsExactly("ප්\u200Dර", "Upper");
    LoadReport report = space.report();
    assertThat(report.refused()).isEqualTo(3);
    assertThat(report.duplicates()).isEqualTo(1);
    assertThat(report.badRows())
        .containsExactly(
            new LoadReport.BadRow(2, LoadReport.Reason.ZERO_VECTOR, "zero"),
            new LoadReport.BadRow(3, LoadReport.Reason.DUPLICATE, "ප්\u200Dර"),
            new LoadReport.BadRow(4, LoadReport.Reason.NOT_FINITE, "nan"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.vec", "a.npy", "a.tsv", "a.bin", "a.safetensors"})
  void aWordThatAFormatCannotHoldStopsTheWritingAndIsNamed(String name) throws IOException {
    Path file = Files.writeString(folder.resolve(name), "old");
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    assertThatThrownBy(
            () ->
                SpaceFiles.write(
                    file,
                    format,
                    List.of("a", "b\nc"),
                    FloatMatrix.of(new float[] {1}, new float[] {2}),
                    Progress.NONE,
                    Cancellation.none()))
        .isInstanceOfSatisfying(
            SpaceFault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(SpaceFault.Problem.UNWRITABLE_WORD);
              assertThat(fault.line()).isEqualTo(2);
            });
    assertThat(file).hasContent("old");
  }

  @Test
  void aProjectorConfigurationNamesEverySpaceOfItsFolder() throws IOException {
    for (String name : List.of("b.tsv", "a.tsv", "b.tsv")) {
      SpaceFiles.write(
          folder.resolve(name),
          SpaceFormat.PROJECTOR,
          List.of("x"),
          FloatMatrix.of(new float[] {1, 2}),
          Progress.NONE,
          Cancellation.none());
    }
    assertThat(Files.readString(folder.resolve("projector_config.pbtxt")))
        .containsOnlyOnce("tensor_path: \"a.tsv\"")
        .containsOnlyOnce("metadata_path: \"b.metadata.tsv\"");
    assertThat(Files.readString(folder.resolve("projector_config.json")))
        .containsOnlyOnce("\"tensorPath\" : \"b.tsv\"")
        .contains("\"tensorShape\" : [ 1, 2 ]");
  }
}
