package setu.gui.scorecard;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Shows the scores. */
public final class ScoresView implements View {
  private final StackPane node = new StackPane();

  /** The view of a window's model, in one language. */
  public ScoresView(Workbench workbench, Messages messages) {}

  @Override
  public Node node() {
    return node;
  }
}
