package setu.gui.anchors;

import javafx.scene.Node;

/** A question that stands over the table while the table can still be used. */
interface Strip {
  /** Its node, always the same one. */
  Node node();

  /** Takes the keyboard. */
  void focus();

  /** Follows the table and the dictionary. */
  default void refresh() {}

  /** It is gone: what it began is given up. */
  default void leave() {}
}
