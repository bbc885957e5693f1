package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.ProjectFault;

class AnchorJournalTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

  @TempDir Path folder;

  @Test
  void everyEventIsOneReadableLine() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = AnchorHistory.open(file, "නිමල්", CLOCK)) {
      history.add(List.of(draft("sun", "ඉර"), draft("say \"hi\"", "ශ්\u200Dරී ලංකාව")));
      history.undo();
    }
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .matches(
            "\\{\"event\":1,\"batch\":1,\"of\":2,\"time\":\"2026-11-23T12:00:00Z\","
                + "\"author\":\"නිමල්\",\"type\":\"added\",\"anchor\":1,\"source\":\"sun\","
                + "\"target\":\"ඉර\",\"status\":\"accepted\",\"origin\":\"test\","
                + "\"crc\":\"[0-9a-f]{8}\"}");
    assertThat(lines.get(2)).contains("\"event\":3,\"batch\":2,").contains("\"undoes\":1");
  }

  @Test
  void cutAnywhereInItsLastEventsTheJournalKeepsEveryWholeOneAndTheTornOneAside()
      throws IOException {
    Path whole = folder.resolve("whole.jsonl");
    try (AnchorHistory history = AnchorHistory.open(whole, "me", CLOCK)) {
      history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ")));
      history.change(1, draft("sun", "හිරු"));
      history.remove(List.of(2L));
      history.undo();
    }
    byte[] bytes = Files.readAllBytes(whole);
    List<AnchorSet> states = statesAfterEachEvent(whole);
    int[] ends = lineEnds(bytes);
    for (int cut = ends[2] - 3; cut <= bytes.length; cut++) {
      Path project = Files.createDirectory(folder.resolve("cut" + cut));
      Path file = project.resolve("anchors.jsonl");
      Files.write(file, Arrays.copyOf(bytes, cut));
      int events = wholeEvents(ends, cut);
      int wholeBytes = events == 0 ? 0 : ends[events - 1];

      AnchorHistory reading = AnchorHistory.openReadOnly(file);
      assertThat(reading.current().anchors()).isEqualTo(states.get(events).anchors());
      assertThat(Files.size(file)).isEqualTo(cut);

      try (AnchorHistory history = AnchorHistory.open(file, "me", CLOCK)) {
        assertThat(history.events()).hasSize(events);
        assertThat(history.current().anchors()).isEqualTo(states.get(events).anchors());
        boolean torn = cut > wholeBytes;
        assertThat(history.torn() != null).as("cut at %d", cut).isEqualTo(torn);
        List<Path> aside = aside(project);
        assertThat(aside).hasSize(torn ? 1 : 0);
        if (torn) {
          assertThat(Files.readAllBytes(aside.getFirst()))
              .isEqualTo(Arrays.copyOfRange(bytes, wholeBytes, cut));
        }
        history.add(List.of(draft("sea", "මුහුද")));
      }
      try (AnchorHistory again = AnchorHistory.open(file, "me", CLOCK)) {
        assertThat(again.torn()).isNull();
        assertThat(again.events()).hasSize(events + 1);
        assertThat(again.current().anchors()).last().matches(a -> a.source().equals("sea"));
      }
    }
  }

  /** A line cut just before its LF is whole: its checksum is there. */
  private static int wholeEvents(int[] ends, int cut) {
    return (int) Arrays.stream(ends).filter(end -> end - 1 <= cut).count();
  }

  @Test
  void aDamagedLineBeforeTheLastIsNamedAndNothingIsTouched() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = AnchorHistory.open(file, "me", CLOCK)) {
      history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ"), draft("sea", "මුහුද")));
    }
    byte[] good = Files.readAllBytes(file);
    int[] ends = lineEnds(good);
    for (int at = ends[0]; at < ends[1] - 1; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file, bad);
      assertThatThrownBy(() -> AnchorHistory.open(file, "me", CLOCK))
          .isInstanceOfSatisfying(
              ProjectFault.class,
              fault -> {
                assertThat(fault.problem()).isEqualTo(ProjectFault.Problem.DAMAGED_JOURNAL);
                assertThat(fault.line()).isEqualTo(2);
              });
      assertThat(Files.readAllBytes(file)).isEqualTo(bad);
    }
  }

  @Test
  void aMissingLineIsDamageThoughEveryLineIsWhole() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = AnchorHistory.open(file, "me", CLOCK)) {
      history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ"), draft("sea", "මුහුද")));
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    lines.remove(1);
    Files.write(file, lines);
    assertThatThrownBy(() -> AnchorHistory.open(file, "me", CLOCK))
        .isInstanceOfSatisfying(ProjectFault.class, fault -> assertThat(fault.line()).isEqualTo(2));
  }

  @Test
  void zerosThatACrashLeftAtTheEndAreKeptAside() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = AnchorHistory.open(file, "me", CLOCK)) {
      history.add(List.of(draft("sun", "ඉර")));
    }
    byte[] good = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(good, good.length + 4096));
    try (AnchorHistory history = AnchorHistory.open(file, "me", CLOCK)) {
      assertThat(history.events()).hasSize(1);
      assertThat(history.torn()).extracting(AnchorJournal.Torn::bytes).isEqualTo(4096L);
    }
    assertThat(Files.readAllBytes(file)).isEqualTo(good);
  }

  @Test
  void anInterruptedThreadLosesNothing() {
    Path file = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = AnchorHistory.open(file, "me", CLOCK)) {
      Thread.currentThread().interrupt();
      history.add(List.of(draft("sun", "ඉර")));
      assertThat(Thread.interrupted()).isTrue();
      history.add(List.of(draft("moon", "හඳ")));
    }
    assertThat(AnchorHistory.openReadOnly(file).current().anchors()).hasSize(2);
  }

  @Test
  void aLongJournalReopensWholeAndIsEditedOn() {
    Path file = folder.resolve("anchors.jsonl");
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < 12_000; i++) {
      drafts.add(draft("word" + i, "වචනය" + i));
    }
    try (AnchorHistory history = AnchorHistory.open(file, "me", InstantSource.system())) {
      history.add(drafts);
    }
    try (AnchorHistory history = AnchorHistory.open(file, "me", InstantSource.system())) {
      assertThat(history.current().anchors()).hasSize(12_000);
      for (int i = 1; i <= 10; i++) {
        history.change(i, draft("other" + i, "වෙන"));
        assertThat(history.current().anchors()).hasSize(12_000);
      }
    }
    AnchorSet reopened = AnchorHistory.openReadOnly(file).current();
    assertThat(reopened.anchors()).hasSize(12_000);
    assertThat(reopened.get(10)).extracting(Anchor::source).isEqualTo("other10");
    assertThat(reopened.get(12_000)).extracting(Anchor::source).isEqualTo("word11999");
  }

  private List<AnchorSet> statesAfterEachEvent(Path file) {
    AnchorFold fold = new AnchorFold();
    List<AnchorSet> states = new ArrayList<>(List.of(AnchorSet.EMPTY));
    for (AnchorEvent event : AnchorHistory.openReadOnly(file).events()) {
      fold.accept(event);
      states.add(fold.set());
    }
    return states;
  }

  private static int[] lineEnds(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return java.util.stream.IntStream.range(0, bytes.length)
        .filter(i -> text.charAt(i) == '\n')
        .map(i -> i + 1)
        .toArray();
  }

  private static List<Path> aside(Path project) {
    try (Stream<Path> files = Files.list(project)) {
      return files.filter(f -> f.getFileName().toString().contains(".torn-")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Draft draft(String source, String target) {
    return Draft.accepted(source, target, "test");
  }
}
