package setu.gui.map;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Shows the map. */
public final class MapView implements View {
  private final StackPane node = new StackPane();

  /** The view of a window's model, in one language. */
  public MapView(Workbench workbench, Messages messages) {}

  /** Puts the cursor into the search field. */
  public void search() {}

  @Override
  public Node node() {
    return node;
  }
}
