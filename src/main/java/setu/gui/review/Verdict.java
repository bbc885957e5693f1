package setu.gui.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.Draft;
import setu.core.anchor.Edit;
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
    Anchor anchor = standing(card, now);
    Anchor there = there(now);
    if (there != null && !there.equals(anchor)) {
      return joined(anchor, there, now);
    }
    if (anchor == null) {
      Draft suggested = Draft.accepted(words.source(), words.target(), DoubleBlind.SUGGESTED);
      return List.of(new Edit.Add(said(suggested, true)));
    }
    Draft said = said(Draft.of(anchor).withWords(words.source(), words.target()), true);
    return decides()
        ? ReviewQueue.settled(now, anchor.id(), said)
        : List.of(new Edit.Change(anchor.id(), said));
  }

  /** The anchor that has the edited words already; null where there is none, or no edit. */
  @Nullable Anchor there(AnchorSet now) {
    return words.equals(card.pair()) ? null : now.standing(words);
  }

  private boolean decides() {
    return card.queue() == ReviewQueue.CONFLICTS && status != AnchorStatus.UNSURE;
  }

  /**
   * The edited words have an anchor already, which is judged: a copy would say the same twice. The
   * card's own goes, as its words do when they are edited; not by a judge, who does not see what
   * others said of it.
   */
  private List<Edit> joined(@Nullable Anchor own, Anchor there, AnchorSet now) {
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Change(there.id(), said(Draft.of(there), false)));
    if (own != null && judge.isEmpty()) {
      for (Anchor each : now.anchors()) {
        if (each.id() == own.id() || (decides() && each.pair().equals(own.pair()))) {
          edits.add(new Edit.Remove(each.id()));
        }
      }
    }
    return edits;
  }

  /**
   * The anchor that a card is about: a suggestion's may have come in meanwhile, by an import, by a
   * note or by another edit.
   */
  static @Nullable Anchor standing(ReviewCard card, AnchorSet now) {
    return card.anchor() == 0 ? now.standing(card.pair()) : now.get(card.anchor());
  }

  /**
   * What is said now.
   *
   * @param own whether it stands for the card's own pair; else for another that has its edited
   *     words
   */
  private Draft said(Draft standing, boolean own) {
    DoubleBlind.Case differing = card.differing();
    Draft said;
    if (differing != null && own) {
      said = differing.decided(status).withWords(words.source(), words.target());
    } else if (judge.isEmpty()) {
      said = standing.withStatus(status);
    } else {
      said = DoubleBlind.judgement(standing, judge, status);
    }
    List<String> tags = new ArrayList<>(said.tags());
    for (String each : own ? List.of(tag, mark) : List.of(tag)) {
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
