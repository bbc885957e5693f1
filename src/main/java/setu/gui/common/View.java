package setu.gui.common;

import java.util.Objects;
import javafx.scene.Node;

/** A part of the window. */
public interface View {
  /** Its node, always the same one. */
  Node node();

  /** Stops following the model, for a view that another one replaces. */
  default void dispose() {}

  /** The address of a feature's style sheet, {@code setu/gui/<name>.css}. */
  static String stylesheet(String name) {
    String file = "/setu/gui/" + name + ".css";
    return Objects.requireNonNull(View.class.getResource(file), file).toExternalForm();
  }
}
