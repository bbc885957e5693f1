package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that edits is killed at random moments: no edit it acknowledged may be lost. */
class JournalKillTest {
  /** {@code -Dsetu.test.kills=100} for the long run. */
  private static final int KILLS = Integer.getInteger("setu.test.kills", 6);

  /** Each writes some thousand events: more of these kills tell nothing new. */
  private static final int KILLS_IN_A_SNAPSHOT = 6;

  @TempDir Path folder;

  @Test
  void aKillAtAnyMomentOfAScriptedSessionLeavesWhatWasAcknowledgedAndNothingElse()
      throws IOException, InterruptedException {
    Path whole = folder.resolve("whole.jsonl");
    List<AnchorEvent> script;
    try (AnchorHistory history = ScriptedEditor.open(whole)) {
      for (int edit = 0; edit < ScriptedEditor.EDITS; edit++) {
        ScriptedEditor.edit(history, edit);
      }
      script = List.copyOf(history.events());
      assertThat(history.lastBatch()).isEqualTo(ScriptedEditor.EDITS);
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(500);
    for (int kill = 0; kill < KILLS; kill++) {
      Path file = folder.resolve("killed-" + kill + ".jsonl");
      int moment = random.nextInt(1, ScriptedEditor.EDITS);
      long acknowledged =
          editUntilKilled(
              ScriptedEditor.class,
              file,
              0,
              moment,
              child -> TimeUnit.NANOSECONDS.sleep(random.nextInt(3_000_000)));
      assertThat(acknowledged).as("the child ran").isGreaterThanOrEqualTo(moment);
      int kept;
      try (AnchorHistory history = ScriptedEditor.open(file)) {
        kept = history.events().size();
        assertThat(kept).isGreaterThanOrEqualTo((int) acknowledged);
        assertThat(history.events()).isEqualTo(script.subList(0, kept));
        history.add(List.of(Draft.accepted("after", "පසුව", "kill")));
      }
      assertThat(AnchorHistory.openReadOnly(file).events()).hasSize(kept + 1);
    }
  }

  @Test
  void noAcknowledgedEditIsLost() throws IOException, InterruptedException {
    Path file = folder.resolve("anchors.jsonl");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    long acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      long heard =
          editUntilKilled(
              Editor.class,
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
    for (int kill = 0; kill < KILLS_IN_A_SNAPSHOT; kill++) {
      long heard = editUntilKilled(Editor.class, file, SnapshotWriter.EVENTS, 4, this::awaitPart);
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

  private static long editUntilKilled(
      Class<?> editor, Path file, int pairs, int acknowledgements, Moment moment)
      throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                editor.getName(),
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

  /** The child of the scripted session: the same edits whenever it runs, and what is safe said. */
  static final class ScriptedEditor {
    private static final int EDITS = 500;

    private ScriptedEditor() {}

    static AnchorHistory open(Path file) {
      return AnchorHistory.open(file, "editor", InstantSource.fixed(Instant.EPOCH));
    }

    /** One edit of a person: each writes at least one event. */
    static void edit(AnchorHistory history, int number) {
      List<Anchor> anchors = history.current().anchors();
      switch (number % 10) {
        case 0, 1 -> history.add(List.of(Draft.accepted("word" + number, "වචනය", "kill")));
        case 2 ->
            history.add(
                IntStream.range(0, 20)
                    .mapToObj(i -> Draft.accepted("row" + number + "-" + i, "පේළිය", "file"))
                    .toList());
        case 3 -> change(history, draft -> draft.withStatus(AnchorStatus.REJECTED));
        case 4 -> change(history, draft -> draft.withComment("ශ්\u200Dරී " + number));
        case 5 -> history.undo();
        case 6 -> history.redo();
        case 7 -> change(history, draft -> draft.withWords("other" + number, "වෙනත්"));
        case 8 -> history.revert(anchors.getLast().id(), history.events().size() - 2L);
        default -> history.remove(List.of(anchors.getFirst().id()));
      }
    }

    private static void change(AnchorHistory history, UnaryOperator<Draft> change) {
      Anchor last = history.current().anchors().getLast();
      history.change(last.id(), change.apply(Draft.of(last)));
    }

    public static void main(String[] args) {
      try (AnchorHistory history = open(Path.of(args[0]))) {
        for (int edit = 0; edit < EDITS; edit++) {
          edit(history, edit);
          System.out.println(history.events().size());
          System.out.flush();
        }
      }
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
