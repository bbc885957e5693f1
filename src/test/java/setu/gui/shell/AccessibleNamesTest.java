package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import setu.gui.common.Notice;
import setu.gui.common.Side;
import setu.gui.common.Tip;

/** Whatever the keyboard can reach has a name that a screen reader can say. */
class AccessibleNamesTest {
  @TempDir Path folder;

  @Test
  void everythingTheKeyboardReachesHasAName() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.run(
          () -> {
            window.workbench().select(Side.SOURCE, "river");
            window.workbench().tell(Notice.Kind.ERROR, "Something.");
          });
      for (Rail.Place place : Rail.Place.values()) {
        window.run(() -> window.shell().window().placeProperty().set(place));
        window.run(() -> window.shell().scene().getRoot().layout());
        assertThat(nameless(window)).as("%s", place).isEmpty();
      }
      window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
      window.press(KeyCode.E);
      window.awaitFocus(TextField.class);
      assertThat(nameless(window)).as("a cell being edited").isEmpty();
      window.press(KeyCode.ESCAPE);
      window.press(KeyCode.CONTROL, KeyCode.F);
      window.awaitFocus(TextField.class);
      assertThat(nameless(window)).as("the search").isEmpty();
    }
  }

  @Test
  void everyButtonWithoutTextSaysWhatItDoesAndByWhichKey() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.run(
          () -> {
            window.workbench().select(Side.SOURCE, "river");
            window.workbench().tell(Notice.Kind.ERROR, "Something.");
          });
      for (Rail.Place place : Rail.Place.values()) {
        window.run(() -> window.shell().window().placeProperty().set(place));
        window.run(() -> window.shell().scene().getRoot().layout());
        List<ButtonBase> buttons = window.get(() -> pictured(window.shell().scene().getRoot()));
        assertThat(buttons).as("%s", place).isNotEmpty();
        for (ButtonBase button : buttons) {
          String tip = Tip.of(button);
          assertThat(tip).as("%s: tooltip of %s", place, button).isNotBlank();
          assertThat(button.getAccessibleText()).as("%s: name of %s", place, button).isNotBlank();
        }
      }
      window.run(() -> window.shell().window().placeProperty().set(Rail.Place.ANCHORS));
      window.run(() -> window.shell().scene().getRoot().layout());
      assertThat(tips(window))
          .contains(
              "Columns to show (C)",
              "By headword, each written once (G)",
              "Clean the dictionary… (Ctrl+L)",
              "Export the dictionary… (Ctrl+Shift+E)",
              "Add the pair (Insert)",
              "Remove the selected pairs (Delete)",
              "Menu  F10",
              "Close  Esc");
    }
  }

  private static List<String> tips(OpenedWindow window) {
    return window.get(
        () -> pictured(window.shell().scene().getRoot()).stream().map(Tip::of).toList());
  }

  /** The buttons in sight that have a picture and no text. */
  private static List<ButtonBase> pictured(Node node) {
    List<ButtonBase> found = new ArrayList<>();
    if (node.isVisible()) {
      if (node instanceof ButtonBase button
          && button.getGraphic() instanceof FontIcon
          && !isSaid(button.getText())) {
        found.add(button);
      }
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> found.addAll(pictured(child)));
      }
    }
    return found;
  }

  @Test
  void theWindowWithoutAProjectToo() {
    try (OpenedWindow window = OpenedWindow.empty(folder)) {
      assertThat(nameless(window)).isEmpty();
      window.run(() -> window.workbench().open(Path.of("sample-vectors", "en.100.vec")));
      window.await("asked", () -> texts(window).stream().anyMatch(t -> t.contains("en.100.vec")));
      window.awaitQuiet();
      assertThat(window.get(() -> window.workbench().opening().unpairedProperty().get()))
          .isNotNull();
      window.run(() -> window.shell().scene().getRoot().layout());
      assertThat(nameless(window)).as("the question for the second file").isEmpty();
    }
  }

  private static List<String> texts(OpenedWindow window) {
    return window.shell().scene().getRoot().lookupAll(".welcome .welcome-text").stream()
        .map(Node::getAccessibleText)
        .toList();
  }

  private static List<String> nameless(OpenedWindow window) {
    return window.get(
        () -> {
          List<String> found = new ArrayList<>();
          collect(window.shell().scene().getRoot(), found);
          return found;
        });
  }

  private static void collect(Node node, List<String> nameless) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && !node.isDisabled() && !isNamed(node)) {
      nameless.add(node.getClass().getSimpleName() + node.getStyleClass());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, nameless));
    }
  }

  private static boolean isNamed(Node node) {
    return isSaid(node.getAccessibleText())
        || (node instanceof Labeled labeled && isSaid(labeled.getText()));
  }

  private static boolean isSaid(String text) {
    return text != null && !text.isBlank();
  }
}
