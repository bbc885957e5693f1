package setu.gui.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;
import setu.gui.common.EditedBatch;
import setu.gui.common.Workbench;

/** Judgements on their way into the journal and the trail, taken back one by one and made again. */
final class Judgements {
  /** Where the cards that are judged come from. */
  interface Cards {
    /** A card was judged: it goes, and the next one comes where it was under review. */
    void leave(ReviewCard judged);

    /** A card may be asked about again, in its turn. */
    void again(ReviewCard card);

    /** A card is asked about once more at once; the one under review waits behind it. */
    void ask(ReviewCard card);
  }

  private final Workbench workbench;
  private final ReviewSession session;
  private final FamilyOffers families;
  private final Cards cards;

  /** Judgements that cannot be taken back since their pair was edited elsewhere. */
  private final Set<Judged> kept = new HashSet<>();

  /** Judgements taken back since the last one was made, the last first. */
  private final Deque<Judged> takenBack = new ArrayDeque<>();

  /** The last judgement, where it rejected a pair for no reason. */
  private @Nullable Verdict rejected;

  /** None yet; those made stand in the session's trail. */
  Judgements(Workbench workbench, ReviewSession session, FamilyOffers families, Cards cards) {
    this.workbench = workbench;
    this.session = session;
    this.families = families;
    this.cards = cards;
  }

  /** Forgets all, for another project. */
  void restart() {
    kept.clear();
    takenBack.clear();
    rejected = null;
  }

  /** Something else was done than to judge: no reason can be given after it. */
  void goOn() {
    rejected = null;
  }

  /** Writes a judgement; the inflections of an accepted pair are looked for after. */
  void write(Verdict verdict) {
    tellThere(verdict);
    ReviewCard card = verdict.card();
    boolean accepted = verdict.status() == AnchorStatus.ACCEPTED;
    boolean bare = verdict.status() == AnchorStatus.REJECTED && verdict.tag().isEmpty();
    rejected = bare ? verdict : null;
    EditedBatch batch = workbench.editBatch(verdict::edits, this::forgetUnwritten);
    Judged entry =
        new Judged(
            card,
            verdict.words(),
            verdict.status(),
            verdict.tag(),
            batch,
            System.nanoTime(),
            null,
            1);
    session.trail().addFirst(entry);
    takenBack.clear();
    cards.leave(card);
    forgetUnwritten();
    if (accepted) {
      workbench
          .tasks()
          .whenDrawn(
              () -> {
                if (session.trail().contains(entry)) {
                  families.propose(card, verdict.words());
                }
              });
    }
  }

  /** Edited words that are there already are judged there, and the card's own pair goes. */
  private void tellThere(Verdict verdict) {
    AnchorSet anchors = workbench.anchorsProperty().get();
    Anchor there = verdict.there(anchors);
    if (there == null) {
      return;
    }
    Anchor own = Verdict.standing(verdict.card(), anchors);
    if (!there.equals(own)) {
      WordPair words = verdict.words();
      WordPair pair = verdict.card().pair();
      workbench.say(
          own == null || !verdict.judge().isEmpty() ? "gui.review.joined" : "gui.review.joinedOwn",
          words.source() + " – " + words.target(),
          pair.source() + " – " + pair.target());
    }
  }

  /**
   * Gives a reason for the judgement made last, where it rejected a pair for none; says whether the
   * reason was meant for it. A judgement that cannot be taken back stands without one.
   */
  boolean because(RejectReason reason) {
    Judged last = session.trail().isEmpty() ? null : session.trail().getFirst();
    Verdict bare = rejected;
    if (last == null || bare == null || !last.card().equals(bare.card())) {
      return false;
    }
    rejected = null;
    Verdict whole = bare.because(reason);
    Judged said = last.because(reason);
    session.trail().set(0, said);
    workbench.replaceBatch(
        last.batch(),
        last.card().pair(),
        whole::edits,
        () -> session.trail().replaceAll(each -> each.equals(said) ? last : each),
        this::forgetUnwritten);
    return true;
  }

  /** A judgement that the disk refused is none: it is asked for once more. */
  void forgetUnwritten() {
    for (Judged judged : List.copyOf(session.trail())) {
      if (judged.batch().failed()) {
        session.trail().remove(judged);
        askAgain(judged);
      }
    }
  }

  /**
   * Takes the last judgement of the session back, by itself, and asks for it again. Edits made
   * elsewhere meanwhile stand; where one is of the very pair, its judgement stands as well.
   */
  void undo() {
    rejected = null;
    Judged last =
        session.trail().stream().filter(each -> !kept.contains(each)).findFirst().orElse(null);
    if (last == null) {
      workbench.say("gui.notice.nothingJudged");
      return;
    }
    int place = session.trail().indexOf(last);
    session.trail().remove(last);
    workbench.takeBack(
        last.batch(),
        last.card().pair(),
        () -> say("gui.review.undone", last),
        () -> keep(last, place));
    if (!kept.contains(last)) {
      takenBack.push(last);
      askAgain(last);
    }
  }

  /** Tells what became of a judgement: of which words, and which. */
  private void say(String key, Judged judged) {
    String words = judged.words().source() + " – " + judged.words().target();
    workbench.say(
        key,
        judged.group() == null
            ? words
            : workbench.text("gui.review.family.trail", words, judged.pairs()),
        workbench.text("anchorStatus." + judged.verdict().name()));
  }

  private void askAgain(Judged judged) {
    if (judged.group() != null) {
      families.again(judged.group());
    } else {
      families.withdraw(judged.card());
      cards.ask(judged.card());
    }
  }

  /** A judgement that could not be taken back goes into the trail again, and its card away. */
  private void keep(Judged judged, int place) {
    kept.add(judged);
    takenBack.remove(judged);
    session.trail().add(Math.min(place, session.trail().size()), judged);
    settle(judged);
  }

  /** Makes the judgement taken back last again: it stands in the trail as before. */
  void redo() {
    Judged next = takenBack.poll();
    if (next == null) {
      workbench.say("gui.notice.nothingTakenBack");
      return;
    }
    session.trail().addFirst(next);
    workbench.doAgain(
        next.batch(), next.card().pair(), () -> say("gui.review.redone", next), () -> drop(next));
    if (session.trail().contains(next)) {
      settle(next);
    }
  }

  private void settle(Judged judged) {
    if (judged.group() != null) {
      families.withdraw(judged.card());
    } else {
      cards.leave(judged.card());
    }
  }

  /** A judgement that could not be made again is none of the session any more. */
  private void drop(Judged judged) {
    session.trail().remove(judged);
    if (judged.group() == null) {
      cards.again(judged.card());
    }
  }
}
