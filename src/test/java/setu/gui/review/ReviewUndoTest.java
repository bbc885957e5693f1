package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import setu.core.align.JudgementModel;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;

/** Judgements taken back one by one, and made again. */
class ReviewUndoTest extends SampleReview {
  @Test
  void undoAndRedoTellOfWhichPairAndWhichJudgement() {
    WordPair pair = card().pair();
    model.reject(null);
    model.undo();
    String words = pair.source() + " – " + pair.target();
    assertThat(workbench.notices().getLast().text())
        .isEqualTo("Taken back: " + words + ", rejected.");
    model.redo();
    assertThat(workbench.notices().getLast().text())
        .isEqualTo("Judged again: " + words + ", rejected.");
    model.acceptEdited("bridge", "පාලම");
    model.undo();
    assertThat(workbench.notices().getLast().text()).contains("bridge – පාලම, accepted");
  }

  @Test
  void undoBringsTheCardBack() {
    ReviewCard first = card();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.unsure();
    model.undo();
    assertThat(card().pair()).isEqualTo(first.pair());
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before);
    assertThat(model.session().trail()).isEmpty();
  }

  @Test
  void redoMakesTheJudgementsTakenBackAgain() {
    ReviewCard first = card();
    model.accept();
    ReviewCard second = card();
    model.reject(null);
    ReviewCard third = card();
    List<Judged> trail = List.copyOf(model.session().trail());
    List<Anchor> judged = workbench.anchorsProperty().get().anchors();
    model.undo();
    model.undo();
    assertThat(model.session().trail()).isEmpty();
    // An edit of the table between does no harm, and is not done again or taken back.
    Anchor other = judged.getFirst();
    workbench.changeAnchors(List.of(other.id()), draft -> draft.withComment("between"));
    model.redo();
    assertThat(card()).isEqualTo(second);
    assertThat(model.session().count(AnchorStatus.ACCEPTED)).isEqualTo(1);
    model.redo();
    assertThat(card()).isEqualTo(third);
    assertThat(model.session().trail()).isEqualTo(trail);
    assertThat(workbench.anchorsProperty().get().anchors())
        .extracting(Anchor::pair, Anchor::status)
        .containsExactlyElementsOf(judged.stream().map(a -> tuple(a.pair(), a.status())).toList());
    assertThat(workbench.anchorsProperty().get().anchors().getFirst().comment())
        .isEqualTo("between");
    model.redo();
    assertThat(workbench.notices().getLast().text()).startsWith("No judgement was taken back");
    // And back once more; a new judgement leaves nothing to do again.
    model.undo();
    model.undo();
    assertThat(card()).isEqualTo(first);
    model.unsure();
    model.redo();
    assertThat(model.session().trail()).hasSize(1);
  }

  @Test
  void undoTakesTheLastJudgementBackAndNoEditOfTheTable() {
    ReviewCard first = card();
    model.accept();
    ReviewCard second = card();
    model.accept();
    int before = workbench.anchorsProperty().get().anchors().size();
    Anchor other = workbench.anchorsProperty().get().anchors().getFirst();
    workbench.changeAnchors(List.of(other.id()), draft -> draft.withComment("kept"));
    workbench.addAnchor(Draft.accepted("village", "ගමේ", "edit"));

    model.undo();
    assertThat(card().pair()).isEqualTo(second.pair());
    model.undo();
    assertThat(card().pair()).isEqualTo(first.pair());
    assertThat(model.session().trail()).isEmpty();
    List<Anchor> anchors = workbench.anchorsProperty().get().anchors();
    assertThat(anchors).extracting(Anchor::pair).doesNotContain(first.pair(), second.pair());
    assertThat(anchors).hasSize(before - 1);
    assertThat(anchors.getFirst().comment()).isEqualTo("kept");
    assertThat(last().source()).isEqualTo("village");

    // Nothing is left of the session: the table's edits are not touched unasked.
    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).isEqualTo(anchors);
    assertThat(workbench.notices().getLast().text()).startsWith("No judgement of this session");
  }

  @Test
  void aJudgementOfAPairThatWasEditedSinceStandsAndTheOneBeforeCanBeTakenBack() {
    ReviewCard first = card();
    model.accept();
    model.accept();
    Anchor judged = last();
    workbench.changeAnchors(List.of(judged.id()), draft -> draft.withComment("edited"));
    ReviewCard third = card();
    model.undo();
    assertThat(last().comment()).isEqualTo("edited");
    assertThat(last().status()).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(card()).isEqualTo(third);
    assertThat(model.session().trail()).hasSize(2);
    assertThat(workbench.notices().getLast().text())
        .contains(judged.source(), "Undo the edit first");
    model.undo();
    assertThat(card()).isEqualTo(first);
    assertThat(model.session().trail()).hasSize(1);
    assertThat(last().comment()).isEqualTo("edited");
  }

  @Test
  void theAdviceAfterUndoHasNotLearntFromWhatWasTakenBack() {
    while (learntFrom() <= 2 * JudgementModel.LEAST_OF_EACH) {
      model.reject(null);
    }
    int before = learntFrom();
    model.undo();
    model.undo();
    assertThat(Objects.requireNonNull(model.adviceProperty().get()).card()).isEqualTo(card());
    assertThat(learntFrom()).isLessThan(before);
  }

  private int learntFrom() {
    Advice advice = model.adviceProperty().get();
    return advice == null ? 0 : advice.model().judgements();
  }
}
