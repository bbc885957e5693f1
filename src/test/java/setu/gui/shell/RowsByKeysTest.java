package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;

/** Keys go through the rows of the table, drawn or not, filtered and sorted. */
@NullUnmarked
class RowsByKeysTest extends SampleTable {
  /** Keys come faster than frames on a slow machine: the row gone to is not drawn yet. */
  @Test
  void editsTheRowGoneToBeforeItIsDrawn() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.HOME);
    awaitRow("the first row", 0, 0);
    window.run(
        () -> {
          Robot robot = new Robot();
          robot.keyType(KeyCode.END);
          robot.keyType(KeyCode.E);
          assertThat(window.focus()).isInstanceOf(TextField.class);
          robot.keyType(KeyCode.ESCAPE);
          robot.keyType(KeyCode.HOME);
          robot.keyType(KeyCode.E);
          assertThat(window.focus()).isInstanceOf(TextField.class);
          robot.keyType(KeyCode.ESCAPE);
        });
  }

  /** The wheel takes the chosen row out of sight: the keys stay with it. */
  @Test
  void editsTheChosenRowThatIsScrolledOutOfSight() {
    int last = table.anchors().size() - 1;
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.END);
    awaitRow("the last row", last, last);
    window.awaitQuiet();
    window.run(() -> ((TableView<?>) window.focus()).scrollTo(0));
    window.await(
        "it is out of sight",
        () ->
            window.focus().lookupAll(".table-row-cell").stream()
                .map(TableRow.class::cast)
                .noneMatch(drawn -> drawn.isVisible() && drawn.getIndex() == last));
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    TableCell<?, ?> cell = (TableCell<?, ?>) window.focus().getParent();
    assertThat(window.get(cell::getIndex)).isEqualTo(last);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
  }

  @Test
  void goesThroughTheTableByKeys() {
    int last = table.anchors().size() - 1;
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.HOME);
    awaitRow("the first row", 0, 0);
    window.press(KeyCode.DOWN);
    awaitRow("the second row", 1, 1);
    window.press(KeyCode.END);
    awaitRow("the last row", last, last);
    window.press(KeyCode.PAGE_UP);
    awaitRow("a page up", 1, last - 1);
    int up = window.get(table::row);
    window.press(KeyCode.PAGE_DOWN);
    awaitRow("a page down", up + 1, last);
    window.press(KeyCode.HOME);
    awaitRow("the first row again", 0, 0);
    window.press(KeyCode.PAGE_DOWN);
    awaitRow("a page down from there", 2, last - 1);
    window.press(KeyCode.HOME);
    awaitRow("the first row at the end", 0, 0);
  }

  @Test
  void theFilterIsReachedByAKeyAndLeftForTheTable() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    TableView<?> view = window.awaitFocus(TableView.class);
    window.press(KeyCode.F);
    TextField filter = window.awaitFocus(TextField.class);
    assertThat(filter.getId()).isEqualTo("anchors-search");
    window.type("paasala");
    window.await("narrowed", () -> !view.getItems().isEmpty() && view.getItems().size() < 50);
    window.press(KeyCode.ENTER);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.F);
    window.awaitFocus(TextField.class);
    window.run(filter::clear);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.await("all again", () -> view.getItems().size() == table.anchors().size());
  }

  @Test
  void theHeadOfAColumnSortsAndTheChosenPairStaysChosen() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table.chooseRow(10);
    @SuppressWarnings("unchecked")
    TableView<Anchor> view = (TableView<Anchor>) window.focus();
    Anchor chosen = table.anchor(10);
    window.run(() -> view.getSortOrder().add(view.getColumns().get(1)));
    window.await(
        "sorted by the target word",
        () -> {
          List<String> targets = view.getItems().stream().map(Anchor::target).toList();
          return targets.equals(targets.stream().sorted().toList());
        });
    window.await("chosen", () -> chosen.equals(view.getSelectionModel().getSelectedItem()));
    window.run(() -> view.getSortOrder().clear());
    window.await("in order of entry", () -> view.getItems().equals(table.anchors()));
    assertThat(window.<Integer>get(table::row)).isEqualTo(10);
  }

  @Test
  void walksDownTheRowsWhileItJudges() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table.chooseRow(10);
    TableView<?> view = (TableView<?>) window.focus();
    Anchor first = (Anchor) window.get(() -> view.getItems().get(10));
    Anchor second = (Anchor) window.get(() -> view.getItems().get(11));
    window.press(KeyCode.R);
    window.await("the first judged", () -> table.status(first) == AnchorStatus.REJECTED);
    window.await("it stays chosen", () -> view.getSelectionModel().getSelectedIndex() == 10);
    window.press(KeyCode.DOWN);
    window.await("the next one", () -> view.getSelectionModel().getSelectedIndex() == 11);
    window.press(KeyCode.S);
    window.await("the second judged", () -> table.status(second) == AnchorStatus.UNSURE);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("taken back", () -> table.status(second) == AnchorStatus.ACCEPTED);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("both taken back", () -> table.status(first) == AnchorStatus.ACCEPTED);
  }

  /** A row of a range is chosen, and drawn: a page is counted from what is drawn. */
  private void awaitRow(String what, int first, int last) {
    window.await(
        what,
        () ->
            table.row() >= first
                && table.row() <= last
                && window.focus().lookupAll(".table-row-cell").stream()
                    .map(TableRow.class::cast)
                    .anyMatch(drawn -> drawn.isSelected() && drawn.getIndex() == table.row()));
  }
}
