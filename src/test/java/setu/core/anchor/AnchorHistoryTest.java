package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.fault.ProjectFault;
import setu.core.task.Cancellation;

class AnchorHistoryTest {
  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;

  /** Sequences of commands equal a plain model that keeps a copy of every state. */
  @Property(tries = 200)
  void anySequenceOfCommandsEqualsAPlainModelAndReopensEqual(@ForAll long seed) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    Path temporary = quickFolder();
    Path file = temporary.resolve("anchors.jsonl");
    AtomicInteger seconds = new AtomicInteger();
    InstantSource clock = () -> START.plusSeconds(seconds.incrementAndGet());
    TreeMap<Long, Draft> model = new TreeMap<>();
    Deque<TreeMap<Long, Draft>> undo = new ArrayDeque<>();
    Deque<TreeMap<Long, Draft>> redo = new ArrayDeque<>();
    AnchorHistory history = AnchorHistory.open(file, "a", clock);
    long next = 1;
    for (int step = 0; step < 40; step++) {
      List<Long> ids = new ArrayList<>(model.keySet());
      TreeMap<Long, Draft> before = new TreeMap<>(model);
      int command = random.nextInt(7);
      if (command <= 1 || (command <= 3 && ids.isEmpty())) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
          drafts.add(Draft.accepted("s" + random.nextInt(9), "t" + step, "test"));
        }
        for (Anchor anchor : history.add(drafts)) {
          assertThat(anchor.id()).isEqualTo(next);
          model.put(next++, Draft.of(anchor));
        }
      } else if (command == 2) {
        long id = ids.get(random.nextInt(ids.size()));
        Draft draft =
            Objects.requireNonNull(model.get(id))
                .withStatus(random.nextBoolean() ? AnchorStatus.REJECTED : AnchorStatus.UNSURE);
        history.change(id, draft);
        model.put(id, draft);
      } else if (command == 3) {
        List<Edit> edits = new ArrayList<>();
        for (long id : ids) {
          Draft changed = Objects.requireNonNull(model.get(id)).withWords("c" + step, "d");
          if (random.nextInt(3) == 0) {
            edits.add(new Edit.Remove(id));
            model.remove(id);
          } else if (random.nextBoolean()) {
            edits.add(new Edit.Change(id, changed));
            model.put(id, changed);
          }
        }
        history.apply(edits);
      } else if (command == 4 || command == 5) {
        assertThat(history.canUndo()).isEqualTo(!undo.isEmpty());
        if (!undo.isEmpty()) {
          history.undo();
          redo.push(model);
          model = undo.pop();
        }
      } else {
        assertThat(history.canRedo()).isEqualTo(!redo.isEmpty());
        if (!redo.isEmpty()) {
          history.redo();
          undo.push(model);
          model = redo.pop();
        }
      }
      if (command <= 3 && !before.equals(model)) {
        undo.push(before);
        redo.clear();
      }
      if (random.nextInt(8) == 0) {
        List<Anchor> live = history.current().anchors();
        history.close();
        history = AnchorHistory.open(file, "a", clock);
        assertThat(history.current().anchors()).isEqualTo(live);
      }
      assertThat(history.current().anchors())
          .extracting(Anchor::id)
          .containsExactlyElementsOf(model.keySet());
      assertThat(history.current().anchors())
          .extracting(Draft::of)
          .containsExactlyElementsOf(model.values());
      assertThat(history.current().revision()).isEqualTo(history.events().size());
    }
    history.close();
    Files.delete(file);
    Files.delete(temporary);
  }

  /** In memory where the system has such a folder: there a synced write costs nothing. */
  private static Path quickFolder() throws IOException {
    Path memory = Path.of("/dev/shm");
    return Files.isWritable(memory)
        ? Files.createTempDirectory(memory, "setu-history")
        : Files.createTempDirectory("setu-history");
  }

  @Test
  void undoAndRedoCrossARestart() {
    open().add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ")));
    open().change(1, draft("sun", "හිරු"));
    assertThat(open().undo().get(1)).extracting(Anchor::target).isEqualTo("ඉර");
    assertThat(open().undo().anchors()).isEmpty();
    AnchorHistory history = open();
    assertThat(history.canUndo()).isFalse();
    assertThat(history.redo().anchors()).hasSize(2);
    assertThat(history.redo().get(1)).extracting(Anchor::target).isEqualTo("හිරු");
    assertThat(history.canRedo()).isFalse();
    assertThatThrownBy(history::redo).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void oneAnchorHasItsOwnLogAndItsOwnWayBack() {
    AnchorHistory history = open();
    history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ")));
    history.change(1, draft("sun", "හිරු"));
    history.change(2, draft("moon", "සඳ"));
    history.undo();
    history.remove(List.of(1L));
    assertThat(history.log(1)).extracting(AnchorEvent::id).containsExactly(1L, 3L, 6L);
    assertThat(history.log(2)).extracting(AnchorEvent::id).containsExactly(2L, 4L, 5L);
    history.revert(1, 1);
    assertThat(history.current().anchors()).extracting(Anchor::target).containsExactly("ඉර", "හඳ");
    history.revert(1, 3);
    assertThat(history.current().anchors())
        .extracting(Anchor::target)
        .containsExactly("හිරු", "හඳ");
    history.revert(1, 0);
    assertThat(history.current().anchors()).extracting(Anchor::id).containsExactly(2L);
    assertThat(history.undo().anchors()).hasSize(2);
  }

  @Test
  void oneBatchIsTakenBackWhateverWasDoneToOtherAnchorsAfterIt() {
    AnchorHistory history = open();
    history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ"), draft("sea", "මුහුද")));
    assertThat(history.lastBatch()).isEqualTo(1);
    history.apply(
        List.of(
            new Edit.Change(1, draft("sun", "ඉර").withStatus(AnchorStatus.REJECTED)),
            new Edit.Remove(3),
            new Edit.Add(draft("hand", "අත"))));
    history.change(2, draft("moon", "සඳ"));
    assertThat(history.takeBack(2)).isEqualTo(TakenBack.DONE);
    assertThat(history.current().anchors())
        .extracting(Draft::of)
        .containsExactly(draft("sun", "ඉර"), draft("moon", "සඳ"), draft("sea", "මුහුද"));
    assertThat(history.takeBack(2)).isEqualTo(TakenBack.ALREADY);
    assertThat(open().current().anchors()).isEqualTo(history.current().anchors());
    // It is a batch of its own: undone as one, and nothing else with it.
    history.undo();
    assertThat(history.current().anchors()).extracting(Anchor::id).containsExactly(1L, 2L, 4L);
    assertThat(history.takeBack(3)).isEqualTo(TakenBack.DONE);
    assertThat(Objects.requireNonNull(history.current().get(2)).target()).isEqualTo("හඳ");
  }

  /** A merge brings in what several people said, each by their own name. */
  @Test
  void aBatchOfSeveralPeopleIsTakenBackAndDoneAgainByEachOfThem() {
    AnchorHistory history = open();
    history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ"), draft("sea", "මුහුද")));
    history.apply(
        EditName.mergeOf("theirs"),
        List.of(
            new Edit.Change(1, draft("sun", "හිරු"), "anna"),
            new Edit.Change(2, draft("moon", "සඳ"), "nimal"),
            new Edit.Add(draft("hand", "අත"), "kamala")));
    history.change(3, draft("sea", "සමුද්‍රය"));
    history.signAs("user");
    assertThat(history.takeBack(2)).isEqualTo(TakenBack.DONE);
    assertThat(history.events().subList(7, 10))
        .extracting(AnchorEvent::author)
        .containsExactly("anna", "nimal", "kamala");
    assertThat(history.current().anchors())
        .extracting(Anchor::target)
        .containsExactly("ඉර", "හඳ", "සමුද්‍රය");
    history.add(List.of(draft("leg", "කකුල")));
    assertThat(history.doAgain(2)).isEqualTo(TakenBack.DONE);
    assertThat(history.events().subList(11, 14))
        .extracting(AnchorEvent::author)
        .containsExactly("anna", "nimal", "kamala");
    assertThat(Objects.requireNonNull(history.current().get(2)).target()).isEqualTo("සඳ");
  }

  @Test
  void thePairsOfABatchThatWereNotEditedSinceGoBackAsOneEditWithAName() {
    AnchorHistory history = open();
    history.apply(
        EditName.importOf("a.txt"),
        List.of(
            new Edit.Add(draft("sun", "ඉර")),
            new Edit.Add(draft("moon", "හඳ")),
            new Edit.Add(draft("sea", "මුහුද"))));
    history.apply(EditName.CLEANING, List.of(new Edit.Change(2, draft("moon", "සඳ"))));
    history.remove(List.of(3L));
    List<WordPair> stay = List.of(new WordPair("moon", "සඳ"));
    assertThat(history.returning(1)).isEqualTo(new Returned(1, stay, 1));
    assertThat(history.takeBackUnedited(1)).isEqualTo(new Returned(1, stay, 1));
    assertThat(history.current().anchors()).extracting(Anchor::target).containsExactly("සඳ");
    assertThat(history.returning(1)).isEqualTo(new Returned(0, stay, 2));
    assertThat(history.snapshot()).isTrue();
    AnchorHistory again = open();
    assertThat(again.fromSnapshot()).isEqualTo(again.events().size());
    List<AnchorBatch> batches = AnchorBatch.of(again.events());
    assertThat(batches).isEqualTo(AnchorBatch.of(history.events()));
    assertThat(batches)
        .extracting(AnchorBatch::name)
        .containsExactly(
            EditName.importOf("a.txt"),
            EditName.CLEANING,
            EditName.BY_HAND,
            EditName.takingBack(1));
    assertThat(batches).extracting(AnchorBatch::pairs).containsExactly(3, 1, 1, 1);
    assertThat(batches)
        .extracting(AnchorBatch::takenBack)
        .containsExactly(true, false, false, false);
    assertThat(batches.get(2).pair()).isEqualTo(new WordPair("sea", "මුහුද"));
    assertThat(again.undo().anchors()).hasSize(2);
    batches = AnchorBatch.of(again.events());
    assertThat(batches)
        .extracting(AnchorBatch::takenBack)
        .containsExactly(false, false, false, true);
    assertThatThrownBy(() -> again.takeBackUnedited(9))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingEntersWithoutAnOriginAndNoChangeTakesItAway() {
    AnchorHistory history = open();
    for (String none : List.of("", " ")) {
      assertThatThrownBy(() -> history.add(List.of(Draft.accepted("sun", "ඉර", none))))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(history.events()).isEmpty();
    history.add(List.of(draft("sun", "ඉර")));
    history.change(1, Draft.accepted("sun", "හිරු", ""));
    assertThat(history.current().anchors())
        .extracting(Draft::of)
        .containsExactly(draft("sun", "හිරු"));
  }

  @Test
  void aJournalOfAnEarlyVersionOpensWithItsPairsWithoutOrigin() {
    Path file = folder.resolve("early.jsonl");
    try (AnchorJournal journal = AnchorJournal.open(file, event -> {})) {
      AnchorEvent.Stamp stamp = new AnchorEvent.Stamp(1, 1, 1, START, "me");
      journal.append(List.of(new AnchorEvent.Added(stamp, 1, Draft.accepted("sun", "ඉර", ""))));
    }
    AnchorHistory history = AnchorHistory.open(file, "me", () -> START);
    Draft early = Draft.accepted("sun", "ඉර", "");
    history.change(1, early.withStatus(AnchorStatus.REJECTED));
    history.remove(List.of(1L));
    history.revert(1, 1);
    assertThat(history.current().anchors()).extracting(Draft::of).containsExactly(early);
    history.takeBackUnedited(1);
    assertThat(history.undo().anchors()).hasSize(1);
    // Taken into another project, it came by the merge.
    AnchorHistory other = open();
    other.apply(ThreeWayMerge.of(List.of(), AnchorSet.EMPTY, history, Cancellation.none()).edits());
    assertThat(other.current().anchors()).extracting(Anchor::origin).containsExactly("merge");
  }

  @Test
  void aBatchWhoseAnchorWasEditedSinceIsNotTakenBack() {
    AnchorHistory history = open();
    history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ")));
    history.apply(
        List.of(
            new Edit.Change(1, draft("sun", "ඉර").withStatus(AnchorStatus.REJECTED)),
            new Edit.Change(2, draft("moon", "සඳ"))));
    history.change(1, draft("sun", "හිරු"));
    int events = history.events().size();
    assertThat(history.takeBack(2)).isEqualTo(TakenBack.CHANGED_SINCE);
    assertThat(history.events()).hasSize(events);
    assertThatThrownBy(() -> history.takeBack(9)).isInstanceOf(IllegalArgumentException.class);
    // The last one is an ordinary undo, and can be done again.
    assertThat(history.takeBack(3)).isEqualTo(TakenBack.DONE);
    assertThat(history.canRedo()).isTrue();
  }

  @Test
  void anEditThatSaysNothingNewIsNoEvent() {
    AnchorHistory history = open();
    history.add(List.of(draft("sun", "ඉර")));
    history.change(1, draft("sun", "ඉර"));
    history.remove(List.of());
    assertThat(history.events()).hasSize(1);
  }

  @Test
  void aBatchIsCheckedBeforeAnythingIsWritten() {
    AnchorHistory history = open();
    history.add(List.of(draft("sun", "ඉර")));
    assertThatThrownBy(() -> history.remove(List.of(1L, 7L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> history.remove(List.of(1L, 1L)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> history.add(List.of(draft("x", "y"), draft(" ", "y"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(history.events()).hasSize(1);
  }

  @Test
  void listenersHearEveryBatchOnce() {
    AnchorHistory history = open();
    List<Integer> sizes = new ArrayList<>();
    history.onChange(set -> sizes.add(set.anchors().size()));
    history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ")));
    history.undo();
    history.redo();
    assertThat(sizes).containsExactly(2, 0, 2);
  }

  @Test
  void readOnlyRefusesEdits() {
    open().add(List.of(draft("sun", "ඉර")));
    AnchorHistory history = AnchorHistory.openReadOnly(folder.resolve("anchors.jsonl"));
    assertThat(history.readOnly()).isTrue();
    assertThat(history.canUndo()).isFalse();
    assertThatThrownBy(() -> history.remove(List.of(1L)))
        .isInstanceOfSatisfying(
            ProjectFault.class,
            fault -> assertThat(fault.problem()).isEqualTo(ProjectFault.Problem.READ_ONLY));
    assertThat(AnchorHistory.openReadOnly(folder.resolve("none")).current().anchors()).isEmpty();
  }

  @Test
  void acceptedPairsAreThoseOfThatStatus() {
    AnchorHistory history = open();
    history.add(List.of(draft("sun", "ඉර"), draft("moon", "හඳ").withStatus(AnchorStatus.UNSURE)));
    assertThat(history.current().accepted()).containsExactly(new WordPair("sun", "ඉර"));
  }

  private AnchorHistory open() {
    return AnchorHistory.open(folder.resolve("anchors.jsonl"), "me", InstantSource.fixed(START));
  }

  private static Draft draft(String source, String target) {
    return Draft.accepted(source, target, "test");
  }

  @Test
  void commentTagsAndPreferenceAreKeptAndOldJournalsOpen() throws IOException {
    Path file = folder.resolve("said.jsonl");
    Draft draft =
        Draft.accepted("river", "ගඟ", "test")
            .withComment("agreed")
            .withTags(List.of("water", "nature"))
            .withPreferred(true);
    try (AnchorHistory history = AnchorHistory.open(file, "a", () -> START)) {
      history.add(List.of(draft, Draft.accepted("old", "පරණ", "test")));
    }
    String[] lines = Files.readString(file).split("\n");
    assertThat(lines[0]).contains("\"tags\":[\"water\",\"nature\"]");
    // What is not said is not written: such lines are those of older journals.
    assertThat(lines[1]).doesNotContain("tags").doesNotContain("comment");
    try (AnchorHistory again = AnchorHistory.openReadOnly(file)) {
      assertThat(Draft.of(again.current().anchors().get(0))).isEqualTo(draft);
      assertThat(again.current().anchors().get(1).tags()).isEmpty();
    }
  }

  @Test
  void onePairGoesBackToWhatWasSaidAtAMoment() {
    AtomicInteger hours = new AtomicInteger();
    try (AnchorHistory history =
        AnchorHistory.open(
            folder.resolve("moments.jsonl"),
            "a",
            () -> START.plusSeconds(3600L * hours.incrementAndGet()))) {
      long one = history.add(List.of(Draft.accepted("river", "ගඟ", "test"))).getFirst().id();
      long two = history.add(List.of(Draft.accepted("hand", "අත", "test"))).getFirst().id();
      Draft said = Draft.of(Objects.requireNonNull(history.current().get(one)));
      history.change(one, said.withStatus(AnchorStatus.REJECTED));
      history.change(two, Draft.accepted("hand", "හස්තය", "test"));
      history.revert(one, START.plusSeconds(3600 * 2 + 60));
      assertThat(Objects.requireNonNull(history.current().get(one)).status())
          .isEqualTo(AnchorStatus.ACCEPTED);
      assertThat(Objects.requireNonNull(history.current().get(two)).target()).isEqualTo("හස්තය");
      history.revert(two, START.plusSeconds(3600 + 60));
      assertThat(history.current().get(two)).isNull();
    }
  }

  @Test
  void aMomentIsFoundThoughAClockWasSetBack() {
    AtomicInteger edits = new AtomicInteger();
    int[] minutes = {60, 0, 120};
    try (AnchorHistory history =
        AnchorHistory.open(
            folder.resolve("clock.jsonl"),
            "a",
            () -> START.plusSeconds(60L * minutes[edits.getAndIncrement()]))) {
      Draft river = Draft.accepted("river", "ගඟ", "test");
      long id = history.add(List.of(river)).getFirst().id();
      history.change(id, river.withStatus(AnchorStatus.UNSURE));
      history.revert(id, START.plusSeconds(60L * 30));
      assertThat(history.current().get(id))
          .as("there since the event of that moment")
          .returns(AnchorStatus.UNSURE, Anchor::status);
    }
  }
}
