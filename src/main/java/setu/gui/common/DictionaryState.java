package setu.gui.common;

import setu.core.align.AnchorWeights;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;
import setu.core.workspace.Workspace;

/**
 * What the journal's lane tells the window of the dictionary.
 *
 * @param anchors as whoever works on it may see them
 * @param judge who does not see what others said; empty where nobody
 * @param weighting how much the inflections of a pair count in the mapping together
 * @param torn whether a torn last line of the journal was put aside on opening
 */
record DictionaryState(
    AnchorSet anchors,
    String judge,
    AnchorWeights.Property weighting,
    boolean canUndo,
    boolean canRedo,
    boolean torn) {
  static DictionaryState of(Workspace workspace) {
    AnchorHistory history = workspace.anchors();
    return new DictionaryState(
        workspace.seen().ready(),
        workspace.judge(),
        KeptWeighting.of(workspace),
        history.canUndo(),
        history.canRedo(),
        history.torn() != null);
  }
}
