package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import impl.org.controlsfx.skin.AutoCompletePopup;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of words never lies over the field that is typed in. */
@NullUnmarked
class CompletionPlaceTest {
  @TempDir static Path folder;
  private static OpenedWindow window;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
    // As large as the screen, so that fields are near its lower edge.
    window.run(
        () -> {
          window.shell().stage().setX(0);
          window.shell().stage().setY(0);
          window.shell().stage().setWidth(Screen.getPrimary().getVisualBounds().getWidth());
          window.shell().stage().setHeight(Screen.getPrimary().getVisualBounds().getHeight());
        });
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @Test
  void theListIsAboveTheFieldsOfACard() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await(
        "a card",
        () -> window.shell().window().places().review().model().cardProperty().get() != null);
    window.awaitQuiet();
    window.press(KeyCode.E);
    TextField field = window.awaitFocus(TextField.class);
    typeWithAList(field);
    assertThat(onScreen(list()).getMaxY()).isLessThan(onScreen(field).getMinY() + 1);
    leave();
  }

  @Test
  void theListIsAboveTheLastRowOfTheTable() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    TableView<?> table = window.awaitFocus(TableView.class);
    window.press(KeyCode.END);
    window.await(
        "the last row",
        () -> table.getSelectionModel().getSelectedIndex() == table.getItems().size() - 1);
    window.press(KeyCode.E);
    TextField field = window.awaitFocus(TextField.class);
    typeWithAList(field);
    assertThat(onScreen(list()).getMaxY()).isLessThan(onScreen(field).getMinY() + 1);
    leave();
  }

  @Test
  void theListIsBelowTheFirstRowOfTheTable() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.HOME);
    window.press(KeyCode.E);
    TextField field = window.awaitFocus(TextField.class);
    typeWithAList(field);
    assertThat(onScreen(list()).getMinY()).isGreaterThan(onScreen(field).getMaxY() - 1);
    leave();
  }

  /** A letter lists many words, a longer start fewer: the field is in sight both times. */
  private static void typeWithAList(TextField field) {
    window.run(() -> field.setText(""));
    for (String letter : new String[] {"r", "iver"}) {
      window.type(letter);
      String typed = window.get(field::getText);
      window.await("a list for " + typed, () -> isListed(typed));
      window.await("beside the field", () -> !covers(field));
    }
  }

  private static boolean covers(TextField field) {
    Bounds typed = onScreen(field);
    Bounds words = onScreen(list());
    return words.getMinY() < typed.getMaxY() - 1 && words.getMaxY() > typed.getMinY() + 1;
  }

  private static boolean isListed(String typed) {
    AutoCompletePopup<?> shown = list();
    return shown != null
        && shown.getHeight() > 0
        && shown.getSuggestions().stream().allMatch(word -> word.toString().startsWith(typed));
  }

  private static AutoCompletePopup<?> list() {
    return Window.getWindows().stream()
        .filter(AutoCompletePopup.class::isInstance)
        .map(each -> (AutoCompletePopup<?>) each)
        .findFirst()
        .orElse(null);
  }

  /** Without its shadow. */
  private static Bounds onScreen(AutoCompletePopup<?> list) {
    return onScreen(list.getSkin().getNode());
  }

  private static Bounds onScreen(Node field) {
    return window.get(() -> field.localToScreen(field.getLayoutBounds()));
  }

  private static void leave() {
    window.press(KeyCode.ESCAPE);
    window.await("the list is gone", () -> list() == null);
  }
}
