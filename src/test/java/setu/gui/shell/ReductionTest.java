package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.DictionaryFiles;

/** The smallest sufficient dictionary narrows the table, and is exported from there. */
@NullUnmarked
class ReductionTest {
  @TempDir static Path user;
  private static OpenedWindow window;

  @TempDir Path folder;

  @BeforeAll
  static void openSample() {
    window = OpenedWindow.onSample(user);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @AfterEach
  void showAll() {
    window.run(
        () -> {
          ((Button) lookup("#reduced-whole")).fire();
          window.workbench().notices().clear();
        });
  }

  @Test
  void aSmallDictionaryIsFoundShownExportedAndLeftByAKey() {
    ask();
    window.type("5");
    window.press(KeyCode.ENTER);
    window.await("found", () -> table().getItems().size() < 1039);
    int kept = window.get(() -> table().getItems().size());
    assertThat(kept).isBetween(20, 800);
    assertThat(said())
        .startsWith("Smallest sufficient dictionary: " + kept + " of ")
        .containsPattern("P@1 is \\d+\\.\\d with them and \\d+\\.\\d with all, on \\d+ pairs");
    Matcher figures =
        Pattern.compile("is ([0-9.]+) with them and ([0-9.]+) with all").matcher(said());
    assertThat(figures.find()).isTrue();
    double with = Double.parseDouble(figures.group(1));
    double all = Double.parseDouble(figures.group(2));
    assertThat(with).as("P@1 within the loss allowed").isGreaterThanOrEqualTo(all - 5.05);
    window.awaitFocus(TableView.class);

    // It narrows together with the other filters, and what is shown can be exported.
    TextField filter = window.get(() -> (TextField) lookup("#anchors-search"));
    window.run(() -> filter.setText("zzzzz"));
    window.await("none of them", () -> table().getItems().isEmpty());
    assertThat(said())
        .endsWith("0 of them pass the filters above: clear the filters to see them all.");
    window.run(() -> filter.setText(""));
    window.await("all of them", () -> table().getItems().size() == kept);
    assertThat(said()).doesNotContain("filters");
    List<Anchor> small = window.get(() -> List.copyOf(table().getItems()));
    Path file = folder.resolve("small.txt");
    window.run(
        () -> window.shell().window().places().anchors().askBy((chooser, owner) -> file.toFile()));
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("what is shown", () -> window.focus() instanceof RadioButton);
    assertThat(window.focus().getId()).isEqualTo("export-shown");
    window.press(KeyCode.ENTER);
    window.await("written", () -> file.toFile().exists());
    window.awaitQuiet();
    assertThat(DictionaryFiles.readPairs(file))
        .isEqualTo(small.stream().map(Anchor::pair).toList());

    window.awaitFocus(TableView.class);
    window.press(KeyCode.W);
    window.await("all again", () -> table().getItems().size() == 1039);
    assertThat(window.get(() -> lookup("#reduced-said").getParent().isVisible())).isFalse();
  }

  @Test
  void theLossMustBeANumberOfPointsAndEscGivesUpLooking() {
    ask();
    window.type("much");
    assertThat(window.get(() -> lookup("#reduce-find").isDisabled())).isTrue();
    assertThat(wrong())
        .isEqualTo(
            "“much” is no number of points that may be lost. Write one from 0 to 100, such as 1 or"
                + " 0.5.");
    for (String bad : List.of("-1", "101", "")) {
      window.run(() -> ((TextField) lookup("#reduce-loss")).setText(bad));
      assertThat(wrong()).startsWith("“" + bad + "” is no number");
    }
    window.run(() -> ((TextField) lookup("#reduce-loss")).setText("0,5"));
    assertThat(window.get(() -> lookup("#reduce-find").isDisabled())).isFalse();
    assertThat(window.get(() -> lookup("#reduce-wrong").isVisible())).isFalse();
    window.run(() -> ((Button) lookup("#reduce-find")).fire());
    window.await(
        "under its name in the status bar",
        () ->
            window.workbench().tasks().running().stream()
                .anyMatch(task -> task.name().equals("Smallest sufficient dictionary")));
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> lookup("#reduce-loss") == null);
    window.awaitQuiet();
    window.await("all of them", () -> table().getItems().size() == 1039);
    assertThat(window.get(() -> window.workbench().notices().isEmpty())).isTrue();
  }

  private static String wrong() {
    return window.get(() -> lookup("#reduce-wrong").getAccessibleText());
  }

  private void ask() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    window.run(
        () -> {
          MenuButton menu = (MenuButton) lookup(".app-menu");
          menu.getOnShowing().handle(null);
          menu.getItems().stream()
              .filter(item -> "Smallest sufficient dictionary…".equals(item.getText()))
              .findFirst()
              .orElseThrow()
              .fire();
        });
    window.await("asked", () -> "reduce-loss".equals(window.focus().getId()));
  }

  private static String said() {
    return window.get(() -> lookup("#reduced-said").getAccessibleText());
  }

  @SuppressWarnings("unchecked")
  private static TableView<Anchor> table() {
    return (TableView<Anchor>) lookup(".anchors .table-view");
  }

  private static Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }
}
