package setu.gui.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import setu.gui.common.KeyHint;
import setu.message.Messages;

/** The keys of the card, each a button too. */
final class KeysBar {
  private final ReviewViewModel model;
  private final Messages messages;
  private final Map<ReviewKey, Button> buttons = new EnumMap<>(ReviewKey.class);
  private final List<Button> reasons = new ArrayList<>();
  private final FlowPane node = new FlowPane();

  /**
   * The keys of a model's card.
   *
   * @param act does what a key asks for
   */
  KeysBar(ReviewViewModel model, Messages messages, Consumer<ReviewKey> act) {
    this.model = model;
    this.messages = messages;
    node.setId("review-keys");
    node.getStyleClass().add("review-keys");
    for (ReviewKey key : ReviewKey.values()) {
      String text = messages.text("gui.review.key." + key.name());
      Button button = button(key.label(), text, text, () -> act.accept(key));
      button.setId("review-key-" + key.name());
      buttons.put(key, button);
      node.getChildren().add(button);
    }
    Label reject = new Label(messages.text("gui.review.rejectFor", "").strip());
    reject.getStyleClass().add("text-muted");
    node.getChildren().add(reject);
    for (RejectReason reason : RejectReason.values()) {
      String digit = String.valueOf(reason.digit());
      Button button =
          button(
              digit,
              messages.text("gui.review.reason." + reason.name()),
              rejectFor(reason, messages),
              () -> model.reject(reason));
      reasons.add(button);
      node.getChildren().add(button);
    }
  }

  Node node() {
    return node;
  }

  /** What each key does, for the list of keys. */
  static List<KeyHint> hints(Messages messages) {
    List<KeyHint> hints = new ArrayList<>();
    for (ReviewKey key : ReviewKey.values()) {
      hints.add(new KeyHint(key.label(), messages.text("gui.review.key." + key.name())));
    }
    for (RejectReason reason : RejectReason.values()) {
      hints.add(new KeyHint(String.valueOf(reason.digit()), rejectFor(reason, messages)));
    }
    return hints;
  }

  private static String rejectFor(RejectReason reason, Messages messages) {
    return messages.text(
        "gui.review.rejectFor", messages.text("gui.review.reason." + reason.name()));
  }

  private static Button button(String label, String text, String spoken, Runnable action) {
    Label cap = new Label(label);
    cap.getStyleClass().add("key-cap");
    Button button = new Button(text, cap);
    button.getStyleClass().addAll("flat", "small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setFocusTraversable(false);
    button.setAccessibleText(spoken + ", " + label);
    button.setOnAction(e -> action.run());
    return button;
  }

  /**
   * Each key that does something now can be clicked; the members of a group take most of them.
   *
   * @param again whether the key of the next card brings cards where there is none
   */
  void show(boolean again) {
    boolean there = model.cardProperty().get() != null;
    boolean group = model.families().openProperty().get();
    boolean offered = model.families().offerProperty().get() != null;
    buttons.forEach(
        (key, button) ->
            button.setDisable(
                switch (key) {
                  case BEFORE, AFTER, FAMILY -> false;
                  case NARROW, BLIND -> group;
                  case NEXT -> group || (!there && !again);
                  default -> group || !there;
                }));
    reasons.forEach(button -> button.setDisable(group || !there));
    String family = group ? ".hide" : offered ? ".show" : "";
    Button inflections = Objects.requireNonNull(buttons.get(ReviewKey.FAMILY));
    inflections.setText(messages.text("gui.review.key.FAMILY" + family));
    inflections.setAccessibleText(inflections.getText() + ", " + ReviewKey.FAMILY.label());
  }
}
