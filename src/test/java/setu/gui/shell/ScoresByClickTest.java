package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.core.evaluate.ErrorKind;
import setu.core.evaluate.ErrorReport.Case;
import setu.gui.common.Side;
import setu.gui.common.WordRef;

/** Numbers of the Scores place open the queries behind them, and these their word. */
@NullUnmarked
class ScoresByClickTest {
  @TempDir static Path folder;
  private static final PseudoClass GOLD = PseudoClass.getPseudoClass("gold");
  private static OpenedWindow window;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @Test
  void aBarAndACellOpenTheirQueriesAndAQuerySelectsItsWord() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    window.run(() -> window.shell().window().places().scores().show(2));
    window.await("kinds of errors", () -> !buttons("bar-button").isEmpty());
    XYChart<?, ?> pruned = (XYChart<?, ?>) window.get(ScoresByClickTest::pruning);
    assertThat(pruned.getTitle()).isEqualTo("Target vocabulary pruned");
    assertThat(pruned.getData())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.getData()).hasSize(5));
    List<? extends XYChart.Data<?, ?>> covered = pruned.getData().getFirst().getData();
    assertThat((Double) covered.getLast().getXValue()).isEqualTo(5597.0);
    assertThat((Double) covered.getLast().getYValue()).as("nothing pruned").isEqualTo(42.0);
    assertThat((Double) covered.getFirst().getYValue()).isGreaterThan(42.0);

    Button right = window.get(() -> buttons("bar-button").getFirst());
    int count = Integer.parseInt(window.get(right::getText));
    assertThat(count).as("the reference's hits under CSLS").isEqualTo(105);
    window.click(right);
    window.await("its queries", () -> cases().size() == count);
    assertThat(window.get(() -> cases().stream().allMatch(c -> c.outcome().rank() == 1))).isTrue();

    window.await("the hit marked in its row", () -> "✓".equals(marked().split(" ")[0]));
    String hit = window.get(() -> cases().getFirst().outcome().candidates().getFirst().word());
    assertThat(window.get(() -> marked())).startsWith("✓ " + hit + " ");

    Button cell =
        window.get(
            () ->
                buttons("heat-cell").stream()
                    .filter(button -> !button.getText().isBlank())
                    .filter(button -> inView(button))
                    .findFirst()
                    .orElseThrow());
    window.click(cell);
    window.await("the cell's queries", () -> !cases().isEmpty() && cases().size() < count);

    window.await("its rows", () -> firstRow() != null);
    String word = window.get(() -> cases().getFirst().outcome().query());
    window.click(window.get(ScoresByClickTest::firstRow));
    window.await("the word everywhere", () -> word.equals(selected()));

    leave("Show anchors", Rail.Place.ANCHORS);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    window.await("the queries again", () -> !cases().isEmpty());
    leave("Show on map", Rail.Place.MAP);
    assertThat(window.get(ScoresByClickTest::selected)).isEqualTo(word);
  }

  /** Follows a button beside the queries to another place. */
  private static void leave(String text, Rail.Place place) {
    Button button =
        window.get(
            () ->
                window.shell().scene().getRoot().lookupAll(".button").stream()
                    .filter(ScoresByClickTest::shown)
                    .map(Button.class::cast)
                    .filter(each -> text.equals(each.getText()))
                    .findFirst()
                    .orElseThrow());
    assertThat(window.get(button::isDisabled)).isFalse();
    window.click(button);
    window.await(text, () -> window.shell().window().placeProperty().get() == place);
  }

  /** The drawn plot of pruning. */
  private static Node pruning() {
    return window.shell().scene().getRoot().lookupAll(".chart").stream()
        .filter(ScoresByClickTest::shown)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatAnEditLostIsListedWithItsKindOfError() {
    window.run(() -> window.shell().window().placeProperty().set(Rail.Place.SCORES));
    window.run(() -> window.shell().window().places().scores().reopen(0));
    window.await("the kinds of the wrong ones", () -> kinds().contains(ErrorKind.HUB));
    List<Anchor> anchors = window.get(() -> window.workbench().anchorsProperty().get().anchors());
    List<Long> some = anchors.stream().limit(300).map(Anchor::id).toList();
    window.run(() -> window.workbench().removeAnchors(some));
    window.await("some are lost", () -> toggle("Lost ") != null && !toggle("Lost ").isDisabled());
    window.awaitQuiet();
    window.click(window.get(() -> toggle("Lost ")));
    window.await("those are listed", () -> !cases().isEmpty() && toggle("Lost ").isSelected());
    window.await(
        "each with the rank and the kind it has now",
        () ->
            cases().stream().noneMatch(c -> c.outcome().correct() || c.kind() == ErrorKind.NONE)
                && cases().stream().anyMatch(c -> c.occurrences() > 0));
    window.run(() -> window.workbench().undo());
    window.await(
        "taken back",
        () -> window.workbench().anchorsProperty().get().anchors().size() == anchors.size());
    window.awaitQuiet();
  }

  private static List<ErrorKind> kinds() {
    return cases().stream().map(Case::kind).toList();
  }

  /** The choice of queries whose text begins so; null while there is none. */
  private static ToggleButton toggle(String text) {
    return window.shell().scene().getRoot().lookupAll(".query-kinds .toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(button -> button.getText().startsWith(text))
        .findFirst()
        .orElse(null);
  }

  @Test
  void theEditsOfTheDictionaryAreALineOfScores() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    int before = window.get(() -> window.workbench().anchorsProperty().get().anchors().size());
    window.run(() -> window.workbench().addAnchor(Draft.accepted("river", "මව", "edit")));
    window.await(
        "an edit", () -> window.workbench().anchorsProperty().get().anchors().size() == before + 1);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    window.run(() -> window.shell().window().places().scores().reopen(4));
    window.await("its button", () -> lookup("#timeline-run") != null);
    window.awaitQuiet();
    window.click(window.get(() -> lookup("#timeline-run")));
    window.await("the line", () -> lookup("#timeline .chart") != null);
    XYChart<?, ?> chart = (XYChart<?, ?>) window.get(() -> lookup("#timeline .chart"));
    assertThat(chart.getData())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.getData()).hasSizeGreaterThanOrEqualTo(2));
    assertThat((Double) chart.getData().getFirst().getData().getFirst().getYValue())
        .isEqualTo(42.0);
    window.run(() -> window.workbench().undo());
    window.await(
        "taken back", () -> window.workbench().anchorsProperty().get().anchors().size() == before);
  }

  private static Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  private static boolean inView(Node node) {
    return node.localToScene(node.getBoundsInLocal()).getMaxX() < 900
        && node.localToScene(node.getBoundsInLocal()).getMaxY() < 400;
  }

  private static List<Button> buttons(String style) {
    return window.shell().scene().getRoot().lookupAll("." + style).stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .toList();
  }

  /** The table of queries; null while it shows none. */
  private static TableView<Case> table() {
    return window.shell().scene().getRoot().lookupAll(".table-view").stream()
        .filter(TableView.class::isInstance)
        .filter(ScoresByClickTest::shown)
        .map(node -> casesOf((TableView<?>) node))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("unchecked")
  private static TableView<Case> casesOf(TableView<?> table) {
    boolean cases = !table.getItems().isEmpty() && table.getItems().getFirst() instanceof Case;
    return cases ? (TableView<Case>) table : null;
  }

  /** Whether it is in the tab that is open. */
  private static boolean shown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static List<Case> cases() {
    TableView<Case> table = table();
    return table == null ? List.of() : table.getItems();
  }

  /** The drawn row of the first query; null while it is not drawn. */
  private static Node firstRow() {
    TableView<Case> table = table();
    if (table == null) {
      return null;
    }
    Case first = table.getItems().getFirst();
    return table.lookupAll(".table-row-cell").stream()
        .filter(
            node ->
                node instanceof TableRow<?> row
                    && row.getIndex() == 0
                    && first.equals(row.getItem()))
        .filter(node -> node.isVisible() && node.getBoundsInLocal().getHeight() > 0)
        .findFirst()
        .orElse(null);
  }

  /** What the first row marks as gold first; empty while it marks nothing. */
  private static String marked() {
    Node row = firstRow();
    return row == null
        ? ""
        : row.lookupAll(".word").stream()
            .filter(node -> node.getPseudoClassStates().contains(GOLD))
            .map(node -> ((Label) node).getText())
            .findFirst()
            .orElse("");
  }

  /** The selected source word; null where there is none. */
  private static String selected() {
    WordRef word = window.workbench().selectedProperty().get();
    return word == null || word.side() != Side.SOURCE
        ? null
        : window.workbench().project().source().vocabulary().word(word.row());
  }
}
