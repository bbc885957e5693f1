package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.FileFault;
import setu.core.fault.ProjectFault;

/** A journal opened by its snapshot is the journal read line by line, whatever the snapshot is. */
class JournalSnapshotTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00.007Z");
  private static final List<AnchorStatus> STATUSES =
      List.of(AnchorStatus.ACCEPTED, AnchorStatus.REJECTED, AnchorStatus.UNSURE);

  @TempDir Path folder;

  private final AtomicInteger seconds = new AtomicInteger();

  @Property(tries = 60)
  void aSnapshotAndTheLinesAfterItAreTheWholeJournal(@ForAll long seed) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Path place = Files.createTempDirectory("setu-snapshot");
    Path file = place.resolve("anchors.jsonl");
    try (AnchorHistory history = open(file)) {
      edit(history, random, random.nextInt(30));
      assertThat(history.snapshot()).isTrue();
      int taken = history.events().size();
      edit(history, random, random.nextInt(30));
      assertSame(file, taken);
    }
    // And again over the same file, from a history that was opened by the snapshot itself.
    try (AnchorHistory history = open(file)) {
      edit(history, random, 5);
      assertThat(history.snapshot()).isTrue();
      assertSame(file, history.events().size());
    }
    try (var left = Files.list(place)) {
      for (Path each : left.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(place);
  }

  @Test
  void cutOrSpoiltAtAnyByteTheSnapshotIsPassedOver() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    write(file, "sun");
    Path snapshot = JournalSnapshot.beside(file);
    byte[] whole = Files.readAllBytes(snapshot);
    List<AnchorEvent> events = AnchorHistory.openReadOnly(file).events();
    for (int at = 0; at < whole.length; at++) {
      byte[] spoilt = whole.clone();
      spoilt[at] ^= 0x10;
      for (byte[] unfit : List.of(Arrays.copyOf(whole, at), spoilt)) {
        Files.write(snapshot, unfit);
        AnchorHistory history = AnchorHistory.openReadOnly(file);
        assertThat(history.fromSnapshot()).as("at %d", at).isZero();
        assertThat(history.events()).isEqualTo(events);
      }
    }
    Files.write(snapshot, whole);
    assertSame(file, 4);
    Files.delete(snapshot);
    assertSame(file, 0);
  }

  @Test
  void aSnapshotOfAnotherJournalOrOfMoreThanIsThereIsPassedOver() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    Path other = folder.resolve("other.jsonl");
    write(file, "sun");
    write(other, "hen");
    assertThat(Files.size(other)).isEqualTo(Files.size(file));
    Files.move(JournalSnapshot.beside(file), folder.resolve("own"));
    Files.copy(JournalSnapshot.beside(other), JournalSnapshot.beside(file));
    assertSame(file, 0);

    Files.delete(JournalSnapshot.beside(file));
    Files.copy(folder.resolve("own"), JournalSnapshot.beside(file));
    assertSame(file, 4);
    byte[] lines = Files.readAllBytes(file);
    int third = new String(lines, StandardCharsets.ISO_8859_1).lastIndexOf("\n{");
    Files.write(file, Arrays.copyOf(lines, third + 1));
    assertSame(file, 0);
    assertThat(AnchorHistory.openReadOnly(file).events()).hasSize(3);
  }

  @Test
  void aDamagedJournalIsToldOfThoughItsSnapshotIsWhole() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    write(file, "sun");
    byte[] lines = Files.readAllBytes(file);
    lines[40] ^= 1;
    Files.write(file, lines);
    assertThatThrownBy(() -> open(file))
        .isInstanceOfSatisfying(
            ProjectFault.class,
            fault -> {
              assertThat(fault.problem()).isEqualTo(ProjectFault.Problem.DAMAGED_JOURNAL);
              assertThat(fault.line()).isEqualTo(1);
            });
  }

  @Test
  void aTornOrDamagedLineBehindTheSnapshotIsWhereItIs() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    write(file, "sun");
    byte[] whole = Files.readAllBytes(file);
    Files.writeString(file, "{\"event\":5,", StandardOpenOption.APPEND);
    try (AnchorHistory history = open(file)) {
      assertThat(history.fromSnapshot()).isEqualTo(4);
      AnchorJournal.Torn torn = Objects.requireNonNull(history.torn());
      assertThat(torn.aside()).hasContent("{\"event\":5,");
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
      history.add(List.of(draft("after")));
    }
    assertSame(file, 4);
    Files.writeString(file, "no event\nnor this\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> open(file))
        .isInstanceOfSatisfying(ProjectFault.class, fault -> assertThat(fault.line()).isEqualTo(6));
  }

  @Test
  void aSnapshotWhoseEventsDoNotFollowEachOtherIsPassedOver() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    write(file, "sun");
    JournalSnapshot made = Objects.requireNonNull(JournalSnapshot.read(file));
    List<AnchorEvent> wrong = new ArrayList<>(made.events());
    wrong.add(2, wrong.get(0));
    new JournalSnapshot(made.bytes(), made.hash(), wrong).write(file);
    assertSame(file, 0);
  }

  @Test
  void afterManyEditsClosingLeavesOneAndWhereItCannotNothingIsLost() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    Path snapshot = JournalSnapshot.beside(file);
    try (AnchorHistory history = open(file)) {
      history.add(IntStream.range(0, 1999).mapToObj(i -> draft("w" + i)).toList());
    }
    assertThat(snapshot).doesNotExist();
    Files.createDirectory(snapshot);
    try (AnchorHistory history = open(file)) {
      history.undo();
    }
    assertThat(snapshot).isDirectory();
    assertSame(file, 0);
    Files.delete(snapshot);
    open(file).close();
    assertThat(snapshot).isRegularFile();
    assertSame(file, 2000);
    byte[] first = Files.readAllBytes(snapshot);
    try (AnchorHistory history = open(file)) {
      history.redo();
    }
    assertThat(Files.readAllBytes(snapshot)).isEqualTo(first);
    assertSame(file, 2000);
  }

  @Test
  void whileManyEditsAreMadeOneIsLeftAndWhatAKillLeftOfAnotherGoes() throws IOException {
    Path file = folder.resolve("anchors.jsonl");
    Path snapshot = JournalSnapshot.beside(file);
    Path part = folder.resolve(".anchors.jsonl.snapshot.1-0.part");
    Path others = folder.resolve(".other.snapshot.1-0.part");
    Files.writeString(part, "half of it");
    Files.writeString(others, "of another file");
    try (AnchorHistory history = open(file)) {
      assertThat(part).doesNotExist();
      assertThat(others).exists();
      history.add(IntStream.range(0, 1999).mapToObj(i -> draft("w" + i)).toList());
      history.add(List.of(draft("one more")));
      history.add(List.of(draft("and one while it is written")));
      long limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (!Files.exists(snapshot) && System.nanoTime() < limit) {
        Thread.onSpinWait();
      }
      // As another process finds it, or the next one after a kill.
      assertThat(AnchorHistory.openReadOnly(file).fromSnapshot()).isEqualTo(2000);
      assertSame(file, 2000);
    }
    assertSame(file, 2000);
  }

  @Test
  void ofAHundredThousandEventsOnlyThoseAfterTheSnapshotAreReplayed() {
    Path file = folder.resolve("anchors.jsonl");
    try (AnchorHistory history = open(file)) {
      for (int batch = 0; batch < 100; batch++) {
        int from = batch * 1000;
        history.add(IntStream.range(from, from + 1000).mapToObj(i -> draft("w" + i)).toList());
      }
    }
    int after;
    try (AnchorHistory history = open(file)) {
      assertThat(history.events()).hasSize(100_000);
      assertThat(history.replayed()).isLessThan(SnapshotWriter.EVENTS);
      assertThat(history.fromSnapshot() + history.replayed()).isEqualTo(100_000);
      after = history.replayed();
      history.undo();
      history.redo();
      history.undo();
    }
    AnchorHistory again = AnchorHistory.openReadOnly(file);
    assertThat(again.replayed()).isEqualTo(after + 3);
    assertThat(again.current().anchors()).hasSize(99_000);
  }

  @Test
  void aTextThatUtf8CannotHoldMakesNoSnapshot() {
    AnchorEvent.Stamp stamp = new AnchorEvent.Stamp(1, 1, 1, START, "me");
    JournalSnapshot half =
        new JournalSnapshot(0, "", List.of(new AnchorEvent.Added(stamp, 1, draft("half \uD83D"))));
    assertThatThrownBy(() -> half.write(folder.resolve("a.jsonl"))).isInstanceOf(FileFault.class);
    assertThat(folder).isEmptyDirectory();
  }

  /** Opens it with and without the snapshot, and walks both back to the beginning. */
  private void assertSame(Path file, int fromSnapshot) throws IOException {
    Path alone = Files.createTempDirectory("setu-alone");
    Path copy = alone.resolve("anchors.jsonl");
    Path beside = alone.resolve("beside.jsonl");
    Files.copy(file, copy);
    Files.copy(file, beside);
    if (Files.isRegularFile(JournalSnapshot.beside(file))) {
      Files.copy(JournalSnapshot.beside(file), JournalSnapshot.beside(beside));
    }
    assertThat(AnchorHistory.openReadOnly(file).fromSnapshot()).isEqualTo(fromSnapshot);
    try (AnchorHistory lines = open(copy);
        AnchorHistory quick = open(beside)) {
      assertThat(quick.fromSnapshot()).isEqualTo(fromSnapshot);
      assertThat(quick.events()).isEqualTo(lines.events());
      assertThat(quick.current().anchors()).isEqualTo(lines.current().anchors());
      assertThat(quick.canRedo()).isEqualTo(lines.canRedo());
      for (int i = 0; i < 3 && lines.canUndo(); i++) {
        assertThat(quick.canUndo()).isTrue();
        assertThat(quick.undo().anchors())
            .usingRecursiveFieldByFieldElementComparatorIgnoringFields("changed")
            .isEqualTo(lines.undo().anchors());
      }
      assertThat(quick.canUndo()).isEqualTo(lines.canUndo());
    }
    try (var left = Files.list(alone)) {
      for (Path each : left.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(alone);
  }

  private void edit(AnchorHistory history, RandomGenerator random, int edits) {
    for (int i = 0; i < edits; i++) {
      List<Anchor> anchors = history.current().anchors();
      switch (random.nextInt(6)) {
        case 0 -> history.add(List.of(draft("a" + i), draft("ශ්\u200Dරී " + random.nextInt(9))));
        case 1 -> history.add(List.of(draft("😀" + i).withTags(List.of("x", "y"))));
        case 2 -> {
          if (history.canUndo()) {
            history.undo();
          }
        }
        case 3 -> {
          if (history.canRedo()) {
            history.redo();
          }
        }
        default -> {
          if (!anchors.isEmpty()) {
            Anchor one = anchors.get(random.nextInt(anchors.size()));
            if (random.nextInt(4) == 0) {
              history.remove(List.of(one.id()));
            } else {
              history.change(
                  one.id(),
                  Draft.of(one)
                      .withStatus(STATUSES.get(random.nextInt(3)))
                      .described("noun", "c" + random.nextInt(3), "\t\"note\"\n")
                      .withComment("")
                      .withPreferred(random.nextBoolean()));
            }
          }
        }
      }
    }
  }

  /** Four events and their snapshot. */
  private void write(Path file, String word) {
    seconds.set(0);
    try (AnchorHistory history = open(file)) {
      history.add(List.of(draft(word), draft(word + "s")));
      history.change(1, draft(word).withStatus(AnchorStatus.UNSURE).withTags(List.of("t")));
      history.undo();
      assertThat(history.snapshot()).isTrue();
    }
  }

  private AnchorHistory open(Path file) {
    return AnchorHistory.open(file, "නිමල්", () -> START.plusSeconds(seconds.incrementAndGet()));
  }

  private static Draft draft(String word) {
    return Draft.accepted(word, "වචනය", "test");
  }
}
