package setu.gui.common;

import java.nio.file.Path;
import setu.core.space.SpacePreview;

/**
 * Two files of which one at least is large: how much of them to read is asked first.
 *
 * @param limits what was answered when they were opened last; all before
 */
public record PairPreview(
    Path source, Path target, SpacePreview ofSource, SpacePreview ofTarget, RowLimits limits) {
  /** The file of one side. */
  public Path file(Side side) {
    return side == Side.SOURCE ? source : target;
  }

  /** What is in the file of one side. */
  public SpacePreview of(Side side) {
    return side == Side.SOURCE ? ofSource : ofTarget;
  }
}
