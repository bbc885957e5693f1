package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Draft;
import setu.core.anchor.EditName;
import setu.gui.common.Notice;

/** One edit among many is taken back by itself, by keys alone. */
@NullUnmarked
class BatchesByKeysTest {
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

  @BeforeEach
  void goToAnchors() {
    window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
    window.awaitFocus(TableView.class);
    window.run(() -> window.workbench().notices().clear());
  }

  @Test
  void anImportMadeBeforeOtherEditsGoesBackAndTheirPairsStay() throws Exception {
    int before = window.get(() -> anchors().size());
    Path file = Files.write(folder.resolve("more.txt"), List.of("glacier හිමනදිය", "lava ලාවා"));
    window.run(() -> window.workbench().imports().file(file));
    window.takeImport();
    window.await("brought in", () -> anchors().size() == before + 2);
    window.awaitQuiet();
    judge("lava", AnchorStatus.UNSURE);
    judge("mother", AnchorStatus.REJECTED);
    window.awaitFocus(TableView.class);

    open();
    assertThat(window.get(() -> batches().getItems().subList(0, 3)))
        .extracting(AnchorBatch::name)
        .containsExactly(EditName.BY_HAND, EditName.BY_HAND, EditName.importOf("more.txt"));
    assertThat(line(0)).contains("Edited mother – ").contains(" · 1 pair · ");
    assertThat(line(2)).contains("Import of more.txt · 2 pairs · ").doesNotContain("taken back");
    window.press(KeyCode.DOWN);
    window.press(KeyCode.DOWN);
    assertThat(said()).startsWith("Choose an edit and press Enter");
    window.press(KeyCode.ENTER);
    window.await("told what goes back", () -> said().contains("Press Enter to take it back"));
    assertThat(said())
        .startsWith("1 pair says again what was said before this edit; 1 stays since it was");
    assertThat(window.get(() -> anchors().size())).as("only told").isEqualTo(before + 2);
    window.press(KeyCode.ENTER);
    window.await("taken back", () -> anchors().size() == before + 1);
    window.awaitQuiet();
    assertThat(window.get(() -> words())).contains("lava").doesNotContain("glacier");
    assertThat(window.get(() -> status("mother"))).isEqualTo(AnchorStatus.REJECTED);
    assertThat(window.get(() -> window.workbench().notices()))
        .extracting(Notice::text)
        .contains("Taken back: 1 pair, 1 stays as edited since. Ctrl+Z undoes that.");
    window.awaitFocus(TableView.class);

    open();
    assertThat(line(0)).contains("Taking back of edit ");
    assertThat(line(3)).contains("Import of more.txt").endsWith("taken back");
    for (int i = 0; i < 3; i++) {
      window.press(KeyCode.DOWN);
    }
    window.press(KeyCode.ENTER);
    window.await("nothing more to take back", () -> said().startsWith("All pairs of this edit"));
    window.press(KeyCode.ENTER);
    window.awaitQuiet();
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    assertThat(window.get(() -> lookup("#batches"))).isNull();

    window.press(KeyCode.CONTROL, KeyCode.Z);
    window.await("the taking back is undone", () -> anchors().size() == before + 2);
    assertThat(window.get(() -> status("lava"))).isEqualTo(AnchorStatus.UNSURE);
  }

  @Test
  void theMenuListsTheEditsButNotToAJudge() {
    chooseInMenu();
    window.await("listed", () -> lookup("#batches") != null);
    window.awaitFocus(ListView.class);
    window.press(KeyCode.ESCAPE);
    window.awaitFocus(TableView.class);
    window.run(() -> window.workbench().setJudge("second judge"));
    window.awaitQuiet();
    window.press(KeyCode.B);
    window.await("refused", () -> !window.workbench().notices().isEmpty());
    assertThat(window.get(() -> window.workbench().notices().getLast().text()))
        .isEqualTo("Edits of others are hidden while you judge double-blind.");
    assertThat(window.get(() -> lookup("#batches"))).isNull();
    window.run(() -> window.workbench().setJudge(""));
    window.awaitQuiet();
  }

  private static void chooseInMenu() {
    window.run(
        () -> {
          MenuButton menu = (MenuButton) lookup(".app-menu");
          menu.show();
          MenuItem item =
              menu.getItems().stream()
                  .filter(each -> "Take one edit back…".equals(each.getText()))
                  .findFirst()
                  .orElseThrow();
          menu.hide();
          item.fire();
        });
  }

  private static void open() {
    window.press(KeyCode.B);
    window.await("listed", () -> lookup("#batches") != null && !batches().getItems().isEmpty());
    window.awaitFocus(ListView.class);
  }

  private static void judge(String source, AnchorStatus status) {
    Anchor anchor =
        window.get(
            () ->
                anchors().stream()
                    .filter(each -> each.source().equals(source))
                    .findFirst()
                    .orElseThrow());
    window.run(
        () -> window.workbench().changeAnchor(anchor.id(), Draft.of(anchor).withStatus(status)));
    window.awaitQuiet();
  }

  private static AnchorStatus status(String source) {
    return anchors().stream()
        .filter(each -> each.source().equals(source))
        .findFirst()
        .orElseThrow()
        .status();
  }

  private static List<String> words() {
    return anchors().stream().map(Anchor::source).toList();
  }

  private static List<Anchor> anchors() {
    return window.workbench().anchorsProperty().get().anchors();
  }

  private static Node lookup(String selector) {
    return window.shell().scene().lookup(selector);
  }

  @SuppressWarnings("unchecked")
  private static ListView<AnchorBatch> batches() {
    return (ListView<AnchorBatch>) lookup("#batches");
  }

  /** What the list shows of an edit, once it is drawn. */
  private static String line(int index) {
    window.await("line " + index, () -> !drawn(index).isEmpty());
    return window.get(() -> drawn(index));
  }

  private static String drawn(int index) {
    return batches().lookupAll(".list-cell").stream()
        .map(cell -> (ListCell<?>) cell)
        .filter(cell -> !cell.isEmpty() && cell.getIndex() == index)
        .map(ListCell::getText)
        .findFirst()
        .orElse("");
  }

  private static String said() {
    return window.get(() -> lookup("#batches-said").getAccessibleText());
  }
}
