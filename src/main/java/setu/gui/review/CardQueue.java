package setu.gui.review;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.WordPair;

/**
 * Which cards wait: those of the queue turned to that were neither judged nor passed over and that
 * a person did not narrow away. Those passed over wait again, behind the fresh ones, when they are
 * asked for or when their queue is turned to once more.
 */
final class CardQueue {
  private final Map<ReviewQueue, List<ReviewCard>> made = new EnumMap<>(ReviewQueue.class);

  /** Those among them that are wanted, of the queues that were narrowed since that changed. */
  private final Map<ReviewQueue, List<ReviewCard>> wanted = new EnumMap<>(ReviewQueue.class);

  private final Map<ReviewQueue, Seen> seen = new EnumMap<>(ReviewQueue.class);
  private final Deque<ReviewCard> waiting = new ArrayDeque<>();
  private ReviewQueue queue = ReviewQueue.SUGGESTED;

  /** What became of the pairs of a queue; each is in one of the sets at most. */
  private static final class Seen {
    final Set<WordPair> judged = new HashSet<>();
    final Set<WordPair> passed = new HashSet<>();

    /** Passed over before, to be shown again. */
    final Set<WordPair> recalled = new HashSet<>();

    void recall() {
      recalled.addAll(passed);
      passed.clear();
    }

    void forget(WordPair pair) {
      judged.remove(pair);
      passed.remove(pair);
      recalled.remove(pair);
    }

    boolean contains(WordPair pair) {
      return judged.contains(pair) || passed.contains(pair);
    }
  }

  /** Forgets all cards, for another project. */
  void forget() {
    made.clear();
    wanted.clear();
    seen.clear();
    waiting.clear();
  }

  /** Forgets the cards, but not which were judged or passed over. */
  void makeAnew() {
    made.clear();
    wanted.clear();
    waiting.clear();
  }

  /** Pairs that were judged do not come as open ones of the dictionary either. */
  void settle(List<WordPair> pairs) {
    Seen open = seenOf(ReviewQueue.IMPORTED);
    for (WordPair pair : pairs) {
      open.forget(pair);
      open.judged.add(pair);
    }
  }

  /** Forgets the cards of one queue. */
  void forget(ReviewQueue which) {
    made.remove(which);
    wanted.remove(which);
    seen.remove(which);
  }

  /** Whether a queue was made. */
  boolean isMade(ReviewQueue which) {
    return made.containsKey(which);
  }

  /** All cards of a queue, judged or not, whatever it is narrowed to. */
  List<ReviewCard> made(ReviewQueue which) {
    return made.getOrDefault(which, List.of());
  }

  /** A card as its queue has it since it was made last; the card itself where it is not there. */
  ReviewCard renewed(ReviewCard card) {
    return made(card.queue()).stream()
        .filter(each -> each.anchor() == card.anchor() && each.pair().equals(card.pair()))
        .findFirst()
        .orElse(card);
  }

  /** Whether it was said which cards of a queue are wanted. */
  boolean isNarrowed(ReviewQueue which) {
    return wanted.containsKey(which);
  }

  /** The cards of the queue turned to, whatever it is narrowed to, that are still to be judged. */
  List<ReviewCard> unseen() {
    return made(queue).stream().filter(card -> !isSeen(card)).toList();
  }

  /** Turns to another queue; what was passed over there waits again. */
  void turnTo(ReviewQueue which) {
    queue = which;
    recall();
  }

  /** How many cards of the queue turned to, among those wanted, were passed over. */
  int passedOver() {
    Set<WordPair> passed = seenOf(queue).passed;
    return passed.isEmpty() ? 0 : (int) wanted().filter(c -> passed.contains(c.pair())).count();
  }

  /** Lets the cards that were passed over wait again. */
  void recall() {
    seenOf(queue).recall();
    refill(null);
  }

  /** Takes the cards of a queue made anew; those wanted among them are told by the next call. */
  void put(ReviewQueue which, List<ReviewCard> cards) {
    made.put(which, cards);
    wanted.remove(which);
  }

  /**
   * Narrows a queue to the cards that are wanted.
   *
   * @param narrowedTo some of its cards, in their order
   * @param shown the card under review, which does not wait
   */
  void narrow(ReviewQueue which, List<ReviewCard> narrowedTo, @Nullable ReviewCard shown) {
    wanted.put(which, narrowedTo);
    if (which == queue) {
      refill(shown);
    }
  }

  /** Other cards are wanted from now on: nothing is known of any queue. */
  void wantOthers() {
    wanted.clear();
  }

  private Stream<ReviewCard> wanted() {
    return wanted.getOrDefault(queue, List.of()).stream();
  }

  private void refill(@Nullable ReviewCard shown) {
    waiting.clear();
    Set<WordPair> last = seenOf(queue).recalled;
    List<ReviewCard> again = new ArrayList<>();
    wanted()
        .filter(each -> !isShown(each, shown) && !isSeen(each))
        .forEach(each -> (last.contains(each.pair()) ? again : waiting).add(each));
    waiting.addAll(again);
  }

  /** Of a conflict only the very anchor is shown: the others of its pair wait. */
  private static boolean isShown(ReviewCard each, @Nullable ReviewCard now) {
    return now != null
        && each.pair().equals(now.pair())
        && (each.queue() != ReviewQueue.CONFLICTS || each.anchor() == now.anchor());
  }

  /** How many cards wait. */
  int size() {
    return waiting.size();
  }

  /** The next card, which waits no longer; null if none is left. */
  @Nullable ReviewCard next() {
    ReviewCard next = waiting.poll();
    while (next != null && isSeen(next)) {
      next = waiting.poll();
    }
    return next;
  }

  /**
   * The next card of the same pair, where a conflict shows all that stand; null if there is none.
   */
  @Nullable ReviewCard nextOfConflict(ReviewCard now) {
    ReviewCard then = waiting.peek();
    boolean same =
        now.queue() == ReviewQueue.CONFLICTS
            && then != null
            && then.queue() == now.queue()
            && then.pair().equals(now.pair());
    return same ? waiting.poll() : null;
  }

  /** A card was judged. */
  void leave(ReviewCard card) {
    seenOf(card.queue()).forget(card.pair());
    seenOf(card.queue()).judged.add(card.pair());
  }

  /** A card was passed over. */
  void pass(ReviewCard card) {
    seenOf(card.queue()).forget(card.pair());
    seenOf(card.queue()).passed.add(card.pair());
  }

  /** A card is to be judged again. */
  void again(ReviewCard card) {
    seenOf(card.queue()).forget(card.pair());
  }

  /** Puts a card before all that wait. */
  void putBack(ReviewCard card) {
    waiting.addFirst(card);
  }

  private boolean isSeen(ReviewCard card) {
    return seenOf(card.queue()).contains(card.pair());
  }

  private Seen seenOf(ReviewQueue which) {
    return seen.computeIfAbsent(which, key -> new Seen());
  }
}
