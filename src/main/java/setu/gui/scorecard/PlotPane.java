package setu.gui.scorecard;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import setu.core.evaluate.FigureTable;
import setu.message.Messages;

/** A plot of lines with its export: picture, SVG, and the table of its numbers. */
final class PlotPane {
  private static final int STEPS = 5;

  private final SvgPlot plot;
  private final BorderPane node = new BorderPane();

  PlotPane(Exports exports, Messages messages, String name, SvgPlot plot) {
    this.plot = plot;
    NumberAxis across = new NumberAxis();
    across.setLabel(plot.across());
    scale(across, plot);
    NumberAxis upright = new NumberAxis();
    upright.setLabel(plot.upright());
    LineChart<Number, Number> chart = new LineChart<>(across, upright);
    chart.setTitle(plot.title());
    chart.setAnimated(false);
    chart.setLegendSide(Side.TOP);
    chart.setCreateSymbols(plot.series().stream().allMatch(s -> s.x().size() < 20));
    for (SvgPlot.Series one : plot.series()) {
      XYChart.Series<Number, Number> line = new XYChart.Series<>();
      line.setName(one.name());
      for (int i = 0; i < one.x().size(); i++) {
        line.getData().add(new XYChart.Data<>(one.x().get(i), one.y().get(i)));
      }
      chart.getData().add(line);
    }
    Button export = new Button(messages.text("gui.scorecard.export"));
    export.setOnAction(e -> exports.plot(node, name, chart, plot, numbers()));
    HBox bar = new HBox(export);
    bar.setAlignment(Pos.CENTER_RIGHT);
    node.getStyleClass().add("plot");
    node.setCenter(chart);
    node.setBottom(bar);
  }

  /** Five steps or so from 0: the axis's own choice sets its labels too close to be read. */
  private static void scale(NumberAxis across, SvgPlot plot) {
    double least = 0;
    double most = 0;
    for (SvgPlot.Series one : plot.series()) {
      for (double x : one.x()) {
        least = Math.min(least, x);
        most = Math.max(most, x);
      }
    }
    if (most > least) {
      double step = (most - least) / STEPS;
      double ten = Math.pow(10, Math.floor(Math.log10(step)));
      double unit = ten * (step <= ten * 2 ? 2 : step <= ten * 5 ? 5 : 10);
      across.setAutoRanging(false);
      across.setTickUnit(unit);
      across.setLowerBound(Math.floor(least / unit) * unit);
      across.setUpperBound(Math.ceil(most / unit) * unit);
    }
  }

  Region node() {
    return node;
  }

  /** The numbers behind the lines. */
  FigureTable numbers() {
    List<List<String>> rows = new ArrayList<>();
    for (SvgPlot.Series one : plot.series()) {
      for (int i = 0; i < one.x().size(); i++) {
        rows.add(
            List.of(one.name(), String.valueOf(one.x().get(i)), String.valueOf(one.y().get(i))));
      }
    }
    return new FigureTable(plot.title(), List.of("series", plot.across(), plot.upright()), rows);
  }
}
