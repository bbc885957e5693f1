package setu.gui.review;

import setu.core.align.ReviewCard;
import setu.core.anchor.AnchorStatus;

/**
 * A card that left the queue.
 *
 * @param verdict what was said of it
 * @param reason a {@link RejectReason}'s tag, or empty
 * @param nanos {@link System#nanoTime} when it was
 */
record Judged(ReviewCard card, AnchorStatus verdict, String reason, long nanos) {}
