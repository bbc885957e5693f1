package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.gui.common.WordLabel;
import setu.gui.preferences.Settings;

/** No figure is cut short, however large the type. */
@NullUnmarked
class TypeSizeTest {
  @TempDir Path folder;

  @Test
  void figuresAreWholeAtEverySize() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      for (String language : List.of("en", "si")) {
        for (int size : new int[] {Settings.SMALLEST_TYPE, Settings.LARGEST_TYPE}) {
          window.run(
              () ->
                  window
                      .shell()
                      .settingsProperty()
                      .set(
                          window
                              .shell()
                              .settingsProperty()
                              .get()
                              .withTypeSize(size)
                              .withLanguage(language)));
          for (Rail.Place place : Rail.Place.values()) {
            window.run(() -> window.shell().window().placeProperty().set(place));
            window.awaitQuiet();
            assertThat(window.get(() -> cut(window.shell().scene().getRoot())))
                .as("%s at %d in %s", place, size, language)
                .isEmpty();
          }
        }
      }
    }
  }

  @Test
  void largeTypeLeavesTheCardInSightAndSmallTypeItsPlaces() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.run(() -> window.shell().window().placeProperty().set(Rail.Place.REVIEW));
      window.await(
          "a card",
          () -> window.shell().window().places().review().model().cardProperty().get() != null);
      double before = window.get(() -> widthOf(window, ".inspector"));
      size(window, Settings.LARGEST_TYPE);
      Node root = window.shell().scene().getRoot();
      assertThat(window.get(() -> heightOf(window, ".card-scroll"))).isGreaterThan(120);
      assertThat(window.get(() -> root.lookup(".foot").localToScene(0, 0).getY()))
          .as("the status bar is in the window")
          .isLessThan(window.get(() -> window.shell().scene().getHeight()));
      assertThat(window.get(() -> root.lookup(".card-page .session"))).isNotNull();
      size(window, 13);
      window.await(
          "as wide as before", () -> Math.abs(widthOf(window, ".inspector") - before) < 20);
      window.await("beside the card", () -> root.lookup(".card-page .session") == null);
    }
  }

  @Test
  void largeTypeLeavesTheButtonsOfAPreviewWhole() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      size(window, Settings.LARGEST_TYPE);
      window.run(() -> window.workbench().imports().names());
      window.await("planned", () -> isEnabled(window, "#import-take"));
      for (String button : List.of("#import-take", "#import-leave", "#import-queue")) {
        assertThat(window.get(() -> isWhole(window, button))).as(button).isTrue();
      }
      window.run(() -> window.workbench().imports().pendingProperty().get().leave());
      window.run(() -> window.shell().window().places().anchors().clean());
      window.await(
          "shown", () -> window.shell().scene().getRoot().lookup("#cleaning-apply") != null);
      window.awaitQuiet();
      assertThat(window.get(() -> isWhole(window, "#cleaning-apply"))).isTrue();
    }
  }

  private static boolean isEnabled(OpenedWindow window, String id) {
    Node button = window.shell().scene().getRoot().lookup(id);
    return button != null && !button.isDisabled();
  }

  /** Whether all of a button's text is seen, within the pane it is in. */
  private static boolean isWhole(OpenedWindow window, String id) {
    Parent root = window.shell().scene().getRoot();
    root.applyCss();
    root.layout();
    Labeled button = (Labeled) root.lookup(id);
    return button.getBoundsInParent().getMaxX() <= button.getParent().getLayoutBounds().getWidth()
        && button.getChildrenUnmodifiable().stream()
            .anyMatch(part -> part instanceof Text text && text.getText().equals(button.getText()));
  }

  private static void size(OpenedWindow window, int size) {
    window.run(
        () -> {
          Settings now = window.shell().settingsProperty().get();
          window.shell().settingsProperty().set(now.withTypeSize(size));
        });
    for (int pulse = 0; pulse < 3; pulse++) {
      window.run(
          () -> {
            Parent root = window.shell().scene().getRoot();
            root.applyCss();
            root.layout();
          });
    }
  }

  private static double widthOf(OpenedWindow window, String part) {
    return window.shell().scene().getRoot().lookup(part).getLayoutBounds().getWidth();
  }

  private static double heightOf(OpenedWindow window, String part) {
    return window.shell().scene().getRoot().lookup(part).getLayoutBounds().getHeight();
  }

  /** Texts with a digit of which not all is seen. */
  private static List<String> cut(Node root) {
    root.applyCss();
    ((Parent) root).layout();
    List<String> cut = new ArrayList<>();
    Set<Node> all = root.lookupAll("*");
    for (Node node : all) {
      if (node instanceof Labeled wrapped
          && wrapped.isWrapText()
          && wrapped.getText() != null
          && wrapped.getText().matches(".*[\\u0D80-\\u0DFF].* .*")) {
        cut.add(wrapped.getText() + ": a label draws wrapped Sinhala twice");
      }
      if (node instanceof Labeled labeled
          && labeled.getText() != null
          && labeled.getText().matches(".*\\d.*")
          && !(labeled instanceof WordLabel) // a line of candidates goes on behind its column
          && isSeen(labeled)) {
        for (Node part : labeled.getChildrenUnmodifiable()) {
          if (part instanceof Text text && !text.getText().equals(labeled.getText())) {
            cut.add(labeled.getText() + " as " + text.getText());
          }
        }
      }
    }
    return cut;
  }

  private static boolean isSeen(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
