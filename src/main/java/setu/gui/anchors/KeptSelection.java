package setu.gui.anchors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Anchor;

/**
 * What is chosen in the table stays chosen while its rows are exchanged, and what was just added is
 * chosen once it has a row.
 */
final class KeptSelection {
  private final TableView<Anchor> table;
  private final AnchorsViewModel model;
  private final Set<Long> chosen = new HashSet<>();
  private int chosenRow;
  private int chosenColumn;

  /** Whether what is chosen is to be brought into sight once the rows are in another order. */
  private boolean sought;

  /** The row that is to be the first in sight once all rows are there; negative for none. */
  private long top = -1;

  /** Of a table, whose rows are those of a model. */
  KeptSelection(TableView<Anchor> table, AnchorsViewModel model) {
    this.table = table;
    this.model = model;
    model.changingProperty().subscribe((was, now) -> keepChosen(now));
    model.toChooseProperty().subscribe((before, now) -> Platform.runLater(this::chooseWanted));
  }

  /** Brings what is chosen into sight with the next exchange. */
  void seek() {
    sought = true;
  }

  /**
   * Goes on where the table of another language was: the same rows chosen, and the same in sight by
   * {@link #goToTop}, also once this table is narrowed and sorted as that one is.
   */
  void takeOver(KeptSelection other) {
    other.remember();
    chosen.clear();
    chosen.addAll(other.chosen);
    chosenRow = other.chosenRow;
    chosenColumn = other.chosenColumn;
    if (other.table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        && flow.getFirstVisibleCell() != null
        && flow.getFirstVisibleCell().getIndex() < other.table.getItems().size()) {
      top = other.table.getItems().get(flow.getFirstVisibleCell().getIndex()).id();
    }
    if (!chosen.isEmpty()) {
      chooseAgain();
    }
  }

  /** Brings the rows into sight that were it in the other table, once this one has its places. */
  void goToTop() {
    List<Integer> row = rowsOf(Set.of(top));
    if (!row.isEmpty()) {
      table.scrollTo(row.getFirst());
    }
    if (!model.isArranging()) {
      top = -1;
    }
  }

  private void remember() {
    chosen.clear();
    table.getSelectionModel().getSelectedItems().stream()
        .filter(Objects::nonNull)
        .forEach(anchor -> chosen.add(anchor.id()));
    chosenRow = table.getSelectionModel().getSelectedIndex();
    chosenColumn = Math.max(0, table.getVisibleLeafIndex(focusedColumn()));
  }

  /** A position keeps the number its column had before it was dragged; the column is the same. */
  @SuppressWarnings("unchecked") // The table's own model names its positions without types.
  private @Nullable TableColumn<Anchor, ?> focusedColumn() {
    TablePosition<Anchor, ?> cell = table.getFocusModel().getFocusedCell();
    return cell.getTableColumn();
  }

  /** What was chosen before the rows are exchanged. */
  private void keepChosen(boolean changing) {
    if (changing) {
      remember();
      return;
    }
    if (!chooseWanted() && !chosen.isEmpty()) {
      chooseAgain();
      if (sought) {
        sought = false;
        table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex() - 2));
      }
    }
    if (top >= 0) {
      goToTop();
    }
  }

  /**
   * The pair that was added last, or was there already, and those that undo was about are chosen
   * and in sight once they have rows; not while a cell is typed in.
   */
  private boolean chooseWanted() {
    if (table.getEditingCell() != null) {
      model.chose();
    }
    List<Integer> found = rowsOf(model.toChooseProperty().get());
    if (found.isEmpty()) {
      return false;
    }
    model.chose();
    choose(found);
    int first = found.getFirst();
    table.getFocusModel().focus(first, table.getVisibleLeafColumn(0));
    if (!isInSight(first)) {
      table.scrollTo(Math.max(0, first - 2));
    }
    return true;
  }

  private boolean isInSight(int row) {
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      IndexedCell<?> last = flow.getLastVisibleCell();
      return first != null && last != null && first.getIndex() <= row && row < last.getIndex();
    }
    return false;
  }

  private List<Integer> rowsOf(Set<Long> ids) {
    List<Anchor> rows = table.getItems();
    List<Integer> found = new ArrayList<>();
    for (int row = 0; row < rows.size() && found.size() < ids.size(); row++) {
      if (ids.contains(rows.get(row).id())) {
        found.add(row);
      }
    }
    return found;
  }

  private void choose(List<Integer> rows) {
    table.getSelectionModel().clearSelection();
    table
        .getSelectionModel()
        .selectIndices(
            rows.getFirst(), rows.stream().skip(1).mapToInt(Integer::intValue).toArray());
  }

  /**
   * A pair that was changed is a new item, and the table forgets it; it stays chosen for the next
   * key. Where it is gone, the row in its place is chosen.
   */
  private void chooseAgain() {
    List<Anchor> rows = table.getItems();
    List<Integer> found = rowsOf(chosen);
    if (found.isEmpty() && !rows.isEmpty()) {
      found.add(Math.min(Math.max(0, chosenRow), rows.size() - 1));
    }
    if (!found.isEmpty()) {
      choose(found);
      int row = found.contains(chosenRow) ? chosenRow : found.getFirst();
      table.getFocusModel().focus(row, table.getVisibleLeafColumn(chosenColumn));
    }
  }
}
