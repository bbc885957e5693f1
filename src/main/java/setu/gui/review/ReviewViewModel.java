package setu.gui.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearch;
import setu.core.workspace.Workspace;
import setu.gui.common.JudgesDiffer;
import setu.gui.common.OpenProject;
import setu.gui.common.Side;
import setu.gui.common.WordRef;
import setu.gui.common.Workbench;

/**
 * One card after the other. The queue behind it is made anew in the background when the mapping has
 * changed; the card under review stays until it is judged, and what speaks for it is told anew.
 */
public final class ReviewViewModel {
  private final Workbench workbench;
  private final CardLook look;
  private final SampleModel sample;
  private final QueueWork work;
  private final ObjectProperty<ReviewQueue> queue =
      new SimpleObjectProperty<>(ReviewQueue.SUGGESTED);
  private final ReadOnlyObjectWrapper<ReviewCard> card = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReviewSession session;

  private final CardQueue cards = new CardQueue();
  private final Narrowing narrowing;
  private final Advisor advisor;
  private final FamilyOffers families;
  private final Judgements judgements;
  private final CardNotes notes;
  private final Subscription following;
  private @Nullable Workspace reviewed;
  private boolean shown;

  /** Who judged double-blind last; empty for nobody yet. */
  private String lastJudge;

  /** The review of a window. */
  public ReviewViewModel(Workbench workbench, NeighborSearch search) {
    this.workbench = workbench;
    this.look = new CardLook(workbench, search);
    this.sample = new SampleModel(workbench);
    this.work = new QueueWork(workbench, search, sample, this::take);
    this.narrowing = new Narrowing(workbench, this::narrow);
    this.session = new ReviewSession(workbench, sample);
    advisor = new Advisor(workbench, look::bases, card.getReadOnlyProperty());
    families = new FamilyOffers(workbench, look::bases, session, this::forgetUnwritten);
    judgements = new Judgements(workbench, session, families, new Desk());
    notes = new CardNotes(workbench);
    lastJudge = workbench.judgeProperty().get();
    following =
        Subscription.combine(
            workbench.projectProperty().subscribe(this::projectChanged),
            workbench.sharedProperty().subscribe(this::refresh),
            workbench.answerProperty().subscribe(session::answered),
            workbench.judgeProperty().subscribe((before, now) -> judgeChanged(now)),
            queue.subscribe(this::queueChanged));
    // The place is made on its first visit, when project and answer are there already.
    projectChanged();
    session.answered();
  }

  /** Stops following the workbench. */
  public void dispose() {
    following.unsubscribe();
    advisor.dispose();
    look.cancel();
    narrowing.stop();
    work.cancel();
  }

  /** The queue cards come from. */
  public ObjectProperty<ReviewQueue> queueProperty() {
    return queue;
  }

  /** The card under review; null where there is none. */
  public ReadOnlyObjectProperty<ReviewCard> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /**
   * The neighbours of the card's words, once they are found; with the card as its queue was made
   * last.
   */
  ReadOnlyObjectProperty<CardNeighbors> neighborsProperty() {
    return look.neighborsProperty();
  }

  /** What the judgements so far make of the card, once that is known. */
  ReadOnlyObjectProperty<Advice> adviceProperty() {
    return advisor.adviceProperty();
  }

  /** Whether the queue is being made. */
  public ReadOnlyBooleanProperty workingProperty() {
    return work.workingProperty();
  }

  /** When the cards that are shown were made, while they are made anew; else null. */
  public ReadOnlyObjectProperty<@Nullable Instant> asOfProperty() {
    return work.asOfProperty();
  }

  /** Whether no more cards come because the person cancelled the mapping or the queue. */
  boolean isCancelled() {
    return work.isCancelled() || workbench.unansweredProperty().get();
  }

  /** Makes what was cancelled after all. */
  void lookAgain() {
    if (workbench.unansweredProperty().get()) {
      workbench.answerAgain();
    } else {
      work.turn();
      refresh();
    }
  }

  /** How far two judges agree, once the queue of differences was made. */
  ReadOnlyObjectProperty<JudgesDiffer> judgesProperty() {
    return work.judgesProperty();
  }

  /** Who judges without seeing what others said; empty where nobody. */
  ReadOnlyStringProperty judgeProperty() {
    return workbench.judgeProperty();
  }

  /** Hides what others said from a judge; empty for nobody. */
  void setJudge(String name) {
    workbench.setJudge(name);
  }

  /** What was judged since the project was opened. */
  ReviewSession session() {
    return session;
  }

  /** The inflections of the pairs accepted, to be judged group by group. */
  FamilyOffers families() {
    return families;
  }

  /** The pairs drawn for the sampled check. */
  SampleModel sample() {
    return sample;
  }

  /**
   * Draws another sample for the sampled check; its cards come instead of those of the last.
   *
   * @param drawn run once it is there
   */
  void drawSample(Runnable drawn) {
    sample.draw(
        () -> {
          drawn.run();
          cards.forget(ReviewQueue.SAMPLED);
          if (queue.get() == ReviewQueue.SAMPLED) {
            set(null);
            queueChanged();
          }
        });
  }

  /** How many cards wait behind the present one. */
  ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /** What the queues are narrowed to. */
  Narrowing narrowing() {
    return narrowing;
  }

  /** The values of a facet among the cards still to be judged, with how many have each. */
  Map<String, Integer> values(CardFacet facet) {
    return narrowing.values(facet, cards.unseen());
  }

  /** Whether the cards of the queue say anything of a facet; true while there are none. */
  boolean says(CardFacet facet) {
    List<ReviewCard> made = cards.made(queue.get());
    return made.isEmpty() || narrowing.says(facet, made);
  }

  /** The note that stands with the pair of the present card; empty for none. */
  String note() {
    ReviewCard now = card.get();
    return now == null ? "" : notes.of(now);
  }

  /** Writes a note on the present card's pair at once, whether it is judged afterwards or not. */
  void setNote(String text) {
    ReviewCard now = card.get();
    if (now != null) {
      notes.write(now, text.strip());
    }
  }

  /** Begins or ends making queues: nothing is computed while nobody looks. */
  public void setShown(boolean now) {
    shown = now;
    if (!now) {
      judgements.goOn();
    }
    refresh();
    ReviewCard under = card.get();
    if (shown && under != null) {
      workbench.tasks().whenDrawn(() -> choose(under));
    }
  }

  // Judging.

  /** Accepts the card. */
  public void accept() {
    judge(AnchorStatus.ACCEPTED, "");
  }

  /** Rejects the card, for a reason where one is given. */
  void reject(@Nullable RejectReason reason) {
    judge(AnchorStatus.REJECTED, reason == null ? "" : reason.tag());
  }

  /**
   * A reason's key: it tells why the pair before was rejected where that was the last thing done
   * and no reason was given; else it rejects the card.
   */
  void rejectFor(RejectReason reason) {
    if (!judgements.because(reason)) {
      reject(reason);
    }
  }

  /** Leaves the card open. */
  public void unsure() {
    judge(AnchorStatus.UNSURE, "");
  }

  /** Accepts the card as an inflection of another source word. */
  public void acceptInflection(String lemma) {
    judge(AnchorStatus.ACCEPTED, lemma.isBlank() ? "" : DoubleBlind.INFLECTION_OF + lemma.strip());
  }

  /** The word of which the card's source word is probably an inflection; empty for none. */
  String lemmaGuess() {
    ReviewCard now = card.get();
    return now == null ? "" : LemmaGuess.of(now.pair().source(), workbench.anchorsProperty().get());
  }

  /** Accepts the card with other words; empty ones leave it as it is. */
  public void acceptEdited(String source, String target) {
    ReviewCard now = card.get();
    if (now != null && !source.isBlank() && !target.isBlank()) {
      write(now, new WordPair(source.strip(), target.strip()), AnchorStatus.ACCEPTED, "");
    }
  }

  private void judge(AnchorStatus status, String tag) {
    ReviewCard now = card.get();
    if (now != null) {
      write(now, now.pair(), status, tag);
    }
  }

  private void write(ReviewCard now, WordPair words, AnchorStatus status, String tag) {
    String mark = now.queue() == ReviewQueue.SAMPLED ? sample.tag() : "";
    String judge = workbench.judgeProperty().get();
    // Else it is in the dictionary, where the judgement finds it.
    String note = judge.isEmpty() && now.differing() == null ? "" : notes.of(now);
    Verdict verdict = new Verdict(now, words, status, tag, mark, note, judge);
    notes.settle();
    work.judged();
    judgements.write(verdict);
  }

  /** Goes on to the next card without a judgement; of a conflict all that stand are shown. */
  public void next() {
    judgements.goOn();
    ReviewCard now = card.get();
    if (now == null) {
      return;
    }
    ReviewCard other = cards.nextOfConflict(now);
    if (other != null) {
      set(other);
    } else {
      cards.pass(now);
      show();
    }
  }

  /** How many cards of the queue were passed over and are not among those that wait. */
  int passedOver() {
    return cards.passedOver();
  }

  /** Shows the cards again that were passed over, where no other is left. */
  void recall() {
    if (card.get() == null) {
      cards.recall();
      show();
    }
  }

  private void leave(ReviewCard judged) {
    cards.leave(judged);
    if (judged.equals(card.get())) {
      show();
    }
  }

  /** Shows a card once more; the one under review waits behind it. */
  private void ask(ReviewCard again) {
    cards.again(again);
    ReviewCard now = card.get();
    if (now != null) {
      cards.putBack(now);
    }
    set(again);
  }

  /** What the judgements do to the cards. */
  private final class Desk implements Judgements.Cards {
    @Override
    public void leave(ReviewCard judged) {
      ReviewViewModel.this.leave(judged);
    }

    @Override
    public void again(ReviewCard again) {
      cards.again(again);
    }

    @Override
    public void ask(ReviewCard again) {
      ReviewViewModel.this.ask(again);
    }
  }

  private void forgetUnwritten() {
    judgements.forgetUnwritten();
  }

  /**
   * Takes the last judgement of this session back, by itself, and shows its card again; first the
   * notes written since.
   */
  public void undo() {
    if (!notes.undo()) {
      notes.settle();
      if (!session.trail().isEmpty()) {
        advisor.takeBack();
      }
      judgements.undo();
    }
  }

  /** Makes the judgement, or writes the note, again that was taken back last. */
  public void redo() {
    if (!notes.redo()) {
      notes.settle();
      judgements.redo();
    }
  }

  private void show() {
    set(cards.next());
  }

  private void set(@Nullable ReviewCard next) {
    look.leave();
    waiting.set(cards.size());
    notes.leave();
    card.set(next);
    if (next != null) {
      // Neighbours, map and inspector follow the card: whoever judges on does not wait for them.
      workbench.tasks().whenDrawn(() -> choose(next));
    }
  }

  private void choose(ReviewCard under) {
    if (under.equals(card.get())) {
      look.at(cards.renewed(under));
      if (shown) {
        select(under.pair());
      }
    }
  }

  /** The word looked at is the card's: the target where the source is unknown, or else none. */
  private void select(WordPair pair) {
    WordRef source = workbench.find(Side.SOURCE, pair.source());
    WordRef known = source == null ? workbench.find(Side.TARGET, pair.target()) : source;
    workbench.selectedProperty().set(known);
  }

  // Queues.

  private void projectChanged() {
    OpenProject open = workbench.project();
    Workspace workspace = open == null ? null : open.workspace();
    if (workspace != reviewed) {
      reviewed = workspace;
      startAnew();
      sample.restart(open);
    }
  }

  /**
   * What another judge was shown, and said, is not to be seen. To the same person the session is
   * left, and only the queues are made anew.
   */
  private void judgeChanged(String judge) {
    boolean another = !judge.isEmpty() && !lastJudge.isEmpty() && !judge.equals(lastJudge);
    if (!judge.isEmpty()) {
      lastJudge = judge;
    }
    if (another) {
      startAnew();
    } else {
      work.restart();
      narrowing.stop();
      judgements.goOn();
      // To a judge who does not see them, the person's earlier verdicts look like open pairs.
      session.trail().forEach(each -> cards.settle(each.pairsJudged()));
      cards.makeAnew();
      set(null);
    }
    refresh();
  }

  private void startAnew() {
    work.restart();
    look.restart();
    narrowing.stop();
    cards.forget();
    narrowing.clear();
    session.restart();
    families.restart();
    judgements.restart();
    notes.settle();
    set(null);
  }

  private void queueChanged() {
    judgements.goOn();
    narrowing.stop();
    cards.turnTo(queue.get());
    work.turn();
    show();
    if (!cards.isNarrowed(queue.get())) {
      pick();
    }
    refresh();
  }

  private void refresh() {
    if (shown) {
      work.make(queue.get(), !cards.isMade(queue.get()) || card.get() == null);
    }
  }

  private void take(ReviewQueue which, List<ReviewCard> made) {
    cards.put(which, made);
    if (which == queue.get()) {
      pick();
      ReviewCard now = card.get();
      if (now != null) {
        look.at(cards.renewed(now));
      }
    }
  }

  /** The card under review stays where it is among those wanted. */
  private void narrow() {
    cards.wantOthers();
    ReviewCard now = card.get();
    if (now != null && !narrowing.wanted().test(now)) {
      set(null);
    }
    pick();
  }

  /** Picks the cards that are wanted of the present queue. */
  private void pick() {
    ReviewQueue which = queue.get();
    narrowing.pick(cards.made(which), wanted -> picked(which, wanted));
  }

  private void picked(ReviewQueue which, List<ReviewCard> wanted) {
    cards.narrow(which, wanted, card.get());
    waiting.set(cards.size());
    if (card.get() == null) {
      show();
    }
  }
}
