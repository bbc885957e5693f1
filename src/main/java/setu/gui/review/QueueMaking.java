package setu.gui.review;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import setu.core.align.AnchorAudit;
import setu.core.align.AnchorNearness;
import setu.core.align.Induction;
import setu.core.align.ReviewCard;
import setu.core.align.ReviewQueue;
import setu.core.align.SampledCheck;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.DoubleBlind;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.KeptScalings;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;

/** Makes the cards of a queue from one state of a project, in the background. */
final class QueueMaking {
  /** Words of each side that the first suggestions are looked for among. */
  private static final int FREQUENT = 4000;

  private final NeighborSearch search;
  private final BiFunction<OpenProject, Cancellation, List<DoubleBlind.Case>> differences;
  private final Function<OpenProject, SampledCheck> sample;

  /**
   * Of a search.
   *
   * @param differences on what the judges of a project differ
   * @param sample the pairs of a project drawn by chance
   */
  QueueMaking(
      NeighborSearch search,
      BiFunction<OpenProject, Cancellation, List<DoubleBlind.Case>> differences,
      Function<OpenProject, SampledCheck> sample) {
    this.search = search;
    this.differences = differences;
    this.sample = sample;
  }

  /** All cards of a queue, the first to judge first. */
  List<ReviewCard> cards(
      ReviewQueue queue,
      OpenProject open,
      Shared shared,
      AnchorSet anchors,
      Progress progress,
      Cancellation cancellation) {
    return switch (queue) {
      case SUGGESTED ->
          ReviewQueue.suggested(
              AnchorNearness.of(
                  Induction.quick(
                      shared.source(),
                      search.prepare(shared.target()),
                      Retrieval.Csls.DEFAULT,
                      search,
                      progress,
                      cancellation),
                  shared.source(),
                  shared.anchors(),
                  search,
                  cancellation),
              open.source().vocabulary(),
              open.target().vocabulary(),
              anchors);
      case SUSPECT ->
          shared.anchors().size() == 0
              ? List.of()
              : ReviewQueue.suspect(
                  AnchorAudit.of(
                      shared.unaligned(),
                      shared.target(),
                      shared.anchors(),
                      shared.weighting(),
                      search,
                      KeptScalings.ofUser(),
                      progress,
                      cancellation),
                  anchors);
      case IMPORTED -> ReviewQueue.imported(anchors);
      case CONFLICTS -> ReviewQueue.conflicts(anchors);
      case DIFFERENCES -> ReviewQueue.differences(differences.apply(open, cancellation));
      case SAMPLED -> sample.apply(open).open(anchors);
    };
  }

  /** Suggestions among the most frequent words, at once. */
  List<ReviewCard> frequent(
      OpenProject open, Shared shared, AnchorSet anchors, Cancellation cancellation) {
    return ReviewQueue.suggested(
        Induction.quick(
            first(shared.source()),
            search.prepare(first(shared.target())),
            Retrieval.Csls.DEFAULT,
            search,
            Progress.NONE,
            cancellation),
        open.source().vocabulary(),
        open.target().vocabulary(),
        anchors);
  }

  private static FloatMatrix first(FloatMatrix rows) {
    return rows.slice(0, Math.min(FREQUENT, rows.rows()));
  }
}
