package setu.gui.review;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import setu.gui.common.FacetButton;
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
  private final Map<CardFacet, FacetButton> facets = new EnumMap<>(CardFacet.class);
  private final Runnable back;
  private final Button all;
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
    this.back = back;
    this.all = showAll();
    all.setId("review-narrow-all");
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
      FacetButton button = facetButton(facet);
      facets.put(facet, button);
      node.getChildren().add(button);
    }
    all.getStyleClass().add("flat");
    node.getChildren().add(all);
    node.getStyleClass().add("review-narrowing");
    followed =
        Subscription.combine(
            model.narrowing().activeProperty().subscribe(this::active),
            model.queueProperty().subscribe(queue -> showFacets()),
            model.workingProperty().subscribe(working -> showFacets()));
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

  /** A button that shows all cards again, with the key that does so too. */
  Button showAll() {
    Label cap = new Label("Esc");
    cap.getStyleClass().add("key-cap");
    Button button = new Button(messages.text("gui.review.narrow.all"), cap);
    button.setAccessibleText(button.getText() + ", " + cap.getText());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> clear());
    return button;
  }

  private void clear() {
    text.clear();
    model.narrowing().clear();
    facets.values().forEach(FacetButton::refresh);
    back.run();
  }

  /**
   * Leaves a facet for the card, else shows all cards again.
   *
   * @return whether there was anything to leave
   */
  boolean leave() {
    if (facets.values().stream().anyMatch(Node::isFocused)) {
      back.run();
    } else if (model.narrowing().activeProperty().get()) {
      clear();
    } else {
      return false;
    }
    return true;
  }

  private void active(boolean narrowed) {
    all.setVisible(narrowed);
    if (!narrowed) {
      text.clear();
      facets.values().forEach(FacetButton::refresh);
    }
    showFacets();
  }

  /** Only those of which the cards of the queue say anything. */
  private void showFacets() {
    facets.forEach((facet, button) -> button.show(model.says(facet)));
  }

  private FacetButton facetButton(CardFacet facet) {
    FacetButton button =
        new FacetButton(
            messages.text("gui.review.facet." + facet.name()),
            messages.text("gui.review.narrow.nothing"),
            value -> name(facet, value),
            new FacetButton.Narrowed(
                () -> model.values(facet),
                () -> model.narrowing().chosen(facet),
                values -> model.narrowing().choose(facet, values)));
    button.setId("review-facet-" + facet.name().toLowerCase(Locale.ROOT));
    return button;
  }

  private String name(CardFacet facet, String value) {
    if (!value.isEmpty()) {
      return value;
    }
    return messages.text(
        facet == CardFacet.FREQUENCY ? "gui.review.narrow.unknown" : "gui.anchors.unsaid");
  }
}
