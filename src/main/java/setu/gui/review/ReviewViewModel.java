package setu.gui.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
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
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.core.workspace.Workspace;
import setu.gui.common.EditedBatch;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.JudgesDiffer;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;
import setu.gui.common.Side;
import setu.gui.common.Workbench;

/**
 * One card after the other. The queue behind it is made anew in the background when the mapping has
 * changed; the card under review stays until it is judged.
 */
public final class ReviewViewModel {
  /** Multiplications up to which a queue is made anew after every judgement. */
  private static final long QUICK = 4_000_000_000L;

  /** Judgements after which a queue that takes longer is made anew. */
  private static final int JUDGEMENTS = 25;

  private final Workbench workbench;
  private final NeighborSearch search;
  private final QueueMaking making;
  private final Executor lane;
  private final ObjectProperty<ReviewQueue> queue =
      new SimpleObjectProperty<>(ReviewQueue.SUGGESTED);
  private final ReadOnlyObjectWrapper<ReviewCard> card = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CardNeighbors> neighbors = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
  private final ReadOnlyObjectWrapper<JudgesDiffer> judges =
      new ReadOnlyObjectWrapper<>(JudgesDiffer.NONE);
  private final ReviewSession session;

  /** Judgements that cannot be taken back since their pair was edited elsewhere. */
  private final Set<Judged> kept = new HashSet<>();

  /** Judgements taken back since the last one was made, the last first. */
  private final Deque<Judged> takenBack = new ArrayDeque<>();

  private final CardQueue cards = new CardQueue();
  private final Narrowing narrowing;
  private final Advisor advisor;
  private final FamilyOffers families;
  private final Subscription following;
  private @Nullable Workspace reviewed;
  private @Nullable Shared queuedFor;
  private int judgedSince;
  private boolean shown;
  private String note = "";

  /** The last judgement, where it rejected a pair for no reason. */
  private @Nullable Verdict rejected;

  private CardNeighbors.@Nullable Bases bases;
  private @Nullable Cancellation underWay;
  private Cancellation looking = Cancellation.none();
  private Cancellation picking = Cancellation.none();

  /** The review of a window. */
  public ReviewViewModel(Workbench workbench, NeighborSearch search) {
    this.workbench = workbench;
    this.search = search;
    this.making = new QueueMaking(search, this::differences);
    this.narrowing = new Narrowing(workbench, this::narrow);
    this.session = new ReviewSession(workbench);
    this.lane = workbench.tasks().lane("setu-review");
    advisor = new Advisor(workbench, this::bases, card.getReadOnlyProperty());
    families = new FamilyOffers(workbench, this::bases, session, this::forgetUnwritten);
    following =
        Subscription.combine(
            workbench.projectProperty().subscribe(this::projectChanged),
            workbench.sharedProperty().subscribe(this::refresh),
            workbench.answerProperty().subscribe(session::answered),
            workbench.judgeProperty().subscribe((before, now) -> judgeChanged()),
            queue.subscribe(this::queueChanged));
    // The place is made on its first visit, when project and answer are there already.
    projectChanged();
    session.answered();
  }

  /** Stops following the workbench. */
  void dispose() {
    following.unsubscribe();
    advisor.dispose();
    looking.cancel();
    picking.cancel();
    cancelMaking();
  }

  /** The queue cards come from. */
  public ObjectProperty<ReviewQueue> queueProperty() {
    return queue;
  }

  /** The card under review; null where there is none. */
  public ReadOnlyObjectProperty<ReviewCard> cardProperty() {
    return card.getReadOnlyProperty();
  }

  /** The neighbours of the card's words, once they are found. */
  ReadOnlyObjectProperty<CardNeighbors> neighborsProperty() {
    return neighbors.getReadOnlyProperty();
  }

  /** What the judgements so far make of the card, once that is known. */
  ReadOnlyObjectProperty<Advice> adviceProperty() {
    return advisor.adviceProperty();
  }

  /** Whether the queue is being made. */
  public ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** How far two judges agree, once the queue of differences was made. */
  ReadOnlyObjectProperty<JudgesDiffer> judgesProperty() {
    return judges.getReadOnlyProperty();
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

  /** The note that goes with the judgement of the present card. */
  public String note() {
    return note;
  }

  /** Sets the note that goes with the judgement of the present card. */
  public void setNote(String text) {
    note = text.strip();
  }

  /** Begins or ends making queues: nothing is computed while nobody looks. */
  public void setShown(boolean now) {
    shown = now;
    refresh();
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
    Judged last = session.trail().isEmpty() ? null : session.trail().getFirst();
    Verdict bare = rejected;
    if (last == null || bare == null || !last.card().equals(bare.card())) {
      reject(reason);
      return;
    }
    rejected = null;
    Verdict whole = bare.because(reason);
    workbench.takeBack(last.batch(), last.card().pair(), () -> {});
    EditedBatch batch = workbench.editBatch(whole::edits, this::forgetUnwritten);
    session.trail().set(0, last.because(reason, batch));
  }

  /** Leaves the card open. */
  public void unsure() {
    judge(AnchorStatus.UNSURE, "");
  }

  /** Accepts the card as an inflection of another source word. */
  public void acceptInflection(String lemma) {
    judge(AnchorStatus.ACCEPTED, lemma.isBlank() ? "" : DoubleBlind.INFLECTION_OF + lemma.strip());
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
    Verdict verdict = new Verdict(now, words, status, tag, note, workbench.judgeProperty().get());
    makeWay();
    rejected = status == AnchorStatus.REJECTED && tag.isEmpty() ? verdict : null;
    EditedBatch batch = workbench.editBatch(verdict::edits, this::forgetUnwritten);
    boolean edited = !words.equals(now.pair());
    Judged entry = new Judged(now, status, tag, batch, System.nanoTime(), null, 1, edited);
    session.trail().addFirst(entry);
    takenBack.clear();
    judgedSince++;
    leave(now);
    forgetUnwritten();
    if (status == AnchorStatus.ACCEPTED) {
      workbench
          .tasks()
          .whenDrawn(
              () -> {
                if (session.trail().contains(entry)) {
                  families.propose(now, words);
                }
              });
    }
  }

  /** Goes on to the next card without a judgement; of a conflict all that stand are shown. */
  public void next() {
    rejected = null;
    ReviewCard now = card.get();
    if (now == null) {
      return;
    }
    ReviewCard other = cards.nextOfConflict(now);
    if (other != null) {
      note = "";
      set(other);
    } else {
      leave(now);
    }
  }

  private void leave(ReviewCard now) {
    cards.leave(now);
    note = "";
    show();
  }

  /**
   * Takes the last judgement of this session back, by itself, and shows its card again. Edits made
   * elsewhere meanwhile stand; where one is of the very pair, its judgement stands as well.
   */
  public void undo() {
    rejected = null;
    Judged last =
        session.trail().stream().filter(each -> !kept.contains(each)).findFirst().orElse(null);
    if (last == null) {
      workbench.nothingJudged();
      return;
    }
    int place = session.trail().indexOf(last);
    session.trail().remove(last);
    workbench.takeBack(last.batch(), last.card().pair(), () -> keep(last, place));
    if (kept.contains(last)) {
      return;
    }
    takenBack.push(last);
    askAgain(last);
  }

  /** Shows what was judged once more; the card under review waits behind it. */
  private void askAgain(Judged judged) {
    if (judged.group() != null) {
      families.again(judged.group());
      return;
    }
    families.withdraw(judged.card());
    cards.again(judged.card());
    ReviewCard now = card.get();
    if (now != null) {
      cards.putBack(now);
    }
    set(judged.card());
  }

  /** A judgement that the disk refused is none: it is asked for once more. */
  private void forgetUnwritten() {
    for (Judged judged : List.copyOf(session.trail())) {
      if (judged.batch().failed()) {
        session.trail().remove(judged);
        askAgain(judged);
      }
    }
  }

  /** Makes the judgement taken back last again: it stands in the trail as before. */
  public void redo() {
    Judged next = takenBack.poll();
    if (next == null) {
      workbench.nothingTakenBack();
      return;
    }
    session.trail().addFirst(next);
    workbench.doAgain(next.batch(), next.card().pair(), () -> drop(next));
    if (!session.trail().contains(next)) {
      return;
    }
    if (next.group() != null) {
      families.withdraw(next.card());
      return;
    }
    cards.leave(next.card());
    if (next.card().equals(card.get())) {
      show();
    }
  }

  /** A judgement that could not be made again is none of the session any more. */
  private void drop(Judged judged) {
    session.trail().remove(judged);
    if (judged.group() == null) {
      cards.again(judged.card());
    }
  }

  /** A judgement that could not be taken back goes into the trail again, and its card away. */
  private void keep(Judged judged, int place) {
    kept.add(judged);
    takenBack.remove(judged);
    session.trail().add(Math.min(place, session.trail().size()), judged);
    if (judged.group() != null) {
      families.withdraw(judged.card());
      return;
    }
    cards.leave(judged.card());
    if (judged.card().equals(card.get())) {
      show();
    }
  }

  private void show() {
    set(cards.next());
  }

  private void set(@Nullable ReviewCard next) {
    looking.cancel();
    // Found again for the same card they would be equal to these, and nobody would hear of them.
    neighbors.set(null);
    waiting.set(cards.size());
    card.set(next);
    if (next != null) {
      // Neighbours, map and inspector follow the card: whoever judges on does not wait for them.
      workbench.tasks().whenDrawn(() -> choose(next));
    }
  }

  private void choose(ReviewCard shown) {
    if (shown.equals(card.get())) {
      look(shown);
      workbench.select(Side.SOURCE, shown.pair().source());
    }
  }

  private void look(ReviewCard now) {
    looking.cancel();
    CardNeighbors.Bases both = bases();
    OpenProject open = workbench.project();
    if (both == null || open == null) {
      neighbors.set(null);
      return;
    }
    int source = open.source().vocabulary().row(now.pair().source());
    int target = open.target().vocabulary().row(now.pair().target());
    TaskRunner.Running<CardNeighbors> running =
        workbench
            .tasks()
            .start("", (progress, cancellation) -> both.of(now, source, target, cancellation));
    looking = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            neighbors.set(found);
          }
        },
        workbench::fail);
  }

  /** Both spaces under the present alignment; null where there is none. */
  private CardNeighbors.@Nullable Bases bases() {
    Shared shared = workbench.sharedProperty().get();
    CardNeighbors.Bases ready = bases;
    if (shared == null) {
      return null;
    }
    if (ready == null || !ready.areOf(shared)) {
      ready = new CardNeighbors.Bases(shared, ready == null ? null : ready.axes(), search);
      bases = ready;
    }
    return ready;
  }

  // Queues.

  private void projectChanged() {
    OpenProject open = workbench.project();
    Workspace workspace = open == null ? null : open.workspace();
    if (workspace != reviewed) {
      reviewed = workspace;
      startAnew();
    }
  }

  /** What another judge was shown, and said, is not to be seen. */
  private void judgeChanged() {
    startAnew();
    refresh();
  }

  private void startAnew() {
    cancelMaking();
    looking.cancel();
    picking.cancel();
    cards.forget();
    narrowing.clear();
    session.restart();
    families.restart();
    kept.clear();
    takenBack.clear();
    rejected = null;
    bases = null;
    queuedFor = null;
    judgedSince = 0;
    judges.set(JudgesDiffer.NONE);
    set(null);
  }

  /** In the background, for the queue of differences. */
  private List<DoubleBlind.Case> differences(OpenProject open) {
    JudgesDiffer found = workbench.differences(open);
    workbench.tasks().onWindow(() -> judges.set(found));
    return found.cases();
  }

  private void queueChanged() {
    rejected = null;
    cards.turnTo(queue.get());
    queuedFor = null;
    show();
    if (!cards.isNarrowed(queue.get())) {
      pick();
    }
    refresh();
  }

  private void refresh() {
    OpenProject open = workbench.project();
    Shared shared = workbench.sharedProperty().get();
    if (!shown || open == null || shared == null || shared.equals(queuedFor)) {
      return;
    }
    long cost = cost(open);
    boolean first = !cards.isMade(queue.get()) || card.get() == null;
    if (cost > QUICK && !first && judgedSince < JUDGEMENTS) {
      return;
    }
    queuedFor = shared;
    judgedSince = 0;
    cancelMaking();
    ReviewQueue wanted = queue.get();
    AnchorSet anchors = workbench.anchorsProperty().get();
    working.set(true);
    boolean early = first && cost > QUICK;
    TaskRunner.Running<List<ReviewCard>> running =
        workbench
            .tasks()
            .start(
                "",
                lane,
                (progress, cancellation) -> {
                  if (early && wanted == ReviewQueue.SUGGESTED) {
                    List<ReviewCard> few = making.frequent(open, shared, anchors, cancellation);
                    workbench.tasks().onWindow(() -> take(wanted, few, cancellation));
                  }
                  return making.cards(wanted, open, shared, anchors, progress, cancellation);
                });
    underWay = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        made -> {
          take(wanted, made, running.cancellation());
          working.set(false);
        },
        failure -> {
          working.set(false);
          workbench.fail(failure);
        });
  }

  /** A judgement makes a quick queue stale: the next card is not to wait for it. */
  private void makeWay() {
    OpenProject open = workbench.project();
    if (open != null && cost(open) <= QUICK) {
      cancelMaking();
      queuedFor = null;
    }
  }

  private static long cost(OpenProject open) {
    return (long) open.source().rows() * open.target().rows() * open.source().dimensions();
  }

  private void cancelMaking() {
    if (underWay != null) {
      underWay.cancel();
      underWay = null;
    }
  }

  private void take(ReviewQueue which, List<ReviewCard> made, Cancellation cancellation) {
    if (cancellation.isCancelled()) {
      return;
    }
    cards.put(which, made);
    if (which == queue.get()) {
      pick();
    }
    ReviewCard now = card.get();
    if (which == queue.get() && now != null) {
      look(now);
    }
  }

  /** The card under review stays where it is among those wanted. */
  private void narrow() {
    cards.wantOthers();
    ReviewCard now = card.get();
    if (now != null && !narrowing.wanted().test(now)) {
      note = "";
      set(null);
    }
    pick();
  }

  /** Picks the cards that are wanted of the present queue: at once all, else in the background. */
  private void pick() {
    picking.cancel();
    ReviewQueue which = queue.get();
    List<ReviewCard> made = cards.made(which);
    if (!narrowing.activeProperty().get()) {
      picked(which, made);
      return;
    }
    Predicate<ReviewCard> wanted = narrowing.wanted();
    TaskRunner.Running<List<ReviewCard>> running =
        workbench
            .tasks()
            .start("", (progress, cancellation) -> Narrowing.pick(made, wanted, cancellation));
    picking = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            picked(which, found);
          }
        },
        workbench::fail);
  }

  private void picked(ReviewQueue which, List<ReviewCard> wanted) {
    cards.narrow(which, wanted, card.get());
    waiting.set(cards.size());
    if (card.get() == null) {
      show();
    }
  }
}
