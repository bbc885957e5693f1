package setu.gui.map;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import setu.message.Messages;

/** From where the source stood to where the alignment put it. */
final class MorphSlider {
  private final HBox node = new HBox(10);

  MorphSlider(MapViewModel model, Messages messages) {
    Slider slider = new Slider(0, 1, 1);
    slider.setBlockIncrement(0.1);
    slider.setAccessibleText(messages.text("gui.map.morph"));
    slider.valueProperty().bindBidirectional(model.alignedProperty());
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label steps = new Label(messages.text("gui.map.steps"));
    steps.getStyleClass().add("caption");
    Button before = end(messages.text("gui.map.unaligned"), () -> model.alignedProperty().set(0));
    Button after = end(messages.text("gui.map.aligned"), () -> model.alignedProperty().set(1));
    node.getChildren().addAll(before, slider, after, steps);
    node.getStyleClass().addAll("map-panel", "map-morph");
    node.setAlignment(Pos.CENTER_LEFT);
    node.setPrefWidth(520);
    node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    node.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.layoutsProperty().get() != null
                        && model.layoutsProperty().get().unaligned() != null,
                model.layoutsProperty()));
  }

  Node node() {
    return node;
  }

  private static Button end(String text, Runnable action) {
    Button button = new Button(text);
    button.getStyleClass().addAll("flat", "map-morph-end");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return button;
  }
}
