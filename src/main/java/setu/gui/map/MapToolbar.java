package setu.gui.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import setu.gui.common.Tip;
import setu.gui.map.MapLayout.Method;
import setu.message.Messages;

/** What can be chosen over the map: layout, colour, what is drawn besides, and further controls. */
final class MapToolbar {
  private final FlowPane node = new FlowPane(6, 6);
  private final Messages messages;
  private final MapViewModel model;

  MapToolbar(MapViewModel model, Messages messages, Node... further) {
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
            dimensions(),
            words(),
            colouring(),
            segment(
                toggle("gui.map.trust", model.trustShownProperty()),
                toggle("gui.map.anchors", model.anchorsShownProperty()),
                toggle("gui.map.density", model.densityShownProperty())));
    node.getChildren().addAll(further);
  }

  Node node() {
    return node;
  }

  private Node methods() {
    HBox methods =
        choice(
            model.methodProperty(),
            List.of(Method.values()),
            "gui.map.method.",
            "gui.map.methodAbout.");
    List<Method> all = List.of(Method.values());
    for (int i = 0; i < all.size(); i++) {
      methods.getChildren().get(i).setDisable(!model.has(all.get(i)));
    }
    return methods;
  }

  private Node dimensions() {
    return choice(
        model.dimensionsProperty(),
        List.of(2, 3),
        "gui.map.dimensions.",
        "gui.map.dimensionsAbout.");
  }

  /** One of several values, a button each. */
  private <T> HBox choice(
      ObjectProperty<T> property, List<T> values, String key, String keyOfHelp) {
    ToggleGroup group = new ToggleGroup();
    Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    for (T value : values) {
      ToggleButton button = new ToggleButton(messages.text(key + value));
      button.setToggleGroup(group);
      Tip.on(button, messages.text(keyOfHelp + value));
      button.setOnAction(
          e -> {
            // A chosen one stays chosen when it is pressed again.
            button.setSelected(true);
            property.set(value);
          });
      buttons.put(value, button);
    }
    property.subscribe(
        value -> {
          ToggleButton button = buttons.get(value);
          if (button != null) {
            button.setSelected(true);
          }
        });
    return segment(buttons.values().toArray(ToggleButton[]::new));
  }

  /** How many words t-SNE takes; of a small map, which it takes whole, nothing is asked. */
  private Node words() {
    ComboBox<Integer> box = new ComboBox<>();
    box.setAccessibleText(messages.text("gui.map.words.about"));
    Tip.on(box, messages.text("gui.map.words.about"));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer most) {
            return most == null ? "" : words(most);
          }

          @Override
          public Integer fromString(String text) {
            throw new UnsupportedOperationException("not editable");
          }
        });
    model
        .pointsProperty()
        .subscribe(
            points -> {
              int all = points == null ? 0 : points.size();
              box.getItems()
                  .setAll(
                      IntStream.of(3_000, LayoutRequest.TSNE_POINTS, 30_000)
                          .filter(most -> most < all)
                          .boxed()
                          .toList());
              box.getItems().add(Integer.MAX_VALUE);
            });
    box.valueProperty().bindBidirectional(model.mostTsneProperty());
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () ->
                    model.methodProperty().get() == Method.TSNE
                        && model.pointsProperty().get() != null
                        && model.pointsProperty().get().size() > LayoutRequest.TSNE_POINTS,
                model.methodProperty(),
                model.pointsProperty()));
    box.managedProperty().bind(box.visibleProperty());
    return box;
  }

  private String words(int most) {
    MapPoints points = model.pointsProperty().get();
    int count = points == null ? most : Math.min(most, points.size());
    long minutes = Math.max(1, Math.round(LayoutRequest.tsneSeconds(count) / 60));
    return messages.text("gui.map.words", String.format(messages.locale(), "%,d", count), minutes);
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
    Tip.on(button, messages.text("gui.map.about." + key.substring(8)));
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
