package setu.gui.anchors;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import setu.core.anchor.Anchor;
import setu.gui.preferences.TableChoices;
import setu.gui.preferences.TableChoices.Sorting;

/**
 * Which columns of the table are shown, in which order, and which of them sort the rows: told when
 * a person changes it, and shown again as it was kept.
 */
final class KeptColumns {
  private final TableView<Anchor> table;

  /** As they were made; the id of each is its name. */
  private final List<TableColumn<Anchor, ?>> made;

  private final ObjectProperty<TableChoices> choices =
      new SimpleObjectProperty<>(TableChoices.DEFAULT);

  /** Whether the table is just being brought to what was chosen. */
  private boolean showing;

  /** Of a table with all its columns. */
  KeptColumns(TableView<Anchor> table) {
    this.table = table;
    this.made = List.copyOf(table.getColumns());
    choices.subscribe(this::show);
    table.getColumns().addListener((ListChangeListener<TableColumn<Anchor, ?>>) moved -> tell());
    table.getSortOrder().addListener((ListChangeListener<TableColumn<Anchor, ?>>) by -> tell());
    for (TableColumn<Anchor, ?> column : made) {
      column.visibleProperty().subscribe((before, now) -> tell());
      column.sortTypeProperty().subscribe((before, now) -> tell());
    }
  }

  /** How the columns stand. */
  ObjectProperty<TableChoices> choicesProperty() {
    return choices;
  }

  private void tell() {
    if (!showing) {
      choices.set(now());
    }
  }

  private TableChoices now() {
    List<String> order = table.getColumns().equals(made) ? List.of() : names(table.getColumns());
    List<String> hidden = names(made.stream().filter(each -> !each.isVisible()).toList());
    List<Sorting> sorting =
        table.getSortOrder().stream()
            .map(each -> new Sorting(each.getId(), each.getSortType() == SortType.DESCENDING))
            .toList();
    return new TableChoices(order, hidden, sorting);
  }

  private static List<String> names(List<TableColumn<Anchor, ?>> columns) {
    return columns.stream().map(TableColumn::getId).toList();
  }

  private void show(TableChoices wanted) {
    if (wanted.equals(now())) {
      return;
    }
    showing = true;
    List<TableColumn<Anchor, ?>> order = named(wanted.order());
    made.stream().filter(column -> !order.contains(column)).forEach(order::add);
    if (!table.getColumns().equals(order)) {
      table.getColumns().setAll(order);
    }
    made.forEach(column -> column.setVisible(!wanted.hidden().contains(column.getId())));
    for (Sorting by : wanted.sorting()) {
      named(List.of(by.column()))
          .forEach(
              column ->
                  column.setSortType(by.descending() ? SortType.DESCENDING : SortType.ASCENDING));
    }
    List<TableColumn<Anchor, ?>> sorting =
        named(wanted.sorting().stream().map(Sorting::column).toList());
    if (!table.getSortOrder().equals(sorting)) {
      table.getSortOrder().setAll(sorting);
    }
    showing = false;
  }

  /** The columns of these names, each once; names of none are passed over. */
  private List<TableColumn<Anchor, ?>> named(List<String> names) {
    List<TableColumn<Anchor, ?>> columns = new ArrayList<>();
    for (String name : names) {
      made.stream()
          .filter(column -> column.getId().equals(name) && !columns.contains(column))
          .forEach(columns::add);
    }
    return columns;
  }
}
