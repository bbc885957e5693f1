package setu.core.align;

import org.jspecify.annotations.Nullable;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.WordPair;

/**
 * One pair to be judged, with what speaks for or against it.
 *
 * @param anchor id of the anchor to judge; 0 for a pair that is not in the dictionary yet
 * @param score what its queue is ordered by, largest first
 * @param suggestion what proposed it; null where nothing did
 * @param audited how the other anchors place it; null where it was not audited
 * @param differing what two judges said of it; null where they do not differ
 */
public record ReviewCard(
    ReviewQueue queue,
    WordPair pair,
    long anchor,
    double score,
    @Nullable Suggestion suggestion,
    AnchorAudit.@Nullable Audited audited,
    DoubleBlind.@Nullable Case differing) {
  /** A card on which no judges differ. */
  public ReviewCard(
      ReviewQueue queue,
      WordPair pair,
      long anchor,
      double score,
      @Nullable Suggestion suggestion,
      AnchorAudit.@Nullable Audited audited) {
    this(queue, pair, anchor, score, suggestion, audited, null);
  }
}
