package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.math.VectorKernel;

/** What a click on the head and the foot of the window tells. */
@NullUnmarked
class DetailsTest {
  @TempDir Path folder;
  private OpenedWindow window;

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aSpacesCardAndTheEngineAreAClickAway() {
    window = OpenedWindow.onSample(folder);
    window.click(lookup(".space-chip"));
    window.await("the card", () -> window.inPopOver("#space-twins") != null);
    window.await("its figures", () -> window.inPopOver(".rank-curve-line") != null);
    assertThat(text("#space-rows")).isEqualTo("5,301");
    assertThat(text("#space-dimensions")).isEqualTo("100");
    window.run(() -> ((Button) window.inPopOver("#space-measure")).fire());
    window.await("its hubness", () -> window.inPopOver("#space-hubness") != null);
    hidePopOvers();

    window.click(lookup(".foot .device"));
    window.await("the engine", () -> window.inPopOver("#engine-why") != null);
    int together = VectorKernel.best().panelWidth() / 2;
    window.await(
        "why it was taken",
        () -> text("#engine-why").contains("Vector API is there and computes " + together));
    assertThat(text("#engine-device")).isEqualTo("CPU");
    String engine = text("#engine-engine");
    // Once it was tried, the bar names the same engine.
    window.await("the bar", () -> label(lookup(".foot .device")).endsWith("CPU · " + engine));
    hidePopOvers();
  }

  private void hidePopOvers() {
    window.run(
        () ->
            Window.getWindows().stream()
                .filter(PopOver.class::isInstance)
                .toList()
                .forEach(over -> ((PopOver) over).hide(Duration.ZERO)));
    window.await(
        "no pop-over", () -> Window.getWindows().stream().noneMatch(PopOver.class::isInstance));
  }

  private Node lookup(String selector) {
    return window.get(() -> window.shell().scene().getRoot().lookup(selector));
  }

  private String text(String selector) {
    return window.get(
        () ->
            window.inPopOver(selector) instanceof Label label
                ? label.getText()
                : window.inPopOver(selector).getAccessibleText());
  }

  private static String label(Node node) {
    return ((Labeled) node).getText();
  }
}
