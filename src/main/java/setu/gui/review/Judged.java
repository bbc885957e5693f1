package setu.gui.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.align.LemmaFamily.Member;
import setu.core.align.ReviewCard;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;
import setu.gui.common.EditedBatch;

/**
 * A card that left the queue, or the inflections of one that were judged together.
 *
 * @param words of the card, or those it was accepted with instead
 * @param verdict what was said of it
 * @param reason a tag: a {@link RejectReason}'s, or one that names the lemma; or empty
 * @param batch by which it was written; what undo takes back
 * @param nanos {@link System#nanoTime} when it was
 * @param group the inflections, where they were judged; null for the card itself
 * @param pairs how many pairs were judged
 */
record Judged(
    ReviewCard card,
    WordPair words,
    AnchorStatus verdict,
    String reason,
    EditedBatch batch,
    long nanos,
    FamilyOffers.@Nullable Offer group,
    int pairs) {
  /** The same with a reason. */
  Judged because(RejectReason why) {
    return new Judged(card, words, verdict, why.tag(), batch, nanos, group, pairs);
  }

  /** The pairs it is about, as the card asked of them and as they were written. */
  List<WordPair> pairsJudged() {
    return group == null
        ? List.of(card.pair(), words)
        : group.family().members().stream().map(Member::pair).toList();
  }

  /** Whether the person says that the pair was wrong as it stood. */
  boolean wrong() {
    return !words.equals(card.pair()) || verdict == AnchorStatus.REJECTED;
  }
}
