package setu.gui.inspector;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import setu.core.space.Twin;
import setu.gui.common.Tip;
import setu.gui.common.TwinText;
import setu.gui.common.WordLabel;
import setu.gui.inspector.InspectorViewModel.Inspected;
import setu.message.Messages;

/**
 * The twins of the selected word, each with the code points in which it differs; where the word has
 * anchors, a button puts the twin into them.
 */
final class TwinsPane {
  private final InspectorViewModel model;
  private final Messages messages;
  private final Function<String, Node> link;

  /**
   * @param link makes the way to a word of the same space
   */
  TwinsPane(InspectorViewModel model, Messages messages, Function<String, Node> link) {
    this.model = model;
    this.messages = messages;
    this.link = link;
  }

  /** The row of twins; null where there are none. */
  @Nullable Node of(Inspected inspected) {
    List<Twin> twins = model.twins();
    if (twins.isEmpty()) {
      return null;
    }
    FlowPane row = new FlowPane(new Label(messages.text("gui.inspector.twins")));
    row.getStyleClass().add("inspector-links");
    int anchors = inspected.anchors().size();
    for (Twin twin : twins) {
      row.getChildren()
          .addAll(link.apply(twin.word()), anchors == 0 ? difference(twin) : button(twin, anchors));
    }
    return row;
  }

  private Node difference(Twin twin) {
    Label label = new Label(twin.signed());
    label.getStyleClass().addAll("text-muted", "twin-difference");
    Tip.on(label, TwinText.differences(twin, messages));
    return label;
  }

  private Node button(Twin twin, int anchors) {
    Button button = new Button(twin.signed());
    button.getStyleClass().addAll("flat", "small", "twin", "twin-difference");
    String help =
        messages.text(
            "gui.inspector.takeTwin", twin.word(), anchors, TwinText.differences(twin, messages));
    Tip.on(button, help, WordLabel.STYLE);
    button.setAccessibleText(help);
    button.setOnAction(e -> model.adopt(twin));
    return button;
  }
}
