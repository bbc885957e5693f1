package setu.gui.map;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.Icons;
import setu.gui.common.Notice;
import setu.gui.common.ThemedPopOver;
import setu.gui.common.Tip;
import setu.gui.common.Workbench;
import setu.gui.map.MapExport.Format;
import setu.gui.map.MapExport.Options;
import setu.message.Messages;

/** The button that writes the map into a file, and what is asked before it does. */
final class ExportPanel {
  private static final double LARGEST = 400e6;

  private final Button node = new Button("", Icons.of(Feather.DOWNLOAD));
  private final Workbench workbench;
  private final Messages messages;
  private final Supplier<@Nullable MapExport> exports;
  private final ComboBox<Format> format = new ComboBox<>();
  private final Spinner<Double> scale =
      new Spinner<>(
          new SpinnerValueFactory.DoubleSpinnerValueFactory(0.5, MapExport.MOST_SCALE, 2, 0.5));
  private final CheckBox seenOnly = new CheckBox();
  private final CheckBox colours = new CheckBox();
  private final PopOver over;

  /**
   * A button.
   *
   * @param exports the map of the moment; null while there is none
   */
  ExportPanel(Workbench workbench, Messages messages, Supplier<@Nullable MapExport> exports) {
    this.workbench = workbench;
    this.messages = messages;
    this.exports = exports;
    node.getStyleClass().addAll("button-icon", "map-export");
    node.setAccessibleText(messages.text("gui.map.export"));
    Tip.on(node, messages.text("gui.map.export") + "  Ctrl+E");
    node.setOnAction(e -> show());
    VBox content = new VBox(10);
    over = new ThemedPopOver(content);
    over.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
    over.setTitle(messages.text("gui.map.export"));
    fill(content);
  }

  Button node() {
    return node;
  }

  /** Opens the panel beside the button. */
  void show() {
    if (exports.get() != null && node.getScene() != null) {
      over.show(node);
      format.requestFocus();
    }
  }

  private void fill(VBox content) {
    format.getItems().addAll(Format.values());
    format.setValue(Format.PNG);
    format.setAccessibleText(messages.text("gui.map.export.format"));
    scale.setEditable(true);
    scale.setPrefWidth(90);
    scale.getEditor().setAccessibleText(messages.text("gui.map.export.scale"));
    seenOnly.setText(messages.text("gui.map.export.seenOnly"));
    colours.setText(messages.text("gui.map.export.colours"));
    Label about = new Label();
    about.getStyleClass().add("caption");
    about
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::about,
                format.valueProperty(),
                scale.valueProperty(),
                seenOnly.selectedProperty(),
                over.showingProperty()));
    Label scaleName = new Label(messages.text("gui.map.export.scale"));
    HBox size = new HBox(8, scaleName, scale);
    size.setAlignment(Pos.CENTER_LEFT);
    size.visibleProperty().bind(format.valueProperty().isEqualTo(Format.PNG));
    size.managedProperty().bind(size.visibleProperty());
    for (CheckBox box : new CheckBox[] {seenOnly, colours}) {
      box.disableProperty().bind(format.valueProperty().isEqualTo(Format.TSV));
    }
    Button save = new Button(messages.text("gui.map.export.save"));
    save.getStyleClass().add("accent");
    save.setDefaultButton(true);
    save.setOnAction(e -> choose());
    content.getChildren().addAll(format, size, seenOnly, colours, about, save);
    content.getStyleClass().add("map-export-panel");
  }

  private String about() {
    MapExport export = over.isShowing() ? exports.get() : null;
    if (export != null && format.getValue() == Format.PNG) {
      long[] pixels = export.pixels(options());
      return messages.text("gui.map.export.pixels", pixels[0], pixels[1]);
    }
    return messages.text("gui.map.export.about." + format.getValue());
  }

  private Options options() {
    return new Options(scale.getValue(), seenOnly.isSelected(), colours.isSelected());
  }

  private void choose() {
    Format chosen = format.getValue();
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.text("gui.map.export"));
    chooser.setInitialFileName("map." + chosen.extension());
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(chosen.name(), "*." + chosen.extension()));
    File file = chooser.showSaveDialog(node.getScene().getWindow());
    if (file != null) {
      over.hide();
      write(chosen, options(), file.toPath());
    }
  }

  /** Draws the map and writes it in the background; what was written, or went wrong, is told. */
  void write(Format chosen, Options options, Path file) {
    MapExport export = exports.get();
    if (export == null) {
      return;
    }
    long[] pixels = export.pixels(options);
    if (chosen == Format.PNG && pixels[0] * (double) pixels[1] > LARGEST) {
      workbench.tell(
          Notice.Kind.WARNING, messages.text("gui.map.export.tooLarge", pixels[0], pixels[1]));
      return;
    }
    Runnable writing = export.prepare(chosen, options, file);
    FxTaskRunner.whenDone(
        workbench
            .tasks()
            .start(
                String.valueOf(file.getFileName()),
                (progress, cancellation) -> {
                  writing.run();
                  return file;
                })
            .outcome(),
        written ->
            workbench.tellWritten(
                Notice.Kind.INFO, messages.text("gui.map.export.done", written), written),
        workbench::fail);
  }
}
