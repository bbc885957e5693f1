package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window without a project is left to the keyboard too. */
@NullUnmarked
class WelcomeByKeysTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;

  @Test
  void escapeGivesUpWhatIsBeingOpened() {
    OpenedWindow window = OpenedWindow.empty(folder);
    window.run(
        () -> {
          window.workbench().openPair(SAMPLE.resolve("en.100.vec"), SAMPLE.resolve("si.100.vec"));
          assertThat(window.workbench().opening().nameProperty().get()).isNotNull();
          // Before anything that was read is told, which comes by way of this thread.
          Platform.runLater(() -> new Robot().keyType(KeyCode.ESCAPE));
        });
    window.await("given up", () -> window.workbench().opening().nameProperty().get() == null);
    window.awaitQuiet();
    assertThat(window.get(() -> window.workbench().project())).isNull();
    assertThat(window.get(() -> window.workbench().notices())).isEmpty();
    window.close();
  }
}
