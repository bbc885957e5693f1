package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.Diagnostic;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.SpaceDiagnostics;
import setu.core.evaluate.SpaceDiagnostics.StolenQueries;
import setu.gui.common.Joiners;
import setu.gui.common.Paragraph;
import setu.gui.common.Side;
import setu.gui.common.Thousands;
import setu.gui.common.Tip;
import setu.gui.common.View;
import setu.gui.common.WordLabel;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** The spaces and their pair, measured; each figure with what it means, hubs, and spectra. */
final class DiagnosticsView implements View {
  private final Workbench workbench;
  private final Messages messages;
  private final Exports exports;
  private final AnalysisViewModel model;
  private final ObservableList<Diagnostic> figures = FXCollections.observableArrayList();
  private final TableView<Diagnostic> table = new TableView<>(figures);
  private final ObservableList<StolenQueries> hubs = FXCollections.observableArrayList();
  private final HBox plots = new HBox(8);
  private final Label hub = new Label();
  private final FlowPane stolen = new FlowPane(6, 2);
  private final BorderPane node = new BorderPane();

  DiagnosticsView(Workbench workbench, Messages messages, Exports exports) {
    this.workbench = workbench;
    this.messages = messages;
    this.exports = exports;
    this.model = new AnalysisViewModel(workbench);
    Button run = new Button(messages.text("gui.scorecard.diagnose"));
    run.getStyleClass().add("accent");
    run.disableProperty().bind(workbench.sharedProperty().isNull().or(model.runningProperty()));
    run.setOnAction(e -> start());
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(18, 18);
    busy.visibleProperty().bind(model.runningProperty());
    Button export = new Button(messages.text("gui.scorecard.export"));
    export.setOnAction(e -> exports.table(node, "diagnostics", table()));
    HBox bar = new HBox(8, run, export, busy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("query-kinds");
    SplitPane below = new SplitPane(plots, hubs());
    below.setDividerPositions(0.62);
    SplitPane split = new SplitPane(figureTable(), below);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.5);
    node.setTop(bar);
    node.setCenter(split);
    model.diagnosticsProperty().subscribe(this::fill);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    model.dispose();
  }

  /** Measures the spaces. */
  void start() {
    model.diagnose();
  }

  private void fill(@Nullable SpaceDiagnostics found) {
    figures.setAll(found == null ? List.of() : found.figures());
    table.getSelectionModel().selectFirst();
    hubs.setAll(found == null ? List.of() : found.hubs());
    plots.getChildren().clear();
    if (found != null) {
      plots
          .getChildren()
          .addAll(
              plot(
                  "hubness",
                  new SvgPlot(
                      messages.text("gui.scorecard.hubness"),
                      "N₁₀",
                      messages.text("gui.scorecard.wordsPlusOneLog"),
                      List.of(
                          logarithms("NN", found.occurrencesNn()),
                          logarithms("CSLS", found.occurrencesCsls())))),
              plot(
                  "spectra",
                  new SvgPlot(
                      messages.text("gui.scorecard.spectra"),
                      messages.text("gui.scorecard.component"),
                      messages.text("gui.scorecard.variance"),
                      List.of(
                          series(messages.text("diagnostic.scope.SOURCE"), found.sourceSpectrum()),
                          series(
                              messages.text("diagnostic.scope.TARGET"), found.targetSpectrum())))));
    }
  }

  private Node plot(String name, SvgPlot plot) {
    Node pane = new PlotPane(exports, messages, name, plot).node();
    HBox.setHgrow(pane, Priority.ALWAYS);
    return pane;
  }

  private static SvgPlot.Series logarithms(String name, List<Integer> counts) {
    return series(name, counts.stream().map(count -> Math.log10(1.0 + count)).toList());
  }

  private static SvgPlot.Series series(String name, List<Double> values) {
    List<Double> x = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      x.add((double) i);
    }
    return new SvgPlot.Series(name, x, values);
  }

  private Node figureTable() {
    table.setFixedCellSize(28);
    table.setAccessibleText(messages.text("gui.scorecard.tab.spaces"));
    table.setPlaceholder(Paragraph.placeholder(messages.text("gui.scorecard.notMeasured")));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(table, "measure", 210, d -> messages.text("diagnostic.name." + d.measure()));
    column(table, "scope", 90, d -> messages.text("diagnostic.scope." + d.scope()));
    column(table, "value", 80, d -> FigureTable.figure(d.value(), 3))
        .getStyleClass()
        .add("number-column");
    column(table, "meaning", 560, this::meaning);
    table.setRowFactory(
        t ->
            new TableRow<>() {
              @Override
              protected void updateItem(@Nullable Diagnostic item, boolean empty) {
                super.updateItem(item, empty);
                Tip.on(this, empty || item == null ? "" : whole(item));
              }
            });
    Paragraph meaning = new Paragraph("");
    meaning.setId("diagnostic-meaning");
    meaning.getStyleClass().add("measure-meaning");
    meaning.setMinHeight(Region.USE_PREF_SIZE);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(chosen -> meaning.set(chosen == null ? "" : whole(chosen)));
    VBox.setVgrow(table, Priority.ALWAYS);
    return new VBox(table, meaning);
  }

  private String whole(Diagnostic figure) {
    return meaning(figure) + "\n" + figure.measure().source();
  }

  private String meaning(Diagnostic figure) {
    return messages.text(
        "diagnostic.meaning." + figure.measure(), FigureTable.figure(figure.value(), 3));
  }

  /** The hubs, and below them the queries that the chosen one takes. */
  private Node hubs() {
    hub.getStyleClass().addAll("section-title", WordLabel.STYLE);
    ScrollPane scroll = new ScrollPane(new VBox(4, hub, stolen));
    scroll.getStyleClass().add("stolen");
    scroll.setFitToWidth(true);
    SplitPane split = new SplitPane(hubTable(), scroll);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.62);
    return split;
  }

  private void show(@Nullable StolenQueries chosen) {
    stolen.getChildren().clear();
    hub.setText("");
    if (chosen == null) {
      return;
    }
    hub.setText(chosen.word() + ": " + messages.text("gui.scorecard.column.stolen"));
    for (String query : chosen.queries()) {
      Hyperlink link = new Hyperlink(Joiners.drawn(query));
      link.getStyleClass().addAll(WordLabel.STYLE, WordLabel.style(Side.SOURCE));
      link.setOnAction(e -> workbench.select(Side.SOURCE, query));
      stolen.getChildren().add(link);
    }
  }

  private Node hubTable() {
    TableView<StolenQueries> table = new TableView<>(hubs);
    table.setFixedCellSize(28);
    table.setAccessibleText(messages.text("gui.scorecard.hubs"));
    table.setPlaceholder(Paragraph.placeholder(messages.text("gui.scorecard.notMeasured")));
    column(table, "hub", 110, StolenQueries::word).getStyleClass().add(WordLabel.STYLE);
    column(table, "nn", 50, h -> Thousands.of(h.occurrencesNn()))
        .getStyleClass()
        .add("number-column");
    column(table, "csls", 60, h -> Thousands.of(h.occurrencesCsls()))
        .getStyleClass()
        .add("number-column");
    column(table, "stolen", 320, h -> String.join(", ", h.queries()))
        .getStyleClass()
        .add(WordLabel.STYLE);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            chosen -> {
              show(chosen);
              if (chosen != null) {
                workbench.select(Side.TARGET, chosen.word());
              }
            });
    return table;
  }

  private <T> TableColumn<T, String> column(
      TableView<T> table, String key, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(messages.text("gui.scorecard.column." + key));
    column.setPrefWidth(width);
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Joiners.drawn(text.apply(row.getValue()))));
    table.getColumns().add(column);
    return column;
  }

  private FigureTable table() {
    List<List<String>> rows = new ArrayList<>();
    for (Diagnostic figure : figures) {
      rows.add(
          List.of(
              messages.text("diagnostic.name." + figure.measure()),
              messages.text("diagnostic.scope." + figure.scope()),
              FigureTable.figure(figure.value(), 6),
              meaning(figure),
              figure.measure().source()));
    }
    return new FigureTable(
        messages.text("gui.scorecard.tab.spaces"),
        List.of("measure", "scope", "value", "meaning", "source"),
        rows);
  }
}
