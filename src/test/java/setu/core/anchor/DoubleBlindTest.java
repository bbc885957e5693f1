package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static setu.core.anchor.AnchorStatus.ACCEPTED;
import static setu.core.anchor.AnchorStatus.CANDIDATE;
import static setu.core.anchor.AnchorStatus.REJECTED;
import static setu.core.anchor.AnchorStatus.UNSURE;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people judge the same pairs one after the other, and a third decides. */
class DoubleBlindTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));

  @TempDir Path folder;

  /** Four candidates that came in by a file; Anna and Nimal have judged, and differ on 2 and 3. */
  @BeforeEach
  void judge() {
    as(
        "importer",
        history ->
            history.add(
                List.of(pair("sun"), pair("moon"), pair("sea"), pair("hand"), pair("river"))));
    as(
        "anna",
        history -> {
          say(history, "anna", 1, ACCEPTED, "clear");
          say(history, "anna", 2, REJECTED, "another sense");
          say(history, "anna", 3, UNSURE, "");
          say(history, "anna", 4, ACCEPTED, "");
        });
    as(
        "nimal",
        history -> {
          say(history, "nimal", 1, REJECTED, "slip");
          history.undo();
          say(history, "nimal", 1, ACCEPTED, "");
          // Nimal's own judgement of what Anna rejected, whatever stands there.
          say(history, "nimal", 2, ACCEPTED, "as in the old text");
          say(history, "nimal", 3, REJECTED, "");
        });
  }

  @Test
  void eachJudgementIsItsAuthorsAndWhatWasUndoneWasNotSaid() {
    DoubleBlind blind = read();
    assertThat(blind.judges()).containsExactly("anna", "nimal");
    assertThat(blind.verdict(2, "anna")).isEqualTo(REJECTED);
    assertThat(blind.verdict(2, "nimal")).isEqualTo(ACCEPTED);
    assertThat(blind.verdict(4, "nimal")).isNull();
    assertThat(blind.cases())
        .extracting(each -> each.anchor().source())
        .containsExactly("moon", "sea");
    assertThat(blind.cases().getFirst().said())
        .isEqualTo(Map.of("anna", REJECTED, "nimal", ACCEPTED));
  }

  @Test
  void aJudgeSeesNeitherStatusNorNameNorCommentOfTheOther() {
    AnchorSet anna = read().seenBy("anna");
    assertThat(anna.anchors())
        .extracting(Anchor::status)
        .containsExactly(ACCEPTED, REJECTED, UNSURE, ACCEPTED, CANDIDATE);
    assertThat(anna.anchors()).extracting(Anchor::author).doesNotContain("nimal");
    assertThat(anna.anchors())
        .extracting(Anchor::comment)
        .containsExactly("clear", "another sense", "", "", "");
    AnchorSet nimal = read().seenBy("nimal");
    assertThat(nimal.anchors())
        .extracting(Anchor::status)
        .containsExactly(ACCEPTED, ACCEPTED, REJECTED, CANDIDATE, CANDIDATE);
    assertThat(nimal.anchors())
        .extracting(Anchor::comment)
        .containsExactly("", "as in the old text", "", "", "");
    assertThat(nimal.anchors()).flatExtracting(Anchor::tags).containsOnly("judge:nimal");
    AnchorSet third = read().seenBy("kamala");
    assertThat(third.anchors()).extracting(Anchor::status).containsOnly(CANDIDATE);
    assertThat(third.anchors()).extracting(Anchor::comment).containsOnly("");
    assertThat(third.anchors().subList(0, 4)).extracting(Anchor::author).containsOnly("");
    assertThat(third.revision()).isEqualTo(anna.revision());
  }

  @Test
  void aDecisionRecordsWhoDecidedAndWhatEachHadSaidAndIsSeenByBoth() {
    DoubleBlind.Case moon = read().cases().getFirst();
    as("kamala", history -> history.change(moon.anchor().id(), moon.decided(ACCEPTED)));
    DoubleBlind after = read();
    assertThat(after.cases()).extracting(each -> each.anchor().source()).containsExactly("sea");
    Anchor decided = Objects.requireNonNull(after.seenBy("anna").get(2));
    assertThat(decided.status()).isEqualTo(ACCEPTED);
    assertThat(decided.author()).isEqualTo("kamala");
    assertThat(decided.tags())
        .contains("adjudicated", "judged:anna=rejected", "judged:nimal=accepted");
    assertThat(Objects.requireNonNull(after.seenBy("anna").get(1)).tags())
        .containsExactly("judge:anna");
    // Deciding is not judging: the judges are measured by what they said themselves.
    assertThat(after.judges()).containsExactly("anna", "nimal");
    assertThat(after.agreement("anna", "nimal", 42))
        .isEqualTo(read().agreement("anna", "nimal", 42));
    as("kamala", AnchorHistory::undo);
    assertThat(read().cases()).hasSize(2);
  }

  @Test
  void agreementIsOfThePairsBothJudged() {
    Agreement agreement = read().agreement("anna", "nimal", 42);
    assertThat(agreement.judged()).isEqualTo(3);
    assertThat(agreement.raw().value()).isEqualTo(1.0 / 3);
    // By hand: anna {A1 R1 U1}, nimal {A2 R1}: by chance 2/9 + 1/9 = 1/3.
    assertThat(agreement.kappa().value()).isZero();
    assertThat(agreement.raw().low()).isLessThanOrEqualTo(agreement.raw().high());
  }

  @Test
  void aSuggestionIsJudgedByWhoeverTookItAndAPairThatWentIsNobodys() {
    as(
        "anna",
        history -> history.add(List.of(new Draft("tree", "ගස", REJECTED, "", "", "", "induced"))));
    assertThat(read().verdict(6, "anna")).isEqualTo(REJECTED);
    as("nimal", history -> say(history, "nimal", 6, ACCEPTED, ""));
    assertThat(read().cases()).hasSize(3);
    as("nimal", history -> history.remove(List.of(6L, 2L)));
    assertThat(read().cases()).extracting(each -> each.anchor().source()).containsExactly("sea");
  }

  @Test
  void anEditThatIsNoJudgementLeavesWhatItsAuthorSaid() {
    as(
        "anna",
        history -> {
          // Anna corrects the note and her comment of what Nimal rejected meanwhile.
          Draft sea = Draft.of(Objects.requireNonNull(history.current().get(3)));
          history.change(3, sea.described("", "", "salt water").withComment("see the note"));
        });
    DoubleBlind blind = read();
    assertThat(blind.verdict(3, "anna")).isEqualTo(UNSURE);
    assertThat(blind.verdict(3, "nimal")).isEqualTo(REJECTED);
    assertThat(blind.cases()).hasSize(2);
    assertThat(Objects.requireNonNull(blind.seenBy("anna").get(3)))
        .returns(UNSURE, Anchor::status)
        .returns("see the note", Anchor::comment)
        .returns(List.of("judge:anna"), Anchor::tags);
    assertThat(Objects.requireNonNull(blind.seenBy("nimal").get(3)))
        .as("a note is seen by all, a comment is not")
        .returns(REJECTED, Anchor::status)
        .returns("salt water", Anchor::note)
        .returns("", Anchor::comment);
  }

  @Test
  void whoComesToAgreeWithWhatStandsHasJudgedAgain() {
    as("anna", history -> say(history, "anna", 3, REJECTED, ""));
    DoubleBlind agreed = read();
    assertThat(agreed.verdict(3, "anna")).isEqualTo(REJECTED);
    assertThat(agreed.cases()).extracting(each -> each.anchor().source()).containsExactly("moon");
    as("anna", AnchorHistory::undo);
    assertThat(read().verdict(3, "anna")).isEqualTo(UNSURE);
  }

  private static void say(
      AnchorHistory history, String judge, long id, AnchorStatus status, String comment) {
    Draft draft = Draft.of(Objects.requireNonNull(history.current().get(id)));
    history.change(id, DoubleBlind.judgement(draft, judge, status).withComment(comment));
  }

  private static Draft pair(String word) {
    return new Draft(word, "වචනය", CANDIDATE, "", "", "", "list.tsv");
  }

  private void as(String author, Consumer<AnchorHistory> work) {
    try (AnchorHistory history =
        AnchorHistory.open(folder.resolve("anchors.jsonl"), author, CLOCK)) {
      work.accept(history);
    }
  }

  private DoubleBlind read() {
    return DoubleBlind.of(AnchorHistory.openReadOnly(folder.resolve("anchors.jsonl")));
  }

  @Test
  void aJudgementTakenBackWhateverWasEditedSinceWasNotSaid() {
    as(
        "anna",
        history -> {
          say(history, "anna", 5, REJECTED, "");
          long judged = history.lastBatch();
          say(history, "anna", 1, UNSURE, "");
          assertThat(history.takeBack(judged)).isEqualTo(TakenBack.DONE);
          assertThat(DoubleBlind.of(history).verdict(5, "anna")).isNull();
          assertThat(history.doAgain(judged)).isEqualTo(TakenBack.DONE);
          assertThat(DoubleBlind.of(history).verdict(5, "anna")).isEqualTo(REJECTED);
        });
    as(
        "nimal",
        history -> {
          say(history, "nimal", 3, ACCEPTED, "");
          long judged = history.lastBatch();
          say(history, "nimal", 4, ACCEPTED, "");
          assertThat(history.takeBack(judged)).isEqualTo(TakenBack.DONE);
        });
    assertThat(read().verdict(3, "nimal")).as("what Nimal said before").isEqualTo(REJECTED);
    assertThat(read().verdict(3, "anna")).isEqualTo(UNSURE);
  }

  /** The window signs by another name once a judge is let go, and undo goes on. */
  @Test
  void aJudgementTakenBackUnderAnotherNameWasNotSaid() {
    as("importer", history -> history.change(5, Draft.accepted("river", "ගඟ", "file")));
    as(
        "anna",
        history -> {
          say(history, "anna", 5, REJECTED, "");
          long judged = history.lastBatch();
          history.signAs("user");
          history.add(List.of(pair("tree")));
          assertThat(history.takeBack(judged)).isEqualTo(TakenBack.DONE);
          assertThat(DoubleBlind.of(history).verdict(5, "anna")).isNull();
          assertThat(DoubleBlind.of(history).judges()).doesNotContain("user");
          assertThat(history.doAgain(judged)).isEqualTo(TakenBack.DONE);
          assertThat(DoubleBlind.of(history).verdict(5, "anna")).isEqualTo(REJECTED);
          assertThat(DoubleBlind.of(history).judges()).doesNotContain("user");
        });
  }

  @Test
  void aJudgementThatSomebodyTakesBackAsAnEditWasNotSaid() {
    as("importer", history -> history.change(5, Draft.accepted("river", "ගඟ", "file")));
    as("anna", history -> say(history, "anna", 5, REJECTED, ""));
    as(
        "user",
        history -> {
          long judged = history.lastBatch();
          history.add(List.of(pair("tree")));
          assertThat(history.takeBackUnedited(judged).back()).isEqualTo(1);
          assertThat(Objects.requireNonNull(history.current().get(5)).author()).isEqualTo("user");
        });
    assertThat(read().verdict(5, "anna")).isNull();
    assertThat(read().judges()).doesNotContain("user");
  }

  /** Judgements of two people that came in together are taken back by both. */
  @Test
  void judgementsOfTwoTakenBackTogetherWereNotSaid() {
    as(
        "user",
        history -> {
          history.add(List.of(pair("tree"), pair("leaf")));
          history.apply(
              List.of(
                  new Edit.Change(6, DoubleBlind.judgement(pair("tree"), "anna", ACCEPTED), "anna"),
                  new Edit.Change(
                      7, DoubleBlind.judgement(pair("leaf"), "nimal", REJECTED), "nimal")));
          long judged = history.lastBatch();
          history.add(List.of(pair("root")));
          assertThat(DoubleBlind.of(history).verdict(7, "nimal")).isEqualTo(REJECTED);
          assertThat(history.takeBack(judged)).isEqualTo(TakenBack.DONE);
        });
    assertThat(read().verdict(6, "anna")).isNull();
    assertThat(read().verdict(7, "nimal")).isNull();
    assertThat(read().judges()).containsExactly("anna", "nimal");
  }

  @Test
  void whoeverTakesADecisionBackIsNoJudge() {
    DoubleBlind.Case moon = read().cases().getFirst();
    as(
        "kamala",
        history -> {
          history.change(moon.anchor().id(), moon.decided(REJECTED));
          long decided = history.lastBatch();
          history.add(List.of(pair("tree")));
          assertThat(history.takeBack(decided)).isEqualTo(TakenBack.DONE);
        });
    assertThat(read().judges()).containsExactly("anna", "nimal");
    assertThat(read().cases()).hasSize(2);
  }

  @Test
  void aJudgeIsNotToldOfWhichWordAnotherTookAPairForAnInflection() {
    as(
        "anna",
        history -> {
          Draft river = Draft.of(Objects.requireNonNull(history.current().get(5)));
          Draft said = DoubleBlind.judgement(river, "anna", ACCEPTED);
          List<String> tags = new ArrayList<>(said.tags());
          tags.add("inflection-of:rivers");
          history.change(5, said.withTags(tags));
        });
    as("nimal", history -> say(history, "nimal", 5, ACCEPTED, ""));
    assertThat(Objects.requireNonNull(read().seenBy("nimal").get(5)).tags())
        .containsExactly("judge:nimal");
    assertThat(Objects.requireNonNull(read().seenBy("anna").get(5)).tags())
        .containsExactly("judge:anna", "inflection-of:rivers");
  }
}
