package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.AnchorHistory.Draft;

/** A process that edits is killed at random moments: no edit it acknowledged may be lost. */
class JournalKillTest {
  private static final int KILLS = 6;

  @TempDir Path folder;

  @Test
  void noAcknowledgedEditIsLost() throws IOException, InterruptedException {
    Path file = folder.resolve("anchors.jsonl");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    long acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long heard =
          editUntilKilled(
              file,
              2,
              random.nextInt(1, 80),
              child -> TimeUnit.NANOSECONDS.sleep(random.nextInt(3_000_000)));
      assertThat(heard).as("the child ran").isPositive();
      acknowledged = Math.max(acknowledged, heard);
      try (AnchorHistory history = AnchorHistory.open(file, "me", InstantSource.system())) {
        assertThat(history.events().size()).isGreaterThanOrEqualTo((int) acknowledged);
      }
    }
  }

  @Test
  void aKillWhileASnapshotIsWrittenLosesNoEditAndLeavesNothing()
      throws IOException, InterruptedException {
    Path file = folder.resolve("anchors.jsonl");
    long acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long heard = editUntilKilled(file, SnapshotWriter.EVENTS, 4, this::awaitPart);
      acknowledged = Math.max(acknowledged, heard);
      List<AnchorEvent> quick = AnchorHistory.openReadOnly(file).events();
      assertThat(quick.size()).isGreaterThanOrEqualTo((int) acknowledged);
      Files.deleteIfExists(JournalSnapshot.beside(file));
      assertThat(AnchorHistory.openReadOnly(file).events()).isEqualTo(quick);
      AnchorHistory.open(file, "me", InstantSource.system()).close();
      assertThat(parts()).isEmpty();
    }
  }

  /** Waits until a snapshot is begun, while edits go on. */
  private void awaitPart(Process child) throws IOException {
    while (child.isAlive() && parts().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".part")).toList();
    }
  }

  /** What a kill waits for. */
  private interface Moment {
    void await(Process child) throws IOException, InterruptedException;
  }

  private static long editUntilKilled(Path file, int pairs, int acknowledgements, Moment moment)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Editor.class.getName(),
                file.toString(),
                Integer.toString(pairs))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long last = 0;
    try (BufferedReader heard =
        new BufferedReader(
            new InputStreamReader(child.getInputStream(), StandardCharsets.US_ASCII))) {
      for (int i = 0; i < acknowledgements; i++) {
        String line = heard.readLine();
        if (line == null) {
          break;
        }
        last = Long.parseLong(line);
      }
      moment.await(child);
      child.toHandle().destroyForcibly();
      for (String line = heard.readLine(); line != null; line = heard.readLine()) {
        last = Math.max(last, Long.parseLong(line));
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    return last;
  }

  /** The child: edits for ever, and says how many events are safe after each. */
  static final class Editor {
    private Editor() {}

    public static void main(String[] args) {
      List<Draft> drafts =
          IntStream.range(0, Integer.parseInt(args[1]))
              .mapToObj(i -> Draft.accepted("sun" + i, "ඉර", "kill"))
              .toList();
      try (AnchorHistory history =
          AnchorHistory.open(Path.of(args[0]), "child", InstantSource.system())) {
        for (int i = 0; ; i++) {
          switch (i % 4) {
            case 0, 1 -> history.add(drafts);
            case 2 -> history.undo();
            default -> history.redo();
          }
          System.out.println(history.events().size());
          System.out.flush();
        }
      }
    }
  }
}
