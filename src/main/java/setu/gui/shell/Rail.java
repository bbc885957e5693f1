package setu.gui.shell;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import setu.gui.common.Icons;
import setu.gui.common.Tip;
import setu.message.Messages;

/** The views down the left side. */
final class Rail {
  /** What can be in the middle of the window. */
  enum Place {
    MAP("gui.rail.map", Feather.MAP),
    ANCHORS("gui.rail.anchors", Feather.LIST),
    REVIEW("gui.rail.review", Feather.CHECK_SQUARE),
    SCORES("gui.rail.scores", Feather.BAR_CHART_2),
    ENCODER("gui.rail.encoder", Feather.TYPE);

    private final String key;
    private final Feather glyph;

    Place(String key, Feather glyph) {
      this.key = key;
      this.glyph = glyph;
    }

    /** Its name in the settings. */
    String kept() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The view of a name in the settings; the map where no view has it. */
    static Place of(String kept) {
      return Stream.of(values()).filter(each -> each.kept().equals(kept)).findFirst().orElse(MAP);
    }
  }

  private final VBox node = new VBox();
  private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.MAP);

  Rail(Messages messages) {
    node.getStyleClass().add("rail");
    node.setAlignment(Pos.TOP_CENTER);
    ToggleGroup group = new ToggleGroup();
    Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);
    int number = 1;
    for (Place each : Place.values()) {
      String name = messages.text(each.key);
      ToggleButton button = new ToggleButton(name, Icons.of(each.glyph));
      button.getStyleClass().add("rail-button");
      button.setContentDisplay(ContentDisplay.TOP);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(group);
      Tip.on(button, name + "  Ctrl+" + number++);
      button.setAccessibleText(name);
      button.setOnAction(e -> place.set(each));
      buttons.put(each, button);
      node.getChildren().add(button);
    }
    place.subscribe(now -> buttons.forEach((each, button) -> button.setSelected(each.equals(now))));
  }

  VBox node() {
    return node;
  }

  ObjectProperty<Place> placeProperty() {
    return place;
  }

  /** Shows the view of a number, from 1; other numbers are no view. */
  void show(int number) {
    if (number >= 1 && number <= Place.values().length) {
      place.set(Place.values()[number - 1]);
    }
  }
}
