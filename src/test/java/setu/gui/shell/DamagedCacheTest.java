package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.math.RandomMatrices;
import setu.core.space.NpyWriter;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Notice;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;
import setu.message.Messages;

/** The window says that a cached copy was damaged, and opens the project all the same. */
@NullUnmarked
class DamagedCacheTest {
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

  private Path space(String name, long seed) {
    Path file = folder.resolve(name);
    List<String> words = IntStream.range(0, ROWS).mapToObj(i -> "w" + i).toList();
    new NpyWriter()
        .write(
            file, words, RandomMatrices.unit(ROWS, 400, seed), Progress.NONE, Cancellation.none());
    return file;
  }

  private List<String> notices(Path source, Path target) {
    Workbench workbench =
        new Workbench(
            new CoreEngine(new Projects(UserFolders.in(folder)), Messages::inEnglish),
            FxTaskRunner.sameThread());
    workbench.openPair(source, target);
    assertThat(workbench.project().source().rows()).isEqualTo(ROWS);
    List<String> told =
        workbench.notices().stream()
            .filter(notice -> notice.kind() == Notice.Kind.INFO)
            .map(Notice::text)
            .filter(text -> text.contains("cached copy"))
            .toList();
    workbench.close();
    return told;
  }

  @Test
  void aDamagedCopyIsToldOnce() throws IOException {
    Path source = space("en.npy", 1);
    Path target = space("si.npy", 2);
    assertThat(notices(source, target)).isEmpty();
    try (Stream<Path> entries = Files.list(folder.resolve("user/cache/spaces"))) {
      for (Path entry : entries.filter(path -> path.toString().endsWith(".space")).toList()) {
        byte[] bytes = Files.readAllBytes(entry);
        bytes[3] ^= 1;
        Files.delete(entry);
        Files.write(entry, bytes);
      }
    }
    assertThat(notices(source, target))
        .containsExactly(
            "The cached copy of "
                + source
                + " was damaged; the file was read again and the copy made anew.",
            "The cached copy of "
                + target
                + " was damaged; the file was read again and the copy made anew.");
    assertThat(notices(source, target)).isEmpty();
  }
}
