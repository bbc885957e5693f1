package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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
      long heard = editUntilKilled(file, random.nextInt(1, 80), random.nextInt(3_000_000));
      assertThat(heard).as("the child ran").isPositive();
      acknowledged = Math.max(acknowledged, heard);
      try (AnchorHistory history = AnchorHistory.open(file, "me", InstantSource.system())) {
        assertThat(history.events().size()).isGreaterThanOrEqualTo((int) acknowledged);
      }
    }
  }

  private static long editUntilKilled(Path file, int acknowledgements, int nanos)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Editor.class.getName(),
                file.toString())
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
      TimeUnit.NANOSECONDS.sleep(nanos);
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
      try (AnchorHistory history =
          AnchorHistory.open(Path.of(args[0]), "child", InstantSource.system())) {
        for (int i = 0; ; i++) {
          switch (i % 4) {
            case 0, 1 ->
                history.add(
                    List.of(
                        Draft.accepted("sun" + i, "ඉර", "kill"),
                        Draft.accepted("moon" + i, "හඳ", "kill")));
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
