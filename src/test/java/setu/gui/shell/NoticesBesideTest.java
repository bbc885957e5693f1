package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.gui.common.Notice;

/** What is told lies beside the table, not over the row of a pair just added. */
@NullUnmarked
class NoticesBesideTest {
  @TempDir Path folder;

  @Test
  void theRowsOfTheTableStayInSight() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
      window.awaitFocus(TableView.class);
      for (int i = 0; i < 3; i++) {
        window.run(
            () ->
                window
                    .workbench()
                    .tell(Notice.Kind.WARNING, "A sentence of some length. ".repeat(5)));
      }
      window.run(() -> window.shell().scene().getRoot().layout());
      Bounds told = bounds(window, ".notices");
      assertThat(told.getHeight()).isPositive();
      assertThat(told.getMinX())
          .isGreaterThanOrEqualTo(bounds(window, ".anchors .table-view").getMaxX());
      window.run(() -> window.shell().window().placeProperty().set(Rail.Place.MAP));
      window.run(() -> window.shell().scene().getRoot().layout());
      assertThat(bounds(window, ".notices").getWidth()).isGreaterThan(told.getWidth());
    }
  }

  private static Bounds bounds(OpenedWindow window, String selector) {
    return window.get(
        () -> {
          Node node = window.shell().scene().getRoot().lookup(selector);
          return node.localToScene(node.getLayoutBounds());
        });
  }
}
