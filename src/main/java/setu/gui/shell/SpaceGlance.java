package setu.gui.shell;

import java.util.List;
import setu.core.space.EmbeddingSpace;
import setu.core.space.SpaceSummary;
import setu.core.space.WordCounts;
import setu.core.task.Cancellation;

/**
 * What a space's card shows beside its load report.
 *
 * @param norms the lengths of its vectors as read
 * @param twins sets of words that are equal but for joiners
 * @param counted whether the curve is of counts; else the file has none, and it is of lengths
 * @param curve counts or lengths by frequency rank
 */
record SpaceGlance(
    SpaceSummary.Norms norms,
    SpaceSummary.Scripts scripts,
    int twins,
    boolean counted,
    List<SpaceSummary.RankMean> curve) {
  private static final int POINTS = 60;

  /** Looks at every row and word. */
  static SpaceGlance of(EmbeddingSpace space, Cancellation cancellation) {
    SpaceSummary.Norms norms = SpaceSummary.norms(space.vectors());
    cancellation.check();
    WordCounts counts = space.counts();
    List<SpaceSummary.RankMean> curve =
        counts == null
            ? SpaceSummary.normsByRank(space.vectors(), POINTS)
            : SpaceSummary.countsByRank(counts, POINTS);
    cancellation.check();
    SpaceSummary.Scripts scripts = SpaceSummary.scripts(space.vocabulary());
    cancellation.check();
    int twins = space.vocabulary().twinSets().size();
    return new SpaceGlance(norms, scripts, twins, counts != null, curve);
  }
}
