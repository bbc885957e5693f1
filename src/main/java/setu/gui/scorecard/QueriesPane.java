package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import setu.core.evaluate.ErrorAnalysis;
import setu.core.evaluate.ErrorKind;
import setu.core.evaluate.ErrorReport.Case;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.gui.common.Joiners;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Thousands;
import setu.gui.common.TypeSize;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/**
 * The queries behind a number: word, gold, rank, kind of error, first ten candidates with scores.
 * Choosing one selects its word everywhere; Enter or a double click shows it on the map.
 */
final class QueriesPane {
  private final Workbench workbench;
  private final Messages messages;
  private final Runnable showMap;
  private final ObservableList<Case> cases = FXCollections.observableArrayList();
  private final TableView<Case> table = new TableView<>(cases);
  private final Label title = new Label();
  private final FlowPane bar = new FlowPane(8, 4);
  private final BorderPane node = new BorderPane();
  private Side side = Side.SOURCE;
  private boolean sorting;
  private boolean following;

  QueriesPane(
      Workbench workbench,
      Messages messages,
      Exports exports,
      Runnable showMap,
      Runnable showAnchors) {
    this.workbench = workbench;
    this.messages = messages;
    this.showMap = showMap;
    fill();
    title.getStyleClass().add("section-title");
    Button map = new Button(messages.text("gui.scorecard.onMap"));
    map.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    map.setOnAction(e -> showMap.run());
    Button export = new Button(messages.text("gui.scorecard.export"));
    export.setOnAction(e -> exports.table(node, "queries", figures()));
    Button anchors = new Button(messages.text("gui.scorecard.toAnchors"));
    anchors.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
    anchors.setOnAction(e -> showAnchors.run());
    // Large type takes a second line: nothing is cut short.
    bar.getChildren().addAll(map, anchors, export, title);
    bar.setRowValignment(VPos.CENTER);
    bar.getStyleClass().add("query-kinds");
    node.setTop(bar);
    node.setCenter(table);
  }

  Node node() {
    return node;
  }

  /** Puts what chooses among the queries before the buttons. */
  void lead(Node choice) {
    bar.getChildren().addFirst(choice);
  }

  /** Lists queries under a title, their kinds known; their words are of {@code side}. */
  void show(String text, Side of, List<Case> list) {
    sorting = false;
    list(text, of, list);
  }

  /** Lists queries whose kinds are still sought: what their words alone tell is there at once. */
  void showPlain(String text, Side of, List<QueryOutcome> outcomes) {
    sorting = true;
    list(
        text,
        of,
        outcomes.stream()
            .map(
                outcome ->
                    new Case(
                        outcome, ErrorAnalysis.plainKind(outcome).orElse(ErrorKind.OTHER), 0, 0))
            .toList());
  }

  private void list(String text, Side of, List<Case> list) {
    String word = chosen();
    title.setText(text.isEmpty() ? "" : text + " · " + Thousands.of(list.size()));
    side = of;
    cases.setAll(list);
    choose(word);
  }

  /** The query chosen in the table; empty where none is. */
  private String chosen() {
    Case chosen = table.getSelectionModel().getSelectedItem();
    return chosen == null ? "" : chosen.outcome().query();
  }

  /** Goes on at a query if it is listed still, or else at the top. */
  private void choose(String word) {
    for (int row = 0; row < cases.size(); row++) {
      if (cases.get(row).outcome().query().equals(word)) {
        following = true;
        table.getSelectionModel().clearAndSelect(row);
        following = false;
        return;
      }
    }
    table.scrollTo(0);
  }

  private String kind(Case c) {
    return sorting && c.kind() == ErrorKind.OTHER ? "…" : messages.text("errorKind." + c.kind());
  }

  private void fill() {
    table.setFixedCellSize(30);
    table.setAccessibleText(messages.text("gui.scores.queries"));
    table.setPlaceholder(Paragraph.placeholder(messages.text("gui.scorecard.clickNumber")));
    words("query", 120, c -> c.outcome().query());
    words("gold", 170, c -> String.join(", ", c.outcome().gold()));
    column("rank", 108, QueriesPane::rank).getStyleClass().add("number-column");
    column("kind", 170, this::kind);
    TableColumn<Case, QueryOutcome> found =
        new TableColumn<>(messages.text("gui.scores.query.candidates"));
    found.setPrefWidth(620);
    found.setSortable(false);
    found.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().outcome()));
    found.setCellFactory(c -> new CandidatesCell<>());
    table.getColumns().add(found);
    TypeSize.fit(table);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              if (chosen != null && !following) {
                workbench.select(side, chosen.outcome().query());
              }
            });
    table.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            showMap.run();
          }
        });
    table.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2 && table.getSelectionModel().getSelectedItem() != null) {
            showMap.run();
          }
        });
  }

  private static String rank(Case c) {
    int rank = c.outcome().rank();
    return rank == 0 ? "–" : String.format(Locale.ROOT, "%,d", rank);
  }

  private void words(String key, double width, Function<Case, String> text) {
    column(key, width, text).getStyleClass().add(WordLabel.STYLE);
  }

  private TableColumn<Case, String> column(String key, double width, Function<Case, String> text) {
    TableColumn<Case, String> column = new TableColumn<>(messages.text("gui.scores.query." + key));
    column.setPrefWidth(width);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Joiners.drawn(text.apply(row.getValue()))));
    table.getColumns().add(column);
    return column;
  }

  private FigureTable figures() {
    List<List<String>> rows = new ArrayList<>();
    for (Case c : cases) {
      rows.add(
          List.of(
              c.outcome().query(),
              String.join(", ", c.outcome().gold()),
              rank(c),
              kind(c),
              c.outcome().candidates().stream()
                  .map(f -> f.word() + " " + FigureTable.figure(f.score(), 3))
                  .collect(Collectors.joining(", "))));
    }
    return new FigureTable(
        title.getText(), List.of("query", "gold", "rank", "kind", "candidates"), rows);
  }
}
