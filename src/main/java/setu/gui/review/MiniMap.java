package setu.gui.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.gui.common.Paragraph;
import setu.gui.common.Tip;
import setu.message.Messages;

/**
 * A small map of one pair: from where the source word lay before the mapping (a ring) to where it
 * lies now (a disc), and the target word (a triangle), over a sample of both languages.
 */
final class MiniMap {
  private static final double WIDTH = 190;
  private static final double HEIGHT = 130;
  private static final double MARGIN = 8;
  private static final double RADIUS = 4.5;

  private final Messages messages;
  private final Path sources = cloud("mini-map-sources");
  private final Path targets = cloud("mini-map-targets");
  private final Line way = new Line();
  private final Line apart = new Line();
  private final Circle before = new Circle(RADIUS);
  private final Circle after = new Circle(RADIUS);
  private final Polygon target =
      new Polygon(0, -1.3 * RADIUS, 1.2 * RADIUS, 0.9 * RADIUS, -1.2 * RADIUS, 0.9 * RADIUS);
  private final Paragraph caption = new Paragraph("");
  private final VBox node;
  private @Nullable FloatMatrix drawnSources;
  private @Nullable FloatMatrix drawnTargets;
  private double left;
  private double top;
  private double scale = 1;

  MiniMap(Messages messages) {
    this.messages = messages;
    way.getStyleClass().add("mini-map-way");
    apart.getStyleClass().add("mini-map-apart");
    before.getStyleClass().add("mini-map-before");
    after.getStyleClass().add("mini-map-after");
    target.getStyleClass().add("mini-map-target");
    caption.getStyleClass().add("text-muted");
    caption.setMaxWidth(WIDTH);
    Pane plot = new Pane(sources, targets, way, apart, before, target, after);
    plot.getStyleClass().add("mini-map");
    plot.setMinSize(WIDTH, HEIGHT);
    plot.setMaxSize(WIDTH, HEIGHT);
    plot.setClip(new Rectangle(WIDTH, HEIGHT));
    Tip.on(plot, messages.text("gui.review.miniMap.marks"));
    node = new VBox(plot, caption);
    node.setId("mini-map");
    node.getStyleClass().add("mini-map-box");
    show(null);
  }

  private static Path cloud(String style) {
    Path path = new Path();
    path.getStyleClass().add(style);
    return path;
  }

  Node node() {
    return node;
  }

  /**
   * Shows the places of a pair; without them nothing, and where neither word has one no room is
   * left for them either. Until a card's are found the room stays: the card does not jump.
   */
  void show(@Nullable PairPlaces places) {
    boolean there = places != null && (places.after() != null || places.target() != null);
    node.setVisible(there);
    if (places == null) {
      return;
    }
    node.setManaged(there);
    if (!there) {
      return;
    }
    drawClouds(places);
    put(before, places.before());
    put(after, places.after());
    put(target, places.target());
    join(way, places.before(), places.after());
    join(apart, places.after(), places.target());
    String told = caption(places);
    caption.set(told);
    node.setAccessibleText(told + " " + messages.text("gui.review.miniMap.marks"));
  }

  private String caption(PairPlaces places) {
    if (Double.isNaN(places.cosineAfter())) {
      return messages.text("gui.review.miniMap.one");
    }
    return Double.isNaN(places.cosineBefore())
        ? messages.text("gui.review.miniMap.after", number(places.cosineAfter()))
        : messages.text(
            "gui.review.miniMap", number(places.cosineBefore()), number(places.cosineAfter()));
  }

  private static String number(double cosine) {
    return String.format(Locale.ROOT, "%.2f", cosine);
  }

  /** The target's cloud sets the frame; both are drawn again only when they moved. */
  private void drawClouds(PairPlaces places) {
    if (!places.targets().equals(drawnTargets)) {
      frame(places.targets());
      draw(targets, places.targets());
      drawnTargets = places.targets();
      drawnSources = null;
    }
    if (!places.sources().equals(drawnSources)) {
      draw(sources, places.sources());
      drawnSources = places.sources();
    }
  }

  private void frame(FloatMatrix cloud) {
    float[] low = {Float.MAX_VALUE, Float.MAX_VALUE};
    float[] high = {-Float.MAX_VALUE, -Float.MAX_VALUE};
    for (int i = 0; i < cloud.rows(); i++) {
      for (int axis = 0; axis < 2; axis++) {
        low[axis] = Math.min(low[axis], cloud.get(i, axis));
        high[axis] = Math.max(high[axis], cloud.get(i, axis));
      }
    }
    double wide = Math.max(1e-6, high[0] - low[0]);
    double tall = Math.max(1e-6, high[1] - low[1]);
    scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT - 2 * MARGIN) / tall);
    left = (WIDTH - scale * wide) / 2 - scale * low[0];
    top = (HEIGHT + scale * tall) / 2 + scale * low[1];
  }

  private void draw(Path path, FloatMatrix cloud) {
    List<PathElement> points = new ArrayList<>(2 * cloud.rows());
    for (int i = 0; i < cloud.rows(); i++) {
      double x = x(cloud, i);
      double y = y(cloud, i);
      points.add(new MoveTo(x, y));
      points.add(new LineTo(x, y + 0.01));
    }
    path.getElements().setAll(points);
  }

  private double x(FloatMatrix place, int row) {
    return Math.clamp(left + scale * place.get(row, 0), RADIUS, WIDTH - RADIUS);
  }

  private double y(FloatMatrix place, int row) {
    return Math.clamp(top - scale * place.get(row, 1), RADIUS, HEIGHT - RADIUS);
  }

  private void put(Node mark, @Nullable FloatMatrix place) {
    mark.setVisible(place != null);
    if (place != null) {
      mark.setTranslateX(x(place, 0));
      mark.setTranslateY(y(place, 0));
    }
  }

  private void join(Line line, @Nullable FloatMatrix from, @Nullable FloatMatrix to) {
    boolean both = from != null && to != null;
    line.setVisible(both);
    if (from != null && to != null) {
      line.setStartX(x(from, 0));
      line.setStartY(y(from, 0));
      line.setEndX(x(to, 0));
      line.setEndY(y(to, 0));
    }
  }
}
