package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project without a test dictionary has no scores, and is not said to have scores of 0. */
@NullUnmarked
class UntestedProjectTest {
  private static final Path SAMPLE = Path.of("sample-vectors");

  @TempDir Path folder;

  @Test
  void theHeadSaysWhyThereIsNoScore() {
    try (OpenedWindow window = OpenedWindow.empty(folder)) {
      drop(window, "en.100.vec", "si.100.vec");
      window.await("a project", () -> window.workbench().project() != null);
      drop(window, "anchors.train.tsv");
      window.takeImport();
      window.await("an alignment", () -> window.workbench().answerProperty().get() != null);
      window.await(
          "why there is none",
          () -> head(window).anyMatch("No scores: no test dictionary"::equals));
      assertThat(window.get(() -> head(window).toList()))
          .contains("1,039 anchors")
          .noneMatch(text -> text.contains("P@1"));
    }
  }

  private static void drop(OpenedWindow window, String... names) {
    List<File> files = Stream.of(names).map(SAMPLE::resolve).map(Path::toFile).toList();
    window.run(() -> window.shell().window().open(files));
  }

  private static Stream<String> head(OpenedWindow window) {
    return window.shell().scene().getRoot().lookup(".top-bar").lookupAll(".label").stream()
        .map(node -> ((Labeled) node).getText());
  }
}
