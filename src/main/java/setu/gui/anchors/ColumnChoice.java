package setu.gui.anchors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.DictionaryOptions.Columns;
import setu.core.anchor.DictionaryPreview;
import setu.gui.common.TypeSize;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** The first rows of a table, and boxes that say which of its columns is what. */
final class ColumnChoice {
  private static final double ROW_HEIGHT = 28;

  /** The header and the rows that are seen at once; the others are scrolled to. */
  private static final int SEEN_ROWS = 4;

  private final Messages messages;
  private final @Nullable Columns before;
  private final String sourceLanguage;
  private final Consumer<@Nullable Columns> chosen;
  private final VBox node = new VBox(8);
  private final VBox table = new VBox();
  private final FlowPane choices = new FlowPane(14, 6);
  private final Label problem = new Label();
  private final List<ComboBox<String>> boxes = new ArrayList<>();
  private DictionaryPreview preview;
  private boolean filling;

  /**
   * The choice for a table.
   *
   * @param before the columns that were chosen already; null for none
   * @param chosen told the columns whenever they change; null while they cannot be told
   */
  ColumnChoice(
      DictionaryPreview preview,
      @Nullable Columns before,
      String sourceLanguage,
      Messages messages,
      Consumer<@Nullable Columns> chosen) {
    this.preview = before == null ? preview : preview.withHeader(before.header());
    this.before = before;
    this.sourceLanguage = sourceLanguage;
    this.messages = messages;
    this.chosen = chosen;
    for (String name : List.of("source", "target", "pos", "category", "note")) {
      choose(name);
    }
    CheckBox header = new CheckBox(messages.text("gui.import.header"));
    header.setId("import-header");
    header.setSelected(this.preview.header());
    problem.setId("import-problem");
    problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    node.getChildren().addAll(header, choices, problem, table);
    header
        .selectedProperty()
        .subscribe(
            (was, now) -> {
              this.preview = this.preview.withHeader(now);
              fill(guessed());
            });
  }

  Node node() {
    return node;
  }

  /** The first box. */
  Node first() {
    return boxes.getFirst();
  }

  /** Shows what was chosen before, else what can be guessed. */
  void begin() {
    fill(before == null ? guessed() : places(before));
  }

  private List<Integer> guessed() {
    List<Integer> guessed = new ArrayList<>(preview.wordColumns(sourceLanguage));
    guessed.addAll(List.of(index("pos"), index("category"), index("note")));
    return guessed;
  }

  private List<Integer> places(Columns chosen) {
    return Stream.of(
            chosen.source(), chosen.target(), chosen.pos(), chosen.category(), chosen.note())
        .map(name -> name.isEmpty() ? -1 : index(key(name)))
        .toList();
  }

  /**
   * Offers the columns as they are named now, and shows the rows under them.
   *
   * @param places the column of each box; −1 for none
   */
  private void fill(List<Integer> places) {
    filling = true;
    for (int i = 0; i < boxes.size(); i++) {
      ComboBox<String> box = boxes.get(i);
      box.getItems().setAll(messages.text("gui.import.none"));
      for (int column = 0; column < preview.columns().size(); column++) {
        box.getItems().add(shown(column));
      }
      box.getSelectionModel().select(places.get(i) + 1);
    }
    table.getChildren().setAll(rows());
    filling = false;
    tell();
  }

  private String shown(int column) {
    return preview.header()
        ? preview.columns().get(column)
        : messages.text("gui.import.column", column + 1);
  }

  private int index(String name) {
    return preview.columns().stream().map(ColumnChoice::key).toList().indexOf(name);
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
    box.getSelectionModel().selectedIndexProperty().subscribe((before, now) -> tell());
    boxes.add(box);
    choices.getChildren().add(new VBox(2, label, box));
  }

  private void tell() {
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
    chosen.accept(said.isEmpty() ? columns() : null);
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
    TableView<List<String>> rows = new TableView<>();
    rows.setAccessibleText(messages.text("gui.preview.first"));
    for (int i = 0; i < preview.columns().size(); i++) {
      int at = i;
      TableColumn<List<String>, String> column = new TableColumn<>(shown(i));
      column.setSortable(false);
      column.setPrefWidth(160);
      column.getStyleClass().add(WordLabel.STYLE);
      column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().get(at)));
      rows.getColumns().add(column);
    }
    rows.getItems().addAll(preview.rows());
    rows.setFixedCellSize(ROW_HEIGHT);
    TypeSize.fit(rows);
    rows.prefHeightProperty()
        .bind(TypeSize.of(ROW_HEIGHT * (1.5 + Math.min(SEEN_ROWS, preview.rows().size()))));
    rows.setMinHeight(VBox.USE_PREF_SIZE);
    return rows;
  }
}
