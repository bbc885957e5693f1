package setu.gui.anchors;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import setu.core.align.AnchorWeights;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.WordPair;
import setu.core.evaluate.DevelopmentSplit;
import setu.core.evaluate.SufficientDictionary;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;

/** Looks for a small part of the accepted pairs that aligns nearly as well as all of them. */
final class Reduction {
  /** How many of the source words are kept aside to measure on. */
  private static final double ASIDE = 0.2;

  /**
   * What was found.
   *
   * @param ids the small dictionary
   * @param of pairs that it was chosen from
   * @param aside pairs kept aside to measure on
   * @param precision its P@1 on these, per cent
   * @param whole P@1 of all that it was chosen from, per cent
   * @param complete false where it was stopped: a smaller one may exist
   */
  record Found(Set<Long> ids, int of, int aside, double precision, double whole, boolean complete) {
    /** Copies the set. */
    Found {
      ids = Set.copyOf(ids);
    }
  }

  private final Workbench workbench;
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private TaskRunner.@Nullable Running<Found> running;

  Reduction(Workbench workbench) {
    this.workbench = workbench;
  }

  /** Whether one is being looked for. */
  ReadOnlyBooleanProperty lookingProperty() {
    return looking.getReadOnlyProperty();
  }

  /**
   * Looks for one in the background, under {@code name} in the status bar.
   *
   * @param loss points of P@1 that may be lost, at least 0
   * @param told told what was found, unless it was stopped before
   */
  void find(String name, double loss, Consumer<Found> told) {
    OpenProject open = workbench.project();
    if (open == null || looking.get()) {
      return;
    }
    AnchorSet now = workbench.anchorsProperty().get();
    AnchorWeights weighting = workbench.settings().weightingProperty().get();
    looking.set(true);
    TaskRunner.Running<Found> begun =
        workbench
            .tasks()
            .start(name, (progress, work) -> find(open, now, weighting, loss, progress, work));
    running = begun;
    FxTaskRunner.whenDone(
        begun.outcome(),
        found -> {
          if (begun.equals(running)) {
            stop();
            told.accept(found);
          }
        },
        failure -> {
          if (begun.equals(running)) {
            stop();
            workbench.fail(failure);
          }
        });
  }

  /** Gives up looking. */
  void stop() {
    TaskRunner.Running<Found> begun = running;
    running = null;
    looking.set(false);
    if (begun != null) {
      begun.cancellation().cancel();
    }
  }

  private static Found find(
      OpenProject open,
      AnchorSet now,
      AnchorWeights weighting,
      double loss,
      Progress progress,
      Cancellation cancellation) {
    EmbeddingSpace source = open.source();
    EmbeddingSpace target = open.target();
    DevelopmentSplit split =
        DevelopmentSplit.of(now.accepted().stream().distinct().toList(), ASIDE, Workbench.SEED);
    SufficientDictionary.Result result;
    try {
      result =
          new SufficientDictionary(
                  source.vocabulary(),
                  Normalization.UNIT.apply(source.vectors()),
                  target.vocabulary(),
                  Normalization.UNIT.apply(target.vectors()),
                  NeighborSearches.best())
              .of(split.training(), split.development(), weighting, loss, progress, cancellation);
    } catch (AlignmentFault fault) {
      throw new AlignmentFault(fault.problem(), open.workspace().folder(), fault.detail());
    }
    Set<WordPair> kept = new HashSet<>(result.pairs());
    Set<Long> ids =
        now.anchors().stream()
            .filter(anchor -> anchor.status() == AnchorStatus.ACCEPTED)
            .filter(anchor -> kept.contains(anchor.pair()))
            .map(Anchor::id)
            .collect(Collectors.toSet());
    return new Found(
        ids,
        split.training().size(),
        split.development().size(),
        result.precision(),
        result.whole(),
        result.complete());
  }
}
