package setu.gui.shell;

import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** A menu over the window, which has the keyboard while it is open. */
final class OpenMenu {
  private OpenMenu() {}

  /**
   * Whether keys that the menu leaves must not reach what lies under it, where they would judge or
   * remove a pair unseen. What is typed into a field still reaches it: its offers are a menu too.
   */
  static boolean keeps(@Nullable Scene scene) {
    if (scene == null || scene.getFocusOwner() instanceof TextInputControl) {
      return false;
    }
    return Window.getWindows().stream()
        .anyMatch(
            window ->
                window instanceof ContextMenu menu
                    && scene.getWindow().equals(menu.getOwnerWindow()));
  }
}
