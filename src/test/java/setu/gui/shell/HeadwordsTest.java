package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.gui.preferences.Settings;
import setu.gui.preferences.Theme;

/** The table by headword: each written once, the preferred translation first. */
@NullUnmarked
class HeadwordsTest {
  private static final PseudoClass REPEATED = PseudoClass.getPseudoClass("repeated");

  @TempDir static Path user;
  private static OpenedWindow window;
  private static List<Anchor> sample;

  @BeforeAll
  static void openSample() {
    window = OpenedWindow.onSample(user);
    sample = window.get(() -> window.workbench().anchorsProperty().get().anchors());
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @BeforeEach
  void group() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.press(KeyCode.HOME);
    if (!grouped()) {
      window.press(KeyCode.G);
    }
    window.await("grouped", HeadwordsTest::inOrder);
  }

  private static boolean inOrder() {
    List<String> words = rows().stream().map(Anchor::source).toList();
    return grouped() && words.equals(words.stream().sorted().toList());
  }

  @AfterEach
  void takeBack() {
    window.awaitQuiet();
    while (!window.get(() -> window.workbench().anchorsProperty().get().anchors().equals(sample))) {
      window.run(() -> window.workbench().undo());
      window.awaitQuiet();
    }
  }

  @Test
  void rowsStandByHeadwordWrittenOnceWithItsCountAndThePreferredFirst() {
    List<Anchor> rows = rows();
    assertThat(rows).hasSize(1039);
    assertThat(rows).extracting(Anchor::source).isSortedAccordingTo(String::compareTo);
    choose("mother", 1);
    Anchor second = rows().get(first("mother") + 1);
    window.press(KeyCode.P);
    window.await("preferred, and first", () -> rows().get(first("mother")).id() == second.id());
    int top = first("mother");
    long count = rows().stream().filter(a -> a.source().equals("mother")).count();
    assertThat(count).isGreaterThan(1);
    scroll(top);
    assertThat(marks(top, 0)).containsExactly(Long.toString(count));
    assertThat(window.get(() -> repeated(top))).isFalse();
    assertThat(window.get(() -> repeated(top + 1))).isTrue();
    assertThat(marks(top + 1, 0)).isEmpty();
    assertThat(window.get(() -> cell(top, 1).lookup(".preferred"))).isNotNull();
    assertThat(window.get(() -> cell(top + 1, 1).lookup(".preferred"))).isNull();
    assertThat(window.get(() -> table().getSelectionModel().getSelectedItem().id()))
        .as("still chosen")
        .isEqualTo(second.id());
  }

  @Test
  void keysAndEditsGoOnWorkingAndWhatIsChosenStays() {
    choose("mother", 1);
    Anchor chosen = window.get(() -> table().getSelectionModel().getSelectedItem());
    window.press(KeyCode.R);
    window.await("rejected", () -> now(chosen).status() == AnchorStatus.REJECTED);
    assertThat(selected()).containsExactly(chosen.id());

    // Its headword is edited: it goes to its new place, still chosen, and the counts follow.
    window.press(KeyCode.E);
    window.awaitFocus(TextField.class);
    window.type("zzmother");
    window.press(KeyCode.ENTER);
    window.await("edited", () -> now(chosen).source().equals("zzmother"));
    window.awaitFocus(TableView.class);
    window.await("at the end", () -> rows().getLast().id() == chosen.id());
    window.await("still chosen", () -> selected().equals(Set.of(chosen.id())));

    // A row before a repeated headword is removed: the next one writes it.
    int top = first("on");
    List<Anchor> on = rows().subList(top, top + 2);
    assertThat(on).extracting(Anchor::source).containsOnly("on");
    choose("on", 0);
    scroll(top);
    window.press(KeyCode.DELETE);
    window.await("removed", () -> now(on.getFirst()) == null);
    int next = first("on");
    window.await("written now", () -> !repeated(next));
  }

  @Test
  void aPairThatComesBeforeAnotherTakesTheHeadwordOver() {
    scroll(first("brain"));
    window.run(
        () ->
            window
                .workbench()
                .addAnchor(
                    new Draft(
                        "brain",
                        "ඔය",
                        AnchorStatus.ACCEPTED,
                        "",
                        "",
                        "",
                        "",
                        List.of(),
                        true,
                        "edit")));
    window.await("first", () -> rows().get(first("brain")).target().equals("ඔය"));
    int top = first("brain");
    window.await("its number", () -> !marks(top, 0).isEmpty());
    window.await("the other one is muted", () -> repeated(top + 1));
    window.await("the first is not", () -> !repeated(top));
  }

  @Test
  void theChoiceIsKeptAndAButtonDropsIt() {
    assertThat(window.get(() -> window.shell().settingsProperty().get().dictionary().grouped()))
        .isTrue();
    choose("brain", 0);
    Set<Long> chosen = selected();
    window.run(() -> table().requestFocus());
    window.press(KeyCode.G);
    window.await("in order of entry", () -> rows().equals(sample));
    window.await("still chosen", () -> selected().equals(chosen));
    assertThat(window.get(() -> window.shell().settingsProperty().get().dictionary().grouped()))
        .isFalse();
    window.run(() -> ((ToggleButton) lookup("#anchors-grouped")).fire());
    window.await("grouped", HeadwordsTest::inOrder);

    // A column sorts within a headword.
    window.run(
        () -> {
          table().getSortOrder().add(table().getColumns().get(1));
        });
    window.await(
        "sorted within",
        () -> {
          List<String> mothers =
              rows().stream().filter(a -> a.source().equals("mother")).map(Anchor::target).toList();
          return mothers.equals(mothers.stream().sorted().toList());
        });
    assertThat(rows()).extracting(Anchor::source).isSortedAccordingTo(String::compareTo);
    window.run(() -> table().getSortOrder().clear());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void aRepeatedHeadwordIsIndentedAndLegible(Theme theme) {
    Settings before = window.get(() -> window.shell().settingsProperty().get());
    window.run(() -> window.shell().settingsProperty().set(before.withTheme(theme)));
    for (boolean chosen : List.of(false, true)) {
      choose("mother", chosen ? 1 : 0);
      int row = first("mother") + 1;
      scroll(row);
      window.await("repeated", () -> repeated(row));
      assertThat(contrast(row)).as("%s, chosen: %s", theme, chosen).isGreaterThanOrEqualTo(4.5);
      assertThat(window.get(() -> cell(row, 0).getInsets().getLeft()))
          .isGreaterThan(window.get(() -> cell(row - 1, 0).getInsets().getLeft() + 10));
    }
    window.run(() -> window.shell().settingsProperty().set(before));
  }

  /** Of a headword's letters and what most of its cell is painted in, from 1 to 21. */
  private static double contrast(int row) {
    return window.get(
        () -> {
          TableCell<?, ?> cell = cell(row, 0);
          WritableImage seen = table().snapshot(null, null);
          Bounds part = table().sceneToLocal(cell.localToScene(cell.getBoundsInLocal()));
          Map<Color, Integer> counts = new HashMap<>();
          for (int y = (int) part.getMinY() + 1; y < part.getMaxY() - 1; y++) {
            for (int x = (int) part.getMinX() + 1; x < part.getMaxX() - 1; x++) {
              counts.merge(seen.getPixelReader().getColor(x, y), 1, Integer::sum);
            }
          }
          Color ground =
              counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
          double one = luminance((Color) cell.getTextFill());
          double other = luminance(ground);
          return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        });
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private void choose(String source, int further) {
    window.run(
        () -> {
          int row = first(source) + further;
          table().requestFocus();
          table().getSelectionModel().clearAndSelect(row, table().getColumns().getFirst());
          table().scrollTo(row);
        });
    window.run(() -> window.shell().scene().getRoot().layout());
  }

  private void scroll(int row) {
    window.run(
        () -> {
          table().scrollTo(Math.max(0, row - 2));
          table().layout();
        });
    window.await("drawn", () -> cell(row, 0) != null);
  }

  private static int first(String source) {
    return window.get(
        () -> table().getItems().stream().map(Anchor::source).toList().indexOf(source));
  }

  private static List<Anchor> rows() {
    return window.get(() -> List.copyOf(table().getItems()));
  }

  private static Set<Long> selected() {
    return window.get(
        () ->
            table().getSelectionModel().getSelectedItems().stream()
                .map(Anchor::id)
                .collect(Collectors.toSet()));
  }

  private static Anchor now(Anchor anchor) {
    return window.get(() -> window.workbench().anchorsProperty().get().get(anchor.id()));
  }

  private static boolean grouped() {
    return window.get(() -> window.shell().window().places().anchors().groupedProperty().get());
  }

  private static boolean repeated(int row) {
    return cell(row, 0).getPseudoClassStates().contains(REPEATED);
  }

  /** What stands beside the word of a cell. */
  private static List<String> marks(int row, int column) {
    return window.get(
        () ->
            cell(row, column).lookupAll(".translations").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private static TableCell<?, ?> cell(int row, int column) {
    return table().lookupAll(".table-row-cell").stream()
        .map(TableRow.class::cast)
        .filter(each -> each.getIndex() == row && each.isVisible())
        .flatMap(each -> ((Parent) each).getChildrenUnmodifiable().stream())
        .filter(TableCell.class::isInstance)
        .<TableCell<?, ?>>map(each -> (TableCell<?, ?>) each)
        .filter(each -> each.getTableColumn().equals(table().getColumns().get(column)))
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("unchecked")
  private static TableView<Anchor> table() {
    return (TableView<Anchor>) lookup(".anchors .table-view");
  }

  private static Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }
}
