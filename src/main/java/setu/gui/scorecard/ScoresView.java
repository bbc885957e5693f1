package setu.gui.scorecard;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.ScoreChange;
import setu.gui.common.Side;
import setu.gui.common.TypeSize;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.gui.scorecard.AnalysisViewModel.Errors;
import setu.gui.scorecard.ScoresViewModel.Queries;
import setu.message.Messages;

/** Shows the scores of both directions and, for the chosen one, the queries behind it. */
final class ScoresView implements View {
  private final Workbench workbench;
  private final Messages messages;
  private final ScoresViewModel model;
  private final TableView<ScoreChange> scores = new TableView<>();
  private final AnalysisViewModel analysis;
  private final QueriesPane queries;
  private final ObservableValue<Boolean> seen;
  private final Paragraph placeholder = Paragraph.placeholder("");
  private final HBox kinds = new HBox(6);
  private final BorderPane node = new BorderPane();
  private final Subscription whyEmpty;
  private final Subscription looking;
  private @Nullable TranslationScore sought;

  /**
   * The view of a window's model, in one language.
   *
   * @param seen whether somebody looks: only then the kinds of errors are sought
   * @param showMap brings the map to the middle
   * @param showAnchors brings the anchors to the middle
   */
  ScoresView(
      Workbench workbench,
      Messages messages,
      Exports exports,
      ObservableValue<Boolean> seen,
      Runnable showMap,
      Runnable showAnchors) {
    this.workbench = workbench;
    this.messages = messages;
    this.seen = seen;
    this.model = new ScoresViewModel(workbench);
    this.analysis = new AnalysisViewModel(workbench);
    this.queries = new QueriesPane(workbench, messages, exports, showMap, showAnchors);
    node.getStyleClass().add("scorecard");
    node.getStylesheets().add(View.stylesheet("scorecard"));
    fillScores();
    kinds.setAlignment(Pos.CENTER_LEFT);
    node.setTop(scores);
    queries.lead(kinds);
    node.setCenter(queries.node());
    model.chosenProperty().subscribe(this::showKinds);
    model.queries().addListener((ListChangeListener<QueryOutcome>) change -> list());
    analysis.errorsProperty().subscribe(found -> list());
    looking = seen.subscribe(now -> list());
    whyEmpty = workbench.projectProperty().subscribe(open -> placeholder.set(whyEmpty(open)));
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    model.dispose();
    analysis.dispose();
    whyEmpty.unsubscribe();
    looking.unsubscribe();
  }

  /** Puts the keyboard into the scores. */
  public void focus() {
    scores.requestFocus();
  }

  // The scores.

  private void fillScores() {
    scores.setItems(model.scores());
    scores.setAccessibleText(messages.text("gui.scores.table"));
    scores.setPlaceholder(placeholder);
    scores.setFixedCellSize(30);
    scores.setPrefHeight(30 * 5 + 16);
    scores.setMinHeight(30 * 3);
    text("direction", 150, change -> direction(change));
    text("retrieval", 90, change -> retrievalName(change.score().retrieval()));
    precision("P@1", c -> c.score().precision().at1(), ScoreChange::before);
    number("P@5", 62, c -> mark(c) + points(c.score().precision().at5()));
    number("P@10", 64, c -> mark(c) + points(c.score().precision().at10()));
    number(
        "MRR",
        64,
        c -> mark(c) + String.format(Locale.ROOT, "%.3f", c.score().meanReciprocalRank()));
    number(
        messages.text("gui.scores.interval"),
        115,
        c -> points(c.score().interval95().low()) + " – " + points(c.score().interval95().high()));
    number(
        messages.text("gui.scores.sourceCovered"),
        120,
        c -> points(c.score().precisionSourceCovered().at1()));
    number(messages.text("gui.scores.all"), 110, c -> points(c.score().precisionAll().at1()));
    number(
        messages.text("gui.scores.coverage"),
        110,
        c -> c.score().counts().covered() + " / " + c.score().counts().all());
    TypeSize.fit(scores);
    scores
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            change -> {
              if (change != null) {
                model.chosenProperty().set(change);
              }
            });
    model.chosenProperty().subscribe(change -> scores.getSelectionModel().select(change));
  }

  private String whyEmpty(@Nullable OpenProject open) {
    return open != null && open.test().isEmpty()
        ? messages.text("gui.scores.noTest", messages.text("gui.menu.testDictionary"))
        : messages.text("gui.scores.empty");
  }

  private String direction(ScoreChange change) {
    return LanguageNames.fullWay(workbench.project(), change.score().direction(), messages);
  }

  private String way(ScoreChange change) {
    return LanguageNames.way(workbench.project(), change.score().direction());
  }

  private String retrievalName(String label) {
    return label.toUpperCase(Locale.ROOT);
  }

  private static String points(double percent) {
    return Double.isNaN(percent) ? "–" : String.format(Locale.ROOT, "%.1f", percent);
  }

  private static String mark(ScoreChange change) {
    return change.exact() ? "" : "≈ ";
  }

  private void text(String key, double width, Function<ScoreChange, String> text) {
    add(messages.text("gui.scores." + key), width, text);
  }

  private void number(String title, double width, Function<ScoreChange, String> text) {
    add(title, width, text).getStyleClass().add("number-column");
  }

  private TableColumn<ScoreChange, String> add(
      String title, double width, Function<ScoreChange, String> text) {
    TableColumn<ScoreChange, String> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    scores.getColumns().add(column);
    return column;
  }

  /** Before → after, where there was a before. */
  private void precision(
      String title, Function<ScoreChange, Double> now, Function<ScoreChange, Double> before) {
    TableColumn<ScoreChange, ScoreChange> column = new TableColumn<>(title);
    column.setPrefWidth(140);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        c ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable ScoreChange change, boolean empty) {
                super.updateItem(change, empty);
                if (empty || change == null) {
                  setGraphic(null);
                  return;
                }
                Label value = new Label(mark(change) + points(now.apply(change)));
                value.getStyleClass().add("score-now");
                HBox line = new HBox(6, value);
                line.setAlignment(Pos.CENTER_LEFT);
                double was = before.apply(change);
                if (!Double.isNaN(was)) {
                  Label old = new Label(points(was) + " →");
                  old.getStyleClass().add("text-muted");
                  Label delta = new Label(String.format(Locale.ROOT, "%+.1f", change.delta()));
                  delta.getStyleClass().addAll("delta", trend(change.delta()));
                  line.getChildren().setAll(old, value, delta);
                }
                setGraphic(line);
              }
            });
    scores.getColumns().add(column);
  }

  private static String trend(double delta) {
    return delta > 0.04 ? "up" : delta < -0.04 ? "down" : "same";
  }

  // The queries behind the chosen score.

  private void showKinds(@Nullable ScoreChange change) {
    kinds.getChildren().clear();
    if (change == null) {
      return;
    }
    ToggleGroup group = new ToggleGroup();
    for (Queries kind : Queries.values()) {
      int count = ScoresViewModel.of(change, kind).size();
      ToggleButton button =
          new ToggleButton(messages.text("gui.scores.queries." + kind.name(), count));
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setSelected(kind == model.whichProperty().get());
      button.setDisable(count == 0 && !button.isSelected());
      button.setOnAction(
          e -> {
            button.setSelected(true);
            model.whichProperty().set(kind);
          });
      kinds.getChildren().add(button);
    }
  }

  /** Lists the queries at once, and their kinds as soon as they are known; while somebody looks. */
  private void list() {
    if (!seen.getValue()) {
      analysis.cancel();
      return;
    }
    ScoreChange change = model.chosenProperty().get();
    String title =
        change == null ? "" : way(change) + " " + retrievalName(change.score().retrieval());
    Side side = change == null ? Side.SOURCE : ScoresViewModel.querySide(change);
    Errors known = analysis.errorsProperty().get();
    if (change != null && known != null && known.score().equals(change.score())) {
      Set<QueryOutcome> listed = new HashSet<>(model.queries());
      queries.show(
          title,
          side,
          known.report().cases().stream().filter(c -> listed.contains(c.outcome())).toList());
    } else {
      queries.showPlain(title, side, List.copyOf(model.queries()));
      sort();
    }
  }

  /** Seeks the kinds of an exact score's errors. */
  private void sort() {
    ScoreChange change = model.chosenProperty().get();
    TranslationScore score = change != null && change.exact() ? change.score() : null;
    if (score == null) {
      analysis.cancel();
    } else if (!score.equals(sought) || !analysis.runningProperty().get()) {
      analysis.analyse(score, false);
    }
    sought = score;
  }
}
