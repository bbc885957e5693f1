package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.WordPair;

/** Which cards wait, and which no longer do. */
class CardQueueTest {
  private final CardQueue queue = new CardQueue();

  private static ReviewCard card(ReviewQueue which, String source, long anchor) {
    return new ReviewCard(which, new WordPair(source, "ගස"), anchor, 0, null, null);
  }

  private static List<ReviewCard> suggested(String... sources) {
    return List.of(sources).stream().map(source -> card(ReviewQueue.SUGGESTED, source, 0)).toList();
  }

  /** All of them wanted. */
  private void put(List<ReviewCard> cards, @Nullable ReviewCard shown) {
    queue.put(cards.getFirst().queue(), cards);
    queue.narrow(cards.getFirst().queue(), cards, shown);
  }

  @Test
  void aCardThatWasJudgedDoesNotComeAgainWhenItsQueueIsMadeAnew() {
    List<ReviewCard> cards = suggested("tree", "leaf", "root");
    put(cards, null);
    assertThat(queue.next()).isEqualTo(cards.getFirst());
    queue.leave(cards.getFirst());
    put(cards, null);
    assertThat(queue.unseen()).containsExactlyElementsOf(cards.subList(1, 3));
    assertThat(queue.next()).isEqualTo(cards.get(1));
    queue.again(cards.getFirst());
    assertThat(queue.unseen()).hasSize(3);
  }

  @Test
  void theCardUnderReviewDoesNotWaitBesides() {
    List<ReviewCard> cards = suggested("tree", "leaf");
    put(cards, cards.getFirst());
    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.next()).isEqualTo(cards.getLast());
  }

  @Test
  void whatIsNarrowedAwayWaitsAgainWhenAllIsWanted() {
    List<ReviewCard> cards = suggested("tree", "leaf", "root");
    put(cards, null);
    queue.wantOthers();
    queue.narrow(ReviewQueue.SUGGESTED, cards.subList(2, 3), null);
    assertThat(queue.size()).isEqualTo(1);
    assertThat(queue.next()).isEqualTo(cards.getLast());
    assertThat(queue.unseen()).as("whatever it is narrowed to").hasSize(3);
    queue.narrow(ReviewQueue.SUGGESTED, cards, null);
    assertThat(queue.size()).isEqualTo(3);
  }

  @Test
  void anotherQueueIsNarrowedTheSameWay() {
    put(suggested("tree"), null);
    List<ReviewCard> imported =
        List.of(card(ReviewQueue.IMPORTED, "branch", 1), card(ReviewQueue.IMPORTED, "branches", 2));
    queue.put(ReviewQueue.IMPORTED, imported);
    assertThat(queue.isNarrowed(ReviewQueue.IMPORTED)).isFalse();
    queue.next();
    queue.narrow(ReviewQueue.IMPORTED, imported.subList(1, 2), null);
    assertThat(queue.isNarrowed(ReviewQueue.IMPORTED)).isTrue();
    assertThat(queue.size()).as("the other queue's cards do not wait yet").isZero();
    queue.turnTo(ReviewQueue.IMPORTED);
    assertThat(queue.next()).isEqualTo(imported.getLast());
    assertThat(queue.next()).isNull();
    queue.put(ReviewQueue.IMPORTED, imported);
    assertThat(queue.isNarrowed(ReviewQueue.IMPORTED)).as("of its cards made anew").isFalse();
  }

  @Test
  void whatWasPassedOverWaitsAgainBehindTheFreshOnesAndWhatWasJudgedDoesNot() {
    List<ReviewCard> cards = suggested("tree", "leaf", "root");
    put(cards, null);
    queue.pass(Objects.requireNonNull(queue.next()));
    queue.leave(Objects.requireNonNull(queue.next()));
    assertThat(queue.passedOver()).isEqualTo(1);
    assertThat(queue.size()).isEqualTo(1);
    queue.turnTo(ReviewQueue.SUSPECT);
    assertThat(queue.passedOver()).as("of another queue").isZero();
    queue.turnTo(ReviewQueue.SUGGESTED);
    assertThat(queue.next()).as("the fresh one first").isEqualTo(cards.get(2));
    assertThat(queue.next()).isEqualTo(cards.getFirst());
    assertThat(queue.next()).isNull();
    queue.pass(cards.getFirst());
    queue.pass(cards.get(2));
    put(cards, null);
    assertThat(queue.next()).as("made anew").isNull();
    queue.recall();
    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.passedOver()).isZero();
    queue.leave(cards.getFirst());
    queue.turnTo(ReviewQueue.SUGGESTED);
    assertThat(queue.size()).isEqualTo(1);
  }

  @Test
  void ofAConflictEachAnchorIsShown() {
    ReviewCard one = card(ReviewQueue.CONFLICTS, "tree", 1);
    ReviewCard other = card(ReviewQueue.CONFLICTS, "tree", 2);
    ReviewCard third = card(ReviewQueue.CONFLICTS, "leaf", 3);
    queue.turnTo(ReviewQueue.CONFLICTS);
    put(List.of(one, other, third), one);
    assertThat(queue.nextOfConflict(one)).isEqualTo(other);
    assertThat(queue.nextOfConflict(other)).as("another pair").isNull();
    queue.putBack(other);
    assertThat(queue.next()).isEqualTo(other);
  }
}
