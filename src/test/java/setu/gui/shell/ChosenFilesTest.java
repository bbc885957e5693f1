package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files chosen in the dialog are opened: by its key, and by the first page's button. */
@NullUnmarked
class ChosenFilesTest {
  private static final List<File> PAIR =
      Stream.of("en.100.vec", "si.100.vec")
          .map(name -> Path.of("sample-vectors", name).toFile())
          .toList();

  @TempDir Path folder;
  private final AtomicReference<FileChooser> asked = new AtomicReference<>();
  private OpenedWindow window;

  @BeforeEach
  void open() {
    window = OpenedWindow.empty(folder);
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void choosing(List<File> files) {
    window.run(
        () ->
            window
                .shell()
                .window()
                .actions()
                .choosing(
                    (chooser, owner) -> {
                      assertThat(owner).isSameAs(window.shell().stage());
                      asked.set(chooser);
                      return files;
                    }));
  }

  @Test
  void theKeyAsksAndTwoFilesOfVectorsMakeAPair() {
    choosing(null);
    window.press(KeyCode.CONTROL, KeyCode.O);
    window.await("asked", () -> asked.get() != null);
    assertThat(asked.get().getTitle()).isNotBlank();
    assertThat(window.get(() -> window.workbench().openingProperty().get())).isNull();
    choosing(PAIR);
    window.press(KeyCode.CONTROL, KeyCode.O);
    window.await("open", () -> window.workbench().project() != null);
    assertThat(window.workbench().project().source().rows()).isEqualTo(5301);
    assertThat(window.workbench().project().target().rows()).isEqualTo(5597);
  }

  @Test
  void theFirstPagesButtonAsksToo() {
    choosing(PAIR);
    window.click(
        window.get(
            () ->
                window.shell().scene().getRoot().lookupAll(".welcome .button").stream()
                    .map(Button.class::cast)
                    .filter(button -> button.getText().startsWith("Open spaces"))
                    .findFirst()
                    .orElseThrow()));
    window.await("open", () -> window.workbench().project() != null);
    assertThat(asked.get()).isNotNull();
  }
}
