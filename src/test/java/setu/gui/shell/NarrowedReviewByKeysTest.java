package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.gui.common.Notice;

/** A queue is narrowed and shown whole again by keys alone, one thing at a time. */
@NullUnmarked
class NarrowedReviewByKeysTest {
  @TempDir Path folder;

  @Test
  void escLeavesTheFacetThenTheMessageThenShowsAllThenLeavesTheSelection() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
      window.await(
          "a card", () -> window.shell().window().review().model().cardProperty().get() != null);
      window.awaitQuiet();
      Button all =
          (Button) window.get(() -> window.shell().scene().getRoot().lookup("#review-narrow-all"));
      assertThat(window.get(all::isVisible)).isFalse();

      window.press(KeyCode.Q);
      window.awaitFocus(TextField.class);
      Node review = window.get(() -> window.shell().window().review().node());
      MenuButton facet = null;
      for (int step = 0; step < 4; step++) {
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
