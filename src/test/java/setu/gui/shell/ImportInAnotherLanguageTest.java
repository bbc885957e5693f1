package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.PlannedRow.Fate;
import setu.gui.common.ImportPreview;
import setu.gui.common.PendingImport;

/** What a person chose of an import stays when the window changes its language. */
@NullUnmarked
class ImportInAnotherLanguageTest {
  @TempDir static Path user;
  private static OpenedWindow window;

  @TempDir Path folder;

  @BeforeAll
  static void openSample() {
    window = OpenedWindow.onSample(user);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @AfterEach
  void leave() {
    window.run(() -> asked().leave());
    speak("en");
    window.awaitQuiet();
  }

  @Test
  void columnsAndConflictsAreAsTheyWereChosen() throws Exception {
    Path file =
        Files.write(
            folder.resolve("field.tsv"),
            List.of("gloss\theadword\tremark", "zzqa\tඅඅආඉ\tseen once", "zzqb\tඅඅආඋ\t"));
    window.run(() -> window.workbench().open(file));
    awaitPlan();
    window.run(() -> box("note").getSelectionModel().select("remark"));
    window.run(() -> ((CheckBox) lookup("#import-queue")).setSelected(false));
    awaitPlan();
    speak("si");
    awaitPlan();
    assertThat(window.get(() -> box("note").getValue())).isEqualTo("remark");
    assertThat(window.get(() -> ((CheckBox) lookup("#import-queue")).isSelected())).isFalse();
    assertThat(window.get(() -> plan().rows().getFirst().there().note())).isEqualTo("seen once");
  }

  @Test
  void aHeaderThatIsNoneStaysNone() throws Exception {
    Path file =
        Files.write(folder.resolve("bare.tsv"), List.of("gloss\theadword\tno", "zzqa\tඅඅආඉ\t1"));
    window.run(() -> window.workbench().open(file));
    awaitPlan();
    window.run(() -> ((CheckBox) lookup("#import-header")).fire());
    awaitPlan();
    int rows = window.get(() -> plan().rows().size());
    speak("si");
    awaitPlan();
    assertThat(window.get(() -> ((CheckBox) lookup("#import-header")).isSelected())).isFalse();
    assertThat(window.get(() -> plan().rows())).hasSize(rows);
  }

  @Test
  void kindsOfNamesAreTickedAsTheyArePlanned() {
    window.run(() -> window.workbench().imports().names());
    awaitPlan();
    window.run(() -> ((CheckBox) lookup("#import-kind-language")).fire());
    awaitPlan();
    int taken = window.get(() -> plan().count(Fate.TAKEN));
    speak("si");
    awaitPlan();
    assertThat(window.get(() -> plan().count(Fate.TAKEN))).isEqualTo(taken);
    assertThat(window.get(() -> ((CheckBox) lookup("#import-kind-language")).isSelected()))
        .isFalse();
  }

  @Test
  void whatIsToBeKnownOfItIsToldInTheNewLanguage() throws Exception {
    Path file = Files.write(folder.resolve("turned.txt"), List.of("අම්මා mother", "අඅආඉ zzqa"));
    window.run(() -> window.workbench().open(file));
    awaitPlan();
    String english = window.get(() -> plan().remark());
    assertThat(english).contains("unknown words");
    speak("si");
    awaitPlan();
    assertThat(window.get(() -> plan().remark())).isNotEqualTo(english).doesNotContain("unknown");
  }

  private static void speak(String language) {
    window.run(
        () ->
            window
                .shell()
                .settingsProperty()
                .set(window.shell().settingsProperty().get().withLanguage(language)));
  }

  private static void awaitPlan() {
    window.await("planned", () -> asked() != null && plan() != null);
  }

  private static PendingImport asked() {
    return window.workbench().imports().pendingProperty().get();
  }

  private static ImportPreview plan() {
    return asked().previewProperty().get();
  }

  private static Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  @SuppressWarnings("unchecked")
  private static ComboBox<String> box(String name) {
    return (ComboBox<String>) lookup("#import-" + name);
  }
}
