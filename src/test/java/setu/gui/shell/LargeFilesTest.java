package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import setu.core.workspace.Workspace;
import setu.gui.common.OpenProject;

/** Large files are looked at before they are read; how much was wanted of them is remembered. */
@NullUnmarked
class LargeFilesTest {
  @TempDir Path folder;
  private OpenedWindow window;
  private Path english;
  private Path sinhala;

  @BeforeEach
  void open() throws IOException {
    english = large("en");
    sinhala = large("si");
    window = OpenedWindow.empty(folder.resolve("user"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  /** The sample's rows under a header that promises two million of them. */
  private Path large(String language) throws IOException {
    Path sample = Path.of("sample-vectors", language + ".100.vec");
    List<String> lines = Files.readAllLines(sample);
    lines.set(0, "2000000 100");
    return Files.write(folder.resolve(language + ".vec"), lines);
  }

  @Test
  void theRowsChosenAreReadAndReadAgainNextTime() {
    ask();
    assertThat(texts())
        .contains("2,000,000", "100", "about 1.0 GB")
        .contains("the", "word2vec-text · 4 MB");
    window.run(
        () -> {
          spinner("SOURCE").getEditor().setText("1200");
          spinner("SOURCE").commitValue();
          spinner("TARGET").getEditor().setText("800");
          spinner("TARGET").commitValue();
        });
    assertThat(texts()).contains("takes about 1 MB of memory");
    window.press(KeyCode.ENTER);
    OpenProject open = awaitProject();
    assertThat(open.source().rows()).isEqualTo(1200);
    assertThat(open.target().rows()).isEqualTo(800);
    assertThat(open.workspace().spaces())
        .extracting(Workspace.SpaceReference::limit)
        .containsExactly(1200, 800);
    Path project = open.workspace().folder();
    window.close();
    window = OpenedWindow.empty(folder.resolve("user"));
    window.run(() -> window.workbench().openProject(project));
    OpenProject again = awaitProject();
    assertThat(again.source().id()).isEqualTo(open.source().id());
    assertThat(again.target().id()).isEqualTo(open.target().id());
    assertThat(window.get(() -> window.workbench().opening().previewProperty().get())).isNull();
    // Asked once more, the question comes with the answer given last.
    window.run(() -> window.workbench().openPair(english, sinhala));
    window.await("asked", () -> window.workbench().opening().previewProperty().get() != null);
    assertThat(window.get(() -> spinner("TARGET").getValue())).isEqualTo(800);
  }

  @Test
  void leavingTheQuestionOpensNothing() {
    ask();
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> window.workbench().opening().previewProperty().get() == null);
    assertThat(window.get(() -> window.workbench().project())).isNull();
    assertThat(folder.resolve("user").resolve("projects").resolve("en-si")).doesNotExist();
    assertThat(window.get(() -> window.workbench().notices())).isEmpty();
  }

  /** On a slow machine a key comes before the first frame that shows the question. */
  @ParameterizedTest
  @EnumSource(names = {"ESCAPE", "ENTER"})
  void theQuestionHearsAKeyAsSoonAsItHasTheKeyboard(KeyCode key) {
    AtomicBoolean pressed = new AtomicBoolean();
    window.run(
        () -> {
          window
              .shell()
              .scene()
              .focusOwnerProperty()
              .subscribe(
                  focused -> {
                    if (focused != null && "preview-open".equals(focused.getId())) {
                      pressed.set(true);
                      new Robot().keyType(key);
                    }
                  });
          window.workbench().openPair(english, sinhala);
        });
    // Opened, they are found to hold less than they promised, which is told.
    window.await(
        "answered",
        () ->
            pressed.get()
                && window.workbench().opening().previewProperty().get() == null
                && window.workbench().opening().nameProperty().get() == null
                && window.workbench().notices().isEmpty() == (key == KeyCode.ESCAPE));
  }

  @Test
  void rowsTypedInAnyWayAreUnderstoodOrLeftAsTheyWere() {
    ask();
    for (String typed :
        List.of("1,200", " 1 200 ", "1_200", "1\u00a0200", "", "many", "-5", "1.5")) {
      window.run(
          () -> {
            spinner("SOURCE").getEditor().requestFocus();
            spinner("SOURCE").getEditor().setText(typed);
            spinner("SOURCE").getEditor().fireEvent(new ActionEvent());
          });
      assertThat(window.get(() -> spinner("SOURCE").getValue())).as(typed).isEqualTo(1200);
      assertThat(window.get(() -> spinner("SOURCE").getEditor().getText()))
          .as(typed)
          .isEqualTo("1,200");
    }
    window.run(() -> spinner("SOURCE").getEditor().setText("9,000,000,000,000"));
    window.run(() -> spinner("SOURCE").commitValue());
    assertThat(window.get(() -> spinner("SOURCE").getValue())).isEqualTo(2_000_000);
    window.run(() -> spinner("SOURCE").getEditor().setText("0"));
    window.run(() -> spinner("SOURCE").commitValue());
    assertThat(window.get(() -> spinner("SOURCE").getValue())).isEqualTo(1);
  }

  @Test
  void allRowsCanBeWanted() {
    ask();
    window.run(() -> ((RadioButton) lookup("#preview-all-SOURCE")).fire());
    // Both are read side by side: of the other no more is wanted than it holds.
    window.run(
        () -> {
          spinner("TARGET").getEditor().setText("800");
          spinner("TARGET").commitValue();
        });
    assertThat(texts()).contains("takes about 1.0 GB of memory");
    window.press(KeyCode.ENTER);
    // The header promised more rows than there are, which is told once all are read.
    window.await("told", () -> !window.workbench().notices().isEmpty());
    assertThat(window.get(() -> window.workbench().notices().getFirst().text())).contains("en.vec");
    assertThat(window.get(() -> window.workbench().project())).isNull();
  }

  private void ask() {
    window.run(() -> window.workbench().openPair(english, sinhala));
    window.await(
        "asked and drawn",
        () ->
            window.shell().scene().getFocusOwner() instanceof Button focused
                && "preview-open".equals(focused.getId()));
  }

  private OpenProject awaitProject() {
    window.await("open", () -> window.workbench().project() != null);
    return window.get(() -> window.workbench().project());
  }

  private Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  private Spinner<?> spinner(String side) {
    return (Spinner<?>) lookup("#preview-rows-" + side);
  }

  private List<String> texts() {
    return window.get(
        () ->
            window.shell().scene().getRoot().lookupAll(".welcome .label").stream()
                .map(node -> ((Label) node).getText())
                .toList());
  }
}
