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
import setu.core.space.SpaceSummary.RankNorm;
import setu.message.Messages;

/** Mean vector lengths over frequency ranks, both axes logarithmic. */
final class RankCurve {
  private static final double WIDTH = 420;
  private static final double HEIGHT = 70;

  /** Lengths nearer to each other than this factor are drawn as a level line. */
  private static final double LEVEL = 1.001;

  private RankCurve() {}

  static Region of(List<RankNorm> curve, Messages messages) {
    double least = curve.stream().mapToDouble(RankNorm::norm).min().orElse(1);
    double most = curve.stream().mapToDouble(RankNorm::norm).max().orElse(1);
    int ranks = curve.isEmpty() ? 1 : curve.getLast().last();
    boolean level = !(most > least * LEVEL);
    Polyline line = new Polyline();
    line.getStyleClass().add("rank-curve-line");
    for (RankNorm point : curve) {
      double rank = Math.sqrt((double) point.first() * point.last());
      double x = ranks == 1 ? 0 : Math.log(rank) / Math.log(ranks);
      double y = level ? 0.5 : Math.log(point.norm() / least) / Math.log(most / least);
      line.getPoints().addAll(x * WIDTH, (1 - y) * HEIGHT);
    }
    Pane plot = new Pane(line);
    plot.setMinSize(WIDTH, HEIGHT);
    plot.setMaxSize(WIDTH, HEIGHT);
    plot.getStyleClass().add("rank-curve");
    VBox lengths = new VBox(label(decimal(most)), gap(true), label(decimal(least)));
    lengths.setAlignment(Pos.TOP_RIGHT);
    lengths.getStyleClass().add("rank-curve-axis");
    HBox rank = new HBox(label("1"), gap(false), label(String.format(Locale.ROOT, "%,d", ranks)));
    rank.setMaxWidth(WIDTH);
    BorderPane node = new BorderPane(plot);
    node.setLeft(lengths);
    node.setBottom(rank);
    BorderPane.setAlignment(rank, Pos.TOP_RIGHT);
    node.setMaxWidth(Region.USE_PREF_SIZE);
    node.setAccessibleText(
        messages.text(
            "gui.space.curveOf",
            decimal(curve.isEmpty() ? 0 : curve.getFirst().norm()),
            decimal(curve.isEmpty() ? 0 : curve.getLast().norm())));
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

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
