package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.gui.common.Notice;
import setu.gui.common.NoticeHistory.Told;
import setu.gui.common.Side;
import setu.gui.common.WordRef;

/** F1 lists the keys; what was told can be sent away by a key and read again. */
@NullUnmarked
class KeysAndNoticesTest {
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

  @Test
  void theKeysAreListedAndNarrowedByWhatIsTyped() {
    window.press(KeyCode.F1);
    window.await("the list", () -> window.inPopOver("#keys-list") != null);
    assertThat(texts()).contains("Everywhere", "Ctrl+Z", "F1", "Review", "Space", "Insert · N");
    TextField search = (TextField) window.inPopOver("#keys-search");
    window.run(() -> search.setText("previous")); // no key
    assertThat(texts()).containsExactly("No key does that.");
    window.run(() -> search.setText("reject"));
    assertThat(texts())
        .containsExactly(
            "Anchors",
            "R",
            "Reject the chosen pairs",
            "Review",
            "R",
            "Reject",
            "1",
            "Reject: another word",
            "2",
            "Reject: another sense",
            "3",
            "Reject: another part of speech",
            "4",
            "Reject: another form",
            "5",
            "Reject: not a word");
    window.run(() -> search.setText("filter"));
    assertThat(texts()).contains("Anchors", "F");
    window.run(() -> search.setText("queue"));
    assertThat(texts()).contains("←", "→", "Next queue");
    window.run(() -> search.setText("menu"));
    assertThat(texts()).containsExactly("Everywhere", "F10", "The menu");
    window.run(() -> search.setText("review")); // the name of a place: all its keys
    assertThat(texts()).contains("Review", "Space", "Next queue").doesNotContain("Anchors");
    close(search);
  }

  @Test
  void theListOfKeysIsReadByKeysAlone() {
    window.press(KeyCode.F1);
    window.await("the list", () -> window.inPopOver("#keys-list") != null);
    ScrollPane list = (ScrollPane) window.inPopOver(".key-scroll");
    TextField search = (TextField) window.inPopOver("#keys-search");
    window.await("drawn", () -> list.getViewportBounds().getHeight() > 0);
    press(search, KeyCode.DOWN);
    double line = window.get(list::getVvalue);
    assertThat(line).isPositive();
    press(search, KeyCode.PAGE_DOWN);
    assertThat(window.get(list::getVvalue)).isGreaterThan(2 * line);
    press(search, KeyCode.PAGE_UP);
    press(search, KeyCode.UP);
    assertThat(window.get(list::getVvalue)).isZero();
    close(search);
  }

  /** The next test opens a list of its own: this one fades for a while. */
  private static void close(TextField search) {
    window.run(() -> search.getScene().getWindow().hide());
    window.await("the list is gone", () -> window.inPopOver("#keys-list") == null);
  }

  private static void press(Node node, KeyCode key) {
    window.run(
        () ->
            node.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
  }

  private static Node part(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  private static List<String> texts() {
    return window.get(
        () ->
            ((Parent) window.inPopOver("#keys-list"))
                .getChildrenUnmodifiable().stream().map(KeysAndNoticesTest::text).toList());
  }

  private static String text(Node node) {
    return node instanceof Label label ? label.getText() : node.getAccessibleText();
  }

  @Test
  void keysAreHeardWhileNothingHasTheKeyboard() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.run(
        () -> {
          // Where no node has the keyboard the scene itself is told.
          Scene scene = window.shell().scene();
          KeyEvent four =
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DIGIT4, false, true, false, false);
          Event.fireEvent(scene, four);
        });
    window.await(
        "the scores", () -> window.shell().window().placeProperty().get() == Rail.Place.SCORES);
  }

  @Test
  void escSendsTheNewestSentenceAwayAndTheStatusBarKeepsIt() {
    WordRef word = new WordRef(Side.SOURCE, 7);
    window.run(
        () -> {
          window.workbench().select(word.side(), window.workbench().word(word));
          window.workbench().notices().clear();
          window.workbench().notices().add(new Notice(Notice.Kind.ERROR, "The first."));
          window.workbench().notices().add(new Notice(Notice.Kind.ERROR, "The second."));
        });
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    window.press(KeyCode.ESCAPE);
    window.await("one is gone", () -> window.workbench().notices().size() == 1);
    assertThat(window.get(() -> window.workbench().notices().getFirst().text()))
        .isEqualTo("The first.");
    assertThat(window.get(() -> window.workbench().selectedProperty().get())).isEqualTo(word);
    window.press(KeyCode.ESCAPE);
    window.await("both are gone", () -> window.workbench().notices().isEmpty());
    window.press(KeyCode.ESCAPE);
    window.await("the selection", () -> window.workbench().selectedProperty().get() == null);

    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("the strip", () -> part("#export-save") != null);
    window.run(() -> window.workbench().notices().add(new Notice(Notice.Kind.ERROR, "The last.")));
    window.press(KeyCode.ESCAPE);
    window.await("the strip is left", () -> part("#export-save") == null);
    assertThat(window.<Integer>get(() -> window.workbench().notices().size()))
        .as("one thing at a time")
        .isEqualTo(1);
    window.press(KeyCode.ESCAPE);
    window.await("the sentence is gone", () -> window.workbench().notices().isEmpty());

    window.click(window.get(() -> window.shell().scene().getRoot().lookup("#notices-told")));
    window.await("what was told", () -> window.inPopOver("#notices-list") != null);
    ListView<?> list = (ListView<?>) window.inPopOver("#notices-list");
    assertThat(
            window.get(
                () ->
                    list.getItems().stream()
                        .map(told -> ((Told) told).notice().text())
                        .limit(2)
                        .toList()))
        .containsExactly("The last.", "The second.");
    window.run(() -> list.getScene().getWindow().hide());
  }
}
