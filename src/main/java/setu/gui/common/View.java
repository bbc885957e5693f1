package setu.gui.common;

import javafx.scene.Node;

/** A part of the window. */
public interface View {
  /** Its node, always the same one. */
  Node node();
}
