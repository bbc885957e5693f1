package setu.gui.anchors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import setu.core.anchor.AnchorImport;
import setu.core.anchor.DictionaryOptions.Columns;
import setu.core.anchor.DictionaryPreview;
import setu.core.anchor.RefusedLine;
import setu.gui.common.Paragraph;
import setu.gui.common.PendingImport;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** The first rows of a table, which column is what, and after that what became of each row. */
final class ImportPane {
  private final VBox node = new VBox(10);
  private final Messages messages;
  private final CheckBox header = new CheckBox();
  private final VBox table = new VBox();
  private final String sourceLanguage;
  private DictionaryPreview preview;
  private final List<ComboBox<String>> boxes = new ArrayList<>();
  private final FlowPane choices = new FlowPane(14, 6);
  private final Label problem = new Label();
  private final Button take = new Button();
  private final HBox buttons = new HBox(8);
  private final Runnable close;
  private Node first;
  private boolean filling;

  /** Imports by the chosen columns. */
  @FunctionalInterface
  interface Take {
    /**
     * Begins it.
     *
     * @param done told what became of the rows, and a warning about them all; empty for none
     * @param failed told that nothing was imported
     */
    void by(Columns columns, BiConsumer<AnchorImport.Report, String> done, Runnable failed);
  }

  /**
   * The pane of a file.
   *
   * @param take imports by the chosen columns
   * @param close goes back to the table of anchors
   */
  ImportPane(PendingImport asked, Messages messages, Take take, Runnable close) {
    this.messages = messages;
    this.preview = asked.preview();
    this.close = close;
    node.getStyleClass().add("cleaning");
    Label title = new Label(messages.text("gui.import.title", asked.file().getFileName()));
    title.getStyleClass().add("title-4");
    this.sourceLanguage = asked.sourceLanguage();
    for (String name : List.of("source", "target", "pos", "category", "note")) {
      choose(name);
    }
    header.setText(messages.text("gui.import.header"));
    header.setId("import-header");
    header.setSelected(preview.header());
    header
        .selectedProperty()
        .subscribe(
            (before, now) -> {
              preview = preview.withHeader(now);
              fill();
            });
    this.take.setText(messages.text("gui.import.take"));
    this.take.getStyleClass().add("accent");
    this.take.setId("import-take");
    this.take.setDefaultButton(true);
    this.take.setOnAction(
        e -> {
          this.take.setDisable(true);
          take.by(columns(), this::report, this::check);
        });
    Button leave = new Button(messages.text("gui.cleaning.leave"));
    leave.setOnAction(e -> close.run());
    problem.getStyleClass().add("text-muted");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons.getChildren().addAll(problem, gap, leave, this.take);
    first = boxes.getFirst();
    VBox.setVgrow(table, Priority.ALWAYS);
    node.getChildren()
        .addAll(
            title,
            new Paragraph(messages.text("gui.import.text", preview.format())),
            header,
            choices,
            table,
            buttons);
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            close.run();
            e.consume();
          }
        });
    fill();
  }

  /** Offers the columns as they are named now, and shows the rows under them. */
  private void fill() {
    filling = true;
    String other = sourceLanguage.equals("si") ? "en" : "si";
    int source = preview.columnOf(sourceLanguage, -1);
    int target = preview.columnOf(other, source);
    List<Integer> guessed = List.of(source, target, index("pos"), index("category"), index("note"));
    for (int i = 0; i < boxes.size(); i++) {
      ComboBox<String> box = boxes.get(i);
      box.getItems().setAll(messages.text("gui.import.none"));
      for (int column = 0; column < preview.columns().size(); column++) {
        box.getItems().add(shown(column));
      }
      box.getSelectionModel().select(guessed.get(i) + 1);
    }
    TableView<List<String>> rows = rows();
    VBox.setVgrow(rows, Priority.ALWAYS);
    table.getChildren().setAll(rows);
    filling = false;
    check();
  }

  private String shown(int column) {
    return preview.header()
        ? preview.columns().get(column)
        : messages.text("gui.import.column", column + 1);
  }

  Node node() {
    return node;
  }

  /** Takes the keyboard. */
  void focus() {
    first.requestFocus();
  }

  private int index(String name) {
    return preview.columns().stream().map(ImportPane::key).toList().indexOf(name);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** A box for what a column is; the first value stands for none. */
  private void choose(String name) {
    ComboBox<String> box = new ComboBox<>();
    box.setId("import-" + name);
    Label label = new Label(messages.text("gui.import." + name));
    label.getStyleClass().add("caption");
    label.setLabelFor(box);
    box.setAccessibleText(label.getText());
    box.getSelectionModel().selectedIndexProperty().subscribe((before, now) -> check());
    boxes.add(box);
    choices.getChildren().add(new VBox(2, label, box));
  }

  private void check() {
    if (filling) {
      return;
    }
    String said = "";
    if (column(0) < 0 || column(1) < 0 || column(0) == column(1)) {
      said = messages.text("gui.import.chooseTwo");
    } else {
      for (int box = 0; box < boxes.size() && said.isEmpty(); box++) {
        said = namesAnother(column(box));
      }
    }
    problem.setText(said);
    take.setDisable(!said.isEmpty());
  }

  /** Why a column cannot be found by its name; empty where it can, or none is chosen. */
  private String namesAnother(int column) {
    if (column < 0) {
      return "";
    }
    String name = preview.columns().get(column);
    if (name.isBlank()) {
      return messages.text("gui.import.nameless", column + 1);
    }
    return index(key(name)) == column ? "" : messages.text("gui.import.sameName", name);
  }

  /** The column that is chosen in a box; −1 for none. */
  private int column(int box) {
    return boxes.get(box).getSelectionModel().getSelectedIndex() - 1;
  }

  private Columns columns() {
    return new Columns(name(0), name(1), name(2), name(3), name(4), preview.header());
  }

  private String name(int box) {
    int column = column(box);
    return column < 0 ? "" : preview.columns().get(column);
  }

  private TableView<List<String>> rows() {
    TableView<List<String>> table = new TableView<>();
    table.setAccessibleText(messages.text("gui.preview.first"));
    for (int i = 0; i < preview.columns().size(); i++) {
      int at = i;
      TableColumn<List<String>, String> column = new TableColumn<>(shown(i));
      column.setSortable(false);
      column.setPrefWidth(160);
      column.getStyleClass().add(WordLabel.STYLE);
      column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
      table.getColumns().add(column);
    }
    table.getItems().addAll(preview.rows());
    return table;
  }

  /** Shows what became of the rows: how many were taken, and each that was not, with the reason. */
  private void report(AnchorImport.Report report, String warning) {
    Label counts =
        new Label(
            messages.text(
                "gui.import.counts",
                report.read(),
                report.taken(),
                report.merged(),
                report.conflicts().size(),
                report.refused().size()));
    counts.setId("import-counts");
    ListView<String> list = new ListView<>();
    list.setId("import-rows");
    list.getStyleClass().add(WordLabel.STYLE);
    list.setAccessibleText(messages.text("gui.import.notTaken"));
    list.setPlaceholder(new Label(messages.text("gui.import.allTaken")));
    for (AnchorImport.Conflict conflict : report.conflicts()) {
      list.getItems()
          .add(
              messages.text(
                  "gui.import.conflict",
                  conflict.line(),
                  conflict.source() + " – " + conflict.target(),
                  messages.text("gui.import.field." + conflict.field()),
                  conflict.here(),
                  conflict.there()));
    }
    for (RefusedLine refused : report.refused()) {
      list.getItems()
          .add(
              messages.text(
                  "gui.import.refused",
                  refused.line(),
                  refused.text(),
                  messages.text("refused." + refused.reason().name())));
    }
    Label caption = new Label(messages.text("gui.import.notTaken"));
    caption.getStyleClass().add("caption");
    Button done = new Button(messages.text("gui.close"));
    done.setId("import-close");
    done.setDefaultButton(true);
    done.setOnAction(e -> close.run());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    buttons.getChildren().setAll(gap, done);
    VBox.setVgrow(list, Priority.ALWAYS);
    node.getChildren().setAll(node.getChildren().getFirst(), counts, caption, list, buttons);
    if (!warning.isEmpty()) {
      Paragraph told = new Paragraph(warning);
      told.setId("import-warning");
      node.getChildren().add(2, told);
    }
    first = done;
    focus();
  }
}
