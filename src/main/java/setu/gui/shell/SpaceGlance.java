package setu.gui.shell;

import java.util.List;
import setu.core.space.EmbeddingSpace;
import setu.core.space.SpaceSummary;
import setu.core.task.Cancellation;

/**
 * What a space's card shows beside its load report.
 *
 * @param norms the lengths of its vectors as read
 * @param twins sets of words that are equal but for joiners
 * @param curve the lengths by frequency rank
 */
record SpaceGlance(
    SpaceSummary.Norms norms,
    SpaceSummary.Scripts scripts,
    int twins,
    List<SpaceSummary.RankNorm> curve) {
  private static final int POINTS = 60;

  /** Looks at every row and word. */
  static SpaceGlance of(EmbeddingSpace space, Cancellation cancellation) {
    SpaceSummary.Norms norms = SpaceSummary.norms(space.vectors());
    cancellation.check();
    List<SpaceSummary.RankNorm> curve = SpaceSummary.normsByRank(space.vectors(), POINTS);
    cancellation.check();
    SpaceSummary.Scripts scripts = SpaceSummary.scripts(space.vocabulary());
    cancellation.check();
    return new SpaceGlance(norms, scripts, space.vocabulary().twinSets().size(), curve);
  }
}
