package setu.gui.review;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import setu.gui.common.TypeSize;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/**
 * Narrows the queues: a text that words contain, and facets with how many cards have each value.
 */
final class NarrowingBar {
  private static final double TEXT_WIDTH = 190;

  private final ReviewViewModel model;
  private final Messages messages;
  private final TextField text = new TextField();
  private final Map<CardFacet, MenuButton> facets = new EnumMap<>(CardFacet.class);
  private final Button all = new Button();
  private final FlowPane node = new FlowPane();
  private final Subscription followed;

  /**
   * The bar of a model.
   *
   * @param back puts the keyboard back onto the card
   */
  NarrowingBar(ReviewViewModel model, Messages messages, Runnable back) {
    this.model = model;
    this.messages = messages;
    text.setId("review-narrow");
    text.getStyleClass().add(WordLabel.STYLE);
    text.setPromptText(messages.text("gui.review.narrow.text"));
    text.setAccessibleText(messages.text("gui.review.narrow.text"));
    text.prefWidthProperty().bind(TypeSize.of(TEXT_WIDTH));
    text.setText(model.narrowing().text());
    text.textProperty().subscribe(model.narrowing()::setText);
    text.setOnAction(e -> back.run());
    text.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            text.clear();
            back.run();
            e.consume();
          }
        });
    node.getChildren().add(text);
    for (CardFacet facet : CardFacet.values()) {
      MenuButton button = new MenuButton();
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnShowing(e -> fill(facet, button));
      // Something must be in a menu for it to be shown at all.
      button.getItems().add(new MenuItem());
      facets.put(facet, button);
      node.getChildren().add(button);
    }
    all.setText(messages.text("gui.review.narrow.all"));
    all.getStyleClass().add("flat");
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(
        e -> {
          clear();
          back.run();
        });
    node.getChildren().add(all);
    node.getStyleClass().add("review-narrowing");
    followed = model.narrowing().activeProperty().subscribe(this::active);
    facets.keySet().forEach(this::title);
  }

  Node node() {
    return node;
  }

  /** Stops following the model. */
  void dispose() {
    followed.unsubscribe();
  }

  /** Puts the keyboard into the text. */
  void focus() {
    text.requestFocus();
    text.selectAll();
  }

  /** Wants all cards again. */
  void clear() {
    text.clear();
    model.narrowing().clear();
    facets.keySet().forEach(this::title);
  }

  private void active(boolean narrowed) {
    all.setVisible(narrowed);
    if (!narrowed) {
      text.clear();
      facets.keySet().forEach(this::title);
    }
  }

  private void fill(CardFacet facet, MenuButton button) {
    Map<String, Integer> values = model.values(facet);
    Set<String> chosen = new HashSet<>(model.narrowing().chosen(facet));
    button.getItems().clear();
    for (Map.Entry<String, Integer> value : values.entrySet()) {
      String count = String.format(Locale.ROOT, "%,d", value.getValue());
      CheckMenuItem item = new CheckMenuItem(name(facet, value.getKey()) + "  ·  " + count);
      item.setMnemonicParsing(false);
      item.setSelected(chosen.contains(value.getKey()));
      item.setOnAction(
          e -> {
            if (item.isSelected()) {
              chosen.add(value.getKey());
            } else {
              chosen.remove(value.getKey());
            }
            model.narrowing().choose(facet, chosen);
            title(facet);
          });
      button.getItems().add(item);
    }
    if (values.isEmpty()) {
      MenuItem nothing = new MenuItem(messages.text("gui.review.narrow.nothing"));
      nothing.setDisable(true);
      button.getItems().add(nothing);
    }
  }

  private String name(CardFacet facet, String value) {
    if (!value.isEmpty()) {
      return value;
    }
    return messages.text(
        facet == CardFacet.FREQUENCY ? "gui.review.narrow.unknown" : "gui.anchors.unsaid");
  }

  private void title(CardFacet facet) {
    String title = messages.text("gui.review.facet." + facet.name());
    int chosen = model.narrowing().chosen(facet).size();
    MenuButton button = facets.get(facet);
    if (button != null) {
      button.setText(chosen == 0 ? title : title + " (" + chosen + ")");
      button.setAccessibleText(button.getText());
    }
  }
}
