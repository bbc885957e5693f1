package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Numbers stored in every way a format has come back as near as that way can. */
class SpaceLayoutTest {
  private static final int ROWS = 300;
  private static final int COLUMNS = 7;

  @TempDir Path folder;

  private static FloatMatrix gaussian(int rows) {
    Random random = new Random(5);
    FloatMatrix vectors = FloatMatrix.zeros(rows, COLUMNS);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        vectors.set(i, j, (float) random.nextGaussian());
      }
    }
    return vectors;
  }

  private static void write(Path file, SpaceLayout layout, FloatMatrix vectors) {
    List<String> words = IntStream.range(0, vectors.rows()).mapToObj(i -> "වචනය" + i).toList();
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    SpaceFiles.write(file, format, layout, words, vectors, Progress.NONE, Cancellation.none());
  }

  @ParameterizedTest
  @CsvSource({
    "a.npy, F16, false, 0.000489",
    "a.npy, F32, false, 0",
    "a.npy, F64, false, 0",
    "a.npy, F16, true, 0.000489",
    "a.npy, F32, true, 0",
    "a.npy, F64, true, 0",
    "a.npy.gz, F64, true, 0",
    "a.safetensors, F16, false, 0.000489",
    "a.safetensors, BF16, false, 0.003907",
    "a.safetensors, F64, false, 0",
    "a.parquet, F32, true, 0"
  })
  void numbersComeBack(String name, FloatType type, boolean byColumn, float relative) {
    Path file = folder.resolve(name);
    FloatMatrix vectors = gaussian(ROWS);
    write(file, new SpaceLayout(type, byColumn), vectors);
    EmbeddingSpace back =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    assertThat(back.rows()).isEqualTo(ROWS);
    assertThat(back.vocabulary().word(123)).isEqualTo("වචනය123");
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < COLUMNS; j++) {
        float was = vectors.get(i, j);
        assertThat(Math.abs(back.vectors().get(i, j) - was))
            .as("row %d column %d", i, j)
            .isLessThanOrEqualTo(relative * Math.abs(was));
      }
    }
  }

  /** More rows than are written at a time. */
  @Test
  void fortranOrderLiesOnTheDiskColumnByColumn() throws IOException {
    Path file = folder.resolve("a.npy");
    FloatMatrix vectors = gaussian(40_000);
    write(file, new SpaceLayout(FloatType.F16, true), vectors);
    byte[] bytes = Files.readAllBytes(file);
    String header = new String(bytes, 10, 118, StandardCharsets.US_ASCII);
    assertThat(header)
        .startsWith("{'descr': '<f2', 'fortran_order': True, 'shape': (40000, 7), }")
        .endsWith("\n");
    ByteBuffer numbers =
        ByteBuffer.wrap(bytes, 128, bytes.length - 128).order(ByteOrder.LITTLE_ENDIAN);
    for (int j = 0; j < COLUMNS; j++) {
      for (int i = 0; i < 40_000; i++) {
        assertThat(numbers.getShort()).isEqualTo(Float.floatToFloat16(vectors.get(i, j)));
      }
    }
    assertThat(numbers.hasRemaining()).isFalse();
  }

  @Test
  void theUpperHalfOfAFloatIsRoundedToTheNearestAndToTheEven() {
    ByteBuffer into = ByteBuffer.allocate(12);
    float[] numbers = {
      1,
      Float.intBitsToFloat(0x3F80_8000),
      Float.intBitsToFloat(0x3F81_8000),
      Float.intBitsToFloat(0x3F80_8001),
      Float.NEGATIVE_INFINITY,
      Float.NaN
    };
    FloatType.BF16.encode(numbers, 0, numbers.length, into);
    into.flip();
    for (int expected : new int[] {0x3F80, 0x3F80, 0x3F82, 0x3F81, 0xFF80, 0x7FC0}) {
      assertThat(into.getShort() & 0xFFFF).isEqualTo(expected);
    }
  }

  @Test
  void aNumberBeyondTheTypeStopsTheWritingAndIsNamed() throws IOException {
    FloatMatrix vectors = gaussian(5);
    vectors.set(3, 2, 65_519);
    write(folder.resolve("b.npy"), new SpaceLayout(FloatType.F16, false), vectors);
    vectors.set(3, 2, -65_520);
    for (String name : List.of("a.npy", "a.safetensors")) {
      Path file = Files.writeString(folder.resolve(name), "old");
      assertThatThrownBy(() -> write(file, new SpaceLayout(FloatType.F16, false), vectors))
          .isInstanceOfSatisfying(
              SpaceFault.class,
              fault -> {
                assertThat(fault.problem()).isEqualTo(SpaceFault.Problem.UNWRITABLE_NUMBER);
                assertThat(fault.line()).isEqualTo(4);
                assertThat(fault.detail()).isEqualTo("-65520.0, f16");
              });
      assertThat(file).hasContent("old");
      write(file, new SpaceLayout(FloatType.F64, false), vectors);
    }
  }

  @Test
  void aFormatWithoutAChoiceRefusesOne() {
    SpaceLayout half = new SpaceLayout(FloatType.F16, false);
    SpaceLayout columns = new SpaceLayout(FloatType.F32, true);
    SpaceLayout brain = new SpaceLayout(FloatType.BF16, false);
    for (SpaceFormat format : SpaceFormat.values()) {
      assertThat(SpaceLayout.USUAL.fits(format)).isTrue();
      assertThat(half.fits(format))
          .isEqualTo(format == SpaceFormat.NPY || format == SpaceFormat.SAFETENSORS);
      assertThat(columns.fits(format))
          .isEqualTo(format == SpaceFormat.NPY || format == SpaceFormat.PARQUET);
      assertThat(brain.fits(format)).isEqualTo(format == SpaceFormat.SAFETENSORS);
    }
    assertThatThrownBy(() -> write(folder.resolve("a.vec"), half, gaussian(2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
