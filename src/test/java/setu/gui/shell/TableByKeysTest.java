package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
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
import setu.gui.preferences.Theme;

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
    int focused = window.get(() -> table.getFocusModel().getFocusedCell().getColumn());
    TableColumn<Anchor, ?> column = table.getVisibleLeafColumn(Math.max(0, focused));
    window.press(KeyCode.O);
    window.await("upwards", () -> isSorted(column, String.CASE_INSENSITIVE_ORDER));
    window.press(KeyCode.O);
    window.await("downwards", () -> isSorted(column, String.CASE_INSENSITIVE_ORDER.reversed()));
    window.press(KeyCode.O);
    window.await("as entered", () -> table.getItems().equals(entered));
  }

  @Test
  void theCellThatKeysActOnIsMarkedAlone() {
    window.awaitQuiet();
    window.await("the first cell", () -> marked().equals(List.of(cell(0, 0))));
    window.press(KeyCode.RIGHT);
    window.await("the next cell", () -> marked().equals(List.of(cell(0, 1))));
    window.await("its border", () -> borders() == 1);
    window.press(KeyCode.DOWN);
    window.await("the cell below", () -> marked().equals(List.of(cell(1, 1))));
    window.press(KeyCode.RIGHT);
    window.press(KeyCode.LEFT);
    window.await("back", () -> marked().equals(List.of(cell(1, 1))));
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.await(
        "the edit there",
        () ->
            table.getEditingCell() != null
                && table.getEditingCell().getRow() == 1
                && table.getEditingCell().getColumn() == 1);
    window.await("no mark beside the field", () -> borders() == 0);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.END);
    window.press(KeyCode.LEFT);
    int last = window.get(() -> table.getItems().size()) - 1;
    window.await("the last row", () -> marked().equals(List.of(cell(last, 0))));
  }

  @Test
  void theFocusedColumnIsKeptWhereItIsDragged() {
    window.awaitQuiet();
    window.press(KeyCode.RIGHT);
    window.await("the mark", () -> marked().equals(List.of(cell(0, 1))));
    window.run(() -> dragFirst(1));
    window.await("the mark there", () -> marked().equals(List.of(cell(0, 0))));
    window.press(KeyCode.R);
    window.await("rejected", () -> status(0) == AnchorStatus.REJECTED);
    window.await("the mark still there", () -> marked().equals(List.of(cell(0, 0))));
  }

  /** As JavaFX does it when a head is dragged. */
  private void dragFirst(int column) {
    List<TableColumn<Anchor, ?>> columns = new ArrayList<>(table.getColumns());
    columns.addFirst(columns.remove(column));
    table.getColumns().setAll(columns);
  }

  /** Row and column of the cells that are drawn as marked. */
  private List<String> marked() {
    return drawn(PseudoClass.getPseudoClass("cell-focused"))
        .map(cell -> cell(cell.getIndex(), table.getVisibleLeafIndex(column(cell))))
        .toList();
  }

  /** How many of the marked cells have a border. */
  private long borders() {
    return drawn(PseudoClass.getPseudoClass("cell-focused"))
        .filter(cell -> cell.getBorder() != null)
        .count();
  }

  @SuppressWarnings("unchecked")
  private static TableColumn<Anchor, ?> column(TableCell<?, ?> cell) {
    return (TableColumn<Anchor, ?>) cell.getTableColumn();
  }

  private Stream<TableCell<?, ?>> drawn(PseudoClass state) {
    return table.lookupAll(".table-cell").stream()
        .filter(node -> node instanceof TableCell && node.getParent().isVisible())
        .<TableCell<?, ?>>map(node -> (TableCell<?, ?>) node)
        .filter(cell -> cell.getPseudoClassStates().contains(state));
  }

  private static String cell(int row, int column) {
    return row + ":" + column;
  }

  private boolean isSorted(TableColumn<Anchor, ?> column, Comparator<String> order) {
    List<String> values =
        table.getItems().stream().map(row -> (String) column.getCellData(row)).toList();
    return values.equals(values.stream().sorted(order).toList());
  }

  @Test
  void aWordThatIsTypedWhileAnotherProjectOpensIsWrittenIntoItsOwn() throws IOException {
    Path own = window.get(() -> window.workbench().project().workspace().folder());
    Path other = Files.createDirectories(user.resolve("other"));
    for (String name : List.of("project.json", "anchors.jsonl")) {
      Files.copy(own.resolve(name), other.resolve(name));
    }
    String word = window.get(() -> table.getItems().getFirst().source());
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.type("zzqa");
    openProject(other);
    window.press(KeyCode.ENTER);
    window.awaitQuiet();
    assertThat(window.get(this::first)).as("of the other project").isEqualTo(word);
    openProject(own);
    assertThat(window.get(this::first)).isEqualTo("zzqa");
  }

  private void openProject(Path folder) {
    window.run(() -> window.workbench().openProject(folder));
    window.await(
        "the project",
        () ->
            window.workbench().project() != null
                && folder.equals(window.workbench().project().workspace().folder()));
    window.awaitQuiet();
  }

  private String first() {
    return window.workbench().anchorsProperty().get().get(1).source();
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
  void theEmptyFilterUndoesTheDictionary() {
    window.press(KeyCode.R);
    window.await("rejected", () -> status(0) == AnchorStatus.REJECTED);
    window.press(KeyCode.F);
    window.awaitFocus(TextField.class);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("undone", () -> status(0) == AnchorStatus.ACCEPTED);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.await("done again", () -> status(0) == AnchorStatus.REJECTED);
  }

  @Test
  void aFilterThatWasTypedInUndoesItsTypingAlone() {
    window.press(KeyCode.R);
    window.await("rejected", () -> status(0) == AnchorStatus.REJECTED);
    window.press(KeyCode.F);
    TextField filter = window.awaitFocus(TextField.class);
    window.type("water");
    window.press(KeyCode.CONTROL, KeyCode.A);
    window.press(KeyCode.DELETE);
    window.await("emptied", () -> filter.getText().isEmpty());
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("typed again", () -> filter.getText().equals("water"));
    for (int more = 0; more < 8; more++) {
      window.press(KeyCode.CONTROL, KeyCode.Z);
    }
    window.await("nothing typed", () -> filter.getText().isEmpty());
    window.awaitQuiet();
    assertThat(window.get(() -> status(0))).isEqualTo(AnchorStatus.REJECTED);

    // Whoever comes back to it has done nothing there: the last thing done is the judgement.
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.F);
    window.awaitFocus(TextField.class);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("undone", () -> status(0) == AnchorStatus.ACCEPTED);
  }

  @Test
  void columnsAreChosenByKeys() {
    TableColumn<Anchor, ?> comment = table.getColumns().get(7);
    assertThat(window.get(comment::isVisible)).isFalse();
    window.press(KeyCode.C);
    MenuButton columns = window.awaitFocus(MenuButton.class);
    window.await("the columns", columns::isShowing);
    List<String> names =
        window.get(() -> columns.getItems().stream().map(MenuItem::getText).toList());
    for (int step = 0; step <= names.indexOf(comment.getText()); step++) {
      window.press(KeyCode.DOWN);
    }
    window.press(KeyCode.ENTER);
    window.await("shown", comment::isVisible);
    window.awaitFocus(TableView.class);
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
  void aFocusedRowStandsAsTheOthersInHighContrast() {
    Shell shell = window.shell();
    window.run(
        () ->
            shell.settingsProperty().set(shell.settingsProperty().get().withTheme(Theme.CONTRAST)));
    window.press(KeyCode.DOWN);
    window.run(() -> shell.scene().getRoot().applyCss());
    window.await("a row has the focus", () -> rows().stream().anyMatch(TableRow::isFocused));
    assertThat(window.get(this::rows))
        .allSatisfy(row -> assertThat(row.getInsets()).isEqualTo(Insets.EMPTY));
  }

  private List<TableRow<?>> rows() {
    List<TableRow<?>> rows = new ArrayList<>();
    table.lookupAll(".table-row-cell").forEach(row -> rows.add((TableRow<?>) row));
    return rows;
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

  @Test
  void whatUndoTookBackIsToldChosenAndInSight() {
    Anchor last = window.get(() -> table.getItems().getLast());
    window.press(KeyCode.END);
    window.await("the last row", () -> last.equals(table.getSelectionModel().getSelectedItem()));
    window.press(KeyCode.DELETE);
    window.await("removed", () -> !table.getItems().contains(last));
    window.press(KeyCode.HOME);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("chosen", () -> chosen().equals(List.of(last.id())));
    window.await("in sight", () -> isDrawn(last));
    assertThat(told()).contains("Undone: " + last.source() + " – " + last.target());
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    window.await("removed again", () -> !table.getItems().contains(last));
    assertThat(told()).contains("Done again: " + last.source() + " – " + last.target());

    window.press(KeyCode.HOME);
    window.press(KeyCode.SHIFT, KeyCode.DOWN);
    window.press(KeyCode.R);
    window.await("both", () -> status(0) == AnchorStatus.REJECTED && status(1) == status(0));
    window.press(KeyCode.END);
    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("both again", () -> chosen().equals(List.of(1L, 2L)));
    assertThat(window.get(() -> status(0))).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(told()).contains("Edit: undone, 2 changes");
  }

  private List<Long> chosen() {
    return table.getSelectionModel().getSelectedItems().stream().map(Anchor::id).toList();
  }

  private boolean isDrawn(Anchor anchor) {
    return table.lookupAll(".table-row-cell").stream()
        .anyMatch(row -> row.isVisible() && anchor.equals(((TableRow<?>) row).getItem()));
  }

  private String told() {
    return window.get(() -> window.workbench().notices().getLast().text());
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
