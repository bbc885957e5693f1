package setu.gui.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.align.JudgementModel;
import setu.core.align.JudgementModel.Judgement;
import setu.core.align.PairEvidence;
import setu.core.align.ReviewCard;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.WordPair;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.core.workspace.Workspace;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;

/**
 * Says beside a card what the judgements of the project would make of it. It learns in the
 * background, again after every {@value #LEARN_AFTER} judgements, and judges nothing itself.
 *
 * <p>It learns from as many accepted as rejected pairs, the newest of each: a dictionary that came
 * in as accepted would otherwise outweigh all that a person said. A judge who works double-blind is
 * advised by the judge's own judgements alone.
 */
final class Advisor {
  private static final int LEARN_AFTER = 10;

  /** Judgements of each kind learnt from at most. */
  private static final int MOST_OF_EACH = 500;

  private final Workbench workbench;
  private final Supplier<CardNeighbors.@Nullable Bases> bases;
  private final ReadOnlyObjectProperty<ReviewCard> card;
  private final Executor lane;
  private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>();
  private final Subscription following;
  private Cancellation asking = Cancellation.none();
  private Cancellation learning = Cancellation.none();
  private boolean learns;
  private @Nullable Learnt learnt;

  /** The dictionary of which nothing is learnt any more, until there is another. */
  private @Nullable AnchorSet left;

  /** What came of learning: a model, or none yet. */
  private record Learnt(Workspace project, long judgements, Optional<JudgementModel> model) {}

  /**
   * Advice for a card that changes.
   *
   * @param bases both spaces under the present alignment; null where there is none
   */
  Advisor(
      Workbench workbench,
      Supplier<CardNeighbors.@Nullable Bases> bases,
      ReadOnlyObjectProperty<ReviewCard> card) {
    this.workbench = workbench;
    this.bases = bases;
    this.card = card;
    this.lane = workbench.tasks().lane("setu-advice");
    this.following =
        Subscription.combine(
            card.subscribe(this::ask),
            workbench.judgeProperty().subscribe((before, now) -> judgeChanged()),
            workbench.anchorsProperty().subscribe((before, now) -> edited()));
  }

  void dispose() {
    following.unsubscribe();
    asking.cancel();
    learning.cancel();
  }

  /** The advice for the present card; null while there is none. */
  ReadOnlyObjectProperty<Advice> adviceProperty() {
    return advice.getReadOnlyProperty();
  }

  /** A judgement is about to be taken back: it is learnt anew from what then stands. */
  void takeBack() {
    forget();
    left = workbench.anchorsProperty().get();
  }

  private void judgeChanged() {
    forget();
    ask(card.get());
  }

  private void edited() {
    if (learnt == null) {
      ask(card.get());
    }
  }

  private void forget() {
    asking.cancel();
    learning.cancel();
    learns = false;
    learnt = null;
    left = null;
    advice.set(null);
  }

  private void ask(@Nullable ReviewCard now) {
    asking.cancel();
    advice.set(null);
    OpenProject open = workbench.project();
    Learnt known = learnt;
    if (known != null && (open == null || known.project() != open.workspace())) {
      forget();
      known = null;
    }
    CardNeighbors.Bases both = bases.get();
    if (now == null || open == null || both == null) {
      return;
    }
    AnchorSet anchors = workbench.anchorsProperty().get();
    if (anchors == left) {
      return;
    }
    long rejected = count(anchors, AnchorStatus.REJECTED);
    long judgements = rejected + count(anchors, AnchorStatus.ACCEPTED);
    if (!learns
        && rejected >= JudgementModel.LEAST_OF_EACH
        && (known == null || Math.abs(judgements - known.judgements()) >= LEARN_AFTER)) {
      learn(open, both, anchors, judgements);
    }
    if (known != null && known.model().isPresent()) {
      advise(now, known.model().get(), open, both);
    }
  }

  private void advise(
      ReviewCard now, JudgementModel model, OpenProject open, CardNeighbors.Bases both) {
    TaskRunner.Running<List<PairEvidence>> running =
        workbench
            .tasks()
            .start(
                "",
                (progress, cancellation) ->
                    both.evidence(
                        List.of(now.pair()),
                        open.source().vocabulary(),
                        open.target().vocabulary(),
                        cancellation));
    asking = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled() && !found.isEmpty()) {
            advice.set(new Advice(now, found.getFirst(), model));
          }
        },
        failure -> {
          if (!running.cancellation().isCancelled()) {
            workbench.fail(failure);
          }
        });
  }

  /** No new card stops it: whoever judges quickly would never get advice. */
  private void learn(
      OpenProject open, CardNeighbors.Bases both, AnchorSet anchors, long judgements) {
    learns = true;
    Predicate<Anchor> own = own();
    TaskRunner.Running<Optional<JudgementModel>> running =
        workbench
            .tasks()
            .start(
                "",
                lane,
                (progress, cancellation) ->
                    model(
                        open, both, anchors.anchors().stream().filter(own).toList(), cancellation));
    learning = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        model -> {
          if (!running.cancellation().isCancelled()) {
            learns = false;
            learnt = new Learnt(open.workspace(), judgements, model);
            ask(card.get());
          }
        },
        failure -> {
          if (!running.cancellation().isCancelled()) {
            learns = false;
            workbench.fail(failure);
          }
        });
  }

  /** How many of a status may be learnt from. */
  private long count(AnchorSet anchors, AnchorStatus status) {
    return workbench.judgeProperty().get().isEmpty()
        ? anchors.count(status)
        : anchors.anchors().stream()
            .filter(anchor -> anchor.status() == status)
            .filter(own())
            .count();
  }

  /** What may be learnt from: all, or what the judge said, where one does not see the others. */
  private Predicate<Anchor> own() {
    String judge = workbench.judgeProperty().get();
    return anchor ->
        judge.isEmpty()
            || (DoubleBlind.isJudgedBy(judge, anchor)
                && !anchor.tags().contains(DoubleBlind.ADJUDICATED));
  }

  private static Optional<JudgementModel> model(
      OpenProject open, CardNeighbors.Bases both, List<Anchor> anchors, Cancellation cancellation) {
    List<WordPair> rejected = newest(anchors, AnchorStatus.REJECTED, MOST_OF_EACH);
    Map<WordPair, Boolean> verdicts = new LinkedHashMap<>();
    newest(anchors, AnchorStatus.ACCEPTED, rejected.size())
        .forEach(pair -> verdicts.put(pair, true));
    rejected.forEach(pair -> verdicts.put(pair, false));
    List<Judgement> seen = new ArrayList<>();
    for (PairEvidence each :
        both.evidence(
            List.copyOf(verdicts.keySet()),
            open.source().vocabulary(),
            open.target().vocabulary(),
            cancellation)) {
      seen.add(new Judgement(each, verdicts.getOrDefault(each.pair(), false)));
    }
    return JudgementModel.of(seen, Workbench.SEED);
  }

  private static List<WordPair> newest(List<Anchor> anchors, AnchorStatus status, int most) {
    return anchors.stream()
        .filter(anchor -> anchor.status() == status)
        .sorted(Comparator.comparing(Anchor::changed).reversed())
        .limit(most)
        .map(Anchor::pair)
        .toList();
  }
}
