package setu.gui.review;

import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.anchor.AnchorStatus;
import setu.gui.common.EditedBatch;

/**
 * A card that left the queue, or the inflections of one that were judged together.
 *
 * @param verdict what was said of it
 * @param reason a {@link RejectReason}'s tag, or empty
 * @param batch by which it was written; what undo takes back
 * @param nanos {@link System#nanoTime} when it was
 * @param group the inflections, where they were judged; null for the card itself
 * @param pairs how many pairs were judged
 */
record Judged(
    ReviewCard card,
    AnchorStatus verdict,
    String reason,
    EditedBatch batch,
    long nanos,
    FamilyOffers.@Nullable Offer group,
    int pairs) {
  /** The card itself. */
  Judged(ReviewCard card, AnchorStatus verdict, String reason, EditedBatch batch, long nanos) {
    this(card, verdict, reason, batch, nanos, null, 1);
  }
}
