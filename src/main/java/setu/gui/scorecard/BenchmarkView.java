package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.evaluate.BenchmarkTables;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.MethodScore;
import setu.core.evaluate.MethodScore.Outcome;
import setu.core.evaluate.PublishedTable;
import setu.core.evaluate.RunComparison;
import setu.core.evaluate.RunRecord;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Side;
import setu.gui.common.Tip;
import setu.gui.common.TypeSize;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.gui.scorecard.BenchmarkViewModel.Line;
import setu.message.Messages;

/** The published table with the project's own figures; every figure opens its queries. */
final class BenchmarkView implements View {
  private final Workbench workbench;
  private final Messages messages;
  private final Exports exports;
  private final BenchmarkViewModel model;
  private final AnalysisViewModel analysis;
  private final QueriesPane queries;
  private final TableView<Line> table = new TableView<>();
  private final ComboBox<RunRecord> kept = new ComboBox<>();
  private final Label comparison = new Label();
  private final BorderPane node = new BorderPane();
  private final List<Subscription> following = new ArrayList<>();
  private @Nullable Opened opened;

  /** The figure whose queries are listed; its line may have been made anew since. */
  private record Opened(Line line, TranslationScore score) {}

  BenchmarkView(
      Workbench workbench,
      Messages messages,
      BenchmarkViewModel model,
      Exports exports,
      Runnable showMap,
      Runnable showAnchors) {
    this.workbench = workbench;
    this.messages = messages;
    this.exports = exports;
    this.model = model;
    this.analysis = new AnalysisViewModel(workbench);
    this.queries = new QueriesPane(workbench, messages, exports, showMap, showAnchors);
    fillTable();
    SplitPane split = new SplitPane(table, queries.node());
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.62);
    node.setTop(bar());
    node.setCenter(split);
    analysis.errorsProperty().subscribe(this::refine);
    following.add(workbench.projectProperty().subscribe(open -> another()));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    following.forEach(Subscription::unsubscribe);
    analysis.dispose();
  }

  /** Runs the benchmark. */
  void start() {
    model.start();
  }

  private Node bar() {
    Button run = new Button(messages.text("gui.scorecard.run"));
    run.getStyleClass().add("accent");
    run.disableProperty().bind(model.runningProperty().or(workbench.projectProperty().isNull()));
    run.setOnAction(e -> model.start());
    Button cancel = new Button(messages.text("gui.scorecard.cancel"));
    cancel.visibleProperty().bind(model.runningProperty());
    cancel.managedProperty().bind(model.runningProperty());
    cancel.setOnAction(e -> model.cancel());
    ProgressBar progress = new ProgressBar();
    progress.setAccessibleText(messages.text("gui.scorecard.progress"));
    progress.visibleProperty().bind(model.runningProperty());
    progress.managedProperty().bind(model.runningProperty());
    Label step = new Label();
    following.add(
        model
            .stepProperty()
            .subscribe(
                now -> {
                  step.setText(
                      now == null
                          ? ""
                          : messages.text(
                              "gui.scorecard.step", now.method(), now.place() + 1, now.count()));
                  progress.setProgress(now == null ? -1 : (double) now.place() / now.count());
                }));
    following.add(model.runProperty().subscribe(done -> said(step, done)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    run.setMinWidth(Region.USE_PREF_SIZE);
    cancel.setMinWidth(Region.USE_PREF_SIZE);
    HBox bar = new HBox(8, run, cancel, progress, gap, keeping(), exporting());
    bar.setAlignment(Pos.CENTER_LEFT);
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    HBox said = new HBox(8, step, between, comparison);
    step.getStyleClass().add("text-muted");
    VBox both = new VBox(4, bar, said);
    both.getStyleClass().add("query-kinds");
    return both;
  }

  private void said(Label step, @Nullable RunRecord done) {
    if (done != null) {
      step.setText(summary(done));
    } else if (model.stepProperty().get() == null) {
      step.setText("");
    }
  }

  private String summary(RunRecord run) {
    String leakage =
        messages.text(
            "benchmark.leakage",
            run.leakage().pairs(),
            run.leakage().sources(),
            run.leakage().targets());
    long methods = run.rows().stream().map(RunRecord.Row::method).distinct().count();
    return run.complete() ? leakage : messages.text("benchmark.stopped", methods);
  }

  // Keeping and comparing.

  private Node keeping() {
    TextField name = new TextField();
    name.setPromptText(messages.text("gui.scorecard.name"));
    name.setAccessibleText(messages.text("gui.scorecard.name"));
    name.setPrefColumnCount(10);
    Button keep = new Button(messages.text("gui.scorecard.keep"));
    keep.disableProperty().bind(model.runProperty().isNull().or(name.textProperty().isEmpty()));
    keep.setOnAction(
        e -> {
          keep(name.getText());
          name.clear();
        });
    name.setOnAction(
        e -> {
          if (!keep.isDisabled()) {
            keep.fire();
          }
        });
    kept.setPromptText(messages.text("gui.scorecard.compare"));
    kept.setAccessibleText(messages.text("gui.scorecard.compare"));
    kept.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable RunRecord run) {
            return run == null ? "" : run.name();
          }

          @Override
          public @Nullable RunRecord fromString(String text) {
            return null;
          }
        });
    kept.valueProperty().subscribe(chosen -> compare());
    keep.setMinWidth(Region.USE_PREF_SIZE);
    return new HBox(6, name, keep, kept);
  }

  private void keep(String name) {
    RunRecord run = model.runProperty().get();
    OpenProject open = workbench.project();
    if (run == null || open == null) {
      return;
    }
    try {
      new KeptRuns(open.workspace())
          .keep(
              name,
              run,
              workbench.anchorsProperty().get().anchors().stream()
                  .filter(a -> a.status() == setu.core.anchor.AnchorStatus.ACCEPTED)
                  .toList());
      kept();
    } catch (RuntimeException e) {
      workbench.fail(e);
    }
  }

  /** Another project: what was listed is of the one before. */
  private void another() {
    opened = null;
    queries.show("", Side.SOURCE, List.of());
    compare();
    kept();
  }

  private void kept() {
    OpenProject open = workbench.project();
    kept.getItems().setAll(open == null ? List.of() : new KeptRuns(open.workspace()).all());
    kept.setDisable(kept.getItems().isEmpty());
  }

  /** The shown figure against the same one of the chosen run. */
  private void compare() {
    RunRecord other = kept.getValue();
    TranslationScore score = opened == null ? null : opened.score();
    MethodScore own = opened == null ? null : opened.line().own();
    RunRecord.Row row =
        other == null || score == null || own == null
            ? null
            : other.row(own.method(), score.retrieval(), score.direction());
    if (row == null || score == null) {
      comparison.setText("");
      Tip.on(comparison, "");
      return;
    }
    RunComparison found = RunComparison.between(row.score(), score);
    comparison.setText(
        messages.text(
            "gui.scorecard.compared",
            found.gained().size(),
            found.lost().size(),
            found.both().size(),
            found.neither().size(),
            FigureTable.figure(found.test().p(), 3)));
    Tip.on(
        comparison,
        "+ "
            + String.join(", ", found.gained())
            + "\n− "
            + String.join(", ", found.lost())
            + "\nMcNemar 1947");
  }

  private Node exporting() {
    Button export = new Button(messages.text("gui.scorecard.export"));
    export.setMinWidth(Region.USE_PREF_SIZE);
    export.setOnAction(
        e -> exports.table(node, "benchmark", figures(), BenchmarkTables.details(methods())));
    return export;
  }

  private FigureTable figures() {
    return BenchmarkTables.beside(methods(), way(Direction.FORWARD), way(Direction.BACKWARD));
  }

  private List<MethodScore> methods() {
    return model.lines().stream()
        .map(Line::own)
        .filter(own -> own != null)
        .map(java.util.Objects::requireNonNull)
        .distinct()
        .toList();
  }

  // The table.

  private void fillTable() {
    table.setItems(model.lines());
    table.setFixedCellSize(28);
    table.setAccessibleText(messages.text("gui.scorecard.table"));
    text(messages.text("gui.scorecard.method"), 190, Line::name)
        .getStyleClass()
        .add("figures-column");
    own(Direction.FORWARD);
    own(Direction.BACKWARD);
    List<String> published = PublishedTable.read().columns();
    for (int i = 0; i < published.size(); i++) {
      int column = i;
      text(
              published.get(i),
              138,
              line -> line.published().isEmpty() ? "–" : line.published().get(column))
          .getStyleClass()
          .addAll("published-column", "figures-column");
    }
    TypeSize.fit(table);
  }

  private TableColumn<Line, String> text(String title, double width, Function<Line, String> text) {
    TableColumn<Line, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    table.getColumns().add(column);
    return column;
  }

  private void own(Direction direction) {
    TableColumn<Line, Line> column = new TableColumn<>();
    following.add(workbench.projectProperty().subscribe(open -> column.setText(way(direction))));
    column.setPrefWidth(138);
    column.getStyleClass().add("figures-column");
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(c -> new FigureCell(direction));
    table.getColumns().add(column);
  }

  private String way(Direction direction) {
    return LanguageNames.way(workbench.project(), direction);
  }

  /** A figure that opens the queries behind it. */
  private final class FigureCell extends TableCell<Line, Line> {
    private final Direction direction;

    FigureCell(Direction direction) {
      this.direction = direction;
    }

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      TranslationScore score = empty || line == null ? null : line.score(direction);
      MethodScore own = line == null ? null : line.own();
      if (line == null || score == null || own == null) {
        setGraphic(empty || line == null ? null : new Label(own == null ? "–" : "✗"));
        return;
      }
      Hyperlink link = new Hyperlink(BenchmarkTables.triple(score.precision()));
      link.getStyleClass().add("figure-link");
      if (own.outcome() == Outcome.NOT_USEFUL) {
        link.setText(messages.text("gui.scorecard.notUseful"));
      }
      Tip.on(link, details(own, score));
      link.setOnAction(
          e -> {
            table.getSelectionModel().select(line);
            open(line, score);
          });
      setGraphic(link);
    }
  }

  private String details(MethodScore method, TranslationScore score) {
    if (method.outcome() == Outcome.NOT_USEFUL) {
      return messages.text(
          "benchmark.notUseful", method.method(), FigureTable.figure(method.bestAt10(), 1));
    }
    return messages.text(
        "gui.scorecard.details",
        FigureTable.figure(score.interval95().low(), 1),
        FigureTable.figure(score.interval95().high(), 1),
        FigureTable.figure(score.meanReciprocalRank(), 4),
        score.counts().covered(),
        score.counts().all(),
        BenchmarkTables.triple(score.precisionSourceCovered()),
        BenchmarkTables.triple(score.precisionAll()),
        String.format(Locale.ROOT, "%.1f", method.alignSeconds() + method.evaluateSeconds()));
  }

  /** Lists the queries at once, and their kinds as soon as they are known. */
  private void open(Line line, TranslationScore score) {
    opened = new Opened(line, score);
    queries.showPlain(title(line.name(), score), side(score), score.queries());
    compare();
    Alignment alignment = model.alignment(line);
    if (alignment != null) {
      analysis.analyse(score, alignment);
    }
  }

  private void refine(AnalysisViewModel.@Nullable Errors found) {
    Opened now = opened;
    if (found != null && now != null && found.score().equals(now.score())) {
      queries.show(
          title(now.line().name(), found.score()), side(found.score()), found.report().cases());
    }
  }

  private String title(String name, TranslationScore score) {
    return name + ", " + way(score.direction());
  }

  static Side side(TranslationScore score) {
    return score.direction() == Direction.FORWARD ? Side.SOURCE : Side.TARGET;
  }
}
