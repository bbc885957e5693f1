package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** What is told of a node is there at once, and its window only when the mouse comes. */
class TipTest {
  @BeforeAll
  static void toolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theWindowIsMadeWhenTheMouseComesAndFollowsTheText() {
    Label label = new Label("word");
    Tip.on(label, "first");
    assertThat(Tip.of(label)).isEqualTo("first");
    assertThat(label.getAccessibleHelp()).isEqualTo("first");
    assertThat(installed(label)).isEmpty();

    enter(label);
    assertThat(installed(label)).isEqualTo("first");
    Tip.on(label, "second");
    assertThat(installed(label)).isEqualTo("second");

    Tip.on(label, "");
    assertThat(Tip.of(label)).isEmpty();
    assertThat(label.getAccessibleHelp()).isNull();
    assertThat(installed(label)).isEmpty();
    enter(label);
    assertThat(installed(label)).isEmpty();

    Tip.on(label, "third");
    assertThat(installed(label)).isEqualTo("third");
  }

  @Test
  void aTextThatComesUnderTheMouseIsTold() {
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          Label label =
              new Label("word") {
                {
                  setHover(true);
                }
              };
          Tip.on(label, "while the mouse is there");
          assertThat(installed(label)).isEqualTo("while the mouse is there");
        });
  }

  @Test
  void aNodeOfWhichNothingIsToldHasNone() {
    Label label = new Label("word");
    Tip.on(label, "");
    assertThat(Tip.of(label)).isEmpty();
  }

  private static void enter(Label label) {
    WaitForAsyncUtils.waitForAsyncFx(
        1000,
        () ->
            Event.fireEvent(
                label,
                new MouseEvent(
                    MouseEvent.MOUSE_ENTERED,
                    1,
                    1,
                    1,
                    1,
                    MouseButton.NONE,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    null)));
  }

  /** The text of the tip that JavaFX would show over a node; empty for none. */
  private static String installed(Label label) {
    return label.getProperties().values().stream()
        .filter(Tooltip.class::isInstance)
        .map(tip -> ((Tooltip) tip).getText())
        .findFirst()
        .orElse("");
  }
}
