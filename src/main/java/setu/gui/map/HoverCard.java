package setu.gui.map;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import setu.gui.common.Side;
import setu.gui.common.WordLabel;

/** The card beside the pointer: what the word under it is. */
final class HoverCard extends Pane {
  private static final double GAP = 14;

  private final VBox card = new VBox();

  HoverCard() {
    setMouseTransparent(true);
    getStyleClass().add("map-card-pane");
    card.getStyleClass().add("map-card");
    card.setVisible(false);
    getChildren().add(card);
  }

  /** Shows a word with further lines, near a place. */
  void show(String word, Side side, List<String> lines, double x, double y) {
    WordLabel head = new WordLabel(word, side);
    head.getStyleClass().add("map-card-word");
    card.getChildren().setAll(head);
    for (String line : lines) {
      Label label = new Label(line);
      label.getStyleClass().addAll("word", "map-card-line");
      card.getChildren().add(label);
    }
    card.setVisible(true);
    card.applyCss();
    card.autosize();
    double width = card.getWidth();
    double height = card.getHeight();
    double left = x + GAP + width > getWidth() ? x - GAP - width : x + GAP;
    double top = y + GAP + height > getHeight() ? y - GAP - height : y + GAP;
    card.relocate(Math.max(0, left), Math.max(0, top));
  }

  void hide() {
    card.setVisible(false);
  }

  /** What it says, line by line. */
  String text() {
    return card.getChildren().stream()
        .map(line -> ((Label) line).getText())
        .collect(Collectors.joining("\n"));
  }

  boolean shown() {
    return card.isVisible();
  }
}
