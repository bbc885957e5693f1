package setu.gui.anchors;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import setu.gui.common.View;

/**
 * Completes words as they are typed. Enter and Tab take the word that was typed, known or not;
 * another one is taken only where an arrow key or the mouse chose it, or where Latin letters stand
 * for words in another script: then the first of them. Esc is the field's, too.
 */
final class WordCompletion {
  private final Function<String, List<String>> completions;
  private boolean choosing;
  private volatile String typed = "";
  private volatile Offer offered = new Offer("", List.of());

  /** What was found for what was typed. */
  private record Offer(String typed, List<String> words) {
    /** The word that typed Latin letters stand for; null where they stand for themselves. */
    @Nullable String romanized() {
      return isLatin(typed) && !words.isEmpty() && words.stream().noneMatch(Offer::isLatin)
          ? words.getFirst()
          : null;
    }

    private static boolean isLatin(String word) {
      return word.codePoints()
          .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
    }
  }

  private WordCompletion(Function<String, List<String>> completions) {
    this.completions = completions;
  }

  /** Completes in a field, whose own handlers still see Enter and Tab. */
  static void bind(TextField field, Function<String, List<String>> completions) {
    bind(field, completions, () -> {});
  }

  /**
   * The same.
   *
   * @param escaped told of Esc before the list closes, which may take the focus from the field
   */
  static void bind(TextField field, Function<String, List<String>> completions, Runnable escaped) {
    new WordCompletion(completions).join(field, escaped);
  }

  private void join(TextField field, Runnable escaped) {
    field
        .textProperty()
        .subscribe(
            text -> {
              choosing = false;
              typed = text == null ? "" : text;
            });
    PopupControl popup =
        TextFields.bindAutoCompletion(field, request -> latest()).getAutoCompletionPopup();
    popup.skinProperty().subscribe(WordCompletion::dress);
    // Words that were asked for before the field was left come too late. A pop-up that is hidden
    // before it is wholly shown fails inside JavaFX: so a little later.
    popup.addEventHandler(
        WindowEvent.WINDOW_SHOWN,
        e ->
            Platform.runLater(
                () -> {
                  if (!field.isFocused()) {
                    popup.hide();
                  }
                }));
    // While the list is shown it gets the keys first.
    popup.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          switch (e.getCode()) {
            case UP, DOWN, PAGE_UP, PAGE_DOWN -> choosing = true;
            case ENTER, TAB -> {
              if (!choosing) {
                enter(e, popup, field);
              }
            }
            case ESCAPE -> {
              escaped.run();
              passOn(e, popup, field);
            }
            default -> {}
          }
        });
  }

  private static void dress(@Nullable Skin<?> skin) {
    if (skin != null && skin.getNode() instanceof Parent list) {
      list.getStylesheets().add(View.stylesheet("completion"));
    }
  }

  /** Off the window's thread: a question that took long still answers what is typed by now. */
  private List<String> latest() {
    String asked = typed;
    List<String> words = completions.apply(asked);
    while (!asked.equals(typed)) {
      asked = typed;
      words = completions.apply(asked);
    }
    offered = new Offer(asked, words);
    return words;
  }

  /** Enter over a word in Latin letters takes the word they stand for, and no more. */
  private void enter(KeyEvent e, PopupControl popup, TextField field) {
    Offer now = offered;
    String word = now.typed().equals(typed) ? now.romanized() : null;
    if (word != null) {
      field.setText(word);
      field.end();
      if (e.getCode() == KeyCode.ENTER) {
        popup.hide();
        e.consume();
        return;
      }
    }
    passOn(e, popup, field);
  }

  private static void passOn(KeyEvent e, PopupControl popup, TextField field) {
    popup.hide();
    field.fireEvent(e.copyFor(field, field));
    e.consume();
  }
}
