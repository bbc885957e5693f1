package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;
import setu.gui.common.Notice;
import setu.gui.review.ReviewViewModel;

/** A queue is narrowed and shown whole again by keys alone, one thing at a time. */
@NullUnmarked
class NarrowedReviewByKeysTest {
  @TempDir Path folder;

  @Test
  void aFacetOfWhichNoCardSaysAnythingIsNotShown() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
      ReviewViewModel model = window.get(() -> window.shell().window().places().review().model());
      window.await("a card", () -> model.cardProperty().get() != null);
      window.awaitQuiet();
      assertThat(facets(window)).containsExactly("origin", "frequency", "margin");
      window.run(() -> model.queueProperty().set(ReviewQueue.SUSPECT));
      window.awaitQuiet();
      assertThat(facets(window)).containsExactly("pos", "category", "origin", "frequency");

      // One that narrows can be taken back where it says nothing too.
      window.run(() -> model.queueProperty().set(ReviewQueue.SUGGESTED));
      window.awaitQuiet();
      MenuButton margin = window.get(() -> (MenuButton) facet(window, "margin"));
      window.run(margin::show);
      window.run(
          () -> {
            CheckMenuItem first = (CheckMenuItem) margin.getItems().getFirst();
            first.setSelected(true);
            first.fire();
          });
      window.run(margin::hide);
      window.run(() -> model.queueProperty().set(ReviewQueue.SUSPECT));
      window.awaitQuiet();
      assertThat(facets(window)).contains("margin");
      window.press(KeyCode.ESCAPE);
      window.await("gone", () -> !margin.isVisible());
    }
  }

  private static Node facet(OpenedWindow window, String name) {
    return window.shell().scene().getRoot().lookup("#review-facet-" + name);
  }

  private static List<String> facets(OpenedWindow window) {
    return window.get(
        () ->
            Stream.of("pos", "category", "origin", "frequency", "margin")
                .filter(name -> facet(window, name).isVisible())
                .toList());
  }

  @Test
  void escLeavesTheFacetThenTheMessageThenShowsAllThenLeavesTheSelection() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
      window.await(
          "a card",
          () -> window.shell().window().places().review().model().cardProperty().get() != null);
      window.awaitQuiet();
      Button all =
          (Button) window.get(() -> window.shell().scene().getRoot().lookup("#review-narrow-all"));
      assertThat(window.get(all::isVisible)).isFalse();

      window.press(KeyCode.Q);
      window.awaitFocus(TextField.class);
      Node review = window.get(() -> window.shell().window().places().review().node());
      MenuButton facet = null;
      for (int step = 0; step < 2; step++) {
        window.press(KeyCode.TAB);
        facet = window.awaitFocus(MenuButton.class);
      }
      window.press(KeyCode.ENTER);
      window.await("a menu", facet::isShowing);
      window.press(KeyCode.DOWN);
      window.press(KeyCode.ENTER);
      window.await("narrowed", all::isVisible);
      assertThat(window.get(() -> ((Label) all.getGraphic()).getText())).isEqualTo("Esc");

      window.press(KeyCode.ESCAPE);
      window.await("the keyboard on the card", review::isFocused);
      assertThat(window.get(all::isVisible)).as("still narrowed").isTrue();
      window.run(() -> window.workbench().notices().clear());
      window.run(() -> window.workbench().tell(Notice.Kind.INFO, "Something."));
      window.press(KeyCode.ESCAPE);
      window.await("the message is gone", () -> window.workbench().notices().isEmpty());
      assertThat(window.get(all::isVisible)).as("still narrowed then").isTrue();
      window.press(KeyCode.ESCAPE);
      window.await("all cards", () -> !all.isVisible());
      assertThat(window.get(() -> window.workbench().selectedProperty().get())).isNotNull();
      window.press(KeyCode.ESCAPE);
      window.await("no selection", () -> window.workbench().selectedProperty().get() == null);
    }
  }
}
