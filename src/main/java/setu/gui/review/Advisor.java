package setu.gui.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
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
import setu.core.anchor.WordPair;
import setu.core.neighbor.NeighborSearch;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;
import setu.gui.common.Workbench;

/**
 * Says beside a card what the judgements of the project would make of it. It learns in the
 * background, again after every {@value #LEARN_AFTER} judgements, and judges nothing itself.
 */
final class Advisor {
  private static final int LEARN_AFTER = 10;

  /** Judgements of each kind learnt from, the newest. */
  private static final int MOST_OF_EACH = 500;

  private final Workbench workbench;
  private final NeighborSearch search;
  private final Executor lane;
  private final ReadOnlyObjectWrapper<Advice> advice = new ReadOnlyObjectWrapper<>();
  private final Subscription following;
  private Cancellation asking = Cancellation.none();
  private @Nullable Learnt learnt;

  /** A model and what it was learnt from. */
  private record Learnt(OpenProject project, long judgements, Optional<JudgementModel> model) {}

  /** Advice for a card that changes. */
  Advisor(Workbench workbench, NeighborSearch search, ReadOnlyObjectProperty<ReviewCard> card) {
    this.workbench = workbench;
    this.search = search;
    this.lane = workbench.tasks().lane("setu-advice");
    this.following = card.subscribe(this::ask);
  }

  void dispose() {
    following.unsubscribe();
    asking.cancel();
  }

  /** The advice for the present card; null while there is none. */
  ReadOnlyObjectProperty<Advice> adviceProperty() {
    return advice.getReadOnlyProperty();
  }

  private void ask(@Nullable ReviewCard card) {
    asking.cancel();
    advice.set(null);
    OpenProject open = workbench.project();
    Shared shared = workbench.sharedProperty().get();
    if (card == null || open == null || shared == null) {
      return;
    }
    AnchorSet anchors = workbench.anchorsProperty().get();
    Learnt before = learnt;
    TaskRunner.Running<Optional<Advice>> running =
        workbench
            .tasks()
            .start(
                "",
                lane,
                (progress, cancellation) -> {
                  Learnt now = learn(before, open, shared, anchors, cancellation);
                  workbench.tasks().onWindow(() -> learnt = now);
                  return advice(card, now, open, shared, cancellation);
                });
    asking = running.cancellation();
    FxTaskRunner.whenDone(
        running.outcome(),
        found -> {
          if (!running.cancellation().isCancelled()) {
            advice.set(found.orElse(null));
          }
        },
        failure -> {
          if (!running.cancellation().isCancelled()) {
            workbench.fail(failure);
          }
        });
  }

  private Learnt learn(
      @Nullable Learnt before,
      OpenProject open,
      Shared shared,
      AnchorSet anchors,
      Cancellation cancellation) {
    long judged =
        anchors.anchors().stream()
            .filter(
                anchor ->
                    anchor.status() == AnchorStatus.REJECTED
                        || anchor.status() == AnchorStatus.ACCEPTED)
            .count();
    long rejected =
        anchors.anchors().stream()
            .filter(anchor -> anchor.status() == AnchorStatus.REJECTED)
            .count();
    // A rejected pair that was accepted before changes only one of the two.
    long judgements = judged + rejected;
    if (before != null
        && before.project().equals(open)
        && Math.abs(judgements - before.judgements()) < LEARN_AFTER
        && (before.model().isPresent() || rejected < JudgementModel.LEAST_OF_EACH)) {
      return before;
    }
    Map<WordPair, Boolean> verdicts = new HashMap<>();
    newest(anchors, AnchorStatus.ACCEPTED).forEach(pair -> verdicts.put(pair, true));
    newest(anchors, AnchorStatus.REJECTED).forEach(pair -> verdicts.put(pair, false));
    List<Judgement> seen = new ArrayList<>();
    for (PairEvidence each : evidence(List.copyOf(verdicts.keySet()), open, shared, cancellation)) {
      seen.add(new Judgement(each, verdicts.getOrDefault(each.pair(), false)));
    }
    seen.sort(
        Comparator.comparing((Judgement each) -> each.evidence().pair().source())
            .thenComparing(each -> each.evidence().pair().target()));
    return new Learnt(open, judgements, JudgementModel.of(seen, Workbench.SEED));
  }

  private static List<WordPair> newest(AnchorSet anchors, AnchorStatus status) {
    return anchors.anchors().stream()
        .filter(anchor -> anchor.status() == status)
        .sorted(Comparator.comparing(Anchor::changed).reversed())
        .limit(MOST_OF_EACH)
        .map(Anchor::pair)
        .toList();
  }

  private Optional<Advice> advice(
      ReviewCard card, Learnt now, OpenProject open, Shared shared, Cancellation cancellation) {
    return now.model()
        .flatMap(
            model ->
                evidence(List.of(card.pair()), open, shared, cancellation).stream()
                    .findFirst()
                    .map(evidence -> new Advice(card, evidence, model)));
  }

  private List<PairEvidence> evidence(
      List<WordPair> pairs, OpenProject open, Shared shared, Cancellation cancellation) {
    return PairEvidence.of(
        pairs,
        open.source().vocabulary(),
        open.target().vocabulary(),
        shared.source(),
        shared.target(),
        search,
        Progress.NONE,
        cancellation);
  }
}
