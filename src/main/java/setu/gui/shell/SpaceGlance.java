package setu.gui.shell;

import setu.core.space.EmbeddingSpace;
import setu.core.space.SpaceSummary;
import setu.core.task.Cancellation;

/**
 * What a space's card shows beside its load report.
 *
 * @param norms the lengths of its vectors as read
 * @param twins sets of words that are equal but for joiners
 */
record SpaceGlance(SpaceSummary.Norms norms, SpaceSummary.Scripts scripts, int twins) {
  /** Looks at every row and word once. */
  static SpaceGlance of(EmbeddingSpace space, Cancellation cancellation) {
    SpaceSummary.Norms norms = SpaceSummary.norms(space.vectors());
    cancellation.check();
    SpaceSummary.Scripts scripts = SpaceSummary.scripts(space.vocabulary());
    cancellation.check();
    return new SpaceGlance(norms, scripts, space.vocabulary().twinSets().size());
  }
}
