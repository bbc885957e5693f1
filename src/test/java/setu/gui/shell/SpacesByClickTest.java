package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import setu.core.evaluate.Diagnostic;
import setu.core.evaluate.DiagnosticMeasure;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.SpaceDiagnostics.StolenQueries;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.WordRef;

/** The spaces measured with the mouse: each figure says what it means, each hub what it takes. */
@NullUnmarked
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpacesByClickTest {
  @TempDir static Path folder;
  private static OpenedWindow window;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    window.await("its tab", () -> tab() != null);
    window.click(window.get(() -> tab()));
    window.await("its button", () -> button("Measure spaces") != null);
    assertThat(window.get(() -> items(Diagnostic.class))).isEmpty();
    window.click(window.get(() -> button("Measure spaces")));
    window.await("the figures", () -> !items(Diagnostic.class).isEmpty());
  }

  /** The head of the tab; null while it is not drawn. */
  private static Node tab() {
    return all(".tab-label").stream()
        .filter(node -> ((Labeled) node).getText().equals("Spaces"))
        .findFirst()
        .orElse(null);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @Test
  @Order(1)
  void everyMeasureHasItsSentenceAndItsSource() {
    List<Diagnostic> figures = window.get(() -> items(Diagnostic.class));
    Set<DiagnosticMeasure> measured =
        figures.stream().map(Diagnostic::measure).collect(Collectors.toSet());
    assertThat(measured).containsExactlyInAnyOrder(DiagnosticMeasure.values());
    TableView<?> table = window.get(() -> table(Diagnostic.class));
    for (int place = 0; place < figures.size(); place++) {
      int at = place;
      Diagnostic figure = figures.get(at);
      window.run(() -> table.scrollTo(at));
      window.await("row " + at, () -> row(table, at) != null);
      TableRow<?> row = window.get(() -> row(table, at));
      String value = FigureTable.figure(figure.value(), 3);
      assertThat(window.get(() -> texts(row))).contains(value);
      String sentence = window.get(() -> texts(row).getLast());
      assertThat(sentence).as(figure.measure() + " on " + figure.scope()).contains(value, " ");
      assertThat(window.get(() -> Tip.of(row)))
          .isEqualTo(sentence + "\n" + figure.measure().source());
      window.run(() -> table.getSelectionModel().select(at));
      assertThat(window.get(() -> all("#diagnostic-meaning").getFirst().getAccessibleText()))
          .as("beneath the table, for those without a mouse")
          .isEqualTo(sentence + "\n" + figure.measure().source());
    }
  }

  @Test
  @Order(2)
  void theSpectraAndTheHubsAreDrawn() {
    List<XYChart<?, ?>> charts = window.get(SpacesByClickTest::charts);
    assertThat(charts).hasSize(2).allMatch(chart -> chart.getData().size() == 2);
    assertThat(charts)
        .extracting(XYChart::getTitle)
        .containsExactlyInAnyOrder("Hubness before and after CSLS", "Spectra");
    assertThat(charts.stream().filter(chart -> "Spectra".equals(chart.getTitle())).toList())
        .allSatisfy(
            chart ->
                assertThat(chart.getData())
                    .allSatisfy(line -> assertThat(line.getData()).hasSize(100)));
  }

  @Test
  @Order(3)
  void aHubShowsTheQueriesItTakesAndEachSelectsItsWord() {
    TableView<?> table = window.get(() -> table(StolenQueries.class));
    StolenQueries hub = window.get(() -> items(StolenQueries.class).getFirst());
    window.click(window.get(() -> row(table, 0)));
    window.await("the hub everywhere", () -> hub.word().equals(selected(Side.TARGET)));
    window.await("its queries", () -> queries().size() == hub.queries().size());
    assertThat(window.get(() -> queries().stream().map(Labeled::getText).toList()))
        .isEqualTo(hub.queries())
        .hasSize(Math.min(50, hub.occurrencesNn()));
    Hyperlink first = window.get(() -> queries().getFirst());
    window.click(first);
    window.await(
        "the query everywhere", () -> hub.queries().getFirst().equals(selected(Side.SOURCE)));
    assertThat(window.get(() -> items(StolenQueries.class))).hasSize(20);
  }

  @Test
  @Order(4)
  void theFiguresAreWritten() throws Exception {
    Path file = folder.resolve("figures.tsv");
    window.run(
        () -> window.shell().window().places().scores().askBy((chooser, owner) -> file.toFile()));
    window.click(window.get(() -> button("Export…")));
    window.await("it is told", () -> !window.workbench().notices().isEmpty());
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.stream().filter(line -> line.contains("Hubness skew, CSLS")).toList())
        .hasSize(2);
    for (DiagnosticMeasure measure : DiagnosticMeasure.values()) {
      assertThat(lines).anyMatch(line -> line.endsWith(measure.source()));
    }
  }

  private static List<Node> all(String selector) {
    return window.shell().scene().getRoot().lookupAll(selector).stream()
        .filter(SpacesByClickTest::drawn)
        .toList();
  }

  private static boolean drawn(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getLayoutBounds().getHeight() > 0;
  }

  /** A button that is drawn; null where there is none. */
  private static Button button(String text) {
    return all(".button").stream()
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElse(null);
  }

  private static TableView<?> table(Class<?> kind) {
    return all(".table-view").stream()
        .map(node -> (TableView<?>) node)
        .filter(table -> !table.getItems().isEmpty())
        .filter(table -> kind.isInstance(table.getItems().getFirst()))
        .findFirst()
        .orElse(null);
  }

  private static <T> List<T> items(Class<T> kind) {
    TableView<?> table = table(kind);
    return table == null ? List.of() : table.getItems().stream().map(kind::cast).toList();
  }

  private static TableRow<?> row(TableView<?> table, int index) {
    return table.lookupAll(".table-row-cell").stream()
        .map(node -> (TableRow<?>) node)
        .filter(
            row ->
                row.getIndex() == index
                    && Objects.equals(row.getItem(), table.getItems().get(index)))
        .filter(SpacesByClickTest::drawn)
        .findFirst()
        .orElse(null);
  }

  /** The texts of a row's cells, from the left. */
  private static List<String> texts(TableRow<?> row) {
    return row.lookupAll(".table-cell").stream()
        .sorted(java.util.Comparator.comparingDouble(Node::getLayoutX))
        .map(node -> ((Labeled) node).getText())
        .toList();
  }

  private static List<XYChart<?, ?>> charts() {
    return all(".chart").stream().<XYChart<?, ?>>map(node -> (XYChart<?, ?>) node).toList();
  }

  private static List<Hyperlink> queries() {
    return all(".stolen .hyperlink").stream().map(Hyperlink.class::cast).toList();
  }

  /** The selected word of a side; null where it is of the other. */
  private static String selected(Side side) {
    WordRef word = window.workbench().selectedProperty().get();
    return word == null || word.side() != side
        ? null
        : window.workbench().project().space(side).vocabulary().word(word.row());
  }
}
