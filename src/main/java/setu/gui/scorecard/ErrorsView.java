package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.BenchmarkTables;
import setu.core.evaluate.Breakdown;
import setu.core.evaluate.ErrorKind;
import setu.core.evaluate.ErrorReport;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.FrequencyPruning;
import setu.core.evaluate.QueryFacet;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.common.LanguageNames;
import setu.gui.common.Side;
import setu.gui.common.Thousands;
import setu.gui.common.Tip;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.gui.scorecard.AnalysisViewModel.Errors;
import setu.message.Messages;

/** Errors of one score by kind, and its precision by two facets; every bar opens its queries. */
final class ErrorsView implements View {
  private static final double LONGEST_BAR = 150;

  private final Workbench workbench;
  private final Messages messages;
  private final Exports exports;
  private final AnalysisViewModel model;
  private final QueriesPane queries;
  private final ComboBox<Choice> choice = new ComboBox<>();
  private final ComboBox<QueryFacet> rows = facets(QueryFacet.PART_OF_SPEECH);
  private final ComboBox<QueryFacet> columns = facets(QueryFacet.FREQUENCY);
  private final GridPane bars = new GridPane();
  private final GridPane heat = new GridPane();
  private final VBox pruning = new VBox(4);
  private final Label precision = new Label();
  private final BorderPane node = new BorderPane();

  /** A score of the live loop. */
  private record Choice(Direction direction, String retrieval) {}

  ErrorsView(
      Workbench workbench,
      Messages messages,
      Exports exports,
      Runnable showMap,
      Runnable showAnchors) {
    this.workbench = workbench;
    this.messages = messages;
    this.exports = exports;
    this.model = new AnalysisViewModel(workbench);
    this.queries = new QueriesPane(workbench, messages, exports, showMap, showAnchors);
    for (Direction direction : Direction.values()) {
      choice.getItems().add(new Choice(direction, "csls"));
      choice.getItems().add(new Choice(direction, "nn"));
    }
    choice.setConverter(named(this::name));
    choice.setAccessibleText(messages.text("gui.scorecard.score"));
    choice.getSelectionModel().selectFirst();
    for (ComboBox<QueryFacet> box : List.of(rows, columns)) {
      box.setConverter(named(facet -> messages.text("facet." + facet)));
      box.setAccessibleText(messages.text("gui.scorecard.facet"));
      box.valueProperty().subscribe(facet -> fillHeat());
    }
    Button run = new Button(messages.text("gui.scorecard.analyse"));
    run.getStyleClass().add("accent");
    run.disableProperty().bind(workbench.answerProperty().isNull().or(model.runningProperty()));
    run.setOnAction(e -> start());
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(18, 18);
    busy.visibleProperty().bind(model.runningProperty());
    HBox bar = new HBox(8, choice, run, busy, precision);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("query-kinds");
    node.setTop(bar);
    node.setCenter(split());
    model.errorsProperty().subscribe(found -> fill());
  }

  private Node split() {
    HBox facets = new HBox(6, new Label(messages.text("gui.scorecard.precisionBy")), rows, columns);
    facets.setAlignment(Pos.CENTER_LEFT);
    Button export = new Button(messages.text("gui.scorecard.export"));
    export.setOnAction(e -> exports.table(node, "breakdown", heatFigures()));
    facets.getChildren().add(export);
    bars.getStyleClass().add("kind-bars");
    heat.getStyleClass().add("heat-map");
    VBox left = new VBox(8, heading("gui.scorecard.kinds"), bars, pruning);
    left.setMinWidth(330);
    VBox right = new VBox(8, facets, heat);
    HBox both = new HBox(28, left, right);
    both.getStyleClass().add("analysis");
    ScrollPane scroll = new ScrollPane(both);
    scroll.setFitToHeight(true);
    SplitPane split = new SplitPane(scroll, queries.node());
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.56);
    return split;
  }

  private Label heading(String key) {
    Label label = new Label(messages.text(key));
    label.getStyleClass().add("section-title");
    return label;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    model.dispose();
  }

  /** Analyses the chosen score. */
  void start() {
    Choice chosen = choice.getValue();
    TranslationScore score =
        chosen == null ? null : model.live(chosen.direction(), chosen.retrieval());
    if (score != null) {
      model.analyse(score, true);
    }
  }

  private void fill() {
    Errors found = model.errorsProperty().get();
    fillBars(found);
    fillHeat();
    fillPruning(found);
    precision.setText(
        found == null
            ? ""
            : messages.text(
                "gui.scorecard.strictAndSoft",
                BenchmarkTables.triple(found.report().strict()),
                BenchmarkTables.triple(found.report().soft())));
    Tip.on(precision, messages.text("gui.scorecard.softTip"));
    if (found != null) {
      show(
          messages.text("gui.scorecard.allWrong"),
          found.report().cases().stream().filter(c -> c.kind() != ErrorKind.NONE).toList());
    } else {
      queries.show("", Side.SOURCE, List.of());
    }
  }

  private void show(String title, List<ErrorReport.Case> cases) {
    Errors found = model.errorsProperty().get();
    if (found != null) {
      queries.show(title, BenchmarkView.side(found.score()), cases);
    }
  }

  private void fillBars(@Nullable Errors found) {
    bars.getChildren().clear();
    if (found == null) {
      bars.add(new Label(messages.text("gui.scorecard.notYet")), 0, 0);
      return;
    }
    int most = found.report().counts().values().stream().mapToInt(n -> n).max().orElse(1);
    int row = 0;
    for (ErrorKind kind : ErrorKind.values()) {
      int count = found.report().counts().getOrDefault(kind, 0);
      String name = messages.text("errorKind." + kind);
      Region bar = new Region();
      bar.getStyleClass().addAll("bar", kind == ErrorKind.NONE ? "bar-right" : "bar-wrong");
      bar.setMinWidth(Math.max(1, LONGEST_BAR * count / Math.max(1, most)));
      bar.setMaxWidth(bar.getMinWidth());
      String number = Thousands.of(count);
      Button open = new Button(number, bar);
      open.getStyleClass().addAll("flat", "bar-button");
      open.setAccessibleText(name + " " + number);
      open.setOnAction(e -> show(name, found.report().of(kind)));
      bars.add(new Label(name), 0, row);
      bars.add(open, 1, row++);
    }
  }

  private void fillPruning(@Nullable Errors found) {
    pruning.getChildren().clear();
    if (found == null || found.pruning().isEmpty()) {
      return;
    }
    PlotPane plot =
        new PlotPane(
            exports,
            messages,
            "pruning",
            new SvgPlot(
                messages.text("gui.scorecard.pruning"),
                messages.text("gui.scorecard.candidates"),
                "P@1",
                List.of(
                    series(found, "gui.scorecard.covered", false),
                    series(found, "gui.scorecard.sourceCovered", true))));
    plot.node().setPrefSize(400, 260);
    pruning.getChildren().add(plot.node());
  }

  private SvgPlot.Series series(Errors found, String key, boolean sourceCovered) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (FrequencyPruning.Point point : found.pruning()) {
      x.add((double) point.candidates());
      y.add(
          sourceCovered
              ? point.score().precisionSourceCovered().at1()
              : point.score().precision().at1());
    }
    return new SvgPlot.Series(messages.text(key), x, y);
  }

  // The heat-map.

  private void fillHeat() {
    heat.getChildren().clear();
    Errors found = model.errorsProperty().get();
    QueryFacet down = rows.getValue();
    QueryFacet across = columns.getValue();
    if (found == null || down == null || across == null) {
      return;
    }
    List<String> heads = found.breakdown().values(across);
    List<String> sides = found.breakdown().values(down);
    for (int c = 0; c < heads.size(); c++) {
      Label head = new Label(heads.get(c));
      head.getStyleClass().add("caption");
      GridPane.setHalignment(head, HPos.CENTER);
      heat.add(head, c + 1, 0);
    }
    for (int r = 0; r < sides.size(); r++) {
      heat.add(new Label(sides.get(r)), 0, r + 1);
    }
    for (Breakdown.Cell cell : found.breakdown().by(down, across)) {
      heat.add(heatCell(cell), heads.indexOf(cell.column()) + 1, sides.indexOf(cell.row()) + 1);
    }
  }

  private Node heatCell(Breakdown.Cell cell) {
    Button button = new Button(FigureTable.figure(cell.at1(), 0));
    button.getStyleClass().addAll("flat", "heat-cell");
    double part = Double.isNaN(cell.at1()) ? 0 : cell.at1() / 100;
    button.setStyle(
        String.format(
            Locale.ROOT, "-fx-background-color: rgba(0, 158, 115, %.2f);", 0.06 + 0.7 * part));
    String name = cell.row() + " × " + cell.column();
    String details =
        messages.text(
            "gui.scorecard.cell",
            name,
            FigureTable.figure(cell.at1(), 1),
            FigureTable.figure(cell.at5(), 1),
            FigureTable.figure(cell.at10(), 1),
            FigureTable.figure(cell.softAt1(), 1),
            cell.covered());
    Tip.on(button, details);
    button.setAccessibleText(details);
    button.setOnAction(e -> show(name, cell.cases()));
    return button;
  }

  private FigureTable heatFigures() {
    List<List<String>> lines = new ArrayList<>();
    Errors found = model.errorsProperty().get();
    if (found != null) {
      for (Breakdown.Cell cell : found.breakdown().by(rows.getValue(), columns.getValue())) {
        lines.add(
            List.of(
                cell.row(),
                cell.column(),
                String.valueOf(cell.covered()),
                FigureTable.figure(cell.at1(), 2),
                FigureTable.figure(cell.at5(), 2),
                FigureTable.figure(cell.at10(), 2),
                FigureTable.figure(cell.softAt1(), 2)));
      }
    }
    return new FigureTable(
        "P@k by facet",
        List.of("row", "column", "covered", "P@1", "P@5", "P@10", "stem-soft P@1"),
        lines);
  }

  private String name(Choice chosen) {
    return LanguageNames.way(workbench.project(), chosen.direction())
        + " "
        + chosen.retrieval().toUpperCase(Locale.ROOT);
  }

  private static ComboBox<QueryFacet> facets(QueryFacet first) {
    ComboBox<QueryFacet> box = new ComboBox<>();
    box.getItems().addAll(QueryFacet.values());
    box.setValue(first);
    return box;
  }

  /** Names of a box's items. */
  private interface Naming<T> {
    String name(T item);
  }

  private static <T> StringConverter<T> named(Naming<T> naming) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T item) {
        return item == null ? "" : naming.name(item);
      }

      @Override
      public @Nullable T fromString(String text) {
        return null;
      }
    };
  }
}
