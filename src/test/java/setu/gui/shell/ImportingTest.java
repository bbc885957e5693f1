package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;

/** A table whose columns have no usual names is imported by the columns that a person chooses. */
@NullUnmarked
class ImportingTest {
  @TempDir Path folder;
  private OpenedWindow window;

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void theColumnsAreChosenAndEveryRowIsAccountedFor() throws Exception {
    Path file =
        Files.write(
            folder.resolve("field.tsv"),
            List.of(
                "no\tgloss\theadword\tremark",
                "1\tglacier\tහිමනදිය\tseen once",
                "2\tmother\tඅම්මා\t",
                "3\tparents\tදෙමාපියන්\t",
                "4\tද d,e\tගඟ\t"));
    window = OpenedWindow.onSample(folder.resolve("user"));
    window.run(
        () -> {
          Anchor parents =
              anchors().stream().filter(a -> a.target().equals("දෙමාපියන්")).findFirst().get();
          window
              .workbench()
              .changeAnchors(
                  List.of(parents.id()), draft -> draft.withStatus(AnchorStatus.REJECTED));
        });
    window.await(
        "rejected", () -> anchors().stream().anyMatch(a -> a.status() == AnchorStatus.REJECTED));

    window.run(() -> window.workbench().open(file));
    window.await("asked", () -> lookup("#import-take") != null);
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.ANCHORS);
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> lookup("#import-take") == null);
    assertThat(window.get(() -> anchors().size())).isEqualTo(1039);

    window.run(() -> window.workbench().open(file));
    window.await("asked again", () -> lookup("#import-take") != null);
    assertThat(chosen("source")).isEqualTo("gloss");
    assertThat(chosen("target")).isEqualTo("headword");
    window.run(() -> box("target").getSelectionModel().select("gloss"));
    window.await("two columns are needed", () -> lookup("#import-take").isDisabled());
    window.run(() -> box("target").getSelectionModel().select("headword"));
    window.run(() -> box("note").getSelectionModel().select("remark"));
    window.await("ready", () -> !lookup("#import-take").isDisabled());
    window.run(() -> ((Button) lookup("#import-take")).fire());
    window.await("the report", () -> lookup("#import-counts") != null);
    assertThat(window.get(() -> ((Label) lookup("#import-counts")).getText()))
        .isEqualTo("4 rows: 1 taken, 1 was there already, 1 in conflict, 1 refused");
    assertThat(window.get(() -> List.copyOf(((ListView<?>) lookup("#import-rows")).getItems())))
        .extracting(Object::toString)
        .containsExactly(
            "Line 4: parents – දෙමාපියන්: the status is “rejected” here, “accepted” there",
            "Line 5: ද d,e (not a word)");
    // One pair is new; the one in conflict stands beside, as a candidate for the queue.
    window.await("taken", () -> anchors().size() == 1041);
    assertThat(window.get(() -> List.copyOf(window.workbench().notices()))).isEmpty();
    assertThat(window.get(() -> anchors().getLast()))
        .returns("parents", Anchor::source)
        .returns(AnchorStatus.CANDIDATE, Anchor::status);
    assertThat(window.get(() -> anchors().get(1039)))
        .returns("glacier", Anchor::source)
        .returns("seen once", Anchor::note)
        .returns("field.tsv", Anchor::origin);
    window.run(() -> ((Button) lookup("#import-close")).fire());
    window.await("the table again", () -> lookup(".anchors-bar") != null);
    window.run(() -> window.workbench().undo());
    window.await("taken back as one", () -> anchors().size() == 1039);
  }

  @Test
  void aTableWithoutAHeaderIsSeenToHaveNoneAndAPersonMaySaySo() throws Exception {
    Path file =
        Files.write(
            folder.resolve("bare.tsv"), List.of("1\tzzqa\tඅඅආඉ", "2\tzzqb\tඅඅආඋ", "3\tzzqc\tඅඅආඌ"));
    window = OpenedWindow.onSample(folder.resolve("user"));
    window.run(() -> window.workbench().open(file));
    window.await("asked", () -> lookup("#import-take") != null);
    CheckBox header = window.get(() -> (CheckBox) lookup("#import-header"));
    assertThat(window.get(header::isSelected)).isFalse();
    assertThat(chosen("source")).isEqualTo("Column 2");
    assertThat(chosen("target")).isEqualTo("Column 3");
    window.run(header::fire);
    assertThat(chosen("source")).isEqualTo("zzqa");
    assertThat(chosen("target")).isEqualTo("අඅආඉ");
    window.run(header::fire);
    assertThat(chosen("source")).isEqualTo("Column 2");
    window.run(() -> ((Button) lookup("#import-take")).fire());
    window.await("the report", () -> lookup("#import-counts") != null);
    window.await("all three", () -> anchors().size() == 1042);
  }

  @Test
  void aQuestionTakesTheKeyboardFromAnyPlaceAndStaysAfterAFailure() throws Exception {
    Path file =
        Files.write(
            folder.resolve("twice.tsv"),
            List.of("gloss\tword\tword\t", "zzqa\tඅඅආඉ\tx\ty", "zzqb\tඅඅආඋ\tx\ty"));
    window = OpenedWindow.onSample(folder.resolve("user"));
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.run(() -> window.workbench().open(file));
    window.await("asked", () -> lookup("#import-take") != null);
    window.await("the keyboard", () -> box("source").isFocused());
    window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.await("the keyboard again", () -> box("source").isFocused());

    // The second column of a name, and one without a name, cannot be told by their names.
    window.run(() -> choose(1, 3));
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).isTrue();
    window.run(() -> choose(1, 4));
    assertThat(window.get(() -> lookup("#import-take").isDisabled())).isTrue();
    window.run(() -> choose(1, 2));
    window.await("ready", () -> !lookup("#import-take").isDisabled());

    // A failure leaves the question open.
    Files.delete(file);
    window.run(() -> ((Button) lookup("#import-take")).fire());
    window.await("told", () -> !window.workbench().notices().isEmpty());
    window.await("ready again", () -> !lookup("#import-take").isDisabled());
  }

  private void choose(int source, int target) {
    box("source").getSelectionModel().select(source);
    box("target").getSelectionModel().select(target);
  }

  private List<Anchor> anchors() {
    return window.workbench().anchorsProperty().get().anchors();
  }

  private Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  @SuppressWarnings("unchecked")
  private ComboBox<String> box(String name) {
    return (ComboBox<String>) lookup("#import-" + name);
  }

  private String chosen(String name) {
    return window.get(() -> box(name).getValue());
  }
}
