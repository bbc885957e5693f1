package setu.gui.map;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import setu.gui.map.MapLayout.Method;
import setu.gui.map.MapViewModel.Colouring;
import setu.message.Messages;

/** What can be chosen over the map: layout, colour, what is drawn besides, and the search. */
final class MapToolbar {
  private final FlowPane node = new FlowPane(8, 6);
  private final Messages messages;
  private final MapViewModel model;

  MapToolbar(MapViewModel model, Messages messages, Node search) {
    this.model = model;
    this.messages = messages;
    node.getStyleClass().add("map-toolbar");
    node.setPickOnBounds(false);
    node.setAlignment(Pos.TOP_LEFT);
    node.setRowValignment(VPos.CENTER);
    node.setMaxHeight(Region.USE_PREF_SIZE);
    node.getChildren()
        .addAll(
            methods(),
            colouring(),
            segment(
                toggle("gui.map.anchors", model.anchorsShownProperty()),
                toggle("gui.map.density", model.densityShownProperty())),
            search);
  }

  Node node() {
    return node;
  }

  private Node methods() {
    ToggleGroup group = new ToggleGroup();
    Map<Method, ToggleButton> buttons = new EnumMap<>(Method.class);
    for (Method method : Method.values()) {
      ToggleButton button = new ToggleButton(messages.text("gui.map.method." + method));
      button.setToggleGroup(group);
      button.setDisable(!model.has(method));
      button.setTooltip(new Tooltip(messages.text("gui.map.methodAbout." + method)));
      button.setAccessibleHelp(messages.text("gui.map.methodAbout." + method));
      button.setOnAction(
          e -> {
            // A chosen one stays chosen when it is pressed again.
            button.setSelected(true);
            model.methodProperty().set(method);
          });
      buttons.put(method, button);
    }
    model
        .methodProperty()
        .subscribe(
            method -> {
              ToggleButton button = buttons.get(method);
              if (button != null) {
                button.setSelected(true);
              }
            });
    return segment(buttons.values().toArray(ToggleButton[]::new));
  }

  private static HBox segment(ToggleButton... buttons) {
    HBox box = new HBox(buttons);
    box.getStyleClass().add("map-segment");
    box.setMaxHeight(Region.USE_PREF_SIZE);
    for (int i = 0; i < buttons.length; i++) {
      if (buttons.length > 1) {
        buttons[i]
            .getStyleClass()
            .add(i == 0 ? "left-pill" : i == buttons.length - 1 ? "right-pill" : "center-pill");
      }
    }
    return box;
  }

  private ToggleButton toggle(String key, BooleanProperty property) {
    ToggleButton button = new ToggleButton(messages.text(key));
    button.setTooltip(new Tooltip(messages.text("gui.map.about." + key.substring(8))));
    button.selectedProperty().bindBidirectional(property);
    return button;
  }

  private Node colouring() {
    ComboBox<Colouring> box = new ComboBox<>();
    box.getItems().addAll(Colouring.values());
    box.setAccessibleText(messages.text("gui.map.colouring"));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Colouring colouring) {
            return colouring == null
                ? ""
                : messages.text("gui.map.colour", messages.text("gui.map.colour." + colouring));
          }

          @Override
          public Colouring fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    box.valueProperty().bindBidirectional(model.colouringProperty());
    return box;
  }
}
