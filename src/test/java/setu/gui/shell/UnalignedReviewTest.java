package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;

/** Where no pair aligns the spaces, or too few do, Review says so, and which key helps. */
@NullUnmarked
class UnalignedReviewTest {
  @TempDir Path folder;

  @Test
  void reviewSaysThatNothingIsAlignedOrTooLittle() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
      Node remark = window.get(() -> window.shell().scene().getRoot().lookup("#review-unaligned"));
      assertThat(window.get(remark::isVisible)).as("while all is aligned").isFalse();
      window.run(
          () ->
              window
                  .workbench()
                  .removeAnchors(
                      window.workbench().anchorsProperty().get().anchors().stream()
                          .map(Anchor::id)
                          .toList()));
      window.await("it is told", remark::isVisible);
      window.await(
          "nothing is aligned",
          () -> {
            String said = remark.getAccessibleText();
            return said.startsWith("Nothing is aligned yet") && said.contains("Ctrl+I");
          });
      window.run(() -> window.workbench().addAnchor(Draft.accepted("river", "ගඟ", "edit")));
      window.await(
          "too little",
          () -> remark.getAccessibleText().startsWith("Only 1 anchor for 100 dimensions"));
      window.awaitQuiet();
      window.run(() -> window.workbench().undo());
      window.awaitQuiet();
      window.run(() -> window.workbench().undo());
      window.await("all is aligned again", () -> !remark.isVisible());
    }
  }
}
