package setu.gui.common;

import java.util.List;
import setu.core.anchor.WordPair;
import setu.core.space.EmbeddingSpace;
import setu.core.workspace.Workspace;

/** A project whose spaces are read. */
public record OpenProject(
    Workspace workspace, EmbeddingSpace source, EmbeddingSpace target, List<WordPair> test) {
  /** The space of one side. */
  public EmbeddingSpace space(Side side) {
    return side == Side.SOURCE ? source : target;
  }
}
