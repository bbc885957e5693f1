package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.core.evaluate.LiveLoop;
import setu.gui.common.Notice;
import setu.gui.common.PendingImport;
import setu.gui.preferences.Theme;

/** The real window on the real sample, on JavaFX's headless platform. */
@NullUnmarked
class MainWindowTest extends SampleShell {
  @Test
  void keysUndoAndRedoOutsideTextFieldsOnly() {
    edit();
    press(shell.scene().getRoot(), KeyCode.Z, false);
    waitForAnchors(1039);
    press(shell.scene().getRoot(), KeyCode.Z, true);
    waitForAnchors(1040);
    HeadlessFx.onFx(
        () -> {
          TextField field =
              (TextField)
                  shell.scene().getRoot().lookupAll(".text-field").stream()
                      .filter(node -> node.isVisible())
                      .findFirst()
                      .orElseThrow();
          field.requestFocus();
          return true;
        });
    press(shell.scene().getFocusOwner(), KeyCode.Z, false);
    waitForAnchors(1040);
  }

  /** On a display a key pressed is typed too, at what has the focus by then. */
  @Test
  void theKeyThatOpensTheSearchIsNotTypedIntoIt() {
    HeadlessFx.onFx(
        () -> {
          Node root = shell.scene().getRoot();
          root.requestFocus();
          Event.fireEvent(root, key(KeyEvent.KEY_PRESSED, "", KeyCode.SLASH));
          TextField field = (TextField) shell.scene().getFocusOwner();
          Event.fireEvent(field, key(KeyEvent.KEY_TYPED, "/", KeyCode.UNDEFINED));
          assertThat(field.getText()).isEmpty();
          Event.fireEvent(field, key(KeyEvent.KEY_RELEASED, "", KeyCode.SLASH));
          Event.fireEvent(field, key(KeyEvent.KEY_PRESSED, "", KeyCode.G));
          Event.fireEvent(field, key(KeyEvent.KEY_TYPED, "g", KeyCode.UNDEFINED));
          assertThat(field.getText()).isEqualTo("g");
          return true;
        });
  }

  @Test
  @SuppressWarnings("unchecked")
  void anAnswerThatComesWhileAPairIsTypedLeavesTheEditorAlone() {
    LiveLoop.Answer before = HeadlessFx.onFx(() -> shell.workbench().answerProperty().get());
    HeadlessFx.onFx(
        () -> {
          TableView<Anchor> table =
              (TableView<Anchor>) shell.scene().getRoot().lookup(".anchors .table-view");
          table.scrollTo(0);
          shell.scene().getRoot().applyCss();
          shell.scene().getRoot().layout();
          table.edit(3, table.getColumns().getFirst());
          TextField editor = (TextField) shell.scene().getFocusOwner();
          assertThat(editor.getParent()).isInstanceOf(TableCell.class);
          editor.setText("mum");
          shell.workbench().addAnchor(Draft.accepted("river", "ගඟ", "edit"));
          return true;
        });
    waitForAnchors(1040);
    waitUntil(() -> !before.equals(shell.workbench().answerProperty().get()));
    Anchor fourth =
        HeadlessFx.onFx(
            () -> {
              TextField editor = (TextField) shell.scene().getFocusOwner();
              TableCell<Anchor, String> cell = (TableCell<Anchor, String>) editor.getParent();
              assertThat(editor.getText()).isEqualTo("mum");
              assertThat(cell.isEditing()).isTrue();
              assertThat(cell.getIndex()).isEqualTo(3);
              editor.fireEvent(new ActionEvent());
              return cell.getTableView().getItems().get(3);
            });
    waitUntil(
        () ->
            shell.workbench().anchorsProperty().get().anchors().stream()
                .anyMatch(a -> a.id() == fourth.id() && a.source().equals("mum")));
  }

  private static KeyEvent key(EventType<KeyEvent> type, String typed, KeyCode code) {
    return new KeyEvent(type, typed, "", code, false, false, false, false);
  }

  @Test
  void aDroppedDictionaryIsImportedAndTold() {
    File faulty = Path.of("sample-vectors", "faulty.tsv").toFile();
    HeadlessFx.onFx(
        () -> {
          shell.window().open(List.of(faulty));
          return true;
        });
    waitUntil(
        () -> {
          PendingImport asked = shell.workbench().imports().pendingProperty().get();
          return asked != null && asked.previewProperty().get() != null;
        });
    HeadlessFx.onFx(
        () -> {
          SampleWorkbench.takeImport(shell.workbench());
          return true;
        });
    waitForAnchors(1079);
    assertThat(HeadlessFx.onFx(() -> shell.workbench().notices().getLast().kind()))
        .isEqualTo(Notice.Kind.INFO);
  }

  @Test
  void themeAndLanguageChangeAtAClick() {
    Scene scene = shell.scene();
    for (Theme theme : Theme.values()) {
      HeadlessFx.onFx(
          () -> {
            shell.settingsProperty().set(shell.settingsProperty().get().withTheme(theme));
            return true;
          });
      List<String> sheets = HeadlessFx.onFx(() -> List.copyOf(scene.getStylesheets()));
      assertThat(sheets.stream().anyMatch(sheet -> sheet.endsWith("dark.css")))
          .isEqualTo(theme.dark());
    }
    HeadlessFx.onFx(
        () -> {
          shell.settingsProperty().set(shell.settingsProperty().get().withLanguage("si"));
          return true;
        });
    assertThat(HeadlessFx.onFx(() -> texts(scene))).contains("සිතියම");
  }

  private static List<String> texts(Scene scene) {
    return scene.getRoot().lookupAll(".rail-button").stream()
        .map(node -> ((javafx.scene.control.Labeled) node).getText())
        .toList();
  }

  private void edit() {
    HeadlessFx.onFx(
        () -> {
          shell.workbench().addAnchor(Draft.accepted("river", "ගඟ", "edit"));
          return true;
        });
    waitForAnchors(1040);
  }

  private static void press(javafx.scene.Node target, KeyCode code, boolean shift) {
    HeadlessFx.onFx(
        () -> {
          target.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, true, false, false));
          return true;
        });
  }

  private void waitForAnchors(int count) {
    waitUntil(() -> shell.workbench().anchorsProperty().get().anchors().size() == count);
  }

  private static void waitUntil(BooleanSupplier onFx) {
    long limit = System.nanoTime() + 60_000_000_000L;
    boolean so = HeadlessFx.onFx(onFx::getAsBoolean);
    while (!so && System.nanoTime() < limit) {
      LockSupport.parkNanos(10_000_000);
      so = HeadlessFx.onFx(onFx::getAsBoolean);
    }
    assertThat(so).isTrue();
  }
}
