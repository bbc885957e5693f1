package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import setu.core.align.JudgementModel;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;

/** Judges who do not see what others said. */
class DoubleBlindReviewTest extends SampleReview {
  @Test
  void aJudgesNoteIsHiddenFromAnotherBeforeThePairIsJudged() {
    workbench.addAnchor(
        Draft.accepted("river", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    model.queueProperty().set(ReviewQueue.IMPORTED);
    model.setJudge("Kamala");
    model.setNote("a river, or a stream?");
    assertThat(last().comment()).isEqualTo("a river, or a stream?");
    assertThat(model.note()).isEqualTo("a river, or a stream?");
    model.next();
    model.setJudge("Nimal");
    assertThat(last().status()).isEqualTo(AnchorStatus.CANDIDATE);
    assertThat(last().comment()).isEmpty();
    assertThat(model.note()).isEmpty();
    model.setJudge("Kamala");
    assertThat(last().comment()).isEqualTo("a river, or a stream?");
    model.accept();
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(last().comment()).as("kept by the judgement").isEqualTo("a river, or a stream?");
  }

  @Test
  void aJudgeIsAdvisedByTheJudgesOwnJudgementsAlone() {
    for (int i = 0; i < JudgementModel.LEAST_OF_EACH; i++) {
      model.reject(null);
    }
    assertThat(model.adviceProperty().get()).isNotNull();
    model.setJudge("Kamala");
    assertThat(model.adviceProperty().get()).as("she has judged nothing").isNull();
    for (int i = 0; i < JudgementModel.LEAST_OF_EACH; i++) {
      model.accept();
      assertThat(model.adviceProperty().get()).isNull();
      model.reject(null);
    }
    Advice own = Objects.requireNonNull(model.adviceProperty().get());
    assertThat(own.model().judgements()).isEqualTo(2 * JudgementModel.LEAST_OF_EACH);
    model.setJudge("Nimal");
    assertThat(model.adviceProperty().get()).as("another judge").isNull();
  }

  @Test
  void twoJudgesDoNotSeeEachOthersJudgementsAndADecisionSettlesWhereTheyDiffer() {
    for (String source : List.of("river", "stream")) {
      workbench.addAnchor(
          Draft.accepted(source, "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    }
    model.queueProperty().set(ReviewQueue.IMPORTED);
    model.setJudge("Kamala");
    model.accept();
    model.setNote("in the north");
    model.accept();
    assertThat(model.cardProperty().get()).isNull();
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);

    model.setJudge("Nimal");
    assertThat(model.session().trail()).as("another's trail").isEmpty();
    assertThat(last().status()).isEqualTo(AnchorStatus.CANDIDATE);
    assertThat(last().comment()).isEmpty();
    assertThat(last().note()).isEmpty();
    assertThat(card().pair().source()).isEqualTo("river");
    model.accept();
    model.reject(null);
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    model.queueProperty().set(ReviewQueue.DIFFERENCES);
    assertThat(model.cardProperty().get()).as("what they differ on is hidden too").isNull();

    model.setJudge("");
    assertThat(card().pair().source()).isEqualTo("stream");
    assertThat(Objects.requireNonNull(card().differing()).said())
        .containsEntry("Kamala", AnchorStatus.ACCEPTED)
        .containsEntry("Nimal", AnchorStatus.REJECTED);
    assertThat(Objects.requireNonNull(model.judgesProperty().get().agreement()).judged())
        .isEqualTo(2);
    model.reject(null);
    assertThat(model.cardProperty().get()).isNull();
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().tags())
        .contains("adjudicated", "judged:Kamala=accepted", "judged:Nimal=rejected");
  }

  @Test
  void whoTurnsDoubleBlindOnOrOffKeepsTheSession() {
    workbench.addAnchor(
        Draft.accepted("river", "ගඟ", "list.tsv").withStatus(AnchorStatus.CANDIDATE));
    model.narrowing().choose(CardFacet.FREQUENCY, Set.of("1,001 – 5,000"));
    ReviewCard first = card();
    model.accept();
    model.setJudge("Kamala");
    assertThat(model.session().trail()).extracting(Judged::card).containsExactly(first);
    assertThat(model.narrowing().activeProperty().get()).isTrue();
    ReviewCard second = card();
    assertThat(second.pair()).isNotEqualTo(first.pair());
    model.reject(null);
    model.narrowing().clear();
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(card().pair().source()).as("not what she judged before").isEqualTo("river");
    assertThat(model.waitingProperty().get()).isZero();
    model.accept();

    model.setJudge("");
    assertThat(model.session().trail()).hasSize(3);
    assertThat(model.cardProperty().get()).isNull();
    model.setJudge("Kamala");
    model.undo();
    assertThat(card().pair().source()).isEqualTo("river");
    model.undo();
    assertThat(card()).isEqualTo(second);
    model.setJudge("");
    model.undo();
    assertThat(card()).isEqualTo(first);
    assertThat(workbench.anchorsProperty().get().anchors())
        .extracting(Anchor::pair)
        .doesNotContain(first.pair(), second.pair());
    model.accept();
    model.setJudge("Nimal");
    assertThat(model.session().trail()).as("another's trail").isEmpty();
  }
}
