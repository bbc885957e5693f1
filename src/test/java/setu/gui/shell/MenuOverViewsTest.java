package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.ReviewQueue;
import setu.core.anchor.AnchorSet;

/** A key that an open menu does not know does nothing to the pair behind it. */
@NullUnmarked
class MenuOverViewsTest {
  @TempDir Path user;
  private OpenedWindow window;

  @BeforeEach
  void open() {
    window = OpenedWindow.onSample(user);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void noPairIsJudgedInReview() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await(
        "a card",
        () -> window.shell().window().places().review().model().cardProperty().get() != null);
    MenuButton menu = openMenu();
    key(KeyCode.RIGHT, "");
    assertThat(
            window.get(
                () -> window.shell().window().places().review().model().queueProperty().get()))
        .isEqualTo(ReviewQueue.SUGGESTED);
    AnchorSet before = anchors();
    key(KeyCode.A, "a");
    assertThat(window.get(menu::isShowing)).isTrue();
    window.awaitQuiet();
    assertThat(anchors()).isEqualTo(before);
    window.run(menu::hide);
    key(KeyCode.A, "a");
    window.await("accepted", () -> !anchors().equals(before));
  }

  @Test
  void noPairIsJudgedInTheTable() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    MenuButton menu = openMenu();
    AnchorSet before = anchors();
    key(KeyCode.R, "r");
    key(KeyCode.DELETE, "");
    window.awaitQuiet();
    assertThat(anchors()).isEqualTo(before);
    window.run(menu::hide);
    key(KeyCode.R, "r");
    window.await("rejected", () -> !anchors().equals(before));
  }

  private AnchorSet anchors() {
    return window.get(() -> window.workbench().anchorsProperty().get());
  }

  private MenuButton openMenu() {
    MenuButton menu = (MenuButton) window.get(() -> scene().lookup(".app-menu"));
    window.press(KeyCode.F10);
    window.await("the menu", menu::isShowing);
    return menu;
  }

  private Scene scene() {
    return window.shell().scene();
  }

  /** A key as the system's window hears it while a menu is over it. */
  private void key(KeyCode code, String typed) {
    fire(KeyEvent.KEY_PRESSED, "", code);
    if (!typed.isEmpty()) {
      fire(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED);
    }
  }

  private void fire(EventType<KeyEvent> type, String typed, KeyCode code) {
    window.run(
        () -> {
          Node owner = scene().getFocusOwner();
          owner.fireEvent(new KeyEvent(type, typed, "", code, false, false, false, false));
        });
  }
}
