package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;

/** What the table of the dictionary does by keys alone. */
@NullUnmarked
class TableByKeysTest {
  @TempDir Path user;
  private OpenedWindow window;
  private TableView<Anchor> table;

  @BeforeEach
  @SuppressWarnings("unchecked")
  void open() {
    window = OpenedWindow.onSample(user);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    table = (TableView<Anchor>) window.awaitFocus(TableView.class);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aStatusNarrowsTheTableAndAllIsShownAgain() {
    int all = window.get(() -> table.getItems().size());
    window.press(KeyCode.R);
    window.await("rejected", () -> status(0) == AnchorStatus.REJECTED);
    window.press(KeyCode.F);
    window.awaitFocus(TextField.class);
    window.press(KeyCode.TAB);
    MenuButton facet = window.awaitFocus(MenuButton.class);
    assertThat(facet.getId()).isEqualTo("anchors-facet-status");
    assertThat(facet.getPseudoClassStates()).contains(PseudoClass.getPseudoClass("keyed"));

    String rejected = tick(facet, "rejected");
    window.await("narrowed", () -> table.getItems().size() < all);
    assertThat(window.get(() -> List.copyOf(table.getItems())))
        .allMatch(anchor -> anchor.status() == AnchorStatus.REJECTED);
    int shown = window.get(() -> table.getItems().size());
    assertThat(rejected).isEqualTo("rejected  ·  " + shown);
    assertThat(window.get(facet::getText)).isEqualTo("Status (1)");

    tick(facet, "rejected");
    window.await("all again", () -> table.getItems().size() == all);
    assertThat(window.get(facet::getText)).isEqualTo("Status");
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
  }

  @Test
  void theFocusedColumnIsSortedByUpwardsDownwardsAndNot() {
    List<Anchor> entered = window.get(() -> List.copyOf(table.getItems()));
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.O);
    window.await("upwards", () -> isSorted(String.CASE_INSENSITIVE_ORDER));
    window.press(KeyCode.O);
    window.await("downwards", () -> isSorted(String.CASE_INSENSITIVE_ORDER.reversed()));
    window.press(KeyCode.O);
    window.await("as entered", () -> table.getItems().equals(entered));
  }

  private boolean isSorted(Comparator<String> order) {
    List<String> targets = table.getItems().stream().map(Anchor::target).toList();
    return targets.equals(targets.stream().sorted(order).toList());
  }

  @Test
  void anEmptyFieldForANewPairUndoesTheDictionary() {
    int before = window.get(() -> table.getItems().size());
    window.press(KeyCode.INSERT);
    window.awaitFocus(TextField.class);
    window.type("glacier");
    window.press(KeyCode.ENTER);
    window.type("ග්ලැසියරය");
    window.press(KeyCode.ENTER);
    window.await("added", () -> table.getItems().size() == before + 1);
    window.awaitFocus(TextField.class);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("undone", () -> table.getItems().size() == before);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.await("done again", () -> table.getItems().size() == before + 1);
  }

  @Test
  void whatShowsAllSaysSoWhereAllIsShown() {
    window.press(KeyCode.W);
    window.await(
        "told",
        () ->
            window.workbench().notices().stream()
                .anyMatch(notice -> notice.text().startsWith("All pairs are shown already.")));
  }

  @Test
  void residualsStandOnTheRight() {
    window.awaitQuiet();
    List<Pos> places =
        window.get(
            () ->
                table.lookupAll(".table-cell.number-column").stream()
                    .map(cell -> ((Labeled) cell).getAlignment())
                    .toList());
    assertThat(places).isNotEmpty().containsOnly(Pos.CENTER_RIGHT);
  }

  /** Ticks the value in the menu by keys; the line of it. */
  private String tick(MenuButton facet, String value) {
    window.press(KeyCode.ENTER);
    window.await("a menu", facet::isShowing);
    List<String> lines =
        window.get(() -> facet.getItems().stream().map(MenuItem::getText).toList());
    int wanted = 0;
    while (!lines.get(wanted).startsWith(value)) {
      wanted++;
    }
    // No line is chosen when a menu opens.
    for (int i = 0; i <= wanted; i++) {
      window.press(KeyCode.DOWN);
    }
    window.press(KeyCode.ENTER);
    window.await("closed", () -> !facet.isShowing());
    return lines.get(wanted);
  }

  private AnchorStatus status(int row) {
    return table.getItems().get(row).status();
  }
}
