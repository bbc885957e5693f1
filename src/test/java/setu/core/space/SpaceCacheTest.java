package setu.core.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.space.LoadReport.Origin;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** A second opening gives what the first gave, and a cache never gives what a file is not. */
class SpaceCacheTest {
  private static final Path FILES = Path.of("src/test/resources/setu/core/space");
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;
  private Path file;
  private Path cached;
  private SpaceCache cache;

  @BeforeEach
  void copy() throws IOException {
    file = Files.copy(FILES.resolve("si.1k.vec"), folder.resolve("si.vec"));
    settle(file);
    cached = folder.resolve("cache");
    cache = new SpaceCache(cached, 1 << 30, 0);
  }

  private static void settle(Path path) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
  }

  @Test
  void theSecondOpeningIsMappedAndEqual() {
    EmbeddingSpace first = read(file);
    EmbeddingSpace second = read(file);
    assertThat(first.report().origin()).isEqualTo(Origin.FILE);
    assertThat(second.report().origin()).isEqualTo(Origin.CACHE);
    assertEqual(second, first);
    assertThat(second.vocabulary().row("nowhere")).isEqualTo(-1);
    assertThat(second.vocabulary().row(first.vocabulary().word(777))).isEqualTo(777);
  }

  @Test
  void theReportComesBackWithItsBadRows() throws IOException {
    Files.writeString(file, "a 1 2\nb x 2\na 3 4\nc 5 6\n");
    settle(file);
    LoadReport first = read(file).report();
    LoadReport second = read(file).report();
    assertThat(second.origin()).isEqualTo(Origin.CACHE);
    assertThat(second.badRows()).isEqualTo(first.badRows()).hasSize(2);
    assertThat(second.duplicates()).isEqualTo(1);
  }

  @Test
  void subwordsComeBack() throws IOException {
    Path model = Files.copy(FILES.resolve("si.small.bin"), folder.resolve("m.bin"));
    settle(model);
    EmbeddingSpace first = read(model);
    EmbeddingSpace second = read(model);
    assertThat(second.report().origin()).isEqualTo(Origin.CACHE);
    assertEqual(second, first);
    assertThat(second.vectorOf("rice"))
        .containsExactly(Objects.requireNonNull(first.vectorOf("rice")));
    WordCounts counts = Objects.requireNonNull(second.counts());
    for (int row = 0; row < first.rows(); row++) {
      assertThat(counts.of(row)).isEqualTo(Objects.requireNonNull(first.counts()).of(row));
    }
  }

  @Test
  void aMovedFileIsKnownByItsContent() throws IOException {
    read(file);
    Path moved = Files.move(file, folder.resolve("elsewhere.txt"));
    Files.setLastModifiedTime(moved, FileTime.from(LONG_AGO.plusSeconds(60)));
    EmbeddingSpace space = read(moved);
    assertThat(space.report().origin()).isEqualTo(Origin.CACHE);
    assertThat(space.name()).isEqualTo("elsewhere");
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    read(file);
    String text = Files.readString(file).replace("මේ ", "මේක ");
    Files.writeString(file, text);
    settle(file);
    EmbeddingSpace space = read(file);
    assertThat(space.report().origin()).isEqualTo(Origin.FILE);
    assertThat(space.vocabulary().row("මේක")).isNotNegative();
  }

  /** The same size, in the middle of the file, with another time. */
  @Test
  void aChangeOfOneDigitIsNoticed() throws IOException {
    read(file);
    byte[] bytes = Files.readAllBytes(file);
    int at = bytes.length / 2;
    while (bytes[at] < '1' || bytes[at] > '8') {
      at++;
    }
    bytes[at]++;
    Files.write(file, bytes);
    assertThat(read(file).report().origin()).isEqualTo(Origin.FILE);
  }

  @Test
  void optionsMakeEntriesOfTheirOwn() {
    read(file);
    ReadOptions few = ReadOptions.ALL.withLimit(10);
    assertThat(read(file, few).rows()).isEqualTo(10);
    assertThat(read(file, few).report().origin()).isEqualTo(Origin.CACHE);
    assertThat(read(file, few).rows()).isEqualTo(10);
    assertThat(read(file).rows()).isEqualTo(1000);
  }

  @Test
  void newWordsBesideTheVectorsMakeANewSpace() throws IOException {
    Path array = Files.copy(FILES.resolve("si.1k.npy"), folder.resolve("a.npy"));
    Path words = Files.copy(FILES.resolve("si.1k.vocab.txt"), folder.resolve("a.vocab.txt"));
    settle(array);
    settle(words);
    read(array);
    assertThat(read(array).report().origin()).isEqualTo(Origin.CACHE);
    Files.writeString(words, Files.readString(words).replace("මේ\n", "මේක\n"));
    EmbeddingSpace space = read(array);
    assertThat(space.report().origin()).isEqualTo(Origin.FILE);
    assertThat(space.vocabulary().word(1)).isEqualTo("මේක");
  }

  @Test
  void aDamagedEntryIsMadeAgainAndSaidSo() throws IOException {
    EmbeddingSpace first = read(file);
    Path entry = entries().get(0);
    byte[] whole = Files.readAllBytes(entry);
    byte[] shorter = Arrays.copyOf(whole, whole.length - 100);
    byte[] noMark = whole.clone();
    noMark[3]++;
    byte[] badHeader = whole.clone();
    badHeader[70]++;
    byte[] badWords = whole.clone();
    badWords[whole.length / 10]++;
    for (byte[] damaged : List.of(shorter, noMark, badHeader, badWords, new byte[0])) {
      Files.delete(entry);
      Files.write(entry, damaged);
      EmbeddingSpace space = read(file);
      assertThat(space.report().origin()).isEqualTo(Origin.DAMAGED_CACHE);
      assertEqual(space, first);
      assertThat(read(file).report().origin()).isEqualTo(Origin.CACHE);
    }
  }

  @Test
  void whatWasUsedLongestAgoGoesFirst() throws IOException {
    cache = new SpaceCache(cached, 150_000, 0);
    Path other = folder.resolve("b.vec");
    Files.writeString(other, Files.readString(file).replace("මේ ", "මේක "));
    settle(other);
    read(file);
    settle(entries().get(0));
    read(other);
    assertThat(entries()).hasSize(1);
    assertThat(read(other).report().origin()).isEqualTo(Origin.CACHE);
    assertThat(read(file).report().origin()).isEqualTo(Origin.FILE);
    assertThat(cacheBytes()).isLessThan(150_000L);
  }

  @Test
  void aSpaceTooLargeForTheCacheIsReadEachTime() throws IOException {
    cache = new SpaceCache(cached, 1000, 0);
    read(file);
    assertThat(read(file).report().origin()).isEqualTo(Origin.FILE);
    assertThat(entries()).isEmpty();
  }

  @Test
  void aFolderThatCannotBeWrittenDoesNoHarm() throws IOException {
    Files.writeString(cached, "a file stands where the folder should");
    assertThat(read(file).rows()).isEqualTo(1000);
    assertThat(read(file).report().origin()).isEqualTo(Origin.FILE);
  }

  /** A kill while an entry is written leaves a part that nobody takes for an entry. */
  @Test
  void aHalfWrittenEntryIsNoEntry() throws IOException {
    Cancellation cancellation = new Cancellation();
    Progress stop =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {
            if (phase == Phase.WRITE) {
              cancellation.cancel();
            }
          }

          @Override
          public void advance(long amount) {}
        };
    assertThatThrownBy(() -> cache.read(file, ReadOptions.ALL, stop, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(entries()).isEmpty();
    Files.write(cached.resolve(".1-x.space.99-0.part"), "half".getBytes(StandardCharsets.UTF_8));
    assertThat(read(file).report().origin()).isEqualTo(Origin.FILE);
    assertThat(read(file).report().origin()).isEqualTo(Origin.CACHE);
  }

  @Test
  void changingVectorsChangesNoEntry() {
    float before = read(file).vectors().get(0, 0);
    EmbeddingSpace mapped = read(file);
    mapped.vectors().set(0, 0, 42);
    assertThat(read(file).vectors().get(0, 0)).isEqualTo(before);
  }

  @Test
  void theFolderIsWhereTheSystemKeepsSuchThings() {
    assertThat(SpaceCache.folder("Linux", "/h", Map.of())).isEqualTo(Path.of("/h/.cache/setu"));
    assertThat(SpaceCache.folder("Linux", "/h", Map.of("XDG_CACHE_HOME", "/c")))
        .isEqualTo(Path.of("/c/setu"));
    assertThat(SpaceCache.folder("Mac OS X", "/h", Map.of()))
        .isEqualTo(Path.of("/h/Library/Caches/Setu"));
    assertThat(SpaceCache.folder("Windows 11", "/h", Map.of("LOCALAPPDATA", "/l")))
        .isEqualTo(Path.of("/l/Setu/cache"));
  }

  private List<Path> entries() throws IOException {
    if (!Files.isDirectory(cached)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(cached)) {
      return paths.filter(path -> path.toString().endsWith(".space")).toList();
    }
  }

  private long cacheBytes() throws IOException {
    long bytes = 0;
    for (Path entry : entries()) {
      bytes += Files.size(entry);
    }
    return bytes;
  }

  private static void assertEqual(EmbeddingSpace space, EmbeddingSpace expected) {
    assertThat(space.vocabulary().words()).isEqualTo(expected.vocabulary().words());
    assertThat(space.id()).isEqualTo(expected.id());
    assertThat(space.name()).isEqualTo(expected.name());
    for (int row = 0; row < expected.rows(); row++) {
      assertThat(space.vectors().row(row)).containsExactly(expected.vectors().row(row));
    }
  }

  private EmbeddingSpace read(Path path) {
    return read(path, ReadOptions.ALL);
  }

  private EmbeddingSpace read(Path path, ReadOptions options) {
    return cache.read(path, options, Progress.NONE, Cancellation.none());
  }
}
