package setu.gui.anchors;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryCleaning.Kind;
import setu.core.anchor.Draft;
import setu.core.anchor.PlannedRow;
import setu.core.anchor.PlannedRow.Difference;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.anchor.RefusedLine;
import setu.gui.common.Icons;
import setu.gui.common.ImportPreview;
import setu.gui.common.Joiners;
import setu.gui.common.Paragraph;
import setu.gui.common.TypeSize;
import setu.gui.common.WordLabel;
import setu.message.Messages;

/** The rows of an import with what would become of each, and their counts, one of which filters. */
final class PlanTable {
  private static final double ROW_HEIGHT = 30;

  /** The group of the rows that are taken but look suspect. */
  private static final String SUSPECT = "suspect";

  /** The group of the rows with unknown words. */
  private static final String UNKNOWN = "unknown";

  private final Messages messages;
  private final FlowPane counts = new FlowPane(6, 6);
  private final TableView<PlannedRow> table = new TableView<>();
  private final TableColumn<PlannedRow, String> line;

  /** All that is said of the selected row: the column may be too narrow for it. */
  private final Paragraph detail = new Paragraph("");

  /** The chosen group. */
  private String chosen = key(null);

  private Map<PlannedRow, Set<Kind>> cautions = Map.of();
  private Map<PlannedRow, List<String>> unknown = Map.of();

  PlanTable(Messages messages) {
    this.messages = messages;
    counts.setId("import-counts");
    table.setId("import-rows");
    table.setAccessibleText(messages.text("gui.import.rows"));
    table.setFixedCellSize(ROW_HEIGHT);
    line = column("line", 74, row -> number(row.line()), "plain");
    table.getColumns().add(line);
    table.getColumns().add(column("source", 160, PlannedRow::source, WordLabel.STYLE));
    table.getColumns().add(column("target", 160, PlannedRow::target, WordLabel.STYLE));
    table.getColumns().add(fateColumn());
    table.getColumns().add(column("what", 420, this::what, WordLabel.STYLE));
    // The last column has all the room that is left: it says the most.
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    TypeSize.fit(table);
    detail.setId("import-detail");
    detail.managedProperty().bind(detail.visibleProperty());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              detail.set(row == null ? "" : what(row));
              detail.setVisible(row != null);
            });
    show(null, "");
  }

  /** The buttons with the counts. */
  FlowPane counts() {
    return counts;
  }

  TableView<PlannedRow> table() {
    return table;
  }

  Paragraph detail() {
    return detail;
  }

  /**
   * Shows what is planned; null while it is being planned.
   *
   * @param failure why it could not be; empty where it could
   */
  void show(@Nullable ImportPreview preview, String failure) {
    counts.setDisable(preview == null);
    String empty = messages.text(preview == null ? "gui.import.planning" : "gui.import.noRows");
    table.setPlaceholder(Paragraph.placeholder(failure.isEmpty() ? empty : failure));
    if (preview == null) {
      table.setItems(FXCollections.emptyObservableList());
      return;
    }
    cautions = preview.cautions();
    unknown = preview.unknown();
    line.setVisible(preview.rows().stream().anyMatch(row -> row.line() > 0));
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    buttons.add(button(group, key(null), preview.rows()));
    new EnumMap<>(preview.byFate())
        .forEach((fate, rows) -> buttons.add(button(group, key(fate), rows)));
    if (!cautions.isEmpty()) {
      ToggleButton suspect = button(group, SUSPECT, List.copyOf(cautions.keySet()));
      suspect.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
      buttons.add(suspect);
    }
    if (!unknown.isEmpty()) {
      buttons.add(button(group, UNKNOWN, List.copyOf(unknown.keySet())));
    }
    counts.getChildren().setAll(buttons);
    ToggleButton again =
        buttons.stream()
            .filter(button -> chosen.equals(button.getUserData()))
            .findFirst()
            .orElse(buttons.getFirst());
    again.setSelected(true);
  }

  private ToggleButton button(ToggleGroup group, String key, List<PlannedRow> rows) {
    ToggleButton button =
        new ToggleButton(messages.text("gui.import.group." + key, number(rows.size())));
    button.setId("import-group-" + key);
    button.setUserData(key);
    button.setToggleGroup(group);
    button
        .selectedProperty()
        .subscribe(
            selected -> {
              if (selected) {
                chosen = key;
                table.setItems(FXCollections.observableList(rows));
                table.scrollTo(0);
                table.getSelectionModel().selectFirst();
              } else if (group.getSelectedToggle() == null) {
                button.setSelected(true);
              }
            });
    return button;
  }

  private static String key(@Nullable Fate fate) {
    return fate == null ? "all" : fate.name().toLowerCase(Locale.ROOT);
  }

  private TableColumn<PlannedRow, String> column(
      String name, double width, Function<PlannedRow, String> text, String style) {
    TableColumn<PlannedRow, String> column =
        new TableColumn<>(messages.text("gui.import.row." + name));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.getStyleClass().add(style);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Joiners.drawn(text.apply(row.getValue()))));
    return column;
  }

  private TableColumn<PlannedRow, Fate> fateColumn() {
    TableColumn<PlannedRow, Fate> column = new TableColumn<>(messages.text("gui.import.row.fate"));
    column.setPrefWidth(130);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().fate()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              private final Label chip = new Label();
              private final Label caution = new Label("", Icons.of(Feather.ALERT_TRIANGLE));
              private final HBox both = new HBox(6, chip, caution);

              {
                both.setAlignment(Pos.CENTER_LEFT);
                caution.getStyleClass().add("caution");
                caution.setAccessibleText(messages.text("gui.import.suspect"));
              }

              @Override
              protected void updateItem(@Nullable Fate fate, boolean empty) {
                super.updateItem(fate, empty);
                if (fate == null || empty) {
                  setGraphic(null);
                } else {
                  chip.setText(messages.text("gui.import.fate." + key(fate)));
                  chip.getStyleClass().setAll("label", "status-chip", style(fate));
                  PlannedRow row = getTableRow() == null ? null : getTableRow().getItem();
                  caution.setVisible(row != null && cautions.containsKey(row));
                  setGraphic(both);
                }
              }
            });
    return column;
  }

  private static String style(Fate fate) {
    return switch (fate) {
      case TAKEN -> "status-accepted";
      case MERGED, EQUAL, OWN -> "status-candidate";
      case CONFLICT -> "status-unsure";
      case REFUSED -> "status-rejected";
    };
  }

  /** What is said otherwise, or why it is refused; what looks suspect in it, or is unknown. */
  private String what(PlannedRow row) {
    List<String> said = new ArrayList<>(List.of(becomes(row)));
    Set<Kind> found = cautions.getOrDefault(row, Set.of());
    if (!found.isEmpty()) {
      said.add(
          found.stream()
              .map(kind -> messages.text("cleaning." + kind.name()))
              .collect(Collectors.joining(", ")));
    }
    List<String> words = unknown.getOrDefault(row, List.of());
    if (!words.isEmpty()) {
      said.add(messages.text("gui.import.unknownWords", String.join(", ", words)));
    }
    return String.join(" · ", said);
  }

  private String becomes(PlannedRow row) {
    RefusedLine.Reason reason = row.refused();
    if (reason != null) {
      return messages.text("refused." + reason.name());
    }
    Draft here = row.here();
    Draft there = row.there();
    if (there == null) {
      return messages.text(row.fate() == Fate.TAKEN ? "gui.import.removed" : "gui.import.onlyHere");
    }
    if (row.fate() == Fate.EQUAL || (row.fate() == Fate.TAKEN && here == null)) {
      return messages.text("anchorStatus." + there.status().name());
    }
    if (here == null) {
      return messages.text("gui.import.onlyThere");
    }
    String said =
        row.differences().stream()
            .map(each -> said(row.fate(), each))
            .collect(Collectors.joining("; "));
    return said.isEmpty() ? messages.text("gui.import.nothingNew") : said;
  }

  private String said(Fate fate, Difference difference) {
    String key =
        switch (fate) {
          case TAKEN, MERGED -> "changes";
          case EQUAL, OWN, CONFLICT, REFUSED -> "differs";
        };
    String field = messages.text("gui.import.field." + difference.field());
    String here = value(difference.field(), difference.here());
    String there = value(difference.field(), difference.there());
    return here.isEmpty() && fate != Fate.CONFLICT
        ? messages.text("gui.import.becomes", field, there)
        : messages.text("gui.import." + key, field, here, there);
  }

  private String value(String field, String value) {
    AnchorStatus status = field.equals("status") ? AnchorStatus.named(value) : null;
    return status == null ? value : messages.text("anchorStatus." + status.name());
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
