package setu.gui.shell;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import setu.core.space.SpaceSummary.RankMean;
import setu.message.Messages;

/** Counts or mean vector lengths over frequency ranks, both axes logarithmic. */
final class RankCurve {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 70;

  /** Values nearer to each other than this factor are drawn as a level line. */
  private static final double LEVEL = 1.001;

  private RankCurve() {}

  static Region of(SpaceGlance glance, Messages messages) {
    // What is nought has no place on a logarithmic axis.
    List<RankMean> curve = glance.curve().stream().filter(point -> point.mean() > 0).toList();
    String format = glance.counted() ? "%,.0f" : "%.3f";
    double least = curve.stream().mapToDouble(RankMean::mean).min().orElse(1);
    double most = curve.stream().mapToDouble(RankMean::mean).max().orElse(1);
    int ranks = curve.isEmpty() ? 1 : curve.getLast().last();
    boolean level = !(most > least * LEVEL);
    Polyline line = new Polyline();
    line.getStyleClass().add("rank-curve-line");
    for (RankMean point : curve) {
      double rank = Math.sqrt((double) point.first() * point.last());
      double x = ranks == 1 ? 0 : Math.log(rank) / Math.log(ranks);
      double y = level ? 0.5 : Math.log(point.mean() / least) / Math.log(most / least);
      line.getPoints().addAll(x * WIDTH, (1 - y) * HEIGHT);
    }
    Pane plot = new Pane(line);
    plot.setMinSize(WIDTH, HEIGHT);
    plot.setMaxSize(WIDTH, HEIGHT);
    plot.getStyleClass().add("rank-curve");
    VBox values = new VBox(label(text(format, most)), gap(true), label(text(format, least)));
    values.setAlignment(Pos.TOP_RIGHT);
    values.getStyleClass().add("rank-curve-axis");
    HBox rank = new HBox(label("1"), gap(false), label(String.format(Locale.ROOT, "%,d", ranks)));
    rank.setMaxWidth(WIDTH);
    BorderPane node = new BorderPane(plot);
    node.setLeft(values);
    node.setBottom(rank);
    BorderPane.setAlignment(rank, Pos.TOP_RIGHT);
    node.setMaxWidth(Region.USE_PREF_SIZE);
    node.setAccessibleText(
        messages.text(
            glance.counted() ? "gui.space.frequencyOf" : "gui.space.curveOf",
            text(format, curve.isEmpty() ? 0 : curve.getFirst().mean()),
            text(format, curve.isEmpty() ? 0 : curve.getLast().mean())));
    return node;
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("caption");
    return label;
  }

  private static Region gap(boolean upright) {
    Region gap = new Region();
    if (upright) {
      VBox.setVgrow(gap, Priority.ALWAYS);
    } else {
      HBox.setHgrow(gap, Priority.ALWAYS);
    }
    return gap;
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
