package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.FileChooser;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.Draft;
import setu.gui.common.Notice;

/** The dictionary is written to a file from the window, by keys. */
@NullUnmarked
class DictionaryExportTest {
  @TempDir static Path user;
  private static OpenedWindow window;

  @TempDir Path folder;

  /** What stands for the system's dialog chooses. */
  private final AtomicReference<File> chosen = new AtomicReference<>();

  private final AtomicReference<FileChooser> asked = new AtomicReference<>();

  @BeforeAll
  static void openSample() {
    window = OpenedWindow.onSample(user);
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @AfterEach
  void clear() {
    window.run(
        () -> {
          ((TextField) lookup("#anchors-search")).clear();
          window.workbench().notices().clear();
        });
    window.await("all again", () -> table().getItems().size() == 1039);
  }

  private void choose(Path file) {
    chosen.set(file == null ? null : file.toFile());
    window.run(
        () ->
            window
                .shell()
                .window()
                .places()
                .anchors()
                .askBy(
                    (chooser, owner) -> {
                      asked.set(chooser);
                      return chosen.get();
                    }));
  }

  @Test
  void acceptedPairsAreWrittenAsTextByTwoKeysFromAnyPlace() throws IOException {
    Path file = folder.resolve("mine.txt");
    choose(file);
    window.press(KeyCode.CONTROL, KeyCode.DIGIT1);
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("the keyboard", () -> window.focus().getId().equals("export-accepted"));
    assertThat(window.get(() -> window.shell().window().placeProperty().get()))
        .isEqualTo(Rail.Place.ANCHORS);
    assertThat(text("export-accepted")).isEqualTo("1,039 accepted");
    assertThat(text("export-all")).isEqualTo("all 1,039");
    window.press(KeyCode.ENTER);
    assertThat(told()).isEqualTo(file + ": 1,039 pairs written.");
    assertThat(Files.readAllLines(file)).hasSize(1039).first().isEqualTo("mother\tමව");
    window.awaitFocus(TableView.class);
    assertThat(window.get(() -> lookup("#export-save"))).isNull();
    assertThat(asked.get().getExtensionFilters()).hasSize(8);

    // The same state gives the same bytes; the dialog begins where the last export went.
    byte[] first = Files.readAllBytes(file);
    window.run(() -> window.workbench().notices().clear());
    window.press(KeyCode.CONTROL, KeyCode.E);
    window.press(KeyCode.ENTER);
    told();
    assertThat(Files.readAllBytes(file)).isEqualTo(first);
    assertThat(asked.get().getInitialDirectory()).isEqualTo(folder.toFile());
  }

  @Test
  void theFolderOfWhatWasWrittenIsOpenedByAKeyOrByItsButton() {
    List<Path> opened = new ArrayList<>();
    window.run(() -> window.shell().showFoldersBy(opened::add));
    choose(folder.resolve("shown.txt"));
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.press(KeyCode.ENTER);
    told();
    window.await("a button", () -> lookup("#notice-folder") != null);
    window.run(() -> ((Button) lookup("#notice-folder")).fire());
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
    assertThat(opened).containsExactly(folder, folder);
  }

  @Test
  void whatTheTableShowsIsOfferedFirstWhereItIsNarrowed() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.run(() -> ((TextField) lookup("#anchors-search")).setText("moth"));
    window.await("narrowed", () -> table().getItems().size() <= 20);
    List<Anchor> shown = window.get(() -> List.copyOf(table().getItems()));
    assertThat(shown).hasSizeBetween(1, 20);
    for (String ending : List.of("tsv", "csv", "xlsx", "ods", "tbx", "tmx", "lift", "txt")) {
      Path file = folder.resolve("some." + ending);
      choose(file);
      window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
      window.await("what is shown", () -> window.focus().getId().equals("export-shown"));
      window.press(KeyCode.ENTER);
      assertThat(told()).startsWith(file.toString());
      DictionaryImport back = DictionaryFiles.read(file, DictionaryOptions.from("en"));
      assertThat(back.pairs())
          .as(ending)
          .containsExactlyInAnyOrderElementsOf(shown.stream().map(Anchor::pair).toList());
      window.run(() -> window.workbench().notices().clear());
    }
  }

  @Test
  void provenanceIsLeftOutWhereAPersonSaysSo() throws IOException {
    Path file = folder.resolve("mine.tsv");
    choose(file);
    export();
    window.press(KeyCode.ENTER);
    told();
    assertThat(Files.readString(file).contains("anchors.train.tsv")).isTrue();
    window.run(() -> window.workbench().notices().clear());
    export();
    window.press(KeyCode.TAB);
    window.await("the box", () -> window.focus().getId().equals("export-provenance"));
    window.press(KeyCode.SPACE);
    window.await("unticked", () -> !((CheckBox) lookup("#export-provenance")).isSelected());
    window.press(KeyCode.ENTER);
    told();
    assertThat(Files.readAllLines(file)).hasSize(1040);
    assertThat(Files.readString(file).contains("anchors.train.tsv")).isFalse();
  }

  @Test
  void allOfThemIncludesRejectedOnesAndTextWarnsThatItCannotSaySo() {
    window.run(
        () ->
            window
                .workbench()
                .addAnchors(
                    List.of(
                        Draft.accepted("glacier", "හිමනදිය", "edit")
                            .withStatus(AnchorStatus.REJECTED),
                        Draft.accepted("ice cream", "අයිස්ක්‍රීම්", "edit"),
                        Draft.accepted("%%%", "සියයට", "edit"))));
    window.await(
        "added", () -> window.workbench().anchorsProperty().get().anchors().size() == 1042);
    Path file = folder.resolve("all.txt");
    choose(file);
    export();
    window.run(() -> ((RadioButton) lookup("#export-all")).setSelected(true));
    window.press(KeyCode.ENTER);
    assertThat(told())
        .contains("1,041 pairs written.")
        .contains("1 left out: a form with a space", "(ice cream – අයිස්ක්‍රීම්)")
        .contains("1 of them is not accepted, which this format cannot say.")
        .contains(
            "1 of them has a side that is no word, and is refused where the file is read again:"
                + " %%% – සියයට.");
    window.run(() -> window.workbench().undo());
    window.await(
        "taken back", () -> window.workbench().anchorsProperty().get().anchors().size() == 1039);
  }

  @Test
  void whatCannotBeWrittenIsToldInOneLineAndEscLeaves() throws IOException {
    choose(folder);
    export();
    window.press(KeyCode.ENTER);
    assertThat(told()).contains(folder.toString()).doesNotContain("\n");
    assertThat(window.get(() -> window.workbench().notices().getLast().kind()))
        .isEqualTo(Notice.Kind.ERROR);

    // No file, no end of the question.
    choose(null);
    export();
    window.press(KeyCode.ENTER);
    assertThat(window.get(() -> lookup("#export-save"))).isNotNull();
    window.press(KeyCode.ESCAPE);
    window.await("left", () -> lookup("#export-save") == null);
    window.awaitFocus(TableView.class);

    // A name without an ending gets that of the chosen format, and never replaces a file unasked.
    Files.writeString(folder.resolve("kept.tsv"), "kept");
    choose(folder.resolve("kept"));
    window.run(
        () ->
            window
                .shell()
                .window()
                .places()
                .anchors()
                .askBy(
                    (chooser, owner) -> {
                      chooser.setSelectedExtensionFilter(chooser.getExtensionFilters().getFirst());
                      return chosen.get();
                    }));
    window.run(() -> window.workbench().notices().clear());
    export();
    window.press(KeyCode.ENTER);
    assertThat(told()).contains("kept.tsv is there already");
    assertThat(folder.resolve("kept.tsv")).hasContent("kept");
    Files.delete(folder.resolve("kept.tsv"));
    window.run(() -> window.workbench().notices().clear());
    window.press(KeyCode.ENTER);
    assertThat(told()).contains("kept.tsv: 1,039 pairs written.");
  }

  private void export() {
    window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    window.await("asked", () -> lookup("#export-save") != null);
  }

  /** The sentence told once something was written, or not. */
  private String told() {
    window.await("told", () -> !window.workbench().notices().isEmpty());
    return window.get(() -> window.workbench().notices().getLast().text());
  }

  private String text(String id) {
    return window.get(() -> ((RadioButton) lookup("#" + id)).getText());
  }

  @SuppressWarnings("unchecked")
  private static TableView<Anchor> table() {
    return (TableView<Anchor>) lookup(".anchors .table-view");
  }

  private static Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }
}
