package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.task.Cancellation;

/** Two people's dictionaries: agreement by hand-worked figures, and merging by history. */
class MergeAndAgreementTest {
  @TempDir private Path folder;

  private static List<Anchor> judged(String marks) {
    List<Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < marks.length(); i++) {
      AnchorStatus status =
          switch (marks.charAt(i)) {
            case 'a' -> AnchorStatus.ACCEPTED;
            case 'r' -> AnchorStatus.REJECTED;
            case 'u' -> AnchorStatus.UNSURE;
            default -> AnchorStatus.CANDIDATE;
          };
      anchors.add(new Anchor(i + 1, "s" + i, "t", status, "", "", "", "", "", Instant.EPOCH));
    }
    return anchors;
  }

  @Test
  void agreementIsThatOfTheTextbooks() {
    // Cohen's table 20, 5, 10, 15: raw 0.7, by chance 0.5, kappa 0.4.
    String first = "a".repeat(25) + "r".repeat(25);
    String second = "a".repeat(20) + "r".repeat(5) + "a".repeat(10) + "r".repeat(15);
    Agreement agreement = Agreement.of(judged(first), judged(second), 42);
    assertThat(agreement.judged()).isEqualTo(50);
    assertThat(Agreement.count(judged(first), judged(second)))
        .isEqualTo(new Agreement.Counted(50, 35));
    assertThat(agreement.raw().value()).isCloseTo(0.7, within(1e-12));
    assertThat(agreement.kappa().value()).isCloseTo(0.4, within(1e-12));
    // 55 and 45 values pooled: expected disagreement 2·55·45/(100·99) = 0.5; alpha 1 − 0.3/0.5.
    assertThat(agreement.alpha().value()).isCloseTo(0.4, within(1e-12));
    assertThat(agreement.kappa().low()).isBetween(0.05, 0.25);
    assertThat(agreement.kappa().high()).isBetween(0.55, 0.75);
    assertThat(agreement.alpha().low()).isBetween(0.05, 0.25);
    assertThat(agreement.alpha().high()).isBetween(0.55, 0.75);
    // Wilson's interval of 35 of 50 is 0.562 to 0.809.
    assertThat(agreement.raw().low()).isBetween(0.52, 0.60);
    assertThat(agreement.raw().high()).isBetween(0.78, 0.86);
    assertThat(Agreement.of(judged(first), judged(second), 42)).isEqualTo(agreement);
  }

  @Test
  void candidatesAreNotJudgedAndSamenessHasNoChance() {
    assertThat(Agreement.of(judged("ac"), judged("aa"), 1).judged()).isEqualTo(1);
    Agreement same = Agreement.of(judged("aaa"), judged("aaa"), 1);
    assertThat(same.raw().value()).isEqualTo(1);
    assertThat(same.kappa().value()).isNaN();
    assertThat(Agreement.of(judged("c"), judged("a"), 1).raw().value()).isNaN();
  }

  private AnchorHistory open(String name) {
    return AnchorHistory.open(
        folder.resolve(name), name, InstantSource.fixed(Instant.EPOCH.plusSeconds(name.length())));
  }

  private static Draft said(AnchorHistory history, long id) {
    return Draft.of(Objects.requireNonNull(history.current().get(id)));
  }

  private static ThreeWayMerge.Outcome merge(AnchorHistory own, AnchorHistory other) {
    return ThreeWayMerge.of(own.events(), own.current(), other, Cancellation.none());
  }

  @Test
  void whatOnlyOneselfChangedStays() throws IOException {
    try (AnchorHistory base = open("own")) {
      base.add(
          List.of(
              Draft.accepted("a", "1", "file"),
              Draft.accepted("b", "2", "file"),
              Draft.accepted("c", "3", "file")));
    }
    Files.copy(folder.resolve("own"), folder.resolve("other"));
    try (AnchorHistory own = open("own");
        AnchorHistory other = open("other")) {
      own.change(1, said(own, 1).withStatus(AnchorStatus.REJECTED));
      own.remove(List.of(2L));
      own.change(3, said(own, 3).withStatus(AnchorStatus.UNSURE));
      other.remove(List.of(3L));
      own.add(List.of(Draft.accepted("d", "4", "file"), Draft.accepted("e", "5", "mine")));
      other.add(List.of(Draft.accepted("e", "5", "theirs").described("noun", "", "")));
      ThreeWayMerge.Outcome outcome = merge(own, other);
      assertThat(outcome.edits()).isEmpty();
      assertThat(outcome.rows())
          .extracting(PlannedRow::fate, PlannedRow::source)
          .containsExactly(
              tuple(Fate.OWN, "a"),
              tuple(Fate.OWN, "b"),
              tuple(Fate.OWN, "c"),
              tuple(Fate.OWN, "e"),
              tuple(Fate.OWN, "d"));
    }
  }

  @Test
  void mergesAgainstTheLastCommonState() throws IOException {
    try (AnchorHistory base = open("own")) {
      base.add(
          List.of(
              Draft.accepted("a", "1", "file"),
              Draft.accepted("b", "2", "file"),
              Draft.accepted("c", "3", "file"),
              Draft.accepted("d", "4", "file")));
    }
    Files.copy(folder.resolve("own"), folder.resolve("other"));
    try (AnchorHistory own = open("own");
        AnchorHistory other = open("other")) {
      own.change(1, said(own, 1).withStatus(AnchorStatus.REJECTED));
      own.add(List.of(Draft.accepted("e", "5", "file")));
      own.change(4, said(own, 4).withStatus(AnchorStatus.REJECTED));
      other.change(1, said(other, 1).withStatus(AnchorStatus.UNSURE));
      other.change(2, said(other, 2).withStatus(AnchorStatus.REJECTED));
      other.remove(List.of(3L));
      other.change(4, said(other, 4).withStatus(AnchorStatus.REJECTED));
      other.add(List.of(Draft.accepted("e", "5", "file"), Draft.accepted("f", "6", "file")));

      ThreeWayMerge.Outcome outcome = merge(own, other);
      assertThat(outcome.common()).isEqualTo(4);
      assertThat(outcome.taken()).isEqualTo(3);
      assertThat(outcome.conflicts()).containsExactly(new WordPair("a", "1"));
      assertThat(outcome.rows())
          .extracting(PlannedRow::fate, PlannedRow::source)
          .containsExactly(
              tuple(Fate.CONFLICT, "a"),
              tuple(Fate.TAKEN, "b"),
              tuple(Fate.TAKEN, "c"),
              tuple(Fate.EQUAL, "d"),
              tuple(Fate.EQUAL, "e"),
              tuple(Fate.TAKEN, "f"));
      assertThat(outcome.rows().get(0).differences())
          .containsExactly(new PlannedRow.Difference("status", "rejected", "unsure"));
      assertThat(outcome.rows().get(2).there()).isNull();
      own.apply(outcome.edits());
      assertThat(said(own, 1).status()).isEqualTo(AnchorStatus.REJECTED);
      assertThat(said(own, 2).status()).isEqualTo(AnchorStatus.REJECTED);
      assertThat(own.current().get(3)).isNull();
      List<Anchor> anchors = own.current().anchors();
      assertThat(anchors).extracting(Anchor::pair).contains(new WordPair("f", "6"));
      assertThat(anchors)
          .filteredOn(anchor -> anchor.tags().contains(ThreeWayMerge.THEIRS))
          .extracting(Anchor::status)
          .containsExactly(AnchorStatus.UNSURE);
      // Merging once more brings nothing new: what is in conflict still stands there already.
      ThreeWayMerge.Outcome again = merge(own, other);
      assertThat(again.taken()).isZero();
      assertThat(again.conflicts()).hasSize(1);
      assertThat(again.edits()).isEmpty();
      own.undo();
      assertThat(own.current().get(3)).isNotNull();
    }
  }

  @Test
  void whatAMergePutBesideIsNoJudgementOfOnesOwn() throws IOException {
    try (AnchorHistory base = open("own")) {
      base.add(List.of(new Draft("a", "1", AnchorStatus.CANDIDATE, "", "", "", "file")));
    }
    Files.copy(folder.resolve("own"), folder.resolve("other"));
    try (AnchorHistory own = open("own");
        AnchorHistory other = open("other")) {
      own.change(1, said(own, 1).withStatus(AnchorStatus.ACCEPTED));
      other.change(1, said(other, 1).withStatus(AnchorStatus.REJECTED));
      List<Anchor> theirs = other.current().anchors();
      assertThat(Agreement.count(own.current().anchors(), theirs))
          .isEqualTo(new Agreement.Counted(1, 0));
      own.apply(merge(own, other).edits());
      assertThat(Agreement.count(own.current().anchors(), theirs))
          .isEqualTo(new Agreement.Counted(1, 0));
    }
  }

  /** Anna merges Bo's copy while she judges without seeing what others say. */
  @Test
  void whatAMergeBringsIsTheOthersJudgementAndNotSeenByAJudge() throws IOException {
    try (AnchorHistory base = open("anna")) {
      base.add(
          List.of(
              new Draft("a", "1", AnchorStatus.CANDIDATE, "", "", "", "file"),
              new Draft("b", "2", AnchorStatus.CANDIDATE, "", "", "", "file")));
    }
    Files.copy(folder.resolve("anna"), folder.resolve("bo"));
    try (AnchorHistory anna = open("anna");
        AnchorHistory bo = open("bo")) {
      anna.change(1, DoubleBlind.judgement(said(anna, 1), "anna", AnchorStatus.ACCEPTED));
      bo.change(1, DoubleBlind.judgement(said(bo, 1), "bo", AnchorStatus.REJECTED));
      bo.change(2, DoubleBlind.judgement(said(bo, 2), "bo", AnchorStatus.REJECTED));
      Draft suggested =
          new Draft("c", "3", AnchorStatus.CANDIDATE, "", "", "", DoubleBlind.SUGGESTED);
      bo.add(List.of(DoubleBlind.judgement(suggested, "bo", AnchorStatus.REJECTED)));
      Draft listed = new Draft("d", "4", AnchorStatus.CANDIDATE, "", "", "", "list.tsv");
      bo.add(List.of(listed));
      bo.change(4, DoubleBlind.judgement(listed, "bo", AnchorStatus.REJECTED));

      anna.apply(merge(anna, bo).edits());
      assertThat(anna.current().anchors())
          .extracting(Anchor::source, Anchor::status)
          .containsExactlyInAnyOrder(
              tuple("a", AnchorStatus.ACCEPTED),
              tuple("a", AnchorStatus.REJECTED),
              tuple("b", AnchorStatus.REJECTED),
              tuple("c", AnchorStatus.REJECTED),
              tuple("d", AnchorStatus.REJECTED));
      DoubleBlind blind = DoubleBlind.of(anna);
      for (Anchor anchor : anna.current().anchors()) {
        boolean own = anchor.id() == 1;
        assertThat(blind.verdict(anchor.id(), "anna"))
            .as(anchor.toString())
            .isEqualTo(own ? AnchorStatus.ACCEPTED : null);
        assertThat(blind.verdict(anchor.id(), "bo"))
            .as(anchor.toString())
            .isEqualTo(own ? null : AnchorStatus.REJECTED);
      }
      assertThat(blind.seenBy("anna").anchors())
          .extracting(Anchor::source, Anchor::status, Anchor::author)
          .containsExactly(
              tuple("a", AnchorStatus.ACCEPTED, "anna"),
              tuple("b", AnchorStatus.CANDIDATE, ""),
              tuple("c", AnchorStatus.CANDIDATE, ""),
              tuple("d", AnchorStatus.CANDIDATE, ""));
      assertThat(blind.seenBy("bo").anchors())
          .extracting(Anchor::source)
          .containsExactlyInAnyOrder("a", "a", "b", "c", "d");
      // Pulled again while the copies stand, nothing of them is told.
      List<PlannedRow> rows =
          new BlindRows(
                  anna.current(),
                  blind.seenBy("anna"),
                  bo.current(),
                  DoubleBlind.of(bo).seenBy("anna"))
              .of(merge(anna, bo).rows());
      assertThat(rows)
          .noneMatch(
              row ->
                  Stream.of(row.here(), row.there())
                      .anyMatch(draft -> draft != null && draft.status() == AnchorStatus.REJECTED));
      anna.undo();
      assertThat(anna.current().anchors()).hasSize(2);
    }
  }

  /** A copy of a project agrees wholly with it before anybody judged: that says nothing. */
  @Test
  void onlyWhatBothJudgedThemselvesCountsAsAgreement() throws IOException {
    try (AnchorHistory base = open("own")) {
      base.add(
          List.of(
              Draft.accepted("a", "1", "list.tsv"),
              Draft.accepted("b", "2", "list.tsv"),
              Draft.accepted("c", "3", "list.tsv"),
              Draft.accepted("d", "4", "list.tsv"),
              new Draft("e", "5", AnchorStatus.CANDIDATE, "", "", "", "list.tsv")));
    }
    Files.copy(folder.resolve("own"), folder.resolve("other"));
    try (AnchorHistory own = open("own");
        AnchorHistory other = open("other")) {
      assertThat(apart(own, other).counted()).isEqualTo(new Agreement.Counted(0, 0));
      assertThat(apart(own, other).leftOut()).isEqualTo(4);
      // Both alike, both otherwise, one only, and a candidate accepted by both.
      own.change(1, said(own, 1).withStatus(AnchorStatus.REJECTED));
      other.change(1, said(other, 1).withStatus(AnchorStatus.REJECTED));
      own.change(2, said(own, 2).withStatus(AnchorStatus.REJECTED));
      other.change(2, said(other, 2).withStatus(AnchorStatus.UNSURE));
      own.change(3, said(own, 3).withStatus(AnchorStatus.REJECTED));
      own.change(5, said(own, 5).withStatus(AnchorStatus.ACCEPTED));
      other.change(5, said(other, 5).withStatus(AnchorStatus.ACCEPTED));
      // The same file brought in by both is no judgement; a pair entered by both is one.
      for (AnchorHistory each : List.of(own, other)) {
        each.add(
            List.of(
                Draft.accepted("f", "6", "more.tsv"),
                Draft.accepted("g", "7", "edit"),
                Draft.accepted("h", "8", "more.tsv")));
      }
      JudgedApart apart = apart(own, other);
      assertThat(apart.own()).extracting(Anchor::source).containsExactly("a", "b", "c", "e", "g");
      assertThat(apart.theirs()).extracting(Anchor::source).containsExactly("a", "b", "e", "g");
      assertThat(apart.counted()).isEqualTo(new Agreement.Counted(4, 3));
      assertThat(apart.agreement(1).raw().value()).isEqualTo(0.75);
      assertThat(apart.leftOut()).as("c, d, f, h").isEqualTo(4);
      // To sign what stands is a judgement; one that was taken back is none.
      own.change(4, DoubleBlind.judgement(said(own, 4), "anna", AnchorStatus.ACCEPTED));
      other.change(4, DoubleBlind.judgement(said(other, 4), "bo", AnchorStatus.ACCEPTED));
      assertThat(apart(own, other).counted()).isEqualTo(new Agreement.Counted(5, 4));
      other.undo();
      assertThat(apart(own, other).counted()).isEqualTo(new Agreement.Counted(4, 3));
    }
  }

  @Test
  void whatWasTakenInAnEarlierMergeIsNoJudgementOfOnesOwn() throws IOException {
    Draft candidate = Draft.accepted("a", "1", "list.tsv").withStatus(AnchorStatus.CANDIDATE);
    try (AnchorHistory base = open("own-copy")) {
      base.add(List.of(candidate, candidate.withWords("b", "2"), candidate.withWords("d", "4")));
    }
    Files.copy(folder.resolve("own-copy"), folder.resolve("other"));
    try (AnchorHistory own = open("own-copy");
        AnchorHistory other = open("other")) {
      other.change(1, said(other, 1).withStatus(AnchorStatus.ACCEPTED));
      other.change(2, said(other, 2).withStatus(AnchorStatus.ACCEPTED));
      other.change(3, said(other, 3).withStatus(AnchorStatus.UNSURE));
      other.add(List.of(Draft.accepted("c", "3", "edit")));
      own.change(3, said(own, 3).withStatus(AnchorStatus.REJECTED));
      own.apply(merge(own, other).edits());
      assertThat(own.current().accepted()).hasSize(3);
      JudgedApart again = apart(own, other);
      assertThat(again.own())
          .as("nor what stands beside")
          .extracting(Anchor::source)
          .containsExactly("d");
      assertThat(again.theirs()).extracting(Anchor::source).containsExactly("a", "b", "d", "c");
      assertThat(again.counted()).isEqualTo(new Agreement.Counted(1, 0));
      own.change(1, said(own, 1).withStatus(AnchorStatus.REJECTED));
      assertThat(apart(own, other).counted()).isEqualTo(new Agreement.Counted(2, 0));
      own.undo();
      own.undo();
      own.change(2, said(own, 2).withStatus(AnchorStatus.ACCEPTED));
      assertThat(apart(own, other).counted()).isEqualTo(new Agreement.Counted(2, 1));
    }
  }

  @Test
  void whatSomebodyWithoutANameSaidIsNotSignedByWhoeverMerges() throws IOException {
    try (AnchorHistory base = open("own")) {
      base.add(
          List.of(
              Draft.accepted("a", "1", "list.tsv").withStatus(AnchorStatus.CANDIDATE),
              Draft.accepted("b", "2", "list.tsv").withStatus(AnchorStatus.CANDIDATE)));
    }
    Files.copy(folder.resolve("own"), folder.resolve("other"));
    try (AnchorHistory own = open("own");
        AnchorHistory other =
            AnchorHistory.open(folder.resolve("other"), "", InstantSource.system())) {
      other.change(1, said(other, 1).withStatus(AnchorStatus.ACCEPTED));
      other.change(2, said(other, 2).withStatus(AnchorStatus.ACCEPTED));
      own.change(2, said(own, 2).withStatus(AnchorStatus.REJECTED));
      own.apply(merge(own, other).edits());
      assertThat(own.current().get(1)).returns("?", Anchor::author);
      AnchorSet seen = DoubleBlind.of(own).seenBy("own");
      assertThat(seen.anchors())
          .extracting(Anchor::source, Anchor::status)
          .containsExactly(tuple("a", AnchorStatus.CANDIDATE), tuple("b", AnchorStatus.REJECTED));
    }
  }

  private static JudgedApart apart(AnchorHistory own, AnchorHistory other) {
    return JudgedApart.of(own.events(), own.current(), other, merge(own, other).common());
  }

  @Test
  void aConflictThatWasDecidedDoesNotComeAgainUntilTheOtherSaysSomethingElse() throws IOException {
    try (AnchorHistory base = open("own")) {
      base.add(List.of(Draft.accepted("a", "1", "file")));
    }
    Files.copy(folder.resolve("own"), folder.resolve("other"));
    try (AnchorHistory own = open("own");
        AnchorHistory other = open("other")) {
      own.change(1, said(own, 1).withStatus(AnchorStatus.REJECTED));
      other.change(1, said(other, 1).withStatus(AnchorStatus.UNSURE));
      own.apply(merge(own, other).edits());
      own.undo();
      assertThat(merge(own, other).edits()).as("a merge taken back was none").hasSize(1);
      own.redo();
      own.remove(List.of(2L));
      ThreeWayMerge.Outcome again = merge(own, other);
      assertThat(again.edits()).isEmpty();
      assertThat(again.conflicts()).isEmpty();
      assertThat(again.rows()).extracting(PlannedRow::fate).containsExactly(Fate.OWN);
      other.change(1, said(other, 1).withComment("see the old text"));
      assertThat(merge(own, other).edits()).hasSize(1);
      assertThat(merge(own, other).conflicts()).hasSize(1);
    }
  }
}
