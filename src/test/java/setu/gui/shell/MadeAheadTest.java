package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Review and Scores are made before their first visit, and are as if they were made at it. */
@NullUnmarked
class MadeAheadTest {
  @TempDir Path folder;
  private OpenedWindow window;

  @BeforeEach
  void open() {
    window = OpenedWindow.onSample(folder);
    window.run(() -> window.shell().makeAhead());
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void whatIsMadeBeforehandWaitsForItsVisit() {
    awaitMade();
    window.awaitQuiet();
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.MAP);
    // Nobody looks: no queue was made, and no word was chosen.
    assertThat(window.get(() -> window.workbench().selectedProperty().get())).isNull();
    visitBoth();
  }

  @Test
  void aVisitMeanwhileDoesNotWaitForTheRest() {
    visitBoth();
    awaitMade();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    assertThat(window.get(() -> window.shell().window().places().review().node().getScene()))
        .isNotNull();
  }

  @Test
  void aWindowInAnotherLanguageIsMadeBeforehandToo() {
    awaitMade();
    window.run(
        () ->
            window
                .shell()
                .settingsProperty()
                .set(window.shell().settingsProperty().get().withLanguage("si")));
    awaitMade();
    visitBoth();
  }

  private void awaitMade() {
    window.await("the parts", () -> window.shell().window().places().areMadeAhead());
  }

  private void visitBoth() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await(
        "a card",
        () -> window.shell().window().places().review().model().cardProperty().get() != null);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    window.await("four scores and the queries behind one", () -> rows(0) == 4 && rows(1) > 0);
  }

  private int rows(int table) {
    return window.shell().window().places().scores().node().lookupAll(".table-view").stream()
        .skip(table)
        .findFirst()
        .map(node -> ((TableView<?>) node).getItems().size())
        .orElse(0);
  }
}
