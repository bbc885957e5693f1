package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import setu.core.anchor.Anchor;
import setu.gui.preferences.TableChoices;
import setu.gui.preferences.TableChoices.Sorting;

/** How a table's columns stand is told, and brought about again. */
@NullUnmarked
class KeptColumnsTest {
  private final List<TableChoices> told = new ArrayList<>();
  private TableView<Anchor> table;
  private KeptColumns kept;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void columns() {
    table = new TableView<>();
    for (String name : List.of("source", "target", "comment", "tags", "preferred")) {
      TableColumn<Anchor, String> column = new TableColumn<>(name);
      column.setId(name);
      table.getColumns().add(column);
    }
    kept = new KeptColumns(table);
    kept.choicesProperty().subscribe((before, now) -> told.add(now));
  }

  private TableColumn<Anchor, ?> column(String name) {
    return table.getColumns().stream().filter(c -> c.getId().equals(name)).findFirst().get();
  }

  private List<String> order() {
    return table.getColumns().stream().map(TableColumn::getId).toList();
  }

  @Test
  void theUsualOnesAreHiddenAndThatIsNoChoice() {
    assertThat(column("comment").isVisible()).isFalse();
    assertThat(column("source").isVisible()).isTrue();
    assertThat(kept.choicesProperty().get()).isEqualTo(TableChoices.DEFAULT);
    assertThat(told).isEmpty();
  }

  @Test
  void whatAPersonDoesIsTold() {
    column("tags").setVisible(true);
    assertThat(told.getLast().hidden()).containsExactly("comment", "preferred");
    table.getColumns().add(table.getColumns().removeFirst());
    assertThat(told.getLast().order()).startsWith("target").endsWith("source").hasSize(5);
    column("target").setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().add(column("target"));
    assertThat(told.getLast().sorting()).containsExactly(new Sorting("target", true));
  }

  @Test
  void whatWasToldIsBroughtAboutAtOnceAndToldOnce() {
    TableChoices wanted =
        new TableChoices(
            List.of("target", "shape", "source"),
            List.of("source", "colour"),
            List.of(new Sorting("tags", true), new Sorting("colour", false)));
    kept.choicesProperty().set(wanted);
    assertThat(order()).containsExactly("target", "source", "comment", "tags", "preferred");
    assertThat(column("source").isVisible()).isFalse();
    assertThat(column("comment").isVisible()).isTrue();
    assertThat(table.getSortOrder()).containsExactly(column("tags"));
    assertThat(column("tags").getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
    assertThat(told).containsExactly(wanted);
  }

  @Test
  void theUsualOrderIsToldAsNone() {
    table.getColumns().add(table.getColumns().removeFirst());
    table.getColumns().addFirst(table.getColumns().removeLast());
    assertThat(told.getLast()).isEqualTo(TableChoices.DEFAULT);
  }
}
