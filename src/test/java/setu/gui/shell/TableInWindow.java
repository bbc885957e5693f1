package setu.gui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import org.jspecify.annotations.NullUnmarked;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;

/** The dictionary's table in a window, and what stands in the dictionary. */
@NullUnmarked
final class TableInWindow {
  private final OpenedWindow window;

  /** In a window with a project. */
  TableInWindow(OpenedWindow window) {
    this.window = window;
  }

  /** The first node of a style or id in the window; null where there is none. */
  Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  /** Puts the keyboard on a row. */
  void chooseRow(int row) {
    window.run(
        () -> {
          TableView<?> table = (TableView<?>) lookup(".anchors .table-view");
          table.requestFocus();
          table.getSelectionModel().clearAndSelect(row);
          table.getFocusModel().focus(row);
          table.scrollTo(row);
        });
    window.await("row " + row, () -> row() == row);
  }

  /** The chosen row of the table that has the keyboard. */
  int row() {
    return ((TableView<?>) window.shell().scene().getFocusOwner())
        .getSelectionModel()
        .getSelectedIndex();
  }

  List<Anchor> anchors() {
    return window.get(() -> window.workbench().anchorsProperty().get().anchors());
  }

  Anchor anchor(int row) {
    return anchors().get(row);
  }

  /** The status that a pair has by now. */
  AnchorStatus status(Anchor anchor) {
    return window.workbench().anchorsProperty().get().get(anchor.id()).status();
  }
}
