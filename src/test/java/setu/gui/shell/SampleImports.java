package setu.gui.shell;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;

/** Imports into the sample, in one window that is open for all tests of a class. */
@NullUnmarked
abstract class SampleImports {
  @TempDir static Path user;
  static OpenedWindow window;
  static AskedImport imports;

  @TempDir Path folder;

  @BeforeAll
  static void openSample() {
    window = OpenedWindow.onSample(user);
    imports = new AskedImport(window);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  /** The sample is as it was for every test. */
  @AfterEach
  void takeBack() {
    imports.takeBack();
  }

  /** Goes to Review, to one of its queues. */
  static void review(ReviewQueue queue) {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await(
        "Review", () -> window.shell().window().placeProperty().get() == Rail.Place.REVIEW);
    window.run(() -> window.shell().window().places().review().model().queueProperty().set(queue));
  }
}
