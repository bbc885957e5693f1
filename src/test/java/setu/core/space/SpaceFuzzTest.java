package setu.core.space;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import setu.core.fault.FileFault;
import setu.core.fault.SpaceFault;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Whatever is done to a good file, its reader ends soon: with a space, or with its own fault. */
class SpaceFuzzTest {
  private static final Path FOLDER = Path.of("src/test/resources/setu/core/space");
  private static final int MUTANTS = 150;
  private static final int ROWS = 40;
  private static final int[] INTERESTING = {0, 1, -1, 0x7F, -128, 0x7FFFFFFF, 0x80000000, 1 << 24};

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.vec",
        "a.txt",
        "a.bin",
        "a.npy",
        "a.safetensors",
        "a.tsv",
        "a.arrow",
        "a.arrows",
        "a.parquet"
      })
  void mutantsOfOurOwnFiles(String name) throws IOException {
    Path file = folder.resolve(name);
    FloatMatrix vectors = FloatMatrix.zeros(ROWS, 7);
    Random random = new Random(3);
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < 7; j++) {
        vectors.set(i, j, (float) random.nextGaussian());
      }
    }
    List<String> words = IntStream.range(0, ROWS).mapToObj(i -> "වචන" + i).toList();
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    SpaceFiles.write(file, format, words, vectors, Progress.NONE, Cancellation.none());
    fuzz(file, name.hashCode());
    if (format.zips()) {
      Path zipped = folder.resolve(name + ".gz");
      Files.write(zipped, gzip(Files.readAllBytes(file)));
      fuzz(zipped, name.hashCode() + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "si.200.lz4.feather",
        "si.200.stream.arrow",
        "si.200.polars.arrow",
        "si.200.snappy.parquet",
        "si.200.v2.parquet"
      })
  void mutantsOfOtherTools(String name) throws IOException {
    fuzz(Files.copy(FOLDER.resolve(name), folder.resolve(name)), name.hashCode());
  }

  /** The model without most of its buckets' rows would be refused for its length alone. */
  @Test
  void mutantsOfAModel() throws IOException {
    byte[] whole = Files.readAllBytes(FOLDER.resolve("si.small.bin"));
    Path file = folder.resolve("m.bin");
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      byte[] mutant = whole.clone();
      // Arguments and dictionary lie in the first part.
      for (int change = 0; change <= random.nextInt(3); change++) {
        put(mutant, random.nextInt(i % 2 == 0 ? 120 : 60_000), random);
      }
      Files.write(file, mutant);
      read(file, "model " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.npy, a.vocab.txt", "a.safetensors, a.vocab.txt", "a.tsv, a.metadata.tsv"})
  void mutantsOfTheWordsBeside(String names) throws IOException {
    Path file = folder.resolve(names.split(", ")[0]);
    SpaceFormat format = SpaceFormat.ofName(file).orElseThrow();
    FloatMatrix vectors = FloatMatrix.zeros(ROWS, 3);
    for (int i = 0; i < ROWS; i++) {
      vectors.setRow(i, new float[] {i + 1, 2, -i});
    }
    List<String> words = IntStream.range(0, ROWS).mapToObj(i -> "වචන" + i).toList();
    SpaceFiles.write(file, format, words, vectors, Progress.NONE, Cancellation.none());
    Path beside = folder.resolve(names.split(", ")[1]);
    byte[] whole = Files.readAllBytes(beside);
    byte[] table = ("word\tcount\n" + String.join("\t7\n", words) + "\t9\n").getBytes(UTF_8);
    Random random = new Random(names.hashCode());
    for (int i = 0; i < MUTANTS; i++) {
      Files.write(beside, mutant(i % 2 == 0 ? whole : table, random));
      read(file, names + " " + i);
    }
  }

  /** Whatever happens to an entry before its vectors, the words are those of the file. */
  @Test
  void mutantsOfACacheEntry() throws IOException {
    Path file = Files.copy(FOLDER.resolve("si.1k.vec"), folder.resolve("si.vec"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    Path cached = folder.resolve("cache");
    SpaceCache cache = new SpaceCache(cached, 1 << 30, 0);
    EmbeddingSpace first = cache.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    Path entry;
    try (Stream<Path> entries = Files.list(cached)) {
      entry = entries.filter(path -> path.toString().endsWith(".space")).findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(entry);
    int beforeVectors = whole.length - (int) first.vectors().segment().byteSize();
    Random random = new Random(11);
    int damaged = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = whole.clone();
      for (int change = 0; change <= random.nextInt(3); change++) {
        put(mutant, random.nextInt(i % 2 == 0 ? 64 : beforeVectors - 64), random);
      }
      Files.delete(entry);
      Files.write(entry, i % 5 == 0 ? Arrays.copyOf(mutant, random.nextInt(whole.length)) : mutant);
      EmbeddingSpace space = cache.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
      assertThat(space.vocabulary().words()).isEqualTo(first.vocabulary().words());
      assertThat(space.vectors().row(999)).isEqualTo(first.vectors().row(999));
      damaged += space.report().origin() == LoadReport.Origin.DAMAGED_CACHE ? 1 : 0;
    }
    assertThat(damaged).isGreaterThan(MUTANTS / 2);
  }

  private void fuzz(Path file, long seed) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(seed);
    for (int i = 0; i < MUTANTS; i++) {
      Files.write(file, mutant(whole, random));
      read(file, file.getFileName() + " " + i);
    }
    Files.write(file, whole);
  }

  private static byte[] mutant(byte[] whole, Random random) {
    byte[] mutant = whole.clone();
    int changes = 1 + random.nextInt(4);
    // Headers and indices stand at both ends.
    int near = Math.min(whole.length, 400);
    for (int change = 0; change < changes; change++) {
      int at =
          switch (random.nextInt(3)) {
            case 0 -> random.nextInt(near);
            case 1 -> whole.length - 1 - random.nextInt(near);
            default -> random.nextInt(whole.length);
          };
      put(mutant, at, random);
    }
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(mutant, random.nextInt(whole.length));
      case 1 -> Arrays.copyOf(mutant, whole.length + random.nextInt(100));
      default -> mutant;
    };
  }

  private static void put(byte[] bytes, int at, Random random) {
    if (random.nextBoolean()) {
      bytes[at] = (byte) random.nextInt(256);
      return;
    }
    int value = INTERESTING[random.nextInt(INTERESTING.length)];
    for (int i = 0; i < 4 && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >> (8 * i));
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static void read(Path file, String what) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            EmbeddingSpace space =
                SpaceFiles.read(
                    file,
                    new ReadOptions(Integer.MAX_VALUE, 2),
                    Progress.NONE,
                    Cancellation.none());
            assertThat(space.rows()).as(what).isPositive();
          } catch (SpaceFault | FileFault expected) {
            assertThat(expected.file()).as(what).isNotNull();
          }
        },
        what);
  }
}
