package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** What is written reads back bit for bit. */
class SpaceWriterTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.vec",
    "a.txt",
    "a.vec.gz",
    "a.npy",
    "a.npy.gz",
    "a.safetensors",
    "a.safetensors.gz",
    "a.tsv",
    "a.tsv.gz",
    "a.parquet",
    "a.arrow",
    "a.arrow.gz",
    "a.arrows",
    "a.bin",
    "a.bin.gz"
  })
  void everyFloatComesBack(String name) {
    Random random = new Random(1);
    FloatMatrix vectors = FloatMatrix.zeros(500, 9);
    for (int i = 0; i < 500; i++) {
      for (int j = 0; j < 9; j++) {
        vectors.set(i, j, (float) (random.nextGaussian() * Math.pow(10, random.nextInt(60) - 30)));
      }
    }
    Path file = folder.resolve(name);
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    String space = format == SpaceFormat.WORD2VEC_BINARY ? "_" : " ";
    List<String> words = IntStream.range(0, 500).mapToObj(i -> "වචන" + space + i + "x").toList();
    SpaceFiles.write(file, format, words, vectors, Progress.NONE, Cancellation.none());
    EmbeddingSpace back =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    assertThat(back.report().format()).isEqualTo(format.label());
    assertThat(back.vocabulary().words()).isEqualTo(words);
    for (int i = 0; i < 500; i++) {
      assertThat(back.vectors().row(i)).containsExactly(vectors.row(i));
    }
  }

  @Test
  void aCancelledWriteLeavesTheOldFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("old.vec"), "old");
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThatThrownBy(
            () ->
                SpaceFiles.write(
                    file,
                    SpaceFormat.WORD2VEC_TEXT,
                    List.of("a"),
                    FloatMatrix.of(new float[] {1, 2}),
                    Progress.NONE,
                    cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("old");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }
}
