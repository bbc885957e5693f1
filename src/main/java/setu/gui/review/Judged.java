package setu.gui.review;

import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.anchor.AnchorStatus;

/**
 * A card that left the queue, or the inflections of one that were judged together.
 *
 * @param verdict what was said of it
 * @param reason a {@link RejectReason}'s tag, or empty
 * @param nanos {@link System#nanoTime} when it was
 * @param group the inflections, where they were judged; null for the card itself
 * @param pairs how many pairs were judged
 */
record Judged(
    ReviewCard card,
    AnchorStatus verdict,
    String reason,
    long nanos,
    FamilyOffers.@Nullable Offer group,
    int pairs) {
  /** The card itself. */
  Judged(ReviewCard card, AnchorStatus verdict, String reason, long nanos) {
    this(card, verdict, reason, nanos, null, 1);
  }
}
