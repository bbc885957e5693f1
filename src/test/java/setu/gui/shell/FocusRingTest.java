package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever goes through the window by Tab sees where the keyboard is. */
class FocusRingTest {
  private static final int MOST = 60;

  @TempDir Path folder;

  @Test
  void whatTabReachesLooksOtherThanBefore() {
    try (OpenedWindow window = OpenedWindow.onSample(folder)) {
      List<String> unseen = new ArrayList<>();
      for (Rail.Place place : Rail.Place.values()) {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        window.run(() -> window.shell().window().placeProperty().set(place));
        window.awaitQuiet();
        unseen.addAll(unseen(window, place.name()));
      }
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
      unseen.addAll(unseen(window, "export"));
      assertThat(unseen).isEmpty();
    }
  }

  private static List<String> unseen(OpenedWindow window, String place) {
    List<String> unseen = new ArrayList<>();
    Set<Node> reached = new HashSet<>();
    window.run(() -> window.shell().scene().getRoot().layout());
    window.run(() -> drawAnew(window.shell().scene().getRoot()));
    WritableImage before = picture(window);
    Node last = window.focus();
    for (int i = 0; i < MOST; i++) {
      window.press(KeyCode.TAB);
      Node now = window.focus();
      WritableImage after = picture(window);
      if (now == null || (!now.equals(last) && !reached.add(now))) {
        break;
      }
      if (!now.equals(last)
          && !(now instanceof TextInputControl)
          && same(window, now, before, after)) {
        unseen.add(place + ": " + now);
      }
      last = now;
      before = after;
    }
    return unseen;
  }

  /**
   * A scroll pane keeps a picture of what is in it. One taken here while JavaFX's painter is at
   * work on the frame before leaves that frame in it; a window, which waits for its painter, does
   * not.
   */
  private static void drawAnew(Node root) {
    root.lookupAll(".viewport").forEach(viewport -> viewport.setCache(false));
  }

  private static WritableImage picture(OpenedWindow window) {
    return window.get(() -> window.shell().scene().snapshot(null));
  }

  private static boolean same(
      OpenedWindow window, Node node, WritableImage before, WritableImage after) {
    Bounds inner = window.get(() -> node.localToScene(node.getLayoutBounds()));
    Bounds bounds =
        new BoundingBox(
            inner.getMinX() - 4, inner.getMinY() - 4, inner.getWidth() + 8, inner.getHeight() + 8);
    PixelReader one = before.getPixelReader();
    PixelReader two = after.getPixelReader();
    int right = (int) Math.min(before.getWidth(), bounds.getMaxX());
    int bottom = (int) Math.min(before.getHeight(), bounds.getMaxY());
    for (int y = (int) Math.max(0, bounds.getMinY()); y < bottom; y++) {
      for (int x = (int) Math.max(0, bounds.getMinX()); x < right; x++) {
        if (one.getArgb(x, y) != two.getArgb(x, y)) {
          return false;
        }
      }
    }
    return true;
  }
}
