package setu.core.anchor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What it takes to take a batch back, or to do it again, from what is said of its pairs now. */
final class BatchTurn {
  /** One anchor of which something else is to be said; null where it is or was not there. */
  record Step(long id, @Nullable Draft now, @Nullable Draft then) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<WordPair> stay = new ArrayList<>();
  private int there;

  private BatchTurn() {}

  /**
   * Compares the two.
   *
   * @param back whether it is to be taken back; else done again
   */
  static BatchTurn of(BatchStates states, AnchorFold fold, boolean back) {
    BatchTurn turn = new BatchTurn();
    for (long id : states.anchors()) {
      Anchor anchor = fold.anchor(id);
      Draft now = anchor == null ? null : Draft.of(anchor);
      Draft then = back ? states.before(id) : states.after(id);
      Draft expected = back ? states.after(id) : states.before(id);
      if (Objects.equals(now, then)) {
        turn.there++;
      } else if (Objects.equals(now, expected)) {
        turn.steps.add(new Step(id, now, then));
      } else {
        turn.stay.add(words(now, then, expected));
      }
    }
    return turn;
  }

  /** The words as they are, or else were. One of the three is there: else two would be equal. */
  private static WordPair words(
      @Nullable Draft now, @Nullable Draft then, @Nullable Draft expected) {
    Draft said = now != null ? now : then != null ? then : Objects.requireNonNull(expected);
    return new WordPair(said.source(), said.target());
  }

  /** What is to be said of which anchors. */
  List<Step> steps() {
    return steps;
  }

  /** The pairs that were edited since, as they are now. */
  List<WordPair> stay() {
    return stay;
  }

  /** How many anchors say already what they are to say. */
  int there() {
    return there;
  }
}
