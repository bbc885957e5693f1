package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.common.Notice;

/** Notes on cards, and the reasons for which pairs are rejected. */
class ReviewNotesTest extends SampleReview {
  @Test
  void aReasonANoteAndALemmaAreKept() {
    model.setNote("wrong field");
    model.reject(RejectReason.OTHER_SENSE);
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().tags()).containsExactly("rejected:other-sense");
    assertThat(last().note()).isEqualTo("wrong field");
    model.acceptInflection("leader");
    assertThat(last().tags()).containsExactly("inflection-of:leader");
    assertThat(last().note()).isEmpty();
    model.acceptEdited("bridge", "පාලම");
    assertThat(last().pair()).isEqualTo(new WordPair("bridge", "පාලම"));
  }

  @Test
  void aNoteOnASuggestionIsInTheDictionaryBeforeTheCardIsLeft() {
    ReviewCard noted = card();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.setNote("only in print");
    assertThat(last().pair()).isEqualTo(noted.pair());
    assertThat(last().status()).isEqualTo(AnchorStatus.CANDIDATE);
    assertThat(last().note()).isEqualTo("only in print");
    assertThat(workbench.notices().getLast().text())
        .contains(noted.pair().source(), "as a candidate");
    assertThat(card()).as("still to be judged").isEqualTo(noted);
    model.next();
    assertThat(model.note()).as("of the next card").isEmpty();
    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before);
    model.redo();
    assertThat(last().note()).isEqualTo("only in print");
    // Judged in its turn, as a pair that came in.
    model.queueProperty().set(ReviewQueue.IMPORTED);
    assertThat(card().pair()).isEqualTo(noted.pair());
    assertThat(model.note()).isEqualTo("only in print");
    model.acceptEdited("bridge", "පාලම");
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before + 1);
    assertThat(last().note()).isEqualTo("only in print");
  }

  @Test
  void aNotedSuggestionThatIsEditedIsOnePair() {
    int before = workbench.anchorsProperty().get().anchors().size();
    model.setNote("seen in print");
    model.acceptEdited("bridge", "පාලම");
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before + 1);
    assertThat(last().pair()).isEqualTo(new WordPair("bridge", "පාලම"));
    assertThat(last().note()).isEqualTo("seen in print");
  }

  @Test
  void aNoteOnAPairOfTheDictionaryIsWrittenAtOnceAndChangesNothingElse() {
    model.queueProperty().set(ReviewQueue.SUSPECT);
    Anchor before = Objects.requireNonNull(workbench.anchorsProperty().get().get(card().anchor()));
    model.setNote("dialect");
    Anchor noted = Objects.requireNonNull(workbench.anchorsProperty().get().get(before.id()));
    assertThat(noted.note()).isEqualTo("dialect");
    assertThat(noted.status()).isEqualTo(before.status());
    assertThat(model.note()).isEqualTo("dialect");
    assertThat(model.session().trail()).isEmpty();
    model.undo();
    assertThat(Draft.of(Objects.requireNonNull(workbench.anchorsProperty().get().get(before.id()))))
        .isEqualTo(Draft.of(before));
    assertThat(model.note()).isEqualTo(before.note());
  }

  @Test
  void aReasonsKeyStraightAfterARejectionIsItsReason() {
    ReviewCard first = card();
    model.setNote("wrong field");
    model.reject(null);
    ReviewCard second = card();
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(card()).as("the next card is not judged").isEqualTo(second);
    assertThat(last().pair()).isEqualTo(first.pair());
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().tags()).containsExactly("rejected:other-form");
    assertThat(last().note()).isEqualTo("wrong field");
    assertThat(model.session().trail()).hasSize(1);
    assertThat(model.session().trail().getFirst().reason()).isEqualTo("rejected:other-form");
    // Once a reason is given, or something else was done, the key rejects the card.
    model.rejectFor(RejectReason.OTHER_POS);
    assertThat(last().pair()).isEqualTo(second.pair());
    model.undo();
    model.undo();
    assertThat(card()).isEqualTo(first);
    assertThat(model.session().trail()).isEmpty();
  }

  @Test
  void aJudgementOfAPairThatWasEditedSinceIsGivenNoReason() {
    model.reject(null);
    ReviewCard next = card();
    Anchor rejected = last();
    workbench.changeAnchors(List.of(rejected.id()), draft -> draft.withComment("edited"));
    int before = workbench.anchorsProperty().get().anchors().size();
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(card()).isEqualTo(next);
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before);
    assertThat(last().status()).isEqualTo(AnchorStatus.REJECTED);
    assertThat(last().comment()).isEqualTo("edited");
    assertThat(last().tags()).isEmpty();
    assertThat(workbench.notices().getLast().text()).contains(rejected.source(), "stands");
    assertThat(model.session().trail()).hasSize(1);
    assertThat(model.session().trail().getFirst().reason()).isEmpty();
    // Once that edit is undone, the judgement can be taken back as before.
    workbench.undo();
    model.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before - 1);
  }

  @Test
  void aRejectionThatWasTakenBackElsewhereIsNotWrittenAgainWithAReason() {
    ReviewCard first = card();
    int before = workbench.anchorsProperty().get().anchors().size();
    model.reject(null);
    workbench.undo();
    assertThat(workbench.anchorsProperty().get().anchors()).hasSize(before);
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(workbench.anchorsProperty().get().anchors())
        .as("the rejection stays taken back")
        .hasSize(before)
        .noneMatch(anchor -> anchor.pair().equals(first.pair()));
    assertThat(model.session().trail().getFirst().reason()).isEmpty();
  }

  @Test
  void aReasonThatCannotBeWrittenLeavesTheRejectionAndItsAnswer() {
    model.reject(null);
    Anchor rejected = last();
    Objects.requireNonNull(workbench.project()).workspace().anchors().close();
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(workbench.notices().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
    assertThat(last()).isEqualTo(rejected);
    assertThat(model.session().trail()).hasSize(1);
    assertThat(model.session().trail().getFirst().reason()).isEmpty();
    assertThat(workbench.answeringProperty().get()).isFalse();
    assertThat(Objects.requireNonNull(workbench.answerProperty().get()).exact()).isTrue();
  }

  @Test
  void aReasonsKeyAfterAnotherPlaceWasVisitedIsOfTheCardUnderReview() {
    model.reject(null);
    Anchor rejected = last();
    model.setShown(false);
    model.setShown(true);
    ReviewCard now = card();
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(last().pair()).isEqualTo(now.pair());
    assertThat(last().tags()).containsExactly("rejected:other-form");
    assertThat(Objects.requireNonNull(workbench.anchorsProperty().get().get(rejected.id())).tags())
        .isEmpty();
  }

  @Test
  void aReasonsKeyAfterAChangeOfQueueIsNoReasonOfThePairBefore() {
    ReviewCard first = card();
    model.reject(null);
    model.queueProperty().set(ReviewQueue.SUSPECT);
    ReviewCard suspect = card();
    model.rejectFor(RejectReason.OTHER_FORM);
    assertThat(last().pair()).isEqualTo(first.pair());
    assertThat(last().tags()).isEmpty();
    assertThat(
            Objects.requireNonNull(workbench.anchorsProperty().get().get(suspect.anchor())).tags())
        .containsExactly("rejected:other-form");
  }
}
