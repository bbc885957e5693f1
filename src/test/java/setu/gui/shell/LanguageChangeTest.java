package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.WordPair;
import setu.gui.review.ReviewViewModel;
import setu.gui.scorecard.BenchmarkViewModel;

/** A change of the language takes nothing away: the person goes on where she was. */
@NullUnmarked
class LanguageChangeTest {
  @TempDir static Path folder;
  private static OpenedWindow window;

  @BeforeAll
  static void open() {
    window = OpenedWindow.onSample(folder);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  private static void speak(String language) {
    window.run(
        () ->
            window
                .shell()
                .settingsProperty()
                .set(window.shell().settingsProperty().get().withLanguage(language)));
    // What is brought into sight is, once the window was drawn in that language.
    CompletableFuture<Boolean> drawn = new CompletableFuture<>();
    window.run(() -> window.workbench().tasks().whenDrawn(() -> drawn.complete(true)));
    HeadlessFx.wait(drawn);
  }

  private static ReviewViewModel review() {
    return window.shell().window().places().review().model();
  }

  @Test
  void everythingGoesOnWhereItWas() {
    window.run(() -> window.shell().window().places().map().lay("PCA", 3));
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.run(() -> filter().setText("mother"));
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> review().cardProperty().get() != null);
    window.await(
        "the session",
        () -> window.shell().scene().getRoot().lookup(".session .list-view") != null);
    window.press(KeyCode.A);
    window.await("a judgement", () -> judged() == 1);
    window.await("the next card", () -> review().cardProperty().get() != null);
    window.awaitQuiet();
    WordPair pair = window.get(() -> review().cardProperty().get().pair());
    window.run(() -> split().setDividerPositions(0.6));

    speak("si");
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.REVIEW);
    assertThat(window.get(() -> review().cardProperty().get().pair())).isEqualTo(pair);
    assertThat(window.get(LanguageChangeTest::judged)).isEqualTo(1);
    window.await("the card in the window", () -> shown(pair.source()) && shown(pair.target()));
    assertThat(window.get(() -> split().getDividerPositions()[0])).isBetween(0.59, 0.61);
    window.press(KeyCode.A);
    window.await("the keyboard is on the card", () -> judged() == 2);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    assertThat(window.get(() -> filter().getText())).isEqualTo("mother");
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    window.await(
        "the map in three dimensions",
        () ->
            threeDimensions() && window.shell().window().places().map().drawnProperty().getValue());
    speak("en");
  }

  @Test
  void whatIsHalfTypedInReviewGoesOn() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> review().cardProperty().get() != null);
    window.press(KeyCode.E);
    window.await("the first word", () -> entries().getFirst().isFocused());
    window.run(() -> entries().getFirst().setText("half"));
    window.press(KeyCode.TAB);
    window.await("the second word", () -> entries().getLast().isFocused());
    window.run(() -> entries().getLast().setText("අඩක් ලියූ"));
    window.run(() -> entries().getLast().positionCaret(4));

    speak("si");
    window.await("the keyboard in the second field", () -> entries().getLast().isFocused());
    assertThat(window.get(() -> entries().getFirst().getText())).isEqualTo("half");
    assertThat(window.get(() -> entries().getLast().getText())).isEqualTo("අඩක් ලියූ");
    window.type("ම");
    assertThat(window.get(() -> entries().getLast().getText())).isEqualTo("අඩක්ම ලියූ");
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.N);
    window.await("the note", () -> entries().getFirst().isFocused());
    window.type("seen tw");

    speak("en");
    window.await("the keyboard in the note", () -> entries().getFirst().isFocused());
    window.type("ice");
    assertThat(window.get(() -> entries().getFirst().getText())).isEqualTo("seen twice");
    window.press(KeyCode.ESCAPE);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
  }

  @Test
  void aNewPairThatIsHalfTypedGoesOn() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.press(KeyCode.INSERT);
    window.awaitFocus(TextField.class);
    window.type("half");
    window.press(KeyCode.TAB);
    window.await("the second word", () -> newWords().getLast().isFocused());
    window.type("අඩක් ලියූ");
    window.run(() -> newWords().getLast().positionCaret(4));

    speak("si");
    window.await("the keyboard in the second field", () -> newWords().getLast().isFocused());
    assertThat(window.get(() -> newWords().getFirst().getText())).isEqualTo("half");
    window.type("ම");
    assertThat(window.get(() -> newWords().getLast().getText())).isEqualTo("අඩක්ම ලියූ");

    // The same under the map, and where a menu was opened over the field.
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    window.run(() -> newWords().getFirst().requestFocus());
    window.run(() -> window.shell().scene().getRoot().lookup(".app-menu").requestFocus());
    speak("en");
    window.await("the keyboard in the first field", () -> newWords().getFirst().isFocused());
    window.type("i");
    assertThat(window.get(() -> newWords().getFirst().getText())).isEqualTo("halfi");
    assertThat(window.get(() -> newWords().getLast().getText())).isEqualTo("අඩක්ම ලියූ");

    // Whoever has left the fields stays outside.
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    speak("si");
    assertThat(window.focus()).isNotInstanceOf(TextField.class);
    assertThat(window.get(() -> newWords().getFirst().getText())).isEqualTo("halfi");
    speak("en");
    window.run(() -> newWords().forEach(TextField::clear));
  }

  /** The fields for a new pair. */
  private static List<TextField> newWords() {
    return window.shell().scene().getRoot().lookupAll(".anchors-bar .text-field").stream()
        .map(TextField.class::cast)
        .filter(field -> !"anchors-search".equals(field.getId()))
        .toList();
  }

  /** The fields under the card. */
  private static List<TextField> entries() {
    return window.shell().scene().getRoot().lookupAll(".review-entry .text-field").stream()
        .map(TextField.class::cast)
        .toList();
  }

  @Test
  void theTableStaysWhereItWas() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.awaitQuiet(); // laid out: a table scrolled before moves by what the bar above it takes
    goesOnInTheTable();
    // The same where it is sorted and narrowed, which is done in the background.
    window.run(() -> filter().setText("a"));
    window.run(() -> table().getColumns().get(7).setVisible(true));
    window.run(() -> table().getSortOrder().add(table().getColumns().get(1)));
    window.await("narrowed and sorted", LanguageChangeTest::isArranged);
    goesOnInTheTable();
    assertThat(window.get(() -> table().getColumns().get(7).isVisible())).isTrue();
    window.run(() -> filter().clear());
    window.run(() -> table().getSortOrder().clear());
    window.await("all again", () -> table().getItems().size() == 1039);
  }

  @Test
  void columnsStandInTheOrderTheyWereDraggedInto() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.run(() -> table().getColumns().add(table().getColumns().removeFirst()));
    List<String> english = window.get(LanguageChangeTest::heads);
    assertThat(english).startsWith("Sinhala").endsWith("English");
    speak("si");
    window.await("in Sinhala", () -> heads().getFirst().equals("සිංහල"));
    assertThat(window.get(() -> heads().getLast())).isEqualTo("ඉංග්‍රීසි");
    speak("en");
    window.await("and back", () -> heads().equals(english));
    window.run(() -> table().getColumns().addFirst(table().getColumns().removeLast()));
  }

  private static List<String> heads() {
    return table().getColumns().stream().map(each -> each.getText()).toList();
  }

  private static boolean isArranged() {
    List<String> targets = table().getItems().stream().map(Anchor::target).toList();
    return targets.size() < 1039
        && targets.equals(targets.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
  }

  private static void goesOnInTheTable() {
    int row = window.get(() -> table().getItems().size() / 2);
    window.run(() -> table().getSelectionModel().clearAndSelect(row, table().getColumns().get(1)));
    window.awaitQuiet(); // what the choice brings into sight is there: one scrolls after it
    window.run(
        () -> {
          table().scrollTo(row - 5);
          table().layout();
        });
    window.await("scrolled", () -> firstInSight() == row - 5);
    List<Long> before = window.get(LanguageChangeTest::inSight);
    long chosen = window.get(() -> table().getSelectionModel().getSelectedItem().id());
    speak("si");
    window.await("the same rows", () -> inSight().equals(before));
    window.await(
        "the same choice",
        () ->
            table().getSelectionModel().getSelectedIndices().equals(List.of(row))
                && table().getSelectionModel().getSelectedItem().id() == chosen);
    assertThat(window.<Integer>get(() -> table().getFocusModel().getFocusedCell().getColumn()))
        .isEqualTo(1);
    speak("en");
    window.await("and back", () -> inSight().equals(before));
  }

  private static int firstInSight() {
    return ((VirtualFlow<?>) table().lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
  }

  /** The first rows that are drawn. */
  private static List<Long> inSight() {
    int first = firstInSight();
    return table().getItems().stream().skip(first).limit(6).map(Anchor::id).toList();
  }

  @SuppressWarnings("unchecked")
  private static TableView<Anchor> table() {
    return (TableView<Anchor>) window.shell().scene().getRoot().lookup(".anchors .table-view");
  }

  @Test
  void aBenchmarkUnderWayGoesOn() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
    window.run(() -> window.shell().window().places().scores().show(1));
    window.await("a first row", () -> rows() > 0);
    speak("si");
    int rows = window.get(LanguageChangeTest::rows);
    assertThat(rows).as("rows in the new window").isPositive();
    window.await("more rows", () -> rows() > rows);
    speak("en");
    window.run(() -> stop().fire());
    window.awaitQuiet();
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
  }

  /** How many lines of the benchmark have figures of the project. */
  private static int rows() {
    return (int)
        window.shell().scene().getRoot().lookupAll(".table-view").stream()
            .flatMap(node -> ((TableView<?>) node).getItems().stream())
            .filter(item -> item instanceof BenchmarkViewModel.Line line && line.own() != null)
            .count();
  }

  private static Button stop() {
    return window.shell().scene().getRoot().lookupAll(".query-kinds .button").stream()
        .map(Button.class::cast)
        .filter(button -> button.isVisible() && "Cancel".equals(button.getText()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theWindowBeforeIsForgotten() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.await("a card", () -> review().cardProperty().get() != null);
    WeakReference<MainWindow> first =
        new WeakReference<>(window.get(() -> window.shell().window()));
    for (String language : List.of("si", "en", "si", "en")) {
      speak(language);
      window.awaitQuiet();
    }
    window.await(
        "nothing holds it",
        () -> {
          paintApart();
          System.gc();
          return first.refersTo(null);
        });
  }

  /**
   * Has many places far from each other painted. JavaFX's painter keeps the tree that it last
   * painted in each of the places of a frame, until a later frame has as many: that is no hold of
   * ours.
   */
  private static void paintApart() {
    for (Node node : window.shell().scene().getRoot().lookupAll(".label")) {
      node.setOpacity(node.getOpacity() < 1 ? 1 : 0.99);
    }
  }

  private static SplitPane split() {
    return (SplitPane)
        window.shell().scene().getRoot().lookupAll(".split-pane").stream()
            .filter(node -> ((SplitPane) node).getOrientation() == Orientation.HORIZONTAL)
            .findFirst()
            .orElseThrow();
  }

  private static TextField filter() {
    return (TextField) window.shell().scene().getRoot().lookup("#anchors-search");
  }

  private static int judged() {
    return ((ListView<?>) window.shell().scene().getRoot().lookup(".session .list-view"))
        .getItems()
        .size();
  }

  /** The fifth of the map's choices. */
  private static boolean threeDimensions() {
    return window.shell().scene().getRoot().lookupAll(".map-toolbar .toggle-button").stream()
        .skip(4)
        .findFirst()
        .map(node -> ((ToggleButton) node).isSelected())
        .orElse(false);
  }

  private static boolean shown(String text) {
    return window.shell().scene().getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && text.equals(label.getText()));
  }
}
