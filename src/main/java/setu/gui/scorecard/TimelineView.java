package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import setu.core.evaluate.EditTimeline.Point;
import setu.core.evaluate.TranslationScore.Direction;
import setu.gui.common.LanguageNames;
import setu.gui.common.OpenProject;
import setu.gui.common.Paragraph;
import setu.gui.common.View;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** P@1 over the edits of the dictionary, both directions. */
final class TimelineView implements View {
  private final Workbench workbench;
  private final Messages messages;
  private final Exports exports;
  private final AnalysisViewModel model;
  private final BorderPane node = new BorderPane();

  TimelineView(Workbench workbench, Messages messages, Exports exports) {
    this.workbench = workbench;
    this.messages = messages;
    this.exports = exports;
    this.model = new AnalysisViewModel(workbench);
    Button run = new Button(messages.text("gui.scorecard.timeline"));
    run.setId("timeline-run");
    run.getStyleClass().add("accent");
    run.disableProperty().bind(workbench.sharedProperty().isNull().or(model.runningProperty()));
    run.setOnAction(e -> start());
    Button cancel = new Button(messages.text("gui.scorecard.cancel"));
    cancel.visibleProperty().bind(model.runningProperty());
    cancel.setOnAction(e -> model.cancel());
    ProgressIndicator busy = new ProgressIndicator();
    busy.setPrefSize(18, 18);
    busy.visibleProperty().bind(model.runningProperty());
    HBox bar = new HBox(8, run, cancel, busy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("query-kinds");
    node.setId("timeline");
    node.setTop(bar);
    model.timelineProperty().subscribe(this::fill);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void dispose() {
    model.dispose();
  }

  /** Scores the dictionary's past states. */
  void start() {
    model.timeline();
  }

  private void fill(@Nullable List<Point> points) {
    OpenProject open = workbench.project();
    if (points == null || open == null) {
      node.setCenter(Paragraph.placeholder(messages.text("gui.scorecard.notMeasured")));
      return;
    }
    if (points.stream().allMatch(point -> Double.isNaN(point.forward()))) {
      node.setCenter(Paragraph.placeholder(messages.text("gui.scorecard.noTimeline")));
      return;
    }
    SvgPlot plot =
        new SvgPlot(
            messages.text("gui.scorecard.timelineTitle"),
            messages.text("gui.scorecard.timelineEdits"),
            "P@1 · CSLS",
            List.of(
                series(LanguageNames.way(open, Direction.FORWARD), points, Point::forward),
                series(LanguageNames.way(open, Direction.BACKWARD), points, Point::backward)));
    node.setCenter(new PlotPane(exports, messages, "edits", plot).node());
  }

  private static SvgPlot.Series series(
      String name, List<Point> points, ToDoubleFunction<Point> value) {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (Point point : points) {
      double precision = value.applyAsDouble(point);
      if (!Double.isNaN(precision)) {
        x.add((double) point.edit());
        y.add(precision);
      }
    }
    return new SvgPlot.Series(name, x, y);
  }
}
