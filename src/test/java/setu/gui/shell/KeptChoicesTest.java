package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;

/** A person who starts Setu again finds the table and the view as she left them. */
@NullUnmarked
class KeptChoicesTest {
  @TempDir Path folder;
  private OpenedWindow window;

  @Test
  void columnsSortingAndViewAreThereAgain() {
    try (OpenedWindow first = OpenedWindow.onSample(folder)) {
      window = first;
      window.run(() -> column("status").setVisible(false));
      window.run(() -> column("tags").setVisible(true));
      window.run(() -> table().getColumns().add(table().getColumns().removeFirst()));
      window.run(
          () -> {
            column("target").setSortType(TableColumn.SortType.DESCENDING);
            table().getSortOrder().setAll(List.of(column("target")));
          });
      window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    }
    try (OpenedWindow second = OpenedWindow.onSample(folder)) {
      window = second;
      assertThat(window.get(() -> window.shell().window().placeProperty().get()))
          .isEqualTo(Rail.Place.REVIEW);
      window.await(
          "a card",
          () -> window.shell().window().places().review().model().cardProperty().get() != null);
      long accepted = accepted();
      window.press(KeyCode.A);
      window.await("the keyboard is on the card", () -> accepted() > accepted);
      window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
      assertThat(window.get(() -> column("status").isVisible())).isFalse();
      assertThat(window.get(() -> column("tags").isVisible())).isTrue();
      assertThat(window.get(() -> table().getColumns().getLast().getId())).isEqualTo("source");
      assertThat(window.get(() -> column("target").getSortType()))
          .isEqualTo(TableColumn.SortType.DESCENDING);
      Comparator<Anchor> byTarget =
          Comparator.comparing(Anchor::target, String.CASE_INSENSITIVE_ORDER);
      window.await("sorted", () -> isSorted(byTarget.reversed()));
    }
  }

  @Test
  void theTableIsSortedByResidualsOnceTheyAreThere() {
    try (OpenedWindow first = OpenedWindow.onSample(folder)) {
      window = first;
      window.run(() -> table().getSortOrder().setAll(List.of(column("residual"))));
    }
    try (OpenedWindow second = OpenedWindow.onSample(folder)) {
      window = second;
      Comparator<Anchor> byResidual =
          Comparator.comparingDouble(
              anchor -> (Double) column("residual").getCellObservableValue(anchor).getValue());
      window.await(
          "sorted",
          () ->
              isSorted(byResidual)
                  && byResidual.compare(table().getItems().get(0), table().getItems().get(9)) < 0);
    }
  }

  @Test
  void whatIsUnknownStandsForTheUsual() throws IOException {
    Files.writeString(
        folder.resolve("settings.json"),
        """
        {"place": "cellar", "hiddenColumns": ["note", "colour"], "columnOrder": ["shape", "note"],
         "sortedBy": [{"column": "colour"}, {}, 3]}
        """);
    try (OpenedWindow opened = OpenedWindow.onSample(folder)) {
      window = opened;
      assertThat(window.get(() -> window.shell().window().placeProperty().get()))
          .isEqualTo(Rail.Place.MAP);
      window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
      assertThat(window.get(() -> column("note").isVisible())).isFalse();
      assertThat(window.get(() -> table().getColumns().size())).isEqualTo(12);
      assertThat(window.get(() -> table().getColumns().get(1).getId())).isEqualTo("source");
      assertThat(window.get(() -> table().getSortOrder().isEmpty())).isTrue();
    }
  }

  private boolean isSorted(Comparator<Anchor> by) {
    List<Anchor> rows = table().getItems();
    boolean sorted = rows.size() > 1000;
    for (int i = 1; i < rows.size(); i++) {
      sorted = sorted && by.compare(rows.get(i - 1), rows.get(i)) <= 0;
    }
    return sorted;
  }

  private long accepted() {
    return window.get(() -> window.workbench().anchorsProperty().get().accepted().size());
  }

  private TableColumn<Anchor, ?> column(String name) {
    return table().getColumns().stream()
        .filter(column -> column.getId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private TableView<Anchor> table() {
    MainWindow shown = window.shell().window();
    return (TableView<Anchor>) shown.places().anchors().node().lookup(".table-view");
  }
}
