package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BooleanSupplier;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.NullUnmarked;
import setu.core.align.ReviewQueue;
import setu.core.anchor.Anchor;
import setu.gui.review.ReviewViewModel;

/** The review of the sample in the real window, opened before each test and closed after it. */
@NullUnmarked
abstract class SampleReviewWindow extends SampleShell {
  ReviewViewModel model() {
    return shell.window().places().review().model();
  }

  ReviewQueue queue() {
    return HeadlessFx.onFx(() -> model().queueProperty().get());
  }

  boolean shown(String selector) {
    return HeadlessFx.onFx(() -> isVisible(selector));
  }

  boolean isVisible(String selector) {
    Node found = shell.window().places().review().node().lookup(selector);
    return found != null && found.isVisible();
  }

  void press(KeyCode code, boolean control) {
    HeadlessFx.onFx(
        () -> {
          Node owner = shell.scene().getFocusOwner();
          (owner == null ? shell.scene().getRoot() : owner)
              .fireEvent(key(KeyEvent.KEY_PRESSED, "", code, control));
          return true;
        });
  }

  /** Puts text into the field that has the keyboard, and presses Enter there. */
  void type(String text) {
    HeadlessFx.onFx(
        () -> {
          TextField field = (TextField) shell.scene().getFocusOwner();
          field.setText(text);
          field.fireEvent(key(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER, false));
          return true;
        });
  }

  static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code, boolean control) {
    return new KeyEvent(type, character, "", code, false, control, false, false);
  }

  int size() {
    return shell.workbench().anchorsProperty().get().anchors().size();
  }

  Anchor last() {
    return HeadlessFx.onFx(() -> shell.workbench().anchorsProperty().get().anchors().getLast());
  }

  void await(BooleanSupplier reached) {
    long limit = System.nanoTime() + 20_000_000_000L;
    boolean holds = HeadlessFx.onFx(reached::getAsBoolean);
    while (!holds && System.nanoTime() < limit) {
      Thread.onSpinWait();
      holds = HeadlessFx.onFx(reached::getAsBoolean);
    }
    // Not asked once more: what was reached may be over by then.
    assertThat(holds).isTrue();
  }
}
