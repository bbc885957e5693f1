package setu.gui.review;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.align.AnchorAudit;
import setu.core.align.KeptAudit;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.DoubleBlind;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.JudgesDiffer;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;
import setu.gui.common.Workbench;

/**
 * Makes queues in the background, anew when the mapping has changed: a quick one after every
 * judgement, another one after several. A newer run takes the place of an older. Suspects that take
 * long are kept in the project, and shown at once the next time.
 */
final class QueueWork {
  /** Multiplications up to which a queue is made anew after every judgement. */
  private static final long QUICK = 4_000_000_000L;

  /** Judgements after which a queue that takes longer is made anew. */
  private static final int JUDGEMENTS = 25;

  /** Where a project keeps its suspects, in its folder for what can be computed again. */
  private static final String SUSPECTS = "suspects.json";

  private final Workbench workbench;
  private final BiConsumer<ReviewQueue, List<ReviewCard>> taken;
  private final QueueMaking making;
  private final Executor lane;
  private final long quick;
  private final ReadOnlyObjectWrapper<@Nullable Instant> asOf = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
  private boolean cancelled;
  private final ReadOnlyObjectWrapper<JudgesDiffer> judges =
      new ReadOnlyObjectWrapper<>(JudgesDiffer.NONE);

  /** Queues that show some cards, or those of before, until all of them are made. */
  private final Set<ReviewQueue> begun = EnumSet.noneOf(ReviewQueue.class);

  private @Nullable Shared madeFor;
  private @Nullable Cancellation underWay;
  private boolean turned;
  private int judged;

  /**
   * Of a window.
   *
   * @param taken given the cards of a queue, on the window's thread
   */
  QueueWork(
      Workbench workbench,
      NeighborSearch search,
      SampleModel sample,
      BiConsumer<ReviewQueue, List<ReviewCard>> taken) {
    this(workbench, search, sample, taken, QUICK);
  }

  /** {@code quick}: multiplications up to which a queue is quickly made. */
  QueueWork(
      Workbench workbench,
      NeighborSearch search,
      SampleModel sample,
      BiConsumer<ReviewQueue, List<ReviewCard>> taken,
      long quick) {
    this.workbench = workbench;
    this.quick = quick;
    this.taken = taken;
    this.making = new QueueMaking(search, this::differences, sample::of);
    this.lane = workbench.tasks().lane("setu-review");
  }

  /** Whether a queue is being made. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Whether the person cancelled the making of the queue, which was not begun again since. */
  boolean isCancelled() {
    return cancelled;
  }

  /** When the cards that are shown were made, until they are made anew; else null. */
  ReadOnlyObjectProperty<@Nullable Instant> asOfProperty() {
    return asOf.getReadOnlyProperty();
  }

  /** How far two judges agree, once the queue of differences was made. */
  ReadOnlyObjectProperty<JudgesDiffer> judgesProperty() {
    return judges.getReadOnlyProperty();
  }

  /** In the background, for the queue of differences. */
  private List<DoubleBlind.Case> differences(OpenProject open, Cancellation own) {
    JudgesDiffer found = workbench.journal().differences(open);
    workbench
        .tasks()
        .onWindow(
            () -> {
              if (!own.isCancelled()) {
                judges.set(found);
              }
            });
    return found.cases();
  }

  /** Forgets all, for another project. */
  void restart() {
    cancel();
    asOf.set(null);
    begun.clear();
    madeFor = null;
    cancelled = false;
    judged = 0;
    judges.set(JudgesDiffer.NONE);
  }

  /** Another queue is looked at: it is made whatever the last one was made for. */
  void turn() {
    asOf.set(null);
    madeFor = null;
    cancelled = false;
    turned = true;
  }

  /** A judgement makes a quick queue stale: the next card is not to wait for it. */
  void judged() {
    judged++;
    OpenProject open = workbench.project();
    if (open != null && !isSlow(open)) {
      cancel();
      madeFor = null;
    }
  }

  /** Gives up what is being made. */
  void cancel() {
    if (underWay != null) {
      underWay.cancel();
      underWay = null;
    }
    working.set(false);
  }

  /**
   * Makes a queue for the present mapping, unless that was done or takes too long to be done again
   * yet.
   *
   * @param first whether there is no card yet: some come at once, where all take long
   */
  void make(ReviewQueue wanted, boolean first) {
    OpenProject open = workbench.project();
    Shared shared = workbench.sharedProperty().get();
    if (open == null || shared == null || shared.equals(madeFor)) {
      return;
    }
    boolean slow = isSlow(open);
    // Of a queue that was left before all of it was made, all is still to come.
    boolean starts = first || (turned && begun.contains(wanted));
    if (slow && !starts && judged < JUDGEMENTS) {
      return;
    }
    cancel();
    turned = false;
    cancelled = false;
    madeFor = shared;
    judged = 0;
    AnchorSet anchors = workbench.anchorsProperty().get();
    working.set(true);
    boolean early = starts && slow && wanted == ReviewQueue.SUGGESTED;
    // What a judge sees is not for everybody.
    boolean keeps =
        slow && wanted == ReviewQueue.SUSPECT && workbench.judgeProperty().get().isEmpty();
    TaskRunner.Running<List<ReviewCard>> running =
        workbench
            .tasks()
            .start(
                "",
                lane,
                (progress, cancellation) -> {
                  if (early) {
                    List<ReviewCard> few = making.frequent(open, shared, anchors, cancellation);
                    workbench.tasks().onWindow(() -> begin(wanted, few, cancellation));
                  }
                  if (keeps && starts) {
                    showKept(open, shared, anchors, cancellation);
                  }
                  List<ReviewCard> cards =
                      making.cards(wanted, open, shared, anchors, progress, cancellation);
                  if (keeps && !cancellation.isCancelled()) {
                    keep(open, cards);
                  }
                  return cards;
                });
    Cancellation own = running.cancellation();
    underWay = own;
    FxTaskRunner.whenDone(
        running.outcome(),
        made -> {
          take(wanted, made, own);
          end(own);
        },
        failure -> {
          end(own);
          workbench.fail(failure);
        });
  }

  private void showKept(
      OpenProject open, Shared shared, AnchorSet anchors, Cancellation cancellation) {
    KeptAudit kept = KeptAudit.read(suspects(open));
    List<ReviewCard> cards =
        kept == null ? List.of() : ReviewQueue.suspect(kept.of(shared.anchors()), anchors);
    if (kept != null && !cards.isEmpty()) {
      workbench
          .tasks()
          .onWindow(
              () -> {
                if (!cancellation.isCancelled()) {
                  asOf.set(kept.when());
                }
                begin(ReviewQueue.SUSPECT, cards, cancellation);
              });
    }
  }

  /** The cards of every audited anchor, suspect or not, in their order. */
  private static void keep(OpenProject open, List<ReviewCard> cards) {
    if (!open.workspace().readOnly()) {
      List<AnchorAudit.Audited> audited =
          cards.stream().map(ReviewCard::audited).filter(Objects::nonNull).toList();
      new KeptAudit(Instant.now().truncatedTo(ChronoUnit.SECONDS), audited).write(suspects(open));
    }
  }

  private static Path suspects(OpenProject open) {
    return open.workspace().cache().resolve(SUSPECTS);
  }

  /** Cards to go on with until all are made. */
  private void begin(ReviewQueue wanted, List<ReviewCard> some, Cancellation own) {
    if (!own.isCancelled()) {
      begun.add(wanted);
      taken.accept(wanted, some);
    }
  }

  private void take(ReviewQueue wanted, List<ReviewCard> made, Cancellation own) {
    if (!own.isCancelled()) {
      begun.remove(wanted);
      taken.accept(wanted, made);
      asOf.set(null);
    }
  }

  /** A run that another took the place of says nothing of that one. */
  private void end(Cancellation own) {
    if (own.equals(underWay)) {
      underWay = null;
      cancelled = own.isCancelled();
      working.set(false);
    }
  }

  private boolean isSlow(OpenProject open) {
    return (long) open.source().rows() * open.target().rows() * open.source().dimensions() > quick;
  }
}
