package setu.gui.anchors;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;

/**
 * Marks the cell that keys act on: JavaFX marks only rows where rows are chosen. The style sheet
 * shows the mark while the table has the keyboard.
 */
final class FocusedCell {
  private static final PseudoClass MARK = PseudoClass.getPseudoClass("cell-focused");

  private final TableView<Anchor> table;
  private @Nullable TableColumn<Anchor, ?> last;

  /** Of a table. */
  FocusedCell(TableView<Anchor> table) {
    this.table = table;
    table.getFocusModel().focusedCellProperty().subscribe(this::keepColumn);
  }

  /**
   * The column of the cell that keys act on; the first one where none has the focus, null where
   * none is shown.
   */
  @Nullable TableColumn<Anchor, ?> column() {
    return shown(position().getTableColumn());
  }

  private @Nullable TableColumn<Anchor, ?> shown(@Nullable TableColumn<Anchor, ?> column) {
    return table.getVisibleLeafColumn(Math.max(0, table.getVisibleLeafIndex(column)));
  }

  /** A row that is chosen without a column keeps that of before: ← and → go on from the mark. */
  private void keepColumn() {
    TablePosition<Anchor, ?> cell = position();
    if (cell.getTableColumn() != null) {
      last = cell.getTableColumn();
      return;
    }
    TableColumn<Anchor, ?> kept = shown(last);
    if (cell.getRow() >= 0 && kept != null) {
      table.getFocusModel().focus(cell.getRow(), kept);
    }
  }

  /** Marks the focused cell of a column; to be called once the column has its cell factory. */
  <T> void markIn(TableColumn<Anchor, T> column) {
    Callback<TableColumn<Anchor, T>, TableCell<Anchor, T>> made = column.getCellFactory();
    column.setCellFactory(
        c -> {
          TableCell<Anchor, T> cell = made.call(c);
          // The cell holds it, so that the table does not hold cells it no longer draws.
          InvalidationListener moved = changed -> mark(cell);
          cell.indexProperty().addListener(moved);
          WeakInvalidationListener weak = new WeakInvalidationListener(moved);
          table.getFocusModel().focusedCellProperty().addListener(weak);
          table.getVisibleLeafColumns().addListener(weak);
          return cell;
        });
  }

  private void mark(TableCell<Anchor, ?> cell) {
    boolean focused =
        !cell.isEmpty()
            && cell.getIndex() == position().getRow()
            && cell.getTableColumn().equals(column());
    cell.pseudoClassStateChanged(MARK, focused);
  }

  @SuppressWarnings("unchecked") // The table's own model names its positions without types.
  private TablePosition<Anchor, ?> position() {
    return table.getFocusModel().getFocusedCell();
  }
}
