package setu.gui.map;

import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import setu.gui.common.Side;
import setu.gui.map.LayoutMethods.Layouts;
import setu.message.Messages;

/** Says what the signs mean, how far the layout can be trusted, and what it was made from. */
final class MapLegend {
  private final VBox node = new VBox(3);
  private final MapViewModel model;
  private final Messages messages;
  private final Function<Side, String> languages;

  /**
   * A legend.
   *
   * @param languages what the language of a side is called
   */
  MapLegend(MapViewModel model, Messages messages, Function<Side, String> languages) {
    this.model = model;
    this.languages = languages;
    this.messages = messages;
    node.getStyleClass().addAll("map-panel", "map-legend");
    node.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    node.setMouseTransparent(true);
    model.layoutsProperty().subscribe(this::write);
    model.colouringProperty().subscribe(this::write);
    model.anchorsShownProperty().subscribe(this::write);
    model.trustShownProperty().subscribe(this::write);
    model.work().workingProperty().subscribe(this::write);
    node.visibleProperty().bind(model.layoutsProperty().isNotNull());
  }

  Node node() {
    return node;
  }

  private void write() {
    node.getChildren().clear();
    Layouts layouts = model.layoutsProperty().get();
    if (layouts == null) {
      return;
    }
    boolean byLanguage = model.colouringProperty().get() == Colouring.LANGUAGE;
    node.getChildren()
        .addAll(
            line("▲", byLanguage ? "map-mark-target" : "map-mark", languages.apply(Side.TARGET)),
            line("●", byLanguage ? "map-mark-source" : "map-mark", languages.apply(Side.SOURCE)));
    if (!byLanguage) {
      node.getChildren().add(ramp());
    }
    if (model.anchorsShownProperty().get()) {
      node.getChildren().add(line("—", "map-mark", messages.text("gui.map.anchor")));
    }
    MapLayout layout = layouts.aligned();
    LayoutTrust trust = layout.trust();
    if (trust != null) {
      measures(trust, layout);
    }
    if (!layout.complete() && !model.work().workingProperty().get()) {
      add("gui.map.stoppedAt", layout.reached().iteration(), layout.reached().iterations());
    }
    if (layout.placed() < layout.size()) {
      add("gui.map.mostFrequent", number(layout.placed()), number(layout.size()));
    }
    node.getChildren().add(quiet(messages.text("gui.foot.seed", String.valueOf(layout.seed()))));
  }

  private void measures(LayoutTrust trust, MapLayout layout) {
    if (model.trustShownProperty().get()) {
      node.getChildren()
          .add(line("○", "map-mark", messages.text("gui.map.doubtful", number(trust.doubtful()))));
    }
    add("gui.map.trustworthiness", String.format(Locale.ROOT, "%.2f", trust.trustworthiness()));
    add("gui.map.continuity", String.format(Locale.ROOT, "%.2f", trust.continuity()));
    if (trust.measured() < layout.placed()) {
      add("gui.map.measured", number(trust.measured()));
    }
  }

  private void add(String key, Object... values) {
    node.getChildren().add(quiet(messages.text(key, values)));
  }

  private String number(int count) {
    return String.format(messages.locale(), "%,d", count);
  }

  private Node ramp() {
    Colouring colouring = model.colouringProperty().get();
    Region band = new Region();
    band.getStyleClass().add("map-ramp");
    HBox.setHgrow(band, Priority.ALWAYS);
    HBox box =
        new HBox(
            6,
            quiet(messages.text("gui.map.rampLow." + colouring)),
            band,
            quiet(messages.text("gui.map.rampHigh." + colouring)));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return box;
  }

  private static Node line(String mark, String style, String text) {
    Label sign = new Label(mark);
    sign.getStyleClass().addAll("map-mark", style);
    HBox box = new HBox(7, sign, new Label(text));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    return box;
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    return label;
  }
}
