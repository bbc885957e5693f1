package setu.gui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Workbench;
import setu.gui.preferences.UserFolders;

/**
 * How long the window's thread is away while a person works in the table of a large dictionary:
 * goes down, filters, sorts, judges and takes back.
 */
final class AnchorTimes {
  private static final long STEP_MILLIS = 600;
  private static final int TIMES = 5;

  private final Beats beats = Beats.start();
  private final Shell shell;

  private AnchorTimes(UserFolders own, Path project) {
    shell =
        HeadlessFx.onFx(
            () -> {
              Shell made = new Shell(new Stage(), own, FxTaskRunner.wrapped(beats::timed));
              made.stage().show();
              made.workbench().openProject(project);
              beats.watch(made.scene());
              return made;
            });
  }

  /**
   * Works in the table once.
   *
   * @param files source and target space, training and test dictionary
   * @param pairs in the dictionary: those of the file, and made-up ones up to so many
   * @return seconds of the waits by what was done, as {@link Beats#end} tells them
   */
  static Map<String, List<Double>> measure(List<Path> files, int pairs, long seed) {
    HeadlessFx.startAnywhere();
    Path folder = ReviewTimes.folder();
    Path project = ReviewTimes.project(folder.resolve("project"), files, pairs, seed);
    AnchorTimes times = new AnchorTimes(UserFolders.in(folder.resolve("own")), project);
    HeadlessFx.wait(HeadlessFx.onFx(() -> Settled.of(times.shell)));
    times.work();
    HeadlessFx.onFx(
        () -> {
          times.shell.close();
          times.shell.stage().close();
          return true;
        });
    return times.beats.end();
  }

  private void work() {
    Workbench workbench = shell.workbench();
    step("to the table", () -> shell.window().placeProperty().set(Rail.Place.ANCHORS));
    Node root = HeadlessFx.onFx(() -> shell.scene().getRoot());
    TableView<?> table = (TableView<?>) root.lookup(".anchors .table-view");
    TextField filter = (TextField) root.lookup("#anchors-search");
    step("warm up", () -> table.getSelectionModel().select(10));
    for (int time = 0; time < TIMES; time++) {
      step("down", () -> press(table, KeyCode.DOWN));
    }
    for (int time = 0; time < TIMES; time++) {
      KeyCode key = time % 2 == 0 ? KeyCode.R : KeyCode.A;
      step("judge", () -> press(table, key));
    }
    for (int time = 0; time < TIMES; time++) {
      step("undo", workbench::undo);
    }
    for (int time = 0; time < TIMES; time++) {
      step("group", () -> press(table, KeyCode.G));
    }
    for (int time = 0; time < TIMES; time++) {
      int column = time % 2;
      step("sort", () -> table.getSortOrder().setAll(List.of()));
      step("sort", () -> sort(table, column));
    }
    for (String typed : List.of("a", "al", "alm", "")) {
      step("filter", () -> filter.setText(typed));
    }
  }

  private static <T> void sort(TableView<T> table, int column) {
    table.getSortOrder().add(table.getColumns().get(column));
  }

  private static void press(Node node, KeyCode key) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private void step(String name, Runnable action) {
    beats.step(name, action);
    Beats.pause(STEP_MILLIS);
  }
}
