package setu.gui.common;

import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/** A pop-over in the theme's own colours, where ControlsFX draws a white one in every theme. */
public final class ThemedPopOver extends PopOver {
  /** A pop-over around a content. */
  public ThemedPopOver(Node content) {
    super(content);
    getRoot().getStylesheets().addAll(View.stylesheet("popover"), View.stylesheet("focus"));
    FocusRing.in(getScene());
  }
}
