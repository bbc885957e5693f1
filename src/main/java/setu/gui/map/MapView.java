package setu.gui.map;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Shows the map. */
public final class MapView implements View {
  private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
  private final StackPane node = new StackPane();

  /** The view of a window's model, in one language. */
  public MapView(Workbench workbench, Messages messages) {
    ready.bind(workbench.sharedProperty().isNotNull());
  }

  /** Whether the project's words are laid out and drawn. */
  public ReadOnlyBooleanProperty readyProperty() {
    return ready.getReadOnlyProperty();
  }

  /** Puts the cursor into the search field. */
  public void search() {}

  @Override
  public Node node() {
    return node;
  }
}
