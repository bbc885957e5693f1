package setu.gui.common;

import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A menu over the window, which has the keyboard while it is open. */
public final class OpenMenu {
  private OpenMenu() {}

  /**
   * Whether keys that the menu leaves must not reach what lies under it, where they would judge or
   * remove a pair unseen. What is typed into a field still reaches it: its offers are a menu too.
   */
  public static boolean keeps(@Nullable Scene scene) {
    return scene != null
        && !(scene.getFocusOwner() instanceof TextInputControl)
        && isOver(scene.getWindow());
  }

  /** Whether a menu is open over a window. */
  static boolean isOver(Window below) {
    return Window.getWindows().stream()
        .anyMatch(
            window -> window instanceof ContextMenu menu && below.equals(menu.getOwnerWindow()));
  }
}
