package setu.gui.common;

import org.jspecify.annotations.Nullable;
import setu.core.align.SampledCheck;
import setu.core.workspace.Workspace;

/**
 * The sampled checks of a project, kept in its settings: every draw, the last one counts. Belongs
 * to the lane of the journal.
 */
final class KeptSample {
  private static final String SETTING = "samples";

  private KeptSample() {}

  /** The sample drawn last; null where none was. */
  static @Nullable SampledCheck last(Workspace workspace) {
    String kept = workspace.settings().getOrDefault(SETTING, "");
    return SampledCheck.restored(kept.substring(kept.lastIndexOf(',') + 1), workspace.anchors());
  }

  /** Draws another sample, by the next seed; it is kept where the project can be written. */
  static SampledCheck draw(Workspace workspace) {
    SampledCheck before = last(workspace);
    long seed = before == null ? Workbench.SEED : before.seed() + 1;
    SampledCheck drawn = SampledCheck.draw(workspace.anchors().current(), seed);
    if (drawn.size() > 0 && !workspace.readOnly()) {
      String kept = workspace.settings().getOrDefault(SETTING, "");
      workspace.setSetting(SETTING, kept.isEmpty() ? drawn.kept() : kept + "," + drawn.kept());
    }
    return drawn;
  }
}
