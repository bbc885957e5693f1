package setu.gui.map;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import setu.gui.common.Side;
import setu.gui.map.VectorDrawing.Ink;

/**
 * A map as shapes: what {@link MapPicture} draws of it into pixels, but for the shade of density.
 * To be drawn on the JavaFX thread, where text is shaped.
 */
final class MapFigure {
  private static final double HALO = 3.4;
  private static final double HALO_ALPHA = 0.9;
  private static final double LINE = 0.8;

  private final MapPicture picture;
  private final Viewport view;
  private final VectorDrawing into;

  private MapFigure(MapPicture picture, Viewport view, VectorDrawing into) {
    this.picture = picture;
    this.view = view;
    this.into = into;
  }

  /** Draws what a view shows of a picture. */
  static void draw(MapPicture picture, Viewport view, VectorDrawing into) {
    MapFigure figure = new MapFigure(picture, view, into);
    if (picture.anchorsShown) {
      figure.lines(Ink.fill(Palette.rgb(picture.palette.muted()), picture.anchorsAlpha()), -1);
    }
    figure.points();
    if (picture.selected >= 0) {
      figure.lines(Ink.fill(Palette.rgb(picture.palette.accent()), 0.9), picture.selected);
    }
    figure.rings();
    figure.labels();
  }

  /** The lines of all anchors, or of those of one point. */
  private void lines(Ink of, int only) {
    Ink ink = new Ink(of.rgb(), of.alpha(), LINE);
    int[] anchors = picture.anchors;
    for (int i = 0; i + 1 < anchors.length; i += 2) {
      int from = anchors[i];
      int to = anchors[i + 1];
      boolean wanted = only < 0 || only == from || only == to;
      if (wanted && seen(from, view.width()) && seen(to, view.width())) {
        into.line(x(from), y(from), x(to), y(to), ink);
      }
    }
  }

  private double x(int point) {
    return view.screenX(picture.x[point]);
  }

  private double y(int point) {
    return view.screenY(picture.y[point]);
  }

  /**
   * Whether a point has a place and lies in the view or at most {@code margin} pixels beside it.
   */
  private boolean seen(int point, double margin) {
    double px = x(point);
    double py = y(point);
    return px > -margin
        && py > -margin
        && px < view.width() + margin
        && py < view.height() + margin;
  }

  private void points() {
    PointLook look = picture.shownLook();
    int[] colours = PointLook.colours(picture.palette);
    Depth depth = picture.depth();
    int[] order = depth == null ? picture.points.drawOrder() : depth.order();
    for (int pass = look.anyContext() ? 0 : 1; pass < 2; pass++) {
      for (int point : order) {
        byte tone = look.tones()[point];
        if (tone == PointLook.CONTEXT == (pass == 0)) {
          point(point, look, colours[tone], tone == PointLook.CONTEXT);
        }
      }
    }
  }

  private void point(int point, PointLook look, int rgb, boolean context) {
    Depth depth = picture.depth();
    double radius = picture.radius(view);
    double alpha = picture.pointAlpha() * (context ? PointRaster.CONTEXT_ALPHA : 1);
    if (depth != null) {
      int level = depth.levels()[point];
      radius *= Depth.size(level);
      alpha *= Depth.strength(level);
    }
    boolean[] hollow = look.hollow();
    double line = 0;
    if (hollow != null && hollow[point]) {
      alpha *= PointRaster.HOLLOW_ALPHA;
      line = Math.max(0.8, radius * 0.3);
    }
    if (seen(point, radius)) {
      Ink ink = new Ink(rgb, Math.round(Math.min(1, alpha) * 50) / 50.0, line);
      if (point < picture.points.sources()) {
        into.circle(x(point), y(point), radius - line / 2, ink);
      } else {
        into.triangle(x(point), y(point), radius - line / 2, ink);
      }
    }
  }

  private void rings() {
    double radius = picture.radius(view);
    for (int point : picture.neighbours) {
      ring(point, radius + 2.5, picture.palette.muted(), 1.2);
    }
    ring(picture.selected, radius + 5, picture.palette.text(), 2.2);
  }

  private void ring(int point, double radius, Color colour, double width) {
    if (point >= 0 && seen(point, radius)) {
      int ground = Palette.rgb(picture.palette.ground());
      into.circle(x(point), y(point), radius, new Ink(ground, 1, width + 2.4));
      into.circle(x(point), y(point), radius, new Ink(Palette.rgb(colour), 1, width));
    }
  }

  private void labels() {
    Font font = picture.font();
    Palette palette = picture.palette;
    List<LabelLayout.Label> labels = picture.layLabels(view, true, List.of());
    Ink halo = new Ink(Palette.rgb(palette.ground()), HALO_ALPHA, HALO);
    for (LabelLayout.Label label : labels) {
      String word = picture.points.word(label.point());
      boolean source = picture.points.side(label.point()) == Side.SOURCE;
      Outline outline = Outline.of(word, font);
      double x = label.x() + 1;
      double y = label.y() + label.height() / 2 - middle(word, font);
      into.halo(outline, x, y, halo);
      Color colour = source ? palette.sourceText() : palette.targetText();
      into.text(word, outline, x, y, Ink.fill(Palette.rgb(colour), 1));
    }
  }

  /** The middle of a line of text, from its base line. */
  private static double middle(String word, Font font) {
    Text text = new Text(word);
    text.setFont(font);
    Bounds bounds = text.getLayoutBounds();
    return (bounds.getMinY() + bounds.getMaxY()) / 2;
  }
}
