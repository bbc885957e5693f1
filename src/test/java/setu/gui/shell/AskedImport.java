package setu.gui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.jspecify.annotations.NullUnmarked;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.PlannedRow;

/** What a window asks about an import, and what its pane shows of it. */
@NullUnmarked
final class AskedImport {
  private final OpenedWindow window;
  private final List<Anchor> sample;

  /** In a window on the sample. */
  AskedImport(OpenedWindow window) {
    this.window = window;
    this.sample = window.get(this::anchors);
  }

  /** Leaves what is asked about, and takes all edits back. */
  void takeBack() {
    while (window.get(this::asked)) {
      window.run(() -> window.workbench().imports().pendingProperty().get().leave());
    }
    window.awaitQuiet();
    while (!window.get(this::anchors).equals(sample)) {
      window.run(() -> window.workbench().undo());
      window.awaitQuiet();
    }
    window.run(
        () -> {
          window.workbench().imports().statusProperty().set(AnchorStatus.ACCEPTED);
          window.workbench().notices().clear();
        });
  }

  void open(Path file) {
    window.run(() -> window.workbench().open(file));
    awaitPlan();
  }

  void awaitPlan() {
    window.await("planned", this::planned);
  }

  boolean planned() {
    return asked()
        && window.workbench().imports().pendingProperty().get().previewProperty().get() != null;
  }

  boolean asked() {
    return window.workbench().imports().pendingProperty().get() != null;
  }

  List<String> groups() {
    return window.get(
        () ->
            Stream.of("all", "taken", "merged", "equal", "own", "conflict", "refused")
                .map(group -> (ToggleButton) lookup("#import-group-" + group))
                .filter(button -> button != null)
                .map(ToggleButton::getText)
                .toList());
  }

  @SuppressWarnings("unchecked")
  TableView<PlannedRow> table() {
    return (TableView<PlannedRow>) lookup("#import-rows");
  }

  List<PlannedRow> rows() {
    return window.get(() -> List.copyOf(table().getItems()));
  }

  /** What the last column says of a row. */
  String said(int row) {
    return window.get(() -> (String) table().getColumns().getLast().getCellData(row));
  }

  void choose(int source, int target) {
    box("source").getSelectionModel().select(source);
    box("target").getSelectionModel().select(target);
  }

  List<Anchor> anchors() {
    return window.workbench().anchorsProperty().get().anchors();
  }

  Node lookup(String selector) {
    return window.shell().scene().getRoot().lookup(selector);
  }

  @SuppressWarnings("unchecked")
  ComboBox<String> box(String name) {
    return (ComboBox<String>) lookup("#import-" + name);
  }

  String chosen(String name) {
    return window.get(() -> box(name).getValue());
  }
}
