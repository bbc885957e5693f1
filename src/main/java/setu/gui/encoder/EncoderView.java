package setu.gui.encoder;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** Shows the encoder. */
public final class EncoderView implements View {
  private final StackPane node = new StackPane();

  /** The view of a window's model, in one language. */
  public EncoderView(Workbench workbench, Messages messages) {}

  @Override
  public Node node() {
    return node;
  }
}
