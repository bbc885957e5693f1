package setu.gui.map;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.paint.Color;

/**
 * The hand on the map: drag pans, the wheel zooms at the pointer, Shift-drag boxes, Alt-drag
 * lassos, a click selects, a double click zooms in; arrows pan, + and − zoom, 0 shows all, N and P
 * go from label to label. In three dimensions drag and arrows turn; Ctrl-drag, middle drag and
 * Shift-arrows pan.
 */
final class MapGestures {
  /** What the map's hand tells. */
  interface Listener {
    /** The pointer is over a point, or over none: −1. */
    void hovered(int point, double screenX, double screenY);

    /** A point was clicked, or the empty ground: −1. */
    void picked(int point);

    /** Points were boxed or lassoed; {@code added} to those chosen before. */
    void chosen(int[] points, boolean added);

    /** Nothing is to be selected any more. */
    void cleared();
  }

  private enum Drag {
    NONE,
    PAN,
    TURN,
    BOX,
    LASSO
  }

  private static final double REACH = 9;
  private static final double STILL = 3;
  private static final double KEY_PAN = 60;
  private static final double KEY_ZOOM = 1.4;
  private static final double KEY_TURN = Math.toRadians(10);

  /** A drag over the whole of a usual map turns it once around. */
  private static final double TURN_PER_PIXEL = 2 * Math.PI / 900;

  private static final double DOUBLE_CLICK_ZOOM = 2.5;

  private final MapCanvas canvas;
  private final Listener listener;
  private Drag drag = Drag.NONE;
  private boolean moved;
  private double startX;
  private double startY;
  private double lastX;
  private double lastY;
  private double[] lassoX = new double[64];
  private double[] lassoY = new double[64];
  private int corners;

  MapGestures(MapCanvas canvas, Listener listener) {
    this.canvas = canvas;
    this.listener = listener;
    canvas.setFocusTraversable(true);
    canvas.setOnMousePressed(this::pressed);
    canvas.setOnMouseDragged(this::dragged);
    canvas.setOnMouseReleased(this::released);
    canvas.setOnMouseMoved(e -> hover(e.getX(), e.getY()));
    canvas.setOnMouseExited(e -> listener.hovered(-1, e.getX(), e.getY()));
    canvas.setOnScroll(this::scrolled);
    canvas.setOnZoom(this::pinched);
    canvas.setOnKeyPressed(this::key);
  }

  private void pressed(MouseEvent e) {
    canvas.requestFocus();
    boolean middle = e.getButton() == MouseButton.MIDDLE;
    if (e.getButton() != MouseButton.PRIMARY && !middle) {
      return;
    }
    canvas.land();
    startX = lastX = e.getX();
    startY = lastY = e.getY();
    moved = false;
    drag = middle ? Drag.PAN : drag(e);
    corners = 0;
    corner(startX, startY);
    e.consume();
  }

  private Drag drag(MouseEvent e) {
    if (e.isShiftDown()) {
      return Drag.BOX;
    }
    if (e.isAltDown()) {
      return Drag.LASSO;
    }
    return canvas.turns() && !e.isShortcutDown() ? Drag.TURN : Drag.PAN;
  }

  private void dragged(MouseEvent e) {
    if (drag == Drag.NONE) {
      return;
    }
    moved |= Math.hypot(e.getX() - startX, e.getY() - startY) > STILL;
    if (!moved) {
      return;
    }
    if (drag == Drag.PAN) {
      canvas.look(canvas.view().panned(e.getX() - lastX, e.getY() - lastY));
      listener.hovered(-1, e.getX(), e.getY());
    } else if (drag == Drag.TURN) {
      canvas.turn((e.getX() - lastX) * TURN_PER_PIXEL, (lastY - e.getY()) * TURN_PER_PIXEL);
      listener.hovered(-1, e.getX(), e.getY());
    } else {
      corner(e.getX(), e.getY());
      canvas.setGesture(this::draw);
    }
    lastX = e.getX();
    lastY = e.getY();
    e.consume();
  }

  private void corner(double x, double y) {
    if (corners == lassoX.length) {
      lassoX = Arrays.copyOf(lassoX, corners * 2);
      lassoY = Arrays.copyOf(lassoY, corners * 2);
    }
    lassoX[corners] = x;
    lassoY[corners++] = y;
  }

  private void released(MouseEvent e) {
    Drag ended = drag;
    drag = Drag.NONE;
    canvas.setGesture(g -> {});
    PointIndex index = canvas.index();
    if (ended == Drag.NONE || index == null) {
      return;
    }
    e.consume();
    if (!moved) {
      if (e.getButton() == MouseButton.PRIMARY) {
        click(e);
      }
      return;
    }
    Viewport view = canvas.view();
    boolean added = e.isShortcutDown();
    if (ended == Drag.BOX) {
      listener.chosen(
          index.inBox(
              view.worldX(Math.min(startX, lastX)),
              view.worldY(Math.max(startY, lastY)),
              view.worldX(Math.max(startX, lastX)),
              view.worldY(Math.min(startY, lastY))),
          added);
    } else if (ended == Drag.LASSO) {
      double[] x = new double[corners];
      double[] y = new double[corners];
      for (int i = 0; i < corners; i++) {
        x[i] = view.worldX(lassoX[i]);
        y[i] = view.worldY(lassoY[i]);
      }
      listener.chosen(index.inPolygon(x, y), added);
    }
  }

  private void click(MouseEvent e) {
    if (e.getClickCount() == 2) {
      canvas.flyTo(canvas.view().zoomed(DOUBLE_CLICK_ZOOM, e.getX(), e.getY()));
    } else {
      listener.picked(pointAt(e.getX(), e.getY()));
    }
  }

  private int pointAt(double x, double y) {
    PointIndex index = canvas.index();
    MapPicture picture = canvas.picture();
    if (index == null || picture == null) {
      return -1;
    }
    for (LabelLayout.Label label : picture.labels()) {
      if (label.overlaps(x, y, 0, 0)) {
        return label.point();
      }
    }
    Viewport view = canvas.view();
    return index.nearest(view.worldX(x), view.worldY(y), REACH / view.scale());
  }

  private void hover(double x, double y) {
    listener.hovered(pointAt(x, y), x, y);
  }

  private void scrolled(ScrollEvent e) {
    double notches = e.getDeltaY() / 40;
    if (notches != 0) {
      canvas.look(canvas.view().zoomed(Math.pow(1.2, notches), e.getX(), e.getY()));
      hover(e.getX(), e.getY());
    }
    e.consume();
  }

  private void pinched(ZoomEvent e) {
    canvas.look(canvas.view().zoomed(e.getZoomFactor(), e.getX(), e.getY()));
    e.consume();
  }

  private void key(KeyEvent e) {
    if (e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    switch (e.getCode()) {
      case LEFT -> arrow(e, -1, 0);
      case RIGHT -> arrow(e, 1, 0);
      case UP -> arrow(e, 0, 1);
      case DOWN -> arrow(e, 0, -1);
      case PLUS, ADD, EQUALS -> zoom(KEY_ZOOM);
      case MINUS, SUBTRACT -> zoom(1 / KEY_ZOOM);
      case DIGIT0, NUMPAD0, HOME -> canvas.fit();
      case N -> step(1);
      case P -> step(-1);
      case ESCAPE -> listener.cleared();
      default -> {
        return;
      }
    }
    e.consume();
  }

  /** The view goes where the arrow points; a cloud turns that way. */
  private void arrow(KeyEvent e, int right, int up) {
    if (canvas.turns() && !e.isShiftDown()) {
      canvas.turn(right * KEY_TURN, up * KEY_TURN);
    } else {
      canvas.land();
      canvas.look(canvas.view().panned(-right * KEY_PAN, up * KEY_PAN));
    }
  }

  private void zoom(double factor) {
    Viewport view = canvas.view();
    canvas.land();
    canvas.flyTo(canvas.view().zoomed(factor, view.width() / 2, view.height() / 2));
  }

  /** To the next or last labelled point, as one reads: by lines from the top, left to right. */
  private void step(int direction) {
    MapPicture picture = canvas.picture();
    if (picture == null || picture.labels().isEmpty()) {
      return;
    }
    int[] reading =
        picture.labels().stream()
            .sorted(
                java.util.Comparator.comparingLong((LabelLayout.Label l) -> Math.round(l.y() / 40))
                    .thenComparingDouble(LabelLayout.Label::x))
            .mapToInt(LabelLayout.Label::point)
            .toArray();
    int at = -1;
    for (int i = 0; i < reading.length; i++) {
      at = reading[i] == picture.selected ? i : at;
    }
    int next = at < 0 ? (direction > 0 ? 0 : reading.length - 1) : at + direction;
    listener.picked(reading[Math.floorMod(next, reading.length)]);
  }

  private void draw(GraphicsContext g) {
    MapPicture picture = canvas.picture();
    if (picture == null) {
      return;
    }
    Color accent = picture.palette.accent();
    g.setFill(accent.deriveColor(0, 1, 1, 0.12));
    g.setStroke(accent);
    g.setLineWidth(1.2);
    if (drag == Drag.BOX) {
      double x = Math.min(startX, lastX);
      double y = Math.min(startY, lastY);
      g.fillRect(x, y, Math.abs(lastX - startX), Math.abs(lastY - startY));
      g.strokeRect(x, y, Math.abs(lastX - startX), Math.abs(lastY - startY));
    } else {
      g.fillPolygon(lassoX, lassoY, corners);
      g.strokePolygon(lassoX, lassoY, corners);
    }
  }
}
