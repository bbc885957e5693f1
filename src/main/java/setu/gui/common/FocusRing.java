package setu.gui.common;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Shows where the keyboard is, to those who use it: what has the focus is {@code :keyed} while keys
 * were pressed last, and not after a click. JavaFX's own {@code :focus-visible} holds only for what
 * was reached by Tab, not for what a key opened. What a key reaches is scrolled into view.
 */
public final class FocusRing {
  private static final PseudoClass KEYED = PseudoClass.getPseudoClass("keyed");

  /** What stays free above and below a node that is scrolled into view, in pixels. */
  private static final double ROOM = 8;

  private final Scene scene;
  private boolean keys;

  private FocusRing(Scene scene) {
    this.scene = scene;
  }

  /** Shows it in a scene from now on. */
  public static void in(Scene scene) {
    FocusRing ring = new FocusRing(scene);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, e -> ring.use(true));
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> ring.use(false));
    scene.focusOwnerProperty().subscribe((before, now) -> ring.move(before, now));
  }

  private void use(boolean pressed) {
    if (keys != pressed) {
      keys = pressed;
      mark(scene.getFocusOwner(), keys);
    }
  }

  private void move(@Nullable Node before, @Nullable Node now) {
    mark(before, false);
    mark(now, keys);
    if (now != null && keys) {
      intoView(now);
    }
  }

  /** Scrolls what holds a node until the node is seen. */
  private static void intoView(Node node) {
    for (Parent above = node.getParent(); above != null; above = above.getParent()) {
      if (above instanceof ScrollPane pane && pane.getContent() != null) {
        Node content = pane.getContent();
        Bounds place = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        double top = pane.getVvalue() * hidden;
        double lowest = place.getMinY() - ROOM;
        double highest = place.getMaxY() + ROOM - seen;
        if (hidden > 0 && (top > lowest || top < highest)) {
          pane.setVvalue(Math.clamp((top > lowest ? lowest : highest) / hidden, 0, 1));
        }
      }
    }
  }

  private static void mark(@Nullable Node node, boolean keyed) {
    if (node != null) {
      node.pseudoClassStateChanged(KEYED, keyed);
    }
  }
}
