package setu.gui.common;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.Screen;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.textfield.AutoCompletionBinding;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import setu.message.Messages;

/**
 * Completes words as they are typed. Enter and Tab take the word that was typed, known or not;
 * another one is taken only where an arrow key or the mouse chose it, or where Latin letters stand
 * for words in another script: then the first of them, unless the same letters are typed once more.
 * Esc is the field's, too.
 */
public final class WordCompletion {
  /** How high the list becomes at most, in pixels at any size of type, with its shadow. */
  private static final double LONGEST = 280;

  private final Function<String, List<WordChoice>> choices;
  private final Messages messages;
  private boolean choosing;

  /** What was typed when a word took its place, until the field is left. */
  private String exchanged = "";

  /** The word that was taken from the list, until something else stands in the field. */
  private volatile String taken = "";

  private volatile String typed = "";
  private volatile Offer offered = new Offer("", List.of());

  /** What was found for what was typed. */
  private record Offer(String typed, List<WordChoice> words) {
    /** The word that typed Latin letters stand for; null where they stand for themselves. */
    @Nullable String romanized() {
      boolean stands =
          WordChoices.isLatin(typed)
              && !words.isEmpty()
              && words.stream().noneMatch(each -> WordChoices.isLatin(each.word()));
      return stands ? words.getFirst().word() : null;
    }
  }

  private WordCompletion(Function<String, List<WordChoice>> choices, Messages messages) {
    this.choices = choices;
    this.messages = messages;
  }

  /** Completes in a field, whose own handlers still see Enter and Tab. */
  public static void bind(
      TextField field, Function<String, List<WordChoice>> choices, Messages messages) {
    bind(field, choices, messages, () -> {});
  }

  /**
   * The same.
   *
   * @param choices asked on another thread
   * @param escaped told of Esc before the list closes, which may take the focus from the field
   */
  public static void bind(
      TextField field,
      Function<String, List<WordChoice>> choices,
      Messages messages,
      Runnable escaped) {
    WordCompletion completion = new WordCompletion(choices, messages);
    // The list is a window of its own, which takes a while to make: when somebody comes to type.
    if (field.isFocused()) {
      completion.join(field, escaped);
      return;
    }
    field
        .focusedProperty()
        .addListener(
            new InvalidationListener() {
              @Override
              public void invalidated(Observable focused) {
                if (field.isFocused()) {
                  focused.removeListener(this);
                  completion.join(field, escaped);
                }
              }
            });
  }

  private void join(TextField field, Runnable escaped) {
    field
        .textProperty()
        .subscribe(
            text -> {
              choosing = false;
              typed = text == null ? "" : text;
              taken = typed.equals(taken) ? taken : "";
            });
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                exchanged = "";
              }
            });
    AutoCompletionBinding<WordChoice> binding =
        TextFields.bindAutoCompletion(field, request -> latest(), new Shown());
    binding.setOnAutoCompleted(e -> take(e.getCompletion().word(), field));
    PopupControl popup = binding.getAutoCompletionPopup();
    popup.skinProperty().subscribe(WordCompletion::dress);
    popup.addEventHandler(WindowEvent.WINDOW_SHOWING, e -> place(popup, field));
    ListChangeListener<Window> opened = change -> leave(popup, field);
    popup.addEventHandler(
        WindowEvent.WINDOW_SHOWN,
        e -> {
          leave(popup, field);
          Window.getWindows().addListener(opened);
        });
    popup.addEventHandler(
        WindowEvent.WINDOW_HIDDEN, e -> Window.getWindows().removeListener(opened));
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

  /** Puts a word of the list into the field; none is offered for it. */
  private void take(String word, TextField field) {
    taken = word;
    field.setText(word);
    field.end();
  }

  private boolean isTaken(String text) {
    return !text.isEmpty() && text.equals(taken);
  }

  /**
   * Words that were asked for before the field was left, a word was taken or a menu was opened,
   * come too late; and a menu that is opened over them is to have the arrow keys. A pop-up that is
   * hidden before it is wholly shown fails inside JavaFX: so a little later.
   */
  private void leave(PopupControl popup, TextField field) {
    Platform.runLater(
        () -> {
          Scene scene = field.getScene();
          if (!field.isFocused()
              || scene == null
              || isTaken(typed)
              || OpenMenu.isOver(scene.getWindow())) {
            popup.hide();
          }
        });
  }

  /** A word in the list. */
  private final class Shown extends StringConverter<WordChoice> {
    @Override
    public String toString(@Nullable WordChoice choice) {
      if (choice == null) {
        return "";
      }
      return choice.known() ? choice.word() : messages.text("gui.word.unknown", choice.word());
    }

    @Override
    public WordChoice fromString(String text) {
      return new WordChoice(text, true);
    }
  }

  /** Below the field, or above it where the screen ends: what is typed stays in sight. */
  private static void place(PopupControl popup, TextField field) {
    Bounds typed = field.localToScreen(field.getLayoutBounds());
    if (typed == null) {
      return;
    }
    Rectangle2D screen = screenOf(typed);
    double below = screen.getMaxY() - typed.getMaxY();
    double above = typed.getMinY() - screen.getMinY();
    boolean fits = below >= LONGEST || below >= above;
    popup.setAnchorLocation(
        fits ? AnchorLocation.CONTENT_TOP_LEFT : AnchorLocation.CONTENT_BOTTOM_LEFT);
    popup.setAnchorX(typed.getMinX());
    popup.setAnchorY(fits ? typed.getMaxY() : typed.getMinY());
  }

  private static Rectangle2D screenOf(Bounds typed) {
    return Screen.getScreensForRectangle(typed.getMinX(), typed.getMinY(), 1, 1).stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getVisualBounds();
  }

  /** By itself the list gets the keys only a frame after it is drawn. */
  private static void dress(@Nullable Skin<?> skin) {
    if (skin != null && skin.getNode() instanceof Parent list) {
      list.getStylesheets().add(View.stylesheet("completion"));
      Platform.runLater(list::requestFocus);
    }
  }

  /** Off the window's thread: a question that took long still answers what is typed by now. */
  private List<WordChoice> latest() {
    String asked = typed;
    List<WordChoice> words = offeredFor(asked);
    while (!asked.equals(typed)) {
      asked = typed;
      words = offeredFor(asked);
    }
    offered = new Offer(asked, words);
    return words;
  }

  private List<WordChoice> offeredFor(String text) {
    return isTaken(text) ? List.of() : choices.apply(text);
  }

  /** Enter over a word in Latin letters takes the word they stand for, and no more. */
  private void enter(KeyEvent e, PopupControl popup, TextField field) {
    Offer now = offered;
    String word = now.typed().equals(typed) ? now.romanized() : null;
    if (word != null && !now.typed().equals(exchanged)) {
      exchanged = now.typed();
      take(word, field);
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
