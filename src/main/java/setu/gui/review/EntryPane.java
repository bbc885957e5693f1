package setu.gui.review;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import setu.core.anchor.WordPair;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** One or two fields under the card, while something is typed: Enter takes it, Esc leaves it. */
final class EntryPane {
  private final Messages messages;
  private final Runnable back;
  private final Label prompt = new Label();
  private final TextField first = field();
  private final TextField second = field();
  private final HBox node = new HBox(prompt, first, second);
  private BiConsumer<String, String> taken = (one, two) -> {};

  /** {@code back} puts the keyboard back onto the card. */
  EntryPane(Messages messages, Runnable back) {
    this.messages = messages;
    this.back = back;
    node.getStyleClass().add("review-entry");
    node.setAlignment(Pos.CENTER_LEFT);
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close();
            back.run();
            e.consume();
          }
        });
    close();
  }

  Node node() {
    return node;
  }

  private TextField field() {
    TextField field = new TextField();
    field.getStyleClass().add(WordLabel.STYLE);
    field.setOnAction(e -> take());
    return field;
  }

  /** Asks for one text. */
  void ask(String key, String suggested, Consumer<String> use) {
    open(key, suggested, "", false, (one, two) -> use.accept(one));
  }

  /** Asks for both words of a pair. */
  void askPair(WordPair pair, BiConsumer<String, String> use) {
    open("gui.review.edit", pair.source(), pair.target(), true, use);
  }

  private void open(
      String key, String one, String two, boolean both, BiConsumer<String, String> use) {
    prompt.setText(messages.text(key));
    first.setText(one);
    second.setText(two);
    first.setAccessibleText(messages.text(key));
    second.setAccessibleText(messages.text(key));
    second.setVisible(both);
    second.setManaged(both);
    taken = use;
    node.setVisible(true);
    node.setManaged(true);
    first.selectAll();
    first.requestFocus();
  }

  private void take() {
    String one = first.getText();
    String two = second.getText();
    close();
    back.run();
    taken.accept(one, two);
  }

  /** Hides the fields. */
  void close() {
    node.setVisible(false);
    node.setManaged(false);
  }
}
