package setu.gui.map;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;

/** Reads the map's colours and the size of words from the style sheets, and follows them. */
final class PaletteProbe {
  private final Label ground = probe("map-probe-ground");
  private final Label text = probe("map-probe-text");
  private final Label muted = probe("map-probe-muted");
  private final Label source = probe("map-probe-source");
  private final Label target = probe("map-probe-target");
  private final Label sourceText = probe("map-probe-source-text");
  private final Label targetText = probe("map-probe-target-text");
  private final Label accent = probe("map-probe-accent");
  private final Group node = new Group();
  private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(Palette.LIGHT);
  private final ReadOnlyObjectWrapper<Double> size = new ReadOnlyObjectWrapper<>(13.0);

  PaletteProbe() {
    List<Label> all = List.of(ground, text, muted, source, target, sourceText, targetText, accent);
    node.getChildren().addAll(all);
    node.setManaged(false);
    node.setVisible(false);
    all.forEach(label -> label.textFillProperty().subscribe((before, now) -> read()));
    text.getStyleClass().add("word");
    text.fontProperty().subscribe(font -> size.set(font.getSize()));
  }

  private static Label probe(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  /** To be put somewhere in the scene. */
  Node node() {
    return node;
  }

  private void read() {
    palette.set(
        new Palette(
            colour(ground, Palette.LIGHT.ground()),
            colour(text, Palette.LIGHT.text()),
            colour(muted, Palette.LIGHT.muted()),
            colour(source, Palette.LIGHT.source()),
            colour(target, Palette.LIGHT.target()),
            colour(sourceText, Palette.LIGHT.sourceText()),
            colour(targetText, Palette.LIGHT.targetText()),
            colour(accent, Palette.LIGHT.accent())));
  }

  private static Color colour(Label label, Color otherwise) {
    return label.getTextFill() instanceof Color colour ? colour : otherwise;
  }

  /** The colours of the theme. */
  ReadOnlyObjectProperty<Palette> paletteProperty() {
    return palette.getReadOnlyProperty();
  }

  /** The size of words, in pixels. */
  ReadOnlyObjectProperty<Double> sizeProperty() {
    return size.getReadOnlyProperty();
  }
}
