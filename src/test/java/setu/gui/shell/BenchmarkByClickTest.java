package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import setu.core.evaluate.ErrorKind;
import setu.core.evaluate.ErrorReport.Case;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.WordRef;
import setu.gui.scorecard.BenchmarkViewModel.Line;

/** A benchmark with the mouse: its rows as they come, the queries behind one, stop, keep, write. */
@NullUnmarked
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BenchmarkByClickTest {
  @TempDir static Path folder;
  private static OpenedWindow window;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    window.await("its tab", () -> tab("Benchmark") != null);
    window.click(window.get(() -> tab("Benchmark")));
    window.await("the published lines", () -> lines().size() == 16);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @Test
  @Order(1)
  void aNumberOpensItsQueriesWhileTheOthersRun() {
    assertThat(links()).isEmpty();
    window.click(window.get(() -> button("Run benchmark")));
    window.await("the first rows", () -> own() >= 2 && !links().isEmpty());
    assertThat(window.get(() -> button("Cancel"))).as("it goes on").isNotNull();
    assertThat(window.get(() -> button("Run benchmark").isDisabled())).isTrue();

    String name = window.get(() -> lines().getFirst().name());
    assertThat(name).isEqualTo("Procrustes + NN");
    Hyperlink figure = window.get(() -> links().getFirst());
    assertThat(window.get(figure::getText)).matches("[0-9.]+ / [0-9.]+ / [0-9.]+");
    assertThat(window.get(() -> Tip.of(figure))).contains("95 % of P@1", "Covered 250 of 250");
    window.click(figure);
    window.await("its queries", () -> cases().size() == 250);
    long right = window.get(() -> cases().stream().filter(c -> c.outcome().correct()).count());
    double at1 = window.get(() -> lines().getFirst().score(Direction.FORWARD).precision().at1());
    assertThat(100.0 * right / 250).isEqualTo(at1);
    // Rows of other methods come in between; the kinds are those of the number that was clicked.
    window.await("their kinds", () -> cases().stream().anyMatch(c -> c.kind() == ErrorKind.HUB));
    assertThat(window.get(() -> cases().stream().map(Case::kind).distinct().toList()))
        .contains(ErrorKind.NONE, ErrorKind.INFLECTION);
    assertThat(window.get(() -> title())).isEqualTo("Procrustes + NN, En→Si · 250");

    window.await("its first row", () -> rowOf(queries(), 0) != null);
    String word = window.get(() -> cases().getFirst().outcome().query());
    window.click(window.get(() -> rowOf(queries(), 0)));
    window.await("the word everywhere", () -> word.equals(selected()));
  }

  @Test
  @Order(2)
  void whatHasEndedStaysWhenItIsStopped() {
    Button cancel = window.get(() -> button("Cancel"));
    assertThat(cancel).as("it still goes on").isNotNull();
    long before = window.get(() -> own());
    window.click(cancel);
    window.await("it has stopped", () -> button("Cancel") == null);
    assertThat(window.get(() -> own())).isGreaterThanOrEqualTo(before);
    assertThat(window.get(() -> button("Run benchmark").isDisabled())).isFalse();
    assertThat(window.get(() -> labels()))
        .anyMatch(text -> text.matches("Stopped: \\d+ methods? had ended; .*"));
    assertThat(window.get(() -> cases())).as("the open list").hasSize(250);
    assertThat(window.get(() -> window.workbench().notices())).isEmpty();
  }

  @Test
  @Order(3)
  void theTableIsWritten() throws Exception {
    Path file = folder.resolve("benchmark.tsv");
    window.run(
        () ->
            window
                .shell()
                .window()
                .places()
                .scores()
                .askBy(
                    (chooser, owner) -> {
                      assertThat(owner).isSameAs(window.shell().stage());
                      assertThat(chooser.getInitialFileName()).isEqualTo("benchmark.tsv");
                      assertThat(chooser.getExtensionFilters()).hasSize(5);
                      return file.toFile();
                    }));
    window.click(window.get(() -> button("Export…")));
    window.await("what was written is told", () -> !window.workbench().notices().isEmpty());
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .isEqualTo("Written to " + file);
    assertThat(Files.readAllLines(file)).hasSizeGreaterThan(2);
    assertThat(Files.readString(file)).contains("Procrustes + CSLS", "En→Si");

    for (String ending : List.of("md", "tex", "html", "json")) {
      Path other = folder.resolve("benchmark." + ending);
      window.run(
          () ->
              window.shell().window().places().scores().askBy((chooser, owner) -> other.toFile()));
      int before = window.get(() -> window.workbench().notices().size());
      window.click(window.get(() -> button("Export…")));
      window.await("written", () -> window.workbench().notices().size() > before);
      String text = Files.readString(other);
      assertThat(text)
          .contains(
              switch (ending) {
                case "md" -> "| Procrustes + CSLS |";
                case "tex" -> "Procrustes + CSLS &";
                case "html" -> "<td>Procrustes + CSLS</td>";
                default -> "\"method\" : \"procrustes\"";
              });
    }
    assertThat(Files.readString(folder.resolve("benchmark.json"))).contains("\"P@1\" : 42.00");

    File none = null;
    window.run(() -> window.shell().window().places().scores().askBy((chooser, owner) -> none));
    int told = window.get(() -> window.workbench().notices().size());
    window.click(window.get(() -> button("Export…")));
    assertThat(window.get(() -> window.workbench().notices())).as("left be").hasSize(told);
  }

  @Test
  @Order(4)
  void aRunIsKeptAndComparedWith() {
    TextField name =
        (TextField)
            window.get(
                () ->
                    all(".text-field").stream()
                        .filter(node -> "Name of the run".equals(node.getAccessibleText()))
                        .findFirst()
                        .orElseThrow());
    window.click(name);
    window.await("the keyboard in the name", name::isFocused);
    window.press(KeyCode.HOME);
    window.type("first");
    String typed = window.get(name::getText);
    assertThat(typed).isEqualTo("first");
    assertThat(window.get(() -> button("Keep").isDisabled())).isFalse();
    window.click(window.get(() -> button("Keep")));
    assertThat(window.get(() -> window.workbench().notices().stream().map(n -> n.text()).toList()))
        .noneMatch(text -> !text.startsWith("Written to"));
    window.await("it is kept", () -> !runs().getItems().isEmpty());
    assertThat(Files.isRegularFile(kept("first"))).isTrue();
    window.run(() -> runs().getSelectionModel().selectFirst());
    window.await(
        "the same figures",
        () -> labels().stream().anyMatch(text -> text.matches("gained 0, lost 0, both \\d+, .*")));
  }

  private static Path kept(String name) {
    return window
        .get(() -> window.workbench().project().workspace().folder())
        .resolve("runs/" + name + "/run.json");
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<Object> runs() {
    return (ComboBox<Object>)
        all(".combo-box").stream()
            .filter(node -> "Compare with…".equals(node.getAccessibleText()))
            .findFirst()
            .orElseThrow();
  }

  /** What is drawn of a selector, from the left above. */
  private static List<Node> all(String selector) {
    Bounds whole =
        new BoundingBox(
            0, 0, window.shell().scene().getWidth(), window.shell().scene().getHeight());
    return window.shell().scene().getRoot().lookupAll(selector).stream()
        .filter(BenchmarkByClickTest::drawn)
        .filter(node -> whole.contains(place(node)))
        .sorted(
            java.util.Comparator.comparingDouble((Node node) -> place(node).getMinY())
                .thenComparingDouble(node -> place(node).getMinX()))
        .toList();
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static boolean drawn(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getLayoutBounds().getHeight() > 0;
  }

  /** The head of a tab; null while it is not drawn. */
  private static Node tab(String name) {
    return all(".tab-label").stream()
        .filter(node -> ((Labeled) node).getText().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** A button that is drawn; null where there is none. */
  private static Button button(String text) {
    return all(".button").stream()
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst()
        .orElse(null);
  }

  private static List<Hyperlink> links() {
    return window.get(() -> all(".figure-link").stream().map(Hyperlink.class::cast).toList());
  }

  private static List<String> labels() {
    return all(".label").stream().map(node -> ((Label) node).getText()).toList();
  }

  private static String title() {
    return all(".section-title").stream()
        .map(node -> ((Label) node).getText())
        .filter(text -> text.contains(" · "))
        .findFirst()
        .orElse("");
  }

  private static List<TableView<?>> tables() {
    return all(".table-view").stream().<TableView<?>>map(node -> (TableView<?>) node).toList();
  }

  private static List<Line> lines() {
    return tables().stream()
        .flatMap(table -> table.getItems().stream())
        .filter(Line.class::isInstance)
        .map(Line.class::cast)
        .toList();
  }

  /** How many lines have figures of this project. */
  private static long own() {
    return lines().stream().filter(line -> line.own() != null).count();
  }

  private static TableView<?> queries() {
    return tables().stream()
        .filter(table -> !table.getItems().isEmpty())
        .filter(table -> table.getItems().getFirst() instanceof Case)
        .findFirst()
        .orElse(null);
  }

  private static List<Case> cases() {
    TableView<?> table = queries();
    return table == null ? List.of() : table.getItems().stream().map(Case.class::cast).toList();
  }

  private static Node rowOf(TableView<?> table, int index) {
    return table.lookupAll(".table-row-cell").stream()
        .filter(node -> node instanceof TableRow<?> row && row.getIndex() == index)
        .filter(node -> Objects.equals(((TableRow<?>) node).getItem(), table.getItems().get(index)))
        .filter(BenchmarkByClickTest::drawn)
        .findFirst()
        .orElse(null);
  }

  private static String selected() {
    WordRef word = window.workbench().selectedProperty().get();
    return word == null || word.side() != Side.SOURCE
        ? null
        : window.workbench().project().source().vocabulary().word(word.row());
  }
}
