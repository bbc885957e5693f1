package setu.core.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** What is kept is what a search finds, and any other vector or neighbourhood is searched anew. */
class ScalingCacheTest {
  private static final Cancellation GO_ON = Cancellation.none();

  @TempDir Path folder;
  private ScalingCache cache;
  private final CountingSearch search = new CountingSearch();
  private final FloatMatrix source = RandomMatrices.unit(70, 12, 1);
  private final FloatMatrix target = RandomMatrices.unit(50, 12, 2);

  @BeforeEach
  void open() {
    cache = new ScalingCache(folder.resolve("kept"), 1 << 20, 0);
  }

  private LocalScaling both(FloatMatrix x, FloatMatrix z, int k) {
    return cache.both(x, search.prepare(z), k, search, Progress.NONE, GO_ON);
  }

  private float[] ofTarget(int k) {
    return cache.oneSided(
        target, source, () -> search.prepare(source), k, search, Progress.NONE, GO_ON);
  }

  @Test
  void findsTheSameAgainWithoutSearching() {
    LocalScaling first = both(source, target, 10);
    assertThat(search.searches()).isEqualTo(1);
    LocalScaling again = both(source, target.copy(), 10);
    assertThat(search.searches()).isEqualTo(1);
    LocalScaling exact =
        LocalScaling.exact(
            source, search.prepare(target), 10, new PanelSearch(), Progress.NONE, GO_ON);
    assertThat(again.ofSource()).isEqualTo(exact.ofSource()).isEqualTo(first.ofSource());
    assertThat(again.ofTarget()).isEqualTo(exact.ofTarget()).isEqualTo(first.ofTarget());
    // One side of the same pair, from either direction.
    assertThat(ofTarget(10)).isEqualTo(exact.ofTarget());
    assertThat(both(target, source, 10).ofTarget()).isEqualTo(exact.ofSource());
    assertThat(search.searches()).isEqualTo(1);
  }

  @Test
  void anythingElseIsSearched() {
    both(source, target, 10);
    both(source, target, 9);
    assertThat(search.searches()).isEqualTo(2);
    FloatMatrix mapped = source.copy();
    mapped.set(69, 11, Math.nextUp(mapped.get(69, 11)));
    both(mapped, target, 10);
    assertThat(search.searches()).isEqualTo(3);
    both(source, target.slice(0, 49), 10);
    assertThat(search.searches()).isEqualTo(4);
    // As many numbers in another shape.
    both(
        FloatMatrix.wrap(source.segment(), 140, 6), FloatMatrix.wrap(target.segment(), 100, 6), 10);
    assertThat(search.searches()).isEqualTo(5);
  }

  @Test
  void oneSideIsKeptAlone() {
    float[] found = ofTarget(10);
    assertThat(ofTarget(10)).isEqualTo(found);
    assertThat(search.searches()).isEqualTo(1);
    both(source, target, 10);
    assertThat(search.searches()).isEqualTo(2);
  }

  @Test
  void aDamagedOrTruncatedFileIsMadeAgain() throws IOException {
    List<Path> told = new ArrayList<>();
    cache = cache.telling(told::add);
    LocalScaling first = both(source, target, 10);
    assertThat(told).isEmpty();
    for (Path file : files()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length - 1] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(both(source, target, 10).ofTarget()).isEqualTo(first.ofTarget());
    assertThat(search.searches()).isEqualTo(2);
    assertThat(told).containsExactlyInAnyOrderElementsOf(files());
    for (Path file : files()) {
      Files.write(file, new byte[5]);
    }
    assertThat(both(source, target, 10).ofSource()).isEqualTo(first.ofSource());
    assertThat(search.searches()).isEqualTo(3);
    both(source, target, 10);
    assertThat(search.searches()).isEqualTo(3);
    assertThat(told).hasSize(4);
  }

  @Test
  void aFileOfAnotherProgramIsMadeAgain() throws IOException {
    List<Path> told = new ArrayList<>();
    cache = cache.telling(told::add);
    LocalScaling first = both(source, target, 10);
    for (Path file : files()) {
      Files.write(file, new byte[(int) Files.size(file)]);
    }
    assertThat(both(source, target, 10).ofSource()).isEqualTo(first.ofSource());
    assertThat(told).hasSize(2);
    assertThat(search.searches()).isEqualTo(2);
  }

  @Test
  void whatWasUsedLongestAgoGoes() throws IOException {
    both(source, target, 10);
    for (Path file : files()) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    }
    cache = new ScalingCache(folder.resolve("kept"), 600, 0);
    both(source, target, 3);
    assertThat(files()).hasSize(2);
    both(source, target, 3);
    assertThat(search.searches()).isEqualTo(2);
  }

  @Test
  void smallPairsAreNotKeptAndAPlaceThatCannotBeWrittenDoesNoHarm() throws IOException {
    cache = ScalingCache.in(folder.resolve("kept"));
    both(source, target, 10);
    assertThat(folder.resolve("kept")).doesNotExist();
    cache = new ScalingCache(Files.writeString(folder.resolve("file"), "x"), 1 << 20, 0);
    both(source, target, 10);
    both(source, target, 10);
    assertThat(search.searches()).isEqualTo(3);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.toList();
    }
  }
}
