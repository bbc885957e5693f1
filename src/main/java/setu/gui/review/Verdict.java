package setu.gui.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory.Draft;
import setu.core.anchor.AnchorHistory.Edit;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.WordPair;

/**
 * What a person says of a card.
 *
 * @param words the pair, perhaps edited
 * @param tag what is said besides, such as a {@link RejectReason}'s; empty for nothing
 * @param mark the tag of the check it was judged in; empty for none
 * @param note empty for none
 * @param judge who does not see what others said; empty where nobody
 */
record Verdict(
    ReviewCard card,
    WordPair words,
    AnchorStatus status,
    String tag,
    String mark,
    String note,
    String judge) {
  /** The same with a reason. */
  Verdict because(RejectReason reason) {
    return new Verdict(card, words, status, reason.tag(), mark, note, judge);
  }

  /**
   * The edits that write it, from the dictionary by then: a suggestion that came in meanwhile is
   * judged where it stands. A decision settles a conflict: the other anchors of its pair go.
   */
  List<Edit> edits(AnchorSet now) {
    Anchor anchor = standing(card, words, now);
    if (anchor == null) {
      Draft suggested = Draft.accepted(words.source(), words.target(), DoubleBlind.SUGGESTED);
      return List.of(new Edit.Add(said(suggested)));
    }
    Draft said = said(Draft.of(anchor).withWords(words.source(), words.target()));
    boolean decides = card.queue() == ReviewQueue.CONFLICTS && status != AnchorStatus.UNSURE;
    return decides
        ? ReviewQueue.settled(now, anchor.id(), said)
        : List.of(new Edit.Change(anchor.id(), said));
  }

  /**
   * The anchor that a card is about: a suggestion's may have come in meanwhile, by an import, by a
   * note or by another edit.
   *
   * @param words the pair, perhaps edited
   */
  static @Nullable Anchor standing(ReviewCard card, WordPair words, AnchorSet now) {
    if (card.anchor() != 0) {
      return now.get(card.anchor());
    }
    Anchor edited = null;
    for (Anchor anchor : now.anchors()) {
      if (anchor.pair().equals(card.pair())) {
        return anchor;
      }
      if (edited == null && anchor.pair().equals(words)) {
        edited = anchor;
      }
    }
    return edited;
  }

  private Draft said(Draft standing) {
    DoubleBlind.Case differing = card.differing();
    Draft said;
    if (differing != null) {
      said = differing.decided(status).withWords(words.source(), words.target());
    } else if (judge.isEmpty()) {
      said = standing.withStatus(status);
    } else {
      said = DoubleBlind.judgement(standing, judge, status);
    }
    List<String> tags = new ArrayList<>(said.tags());
    for (String each : List.of(tag, mark)) {
      if (!each.isEmpty() && !tags.contains(each)) {
        tags.add(each);
      }
    }
    said = said.withTags(tags);
    if (note.isEmpty()) {
      return said;
    }
    // Another judge sees the note of a pair, but no comment.
    return judge.isEmpty()
        ? said.described(said.pos(), said.category(), note)
        : said.withComment(note);
  }
}
