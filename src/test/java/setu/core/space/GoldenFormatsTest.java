package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.Character.UnicodeScript;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Files written by gensim, NumPy, safetensors and fastText themselves read to equal vectors. */
class GoldenFormatsTest {
  private static final Path FOLDER = Path.of("src/test/resources/setu/core/space");
  private static final int ROWS = 1000;
  private static final int DIMENSIONS = 16;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "si.1k.vec, word2vec-text, 1e-5",
    "si.1k.glove.txt, glove-text, 1e-5",
    "si.1k.word2vec.bin, word2vec-binary, 0",
    "si.1k.npy, npy, 0",
    "si.1k.fortran.npy, npy, 0",
    "si.1k.f16.npy, npy, 1e-3",
    "si.1k.safetensors, safetensors, 0",
    "si.1k.tsv, projector, 1e-5"
  })
  void readsToEqualVectors(String name, String format, double tolerance) throws IOException {
    EmbeddingSpace space = read(FOLDER.resolve(name), ReadOptions.ALL);
    assertGolden(space, format, tolerance);
    assertGolden(read(gzipped(name), vocabulary()), format, tolerance);
  }

  private ReadOptions vocabulary() {
    return ReadOptions.ALL.withVocabulary(FOLDER.resolve("si.1k.vocab.txt"));
  }

  private Path gzipped(String name) throws IOException {
    Path zipped = folder.resolve(name + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      Files.copy(FOLDER.resolve(name), out);
    }
    return zipped;
  }

  private static void assertGolden(EmbeddingSpace space, String format, double tolerance)
      throws IOException {
    List<String> words = Files.readAllLines(FOLDER.resolve("si.1k.vocab.txt"));
    assertThat(space.report().format()).isEqualTo(format);
    assertThat(space.vocabulary().words()).isEqualTo(words);
    assertThat(space.dimensions()).isEqualTo(DIMENSIONS);
    assertThat(space.report().refused()).isZero();
    assertThat(space.name()).startsWith("si.1k");
    ByteBuffer golden =
        ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("si.1k.npy")))
            .order(ByteOrder.LITTLE_ENDIAN)
            .position(128);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < DIMENSIONS; column++) {
        assertThat((double) space.vectors().get(row, column))
            .as("%s row %d column %d", format, row, column)
            .isCloseTo(golden.getFloat(), within(tolerance));
      }
    }
  }

  @Test
  void fastTextGivesItsOwnWordsAndThoseItLacks() throws IOException {
    EmbeddingSpace space = read(FOLDER.resolve("si.small.bin"), ReadOptions.ALL);
    assertThat(space.report().format()).isEqualTo("fasttext");
    assertThat(space.rows()).isEqualTo(2907);
    SubwordModel subwords = space.subwords();
    assertThat(subwords).isNotNull();
    for (String line : Files.readAllLines(FOLDER.resolve("oov-vectors.txt"))) {
      String[] fields = line.strip().split(" ");
      float[] vector = Objects.requireNonNull(space.vectorOf(fields[0]));
      for (int j = 0; j < vector.length; j++) {
        assertThat((double) vector[j])
            .as("%s %d", fields[0], j)
            .isCloseTo(Double.parseDouble(fields[1 + j]), within(1e-4));
      }
    }
    // The first thousand words were also written as text by gensim, from the same model.
    EmbeddingSpace text = read(FOLDER.resolve("si.1k.vec"), ReadOptions.ALL);
    for (String word : List.of("මේ", "</s>", text.vocabulary().word(999))) {
      float[] expected = text.vectors().row(text.vocabulary().row(word));
      assertThat(space.vectorOf(word)).containsExactly(expected, within(1e-4f));
    }
  }

  @Test
  void oneWordOfTheFirstRowsIsEnoughForALimit() {
    for (String name :
        List.of(
            "si.1k.word2vec.bin",
            "si.1k.npy",
            "si.1k.fortran.npy",
            "si.1k.tsv",
            "si.1k.safetensors",
            "si.small.bin")) {
      EmbeddingSpace space = read(FOLDER.resolve(name), ReadOptions.ALL.withLimit(7));
      assertThat(space.rows()).as(name).isEqualTo(7);
      assertThat(space.vocabulary().word(1)).as(name).isEqualTo("මේ");
    }
  }

  @Test
  void selectionsChooseRowsWhileReading() {
    for (String name : List.of("si.1k.vec", "si.1k.word2vec.bin", "si.1k.npy", "si.1k.tsv")) {
      Path file = FOLDER.resolve(name);
      EmbeddingSpace all = read(file, ReadOptions.ALL);
      long sinhala =
          all.vocabulary().words().stream()
              .filter(word -> RowSelection.script(word) == UnicodeScript.SINHALA)
              .count();
      RowSelection script = new RowSelection(0, UnicodeScript.SINHALA, "", Set.of());
      EmbeddingSpace some = read(file, ReadOptions.ALL.with(script));
      assertThat(some.rows()).as(name).isEqualTo((int) sinhala).isLessThan(1000);
      assertThat(some.report().leftOut()).as(name).isEqualTo(1000 - (int) sinhala);
      assertThat(some.id()).isNotEqualTo(all.id());
      RowSelection listed = new RowSelection(0, null, "^\\P{M}", Set.of("මේ", "0", "nowhere"));
      EmbeddingSpace two = read(file, ReadOptions.ALL.with(listed));
      assertThat(two.vocabulary().words()).containsExactly("මේ", "0");
      int row = all.vocabulary().row("0");
      assertThat(two.vectors().row(1)).containsExactly(all.vectors().row(row));
    }
  }

  @Test
  void aFrequencyFloorNeedsCounts() {
    RowSelection frequent = new RowSelection(1000, null, "", Set.of());
    EmbeddingSpace space = read(FOLDER.resolve("si.small.bin"), ReadOptions.ALL.with(frequent));
    assertThat(space.rows()).isBetween(10, 1000);
    WordCounts counts = Objects.requireNonNull(space.counts());
    assertThat(counts.size()).isEqualTo(space.rows());
    // As another program reads the dictionary's bytes.
    assertThat(counts.of(0)).isEqualTo(40_000);
    assertThat(counts.of(space.vocabulary().row("මේ"))).isEqualTo(4553);
    assertThat(counts.of(space.rows() - 1)).isGreaterThanOrEqualTo(1000);
    assertThat(read(FOLDER.resolve("si.1k.word2vec.bin"), ReadOptions.ALL).counts()).isNull();
    assertThat(space.report().leftOut()).isEqualTo(2907 - space.rows());
    assertThatThrownBy(
            () -> read(FOLDER.resolve("si.1k.word2vec.bin"), ReadOptions.ALL.with(frequent)))
        .isInstanceOfSatisfying(
            SpaceFault.class,
            fault -> assertThat(fault.problem()).isEqualTo(SpaceFault.Problem.NO_COUNTS));
  }

  @Test
  void theTensorIsChosenByNameOrByTheNumberOfWords() throws IOException {
    Path file = folder.resolve("two.safetensors");
    String header =
        "{\"bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[3,2],\"data_offsets\":[8,32]},"
            + "\"b\":{\"dtype\":\"BF16\",\"shape\":[2,2],\"data_offsets\":[32,40]}}";
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + 40).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 8; i++) {
      bytes.putFloat(i);
    }
    for (float value : new float[] {1, -2, 0.5f, 4}) {
      bytes.putShort((short) (Float.floatToIntBits(value) >>> 16));
    }
    Files.write(file, bytes.array());
    Files.writeString(folder.resolve("two.vocab.txt"), "x\ny\n");
    EmbeddingSpace byWords = read(file, ReadOptions.ALL);
    assertThat(byWords.vectors().row(0)).containsExactly(1, -2);
    Files.writeString(folder.resolve("three.txt"), "x\ny\nz");
    ReadOptions three = ReadOptions.ALL.withVocabulary(folder.resolve("three.txt"));
    assertThat(read(file, three.withTensor("a")).vectors().row(2)).containsExactly(6, 7);
    assertThatThrownBy(() -> read(file, three.withTensor("c")))
        .isInstanceOfSatisfying(
            SpaceFault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(SpaceFault.Problem.NO_VECTORS);
              assertThat(fault.detail()).isEqualTo("a, b");
            });
  }

  @Test
  void vectorsWithoutWordsSayWhichFileIsMissing() throws IOException {
    Path lonely = Files.copy(FOLDER.resolve("si.1k.npy"), folder.resolve("lonely.npy"));
    assertThatThrownBy(() -> read(lonely, ReadOptions.ALL))
        .isInstanceOfSatisfying(
            SpaceFault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(SpaceFault.Problem.NO_VOCABULARY);
              assertThat(fault.detail()).isEqualTo("lonely.vocab.txt");
            });
    Files.writeString(folder.resolve("lonely.vocab.txt"), "one\ntwo\n");
    assertThatThrownBy(() -> read(lonely, ReadOptions.ALL))
        .isInstanceOfSatisfying(
            SpaceFault.class, fault -> assertThat(fault.detail()).isEqualTo("1000 ≠ 2"));
  }

  @Test
  void aQuantisedModelIsRefusedByName() throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve("si.small.bin"));
    Arrays.fill(bytes, 0x54, 0x5C, (byte) 0);
    Path file = Files.write(folder.resolve("model.ftz"), bytes);
    assertThatThrownBy(() -> read(file, ReadOptions.ALL))
        .isInstanceOfSatisfying(
            SpaceFault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(SpaceFault.Problem.UNSUPPORTED);
              assertThat(fault.detail()).contains(".ftz");
            });
  }

  private static EmbeddingSpace read(Path file, ReadOptions options) {
    return SpaceFiles.read(file, options, Progress.NONE, Cancellation.none());
  }
}
