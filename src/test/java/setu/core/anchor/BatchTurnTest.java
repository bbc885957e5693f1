package setu.core.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of a batch can be taken back, or done again, after other edits. */
class BatchTurnTest {
  private static final Draft SUN = Draft.accepted("sun", "ඉර", "x");
  private static final Draft MOON = Draft.accepted("moon", "හඳ", "x");
  private static final Draft OTHER_MOON = Draft.accepted("moon", "සඳ", "x");
  private static final Draft SEA = Draft.accepted("sea", "මුහුද", "x");

  private final List<AnchorEvent> events = new ArrayList<>();
  private final AnchorFold fold = new AnchorFold();

  private AnchorEvent.Stamp stamp(long batch) {
    return new AnchorEvent.Stamp(events.size() + 1L, batch, 1, Instant.EPOCH, "me");
  }

  private void take(AnchorEvent event) {
    fold.accept(event);
    events.add(event);
  }

  /** Three pairs in one batch, of which one is changed and one removed after. */
  private void threeOfWhichOneIsAsItWas() {
    take(new AnchorEvent.Added(stamp(1), 1, SUN));
    take(new AnchorEvent.Added(stamp(1), 2, MOON));
    take(new AnchorEvent.Added(stamp(1), 3, SEA));
    take(new AnchorEvent.Changed(stamp(2), 2, OTHER_MOON));
    take(new AnchorEvent.Removed(stamp(3), 3));
  }

  private BatchTurn turn(long batch, boolean back) {
    return BatchTurn.of(BatchStates.of(events, batch), fold, back);
  }

  @Test
  void whatWasNotEditedSinceGoesBackAndTheRestStays() {
    threeOfWhichOneIsAsItWas();
    BatchTurn back = turn(1, true);
    assertThat(back.steps()).containsExactly(new BatchTurn.Step(1, SUN, null));
    assertThat(back.stay()).as("as it is now").containsExactly(new WordPair("moon", "සඳ"));
    assertThat(back.there()).as("the one that is gone already").isEqualTo(1);
  }

  @Test
  void doneAgainTheOneThatIsGoneComesBack() {
    threeOfWhichOneIsAsItWas();
    BatchTurn again = turn(1, false);
    assertThat(again.steps()).containsExactly(new BatchTurn.Step(3, null, SEA));
    assertThat(again.stay()).containsExactly(new WordPair("moon", "සඳ"));
    assertThat(again.there()).isEqualTo(1);
  }

  @Test
  void aRemovalThatWasNotReversedIsTakenBackByThePairItself() {
    threeOfWhichOneIsAsItWas();
    assertThat(turn(3, true).steps()).containsExactly(new BatchTurn.Step(3, null, SEA));
    take(new AnchorEvent.Added(stamp(4), 3, MOON));
    BatchTurn back = turn(3, true);
    assertThat(back.steps()).isEmpty();
    assertThat(back.stay()).containsExactly(new WordPair("moon", "හඳ"));
  }
}
