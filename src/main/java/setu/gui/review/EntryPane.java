package setu.gui.review;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import setu.core.anchor.WordPair;
import setu.gui.common.LatinDoubt;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.WordChoice;
import setu.gui.common.WordChoices;
import setu.gui.common.WordCompletion;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/**
 * One or two fields under the card, while something is typed: Enter takes it, Esc leaves it. Words
 * are completed as they are typed.
 */
final class EntryPane {
  private final WordChoices choices;
  private final LatinDoubt doubt;
  private final Messages messages;
  private final Runnable back;
  private final Label prompt = new Label();

  /** What is completed in the first field: asked on another thread. */
  private volatile Function<String, List<WordChoice>> first = typed -> List.of();

  private final TextField one;
  private final TextField two;

  /** Which of them had the keyboard last. */
  private TextField typedIn;

  private final Paragraph objection = new Paragraph("");
  private final Label keys = new Label();
  private final VBox node;

  /** What must be said before it is taken; empty for nothing. */
  private BiFunction<String, String, String> check = (source, target) -> "";

  private BiConsumer<String, String> taken = (source, target) -> {};

  /**
   * Hidden until something is asked.
   *
   * @param sideName the language of a side, as people call it
   * @param back puts the keyboard back onto the card
   */
  EntryPane(
      WordChoices choices, Messages messages, Function<Side, String> sideName, Runnable back) {
    this.choices = choices;
    this.doubt = new LatinDoubt(choices, messages, sideName);
    this.messages = messages;
    this.back = back;
    this.one = field(typed -> first.apply(typed));
    this.two = field(typed -> choices.of(Side.TARGET, typed));
    this.typedIn = one;
    for (TextField field : List.of(one, two)) {
      field.focusedProperty().subscribe((before, now) -> typedIn = now ? field : typedIn);
    }
    HBox fields = new HBox(prompt, one, two);
    fields.getStyleClass().add("review-entry");
    fields.setAlignment(Pos.CENTER_LEFT);
    objection.setId("entry-objection");
    objection.managedProperty().bind(objection.visibleProperty());
    keys.setId("entry-keys");
    keys.getStyleClass().add("text-muted");
    keys.setWrapText(true);
    node = new VBox(fields, keys, objection);
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

  private TextField field(Function<String, List<WordChoice>> completions) {
    TextField field = new TextField();
    field.getStyleClass().add(WordLabel.STYLE);
    field.setOnAction(e -> take());
    WordCompletion.bind(field, completions, messages);
    return field;
  }

  /** Asks for one text. */
  void ask(String key, String suggested, Consumer<String> use) {
    first = typed -> List.of();
    check = (text, none) -> "";
    open(key, suggested, "", false, (text, none) -> use.accept(text));
  }

  /** Asks of which word a card's is an inflection: another one, that is. */
  void askLemma(String word, String guess, Consumer<String> use) {
    first = typed -> choices.of(Side.SOURCE, typed);
    check =
        (lemma, none) ->
            lemma.isBlank() || lemma.strip().equals(word)
                ? messages.text("gui.review.lemmaOther", word)
                : doubt.ofLemma(lemma);
    open("gui.review.lemma", guess, "", false, (lemma, none) -> use.accept(lemma));
  }

  /** Asks for both words of a pair. */
  void askPair(WordPair pair, BiConsumer<String, String> use) {
    first = typed -> choices.of(Side.SOURCE, typed);
    check = doubt::of;
    open("gui.review.edit", pair.source(), pair.target(), true, use);
  }

  private void open(
      String key, String source, String target, boolean both, BiConsumer<String, String> use) {
    prompt.setText(messages.text(key));
    one.setText(source);
    two.setText(target);
    one.setAccessibleText(messages.text(key));
    two.setAccessibleText(messages.text(key));
    two.setVisible(both);
    two.setManaged(both);
    keys.setText(messages.text(both ? "gui.review.entry.keysOfTwo" : "gui.review.entry.keys"));
    object("");
    taken = use;
    node.setVisible(true);
    node.setManaged(true);
    typedIn = one;
    one.selectAll();
    focus();
  }

  /** Whether something is being typed. */
  boolean isOpen() {
    return node.isVisible();
  }

  /** Puts the keyboard into the field that had it last, where it was. */
  void focus() {
    int anchor = typedIn.getAnchor();
    int caret = typedIn.getCaretPosition();
    typedIn.requestFocus();
    typedIn.selectRange(anchor, caret);
  }

  /** Goes on with what was typed in a pane in another language that asked for the same. */
  void takeOver(EntryPane other) {
    goOn(one, other.one);
    goOn(two, other.two);
    typedIn = other.typedIn.equals(other.two) ? two : one;
  }

  private static void goOn(TextField field, TextField other) {
    field.setText(other.getText());
    field.selectRange(other.getAnchor(), other.getCaretPosition());
  }

  private void take() {
    String source = one.getText();
    String target = two.getText();
    String objected = check.apply(source, target);
    if (!objected.isEmpty()) {
      object(objected);
      return;
    }
    close();
    back.run();
    taken.accept(source, target);
  }

  private void object(String sentence) {
    objection.set(sentence);
    objection.setVisible(!sentence.isEmpty());
  }

  /** Hides the fields. */
  void close() {
    node.setVisible(false);
    node.setManaged(false);
  }
}
