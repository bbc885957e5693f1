package setu.gui.review;

import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;

/**
 * A note on a card's pair, written before the pair is judged.
 *
 * @param judge who does not see what others said; empty where nobody
 * @param seen the pair as the person sees it; null where it is not in the dictionary
 */
record Remark(ReviewCard card, String text, String judge, @Nullable Anchor seen) {
  /** How it is kept. */
  enum Way {
    /** With a pair that stands in the dictionary. */
    NOTED,
    /** With a pair that comes into the dictionary for it, to be judged. */
    CANDIDATE,
    /** With the judgement that the pair is left open: others are not to see it. */
    UNSURE
  }

  Way way() {
    if (!judge.isEmpty()) {
      return seen != null && DoubleBlind.isJudgedBy(judge, seen) ? Way.NOTED : Way.UNSURE;
    }
    return seen == null ? Way.CANDIDATE : Way.NOTED;
  }

  /** The edits that write it, from the dictionary by then. */
  List<Edit> edits(AnchorSet now) {
    Anchor standing = Verdict.standing(card, now);
    if (standing != null) {
      return List.of(new Edit.Change(standing.id(), said(Draft.of(standing))));
    }
    Draft suggested =
        Draft.accepted(card.pair().source(), card.pair().target(), DoubleBlind.SUGGESTED);
    return List.of(new Edit.Add(said(suggested.withStatus(AnchorStatus.CANDIDATE))));
  }

  private Draft said(Draft standing) {
    if (judge.isEmpty()) {
      return standing.described(standing.pos(), standing.category(), text);
    }
    Draft own =
        way() == Way.NOTED ? standing : DoubleBlind.judgement(standing, judge, AnchorStatus.UNSURE);
    return own.withComment(text);
  }
}
