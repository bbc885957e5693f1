package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
import setu.core.anchor.ThreeWayMerge;
import setu.core.task.Cancellation;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** A person who decides between two is told who said what, when, and from which file. */
class CardEvidenceTest {
  @TempDir Path folder;
  private Workbench workbench;
  private CardEvidence evidence;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    evidence = new CardEvidence(workbench, Messages.inEnglish());
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void theRowsOfAConflictSayWhoSaidWhatAndWhen() {
    Anchor here = workbench.anchorsProperty().get().anchors().get(4);
    workbench.addAnchor(
        Draft.of(here)
            .withStatus(AnchorStatus.REJECTED)
            .withComment("a loan word")
            .withTags(List.of(ThreeWayMerge.THEIRS, "said-by:Kamala Silva 2025-03-04T12:00:30Z")));
    workbench.addAnchor(
        new Draft(
                here.source(),
                here.target(),
                AnchorStatus.CANDIDATE,
                "noun",
                "",
                "",
                "village list.tsv")
            .withTags(List.of("import:conflict", "says:unsure")));
    List<ReviewCard> cards = ReviewQueue.conflicts(workbench.anchorsProperty().get());
    assertThat(cards).hasSize(3);
    String me = System.getProperty("user.name");
    String[] lines = evidence.of(cards.getFirst()).split("\n");
    assertThat(lines).hasSize(4);
    assertThat(lines[1])
        .startsWith("This one: accepted · " + me + " · ")
        .contains(" · " + here.origin());
    assertThat(lines[2])
        .matches("Beside it: rejected · Kamala Silva · 2025-03-0[345] \\d\\d:\\d0 · .*a loan word");
    assertThat(lines[3])
        .startsWith("Beside it: not sure · " + me + " · ")
        .endsWith(" · village list.tsv · noun");
    assertThat(evidence.of(cards.get(1)).split("\n")[1]).startsWith("This one: rejected · Kamala");
  }

  @Test
  void aPairThatCameInSaysWhatLooksSuspectInIt() {
    workbench.addAnchors(List.of(candidate("WATER!", "දියකඳ"), candidate("iceberg", "අයිස්")));
    List<ReviewCard> cards = ReviewQueue.imported(workbench.anchorsProperty().get());
    assertThat(evidence.of(cards.getFirst()).split("\n"))
        .containsExactly(
            "It came from list.tsv and waits for a judgement.",
            "Looks suspect: Punctuation, Upper case.");
    assertThat(evidence.of(cards.getLast())).doesNotContain("suspect");
  }

  @Test
  void aPairThatSetuSuggestedIsNotSaidToComeFromAFile() {
    Draft suggested = Draft.accepted("iceberg", "අයිස්", DoubleBlind.SUGGESTED);
    workbench.addAnchors(List.of(suggested.withStatus(AnchorStatus.UNSURE)));
    assertThat(imported())
        .startsWith("Setu suggested it, and " + System.getProperty("user.name") + " took it up.");
    workbench.setJudge("Nimal");
    assertThat(imported()).as("no name of another").startsWith("Setu suggested it, and somebody");
  }

  private String imported() {
    List<ReviewCard> cards = ReviewQueue.imported(workbench.anchorsProperty().get());
    return evidence.of(cards.getFirst());
  }

  private static Draft candidate(String source, String target) {
    return Draft.accepted(source, target, "list.tsv").withStatus(AnchorStatus.CANDIDATE);
  }

  @Test
  void aMergeKeepsWhoSaidWhatStandsBesideAndADecisionDropsIt() {
    Anchor first = workbench.anchorsProperty().get().anchors().getFirst();
    Path base = Objects.requireNonNull(workbench.project()).workspace().folder();
    try (AnchorHistory own = AnchorHistory.openReadOnly(base.resolve("anchors.jsonl"));
        AnchorHistory others =
            AnchorHistory.open(
                folder.resolve("others"),
                "Nimal",
                InstantSource.fixed(Instant.parse("2025-03-04T12:00:30Z")))) {
      others.add(List.of(Draft.of(first).withStatus(AnchorStatus.UNSURE)));
      ThreeWayMerge.Outcome outcome =
          ThreeWayMerge.of(own.events(), own.current(), others, Cancellation.none());
      assertThat(outcome.conflicts()).hasSize(1);
      workbench.editAnchors(outcome.edits());
    }
    List<ReviewCard> cards = ReviewQueue.conflicts(workbench.anchorsProperty().get());
    assertThat(evidence.of(cards.getFirst())).contains("\nBeside it: not sure · Nimal · 2025-03-0");
    Anchor beside =
        Objects.requireNonNull(workbench.anchorsProperty().get().get(cards.getLast().anchor()));
    Edit.Change settled =
        (Edit.Change)
            ReviewQueue.settled(workbench.anchorsProperty().get(), beside.id(), Draft.of(beside))
                .getFirst();
    assertThat(settled.draft().tags()).isEmpty();
  }

  @Test
  void judgesWhoDifferAreNamedWithTheirMoments() {
    Anchor anchor = workbench.anchorsProperty().get().anchors().getFirst();
    workbench.setJudge("Kamala");
    workbench.judgeAnchors(List.of(anchor.id()), AnchorStatus.ACCEPTED);
    workbench.setJudge("Nimal");
    workbench.judgeAnchors(List.of(anchor.id()), AnchorStatus.REJECTED);
    workbench.setJudge("");
    List<DoubleBlind.Case> cases =
        DoubleBlind.of(Objects.requireNonNull(workbench.project()).workspace().anchors()).cases();
    assertThat(evidence.of(ReviewQueue.differences(cases).getFirst()))
        .containsPattern("\nKamala · accepted · \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d\n")
        .containsPattern("\nNimal · rejected · \\d{4}-")
        .endsWith("\n" + anchor.origin());
  }
}
