package setu.gui.common;

import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;

/**
 * What the journal's lane tells the window of the dictionary.
 *
 * @param torn whether a torn last line of the journal was put aside on opening
 */
record DictionaryState(AnchorSet anchors, boolean canUndo, boolean canRedo, boolean torn) {
  static DictionaryState of(AnchorHistory history) {
    return new DictionaryState(
        history.current().ready(), history.canUndo(), history.canRedo(), history.torn() != null);
  }
}
