package setu.gui.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import setu.gui.common.Fonts;
import setu.gui.common.Joiners;
import setu.gui.common.Side;

/**
 * All that is to be drawn of a map, and how: points, density and lines into a raster, rings and
 * labels through a canvas. Text is shaped on the JavaFX thread only.
 */
final class MapPicture {
  private static final int[] NONE = new int[0];
  private static final double LABEL_SPACING = 7;
  private static final double AREA_PER_LABEL = 13_000;
  private static final int MANY_ANCHORS = 500;

  // What is drawn; changed by whoever owns the picture.
  MapPoints points;
  float[] x;
  float[] y;
  private @Nullable Depth depth;
  private Viewport.@Nullable Bounds bounds;
  PointLook look;
  Palette palette;
  double fontSize = 13;
  int[] chosen = NONE;
  int[] neighbours = NONE;
  int selected = -1;
  int hovered = -1;
  int[] anchors = NONE;
  @Nullable PlacedMark placed;
  List<LabelLayout.Box> covered = List.of();
  boolean anchorsShown;
  boolean densityShown;
  private int @Nullable [] labelOrder;

  private final LabelLayout labelLayout = new LabelLayout();
  private final DensityShade shade = new DensityShade();
  private final Map<String, Double> widths = new HashMap<>();
  private double widthsAt;
  private List<LabelLayout.Label> labels = List.of();

  MapPicture(MapPoints points, Places seen, Palette palette) {
    this.points = points;
    this.palette = palette;
    this.x = seen.x();
    this.y = seen.y();
    this.depth = seen.z() == null ? null : Depth.of(seen.z());
    this.look = PointLook.language(points.sources(), points.size());
  }

  /** Around nearly all points as they were when they were last measured; lasts while they fly. */
  Viewport.Bounds bounds() {
    Viewport.Bounds known = bounds;
    if (known == null) {
      known = Viewport.Bounds.ofMost(x, y);
      bounds = known;
    }
    return known;
  }

  /** Measures the points anew when next asked. */
  void forgetBounds() {
    bounds = null;
  }

  /** Says what is around the points, or will be when they have landed. */
  void setBounds(Viewport.Bounds around) {
    bounds = around;
  }

  /** Puts the points elsewhere: as the eye sees them, z how near each is. */
  void place(Places seen) {
    x = seen.x();
    y = seen.y();
    depth = seen.z() == null ? null : Depth.of(seen.z());
  }

  /** How near the points are; null in the plane. */
  @Nullable Depth depth() {
    return depth;
  }

  /** Sets the pairs: source and target point of each in turn. */
  void anchor(int[] pairs) {
    anchors = pairs;
    labelOrder = null;
  }

  private int[] labelOrder() {
    int[] known = labelOrder;
    if (known == null) {
      known = LabelOrder.of(points, anchors);
      labelOrder = known;
    }
    return known;
  }

  /** The points that a point is anchored to. */
  int[] partners(int point) {
    return IntStream.range(0, anchors.length)
        .filter(i -> anchors[i] == point)
        .map(i -> anchors[i ^ 1])
        .distinct()
        .toArray();
  }

  /** The radius of a point, in screen pixels: the more room, the larger. */
  double radius(Viewport view) {
    Viewport.Bounds around = bounds();
    double area = (around.maxX() - around.minX()) * (around.maxY() - around.minY());
    double spacing = Math.sqrt(area / Math.max(1, points.size())) * view.scale();
    return Math.clamp(1.1 + 0.21 * spacing, 1.3, 6);
  }

  /** How the points look, those that are not chosen as context. */
  PointLook shownLook() {
    return chosen.length == 0 ? look : look.only(chosen);
  }

  /** How opaque a point is. */
  double pointAlpha() {
    return densityShown ? 0.27 : 0.6;
  }

  /** How opaque an anchor's line is: of many, less. */
  double anchorsAlpha() {
    return 0.45 * Math.min(1, Math.sqrt(MANY_ANCHORS / (anchors.length / 2.0 + 1)));
  }

  /** Draws what is made of pixels; {@code scale} is device pixels for one of the screen. */
  void raster(PointRaster raster, Viewport view, double scale) {
    Viewport device =
        new Viewport(
            raster.width(), raster.height(), view.centerX(), view.centerY(), view.scale() * scale);
    int[] colours = PointLook.colours(palette);
    double radius = radius(view);
    raster.clear(Palette.rgb(palette.ground()));
    if (densityShown) {
      shade.draw(
          raster,
          points,
          x,
          y,
          device,
          colours[PointLook.SOURCE],
          colours[PointLook.TARGET],
          7 * scale);
    }
    if (anchorsShown) {
      lines(raster, device, Palette.rgb(palette.muted()), anchorsAlpha(), -1);
    }
    raster.points(points, x, y, depth, device, shownLook(), colours, radius * scale, pointAlpha());
    if (selected >= 0) {
      lines(raster, device, Palette.rgb(palette.accent()), 0.9, selected);
    }
  }

  /** The lines of all anchors, or of those of one point. */
  private void lines(PointRaster raster, Viewport view, int rgb, double alpha, int only) {
    for (int i = 0; i + 1 < anchors.length; i += 2) {
      int from = anchors[i];
      int to = anchors[i + 1];
      if (only < 0 || only == from || only == to) {
        raster.line(
            view.screenX(x[from]),
            view.screenY(y[from]),
            view.screenX(x[to]),
            view.screenY(y[to]),
            rgb,
            alpha);
      }
    }
  }

  /** Chooses the labels of a view and draws rings and labels. */
  void overlay(GraphicsContext g, Viewport view, boolean withLabels) {
    chooseLabels(view, withLabels);
    drawOverlay(g, view);
  }

  /** Chooses the labels of a view. */
  void prepareLabels(Viewport view) {
    chooseLabels(view, true);
  }

  private void chooseLabels(Viewport view, boolean withLabels) {
    List<LabelLayout.Box> taken = new ArrayList<>(covered);
    LabelLayout.Box box = placedBox(view);
    if (box != null) {
      taken.add(box);
    }
    labels = layLabels(view, withLabels, taken);
  }

  /** Where the sign of a text that is no word has its label; null where there is none. */
  private LabelLayout.@Nullable Box placedBox(Viewport view) {
    PlacedMark mark = placed;
    double[] place = mark == null ? null : mark.place(x, y);
    return mark == null || place == null
        ? null
        : mark.box(view.screenX(place[0]), view.screenY(place[1]), view.width(), font());
  }

  /** Draws rings, and the labels chosen last. */
  void drawOverlay(GraphicsContext g, Viewport view) {
    double radius = radius(view);
    for (int point : neighbours) {
      ring(g, view, point, radius + 2.5, palette.muted(), 1.2);
    }
    ring(g, view, hovered, radius + 3.5, palette.text(), 1.4);
    ring(g, view, selected, radius + 5, palette.text(), 2.2);
    drawLabels(g);
    PlacedMark mark = placed;
    LabelLayout.Box box = placedBox(view);
    double[] place = mark == null ? null : mark.place(x, y);
    if (mark != null && box != null && place != null) {
      mark.draw(g, view.screenX(place[0]), view.screenY(place[1]), box, font(), palette);
    }
  }

  /** A copy to be drawn elsewhere, in other colours: the same words, places and choices. */
  MapPicture copy(Palette colours) {
    Places seen = new Places(x, y, null);
    MapPicture copy = new MapPicture(points, seen, colours);
    copy.depth = depth;
    copy.bounds = bounds();
    copy.look = look;
    copy.fontSize = fontSize;
    copy.chosen = chosen;
    copy.neighbours = neighbours;
    copy.selected = selected;
    copy.placed = placed;
    copy.anchorsShown = anchorsShown;
    copy.densityShown = densityShown;
    copy.anchor(anchors);
    return copy;
  }

  private void ring(
      GraphicsContext g, Viewport view, int point, double radius, Color colour, double width) {
    if (point < 0 || point >= x.length || Float.isNaN(x[point])) {
      return;
    }
    double px = view.screenX(x[point]);
    double py = view.screenY(y[point]);
    g.setStroke(palette.ground());
    g.setLineWidth(width + 2.4);
    g.strokeOval(px - radius, py - radius, 2 * radius, 2 * radius);
    g.setStroke(colour);
    g.setLineWidth(width);
    g.strokeOval(px - radius, py - radius, 2 * radius, 2 * radius);
  }

  /** While points fly only the selected one's label goes with it. */
  List<LabelLayout.Label> layLabels(Viewport view, boolean all, List<LabelLayout.Box> taken) {
    int most = (int) Math.clamp(view.width() * view.height() / AREA_PER_LABEL, 8, 70);
    IntStream first = IntStream.of(selected, hovered).filter(p -> p >= 0);
    int[] must =
        IntStream.concat(
                first,
                IntStream.concat(IntStream.of(neighbours), IntStream.of(chosen).limit(most / 2)))
            .distinct()
            .limit(all ? Long.MAX_VALUE : selected >= 0 ? 1 : 0)
            .toArray();
    int[] candidates = !all ? NONE : chosen.length == 0 ? labelOrder() : chosen;
    return labelLayout.lay(
        taken,
        must,
        candidates,
        x,
        y,
        view,
        new LabelLayout.Measure() {
          @Override
          public double width(int point) {
            return MapPicture.this.width(Joiners.drawn(points.word(point)));
          }

          @Override
          public double height(int point) {
            return lineHeight();
          }
        },
        Math.max(most, must.length),
        LABEL_SPACING);
  }

  private double lineHeight() {
    return Math.ceil(fontSize * 1.45);
  }

  private double width(String word) {
    if (widthsAt != fontSize) {
      widths.clear();
      widthsAt = fontSize;
      labelLayout.forget();
    }
    return widths.computeIfAbsent(
        word,
        w -> {
          Text text = new Text(w);
          text.setFont(font());
          return Math.ceil(text.getLayoutBounds().getWidth()) + 2;
        });
  }

  Font font() {
    return Font.font(Fonts.FAMILY, FontWeight.BOLD, fontSize);
  }

  private String word(LabelLayout.Label label) {
    return Joiners.drawn(points.word(label.point()));
  }

  private void drawLabels(GraphicsContext g) {
    g.setFont(font());
    g.setTextBaseline(VPos.CENTER);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setStroke(palette.ground().deriveColor(0, 1, 1, 0.9));
    g.setLineWidth(3.4);
    for (LabelLayout.Label label : labels) {
      g.strokeText(word(label), label.x() + 1, label.y() + label.height() / 2);
    }
    for (LabelLayout.Label label : labels) {
      g.setFill(
          points.side(label.point()) == Side.SOURCE ? palette.sourceText() : palette.targetText());
      g.fillText(word(label), label.x() + 1, label.y() + label.height() / 2);
    }
  }

  /** The labels drawn last. */
  List<LabelLayout.Label> labels() {
    return labels;
  }
}
