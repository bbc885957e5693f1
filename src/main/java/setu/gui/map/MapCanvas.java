package setu.gui.map;

import java.nio.IntBuffer;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The map's drawing: a raster of points under a canvas of labels. Draws in the layout pass, once
 * for all that changed since the last one, and not at all when nothing did.
 */
final class MapCanvas extends Region {
  private static final double EDGE = 30;

  private final ImageView image = new ImageView();
  private final Canvas overlay = new Canvas();
  private final ObjectProperty<Viewport> view =
      new SimpleObjectProperty<>(new Viewport(1, 1, 0, 0, 1));
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          step(now);
        }
      };

  private @Nullable MapPicture picture;
  private Places places = Places.flat(new float[0], new float[0]);
  private Orientation orientation = Orientation.FRONT;
  private @Nullable PointRaster raster;
  private @Nullable PixelBuffer<IntBuffer> pixels;
  private @Nullable PointIndex index;
  private @Nullable Flight flight;
  private boolean reducedMotion;
  private boolean pointsDirty = true;
  private boolean overlayDirty = true;
  private boolean fitPending = true;
  private boolean following = true;
  private MapPanels panels = new MapPanels(List.of(), List.of(), List.of());
  private Consumer<GraphicsContext> gesture = g -> {};

  MapCanvas() {
    getStyleClass().add("map-canvas");
    image.setManaged(false);
    image.setMouseTransparent(true);
    overlay.setManaged(false);
    overlay.setMouseTransparent(true);
    Region ring = new Region();
    ring.getStyleClass().add("map-ring");
    ring.setMouseTransparent(true);
    ring.setManaged(false);
    layoutBoundsProperty().subscribe(bounds -> ring.resize(bounds.getWidth(), bounds.getHeight()));
    getChildren().addAll(image, overlay, ring);
    view.subscribe(
        () -> {
          pointsDirty = true;
          redrawOverlay();
        });
  }

  /** Things jump rather than move. */
  void setReducedMotion(boolean reduced) {
    reducedMotion = reduced;
  }

  /** Says what lies over the map. */
  void setPanels(MapPanels over) {
    panels = over;
    redrawOverlay();
  }

  /** A view of all points, in what the panels leave free. */
  Viewport fitted(Viewport.Bounds bounds) {
    double height = getHeight();
    return Viewport.fitting(bounds, getWidth(), height, panels.top(height), panels.bottom(height));
  }

  /** The part of the plane that is seen. */
  ObjectProperty<Viewport> viewProperty() {
    return view;
  }

  Viewport view() {
    return view.get();
  }

  /** What is drawn; null while there is nothing. */
  @Nullable MapPicture picture() {
    return picture;
  }

  /** Shows another picture, all of it, of points that are so placed. */
  void show(@Nullable MapPicture next, Places where) {
    land();
    picture = next;
    orientation = Orientation.level(where, Orientation.FRONT);
    places = where;
    if (next != null) {
      place(next, where);
      next.forgetBounds();
    }
    index = null;
    fitPending = true;
    following = true;
    redraw();
  }

  /** Shows nothing. */
  void showNothing() {
    show(null, Places.flat(new float[0], new float[0]));
  }

  /** Where the points are, or are going, before they are turned. */
  Places places() {
    return flight == null ? places : flight.places();
  }

  /** Draws points and labels anew at the next pulse. */
  void redraw() {
    pointsDirty = true;
    redrawOverlay();
  }

  /** Draws rings and labels anew at the next pulse. */
  void redrawOverlay() {
    overlayDirty = true;
    requestLayout();
  }

  /** What is drawn over everything: the box or lasso being dragged. */
  void setGesture(Consumer<GraphicsContext> drawing) {
    gesture = drawing;
    redrawOverlay();
  }

  /** Brings the points to other places. */
  void move(MapViewModel.Positions next) {
    MapPicture now = picture;
    if (now == null) {
      return;
    }
    Places from = places;
    following |= next.fit() == MapViewModel.Fit.ALL;
    boolean fit = next.fit() != MapViewModel.Fit.KEEP && following;
    if (fit) {
      orientation = Orientation.level(next.places(), orientation);
    }
    Places seen = orientation.turn(next.places());
    now.setBounds(Viewport.Bounds.ofMost(seen.x(), seen.y()));
    index = null;
    Viewport end = fit ? fitted(now.bounds()) : target();
    if (next.smooth() && moves()) {
      fly(from, next.places(), end);
    } else {
      land();
      place(now, next.places());
      view.set(end);
      redraw();
    }
  }

  private void place(MapPicture now, Places where) {
    places = where;
    now.place(orientation.turn(where));
  }

  /** Whether things are seen moving. */
  private boolean moves() {
    return !reducedMotion && getScene() != null && getWidth() > 0;
  }

  /** Shows another part of the plane because the person wants it. */
  void look(Viewport next) {
    land();
    following = false;
    view.set(next);
  }

  /** Shows the points from where another canvas shows the same ones. */
  void look(MapCanvas other) {
    MapPicture now = picture;
    if (now == null || other.picture == null) {
      return;
    }
    land();
    orientation = other.orientation;
    place(now, places);
    index = null;
    following = other.following;
    if (!following) {
      fitPending = false;
      view.set(other.target());
    }
    redraw();
  }

  /** Turns a cloud of three dimensions further; in the plane nothing happens. */
  void turn(double right, double up) {
    MapPicture now = picture;
    if (now != null && now.depth() != null) {
      land();
      following = false;
      orientation = orientation.turned(right, up);
      place(now, places);
      index = null;
      redraw();
    }
  }

  /** Whether there is a cloud that can be turned. */
  boolean turns() {
    return places().dimensions() == 3;
  }

  /** Shows another part of the plane, going there in sight. */
  void flyTo(Viewport end) {
    following = false;
    if (picture == null || !moves()) {
      land();
      view.set(end);
      return;
    }
    fly(places, places(), end);
  }

  /** Moves the view, where it has to, so that a point is well inside. */
  void bringIntoSight(int point) {
    MapPicture now = picture;
    if (now == null || Float.isNaN(now.x[point])) {
      return;
    }
    Viewport seen = view();
    double px = seen.screenX(now.x[point]);
    double py = seen.screenY(now.y[point]);
    boolean inside =
        px > EDGE && py > 2 * EDGE && px < seen.width() - EDGE && py < seen.height() - 2 * EDGE;
    if (!inside) {
      flyTo(seen.centeredAt(now.x[point], now.y[point]));
    }
  }

  /** Shows all points, from the front. */
  void fit() {
    MapPicture now = picture;
    if (now != null) {
      land();
      orientation = Orientation.level(places, orientation);
      place(now, places);
      now.forgetBounds();
      index = null;
      flyTo(fitted(now.bounds()));
      following = true;
    }
  }

  private Viewport target() {
    return flight == null ? view.get() : flight.view();
  }

  private void fly(Places from, Places to, Viewport end) {
    flight = new Flight(from, to, view.get(), end);
    timer.start();
  }

  /** Ends a flight where it was going. */
  void land() {
    Flight going = flight;
    if (going != null) {
      timer.stop();
      flight = null;
      MapPicture now = picture;
      if (now != null) {
        place(now, going.places());
      }
      view.set(going.view());
      redraw();
    }
  }

  private void step(long nanos) {
    Flight going = flight;
    MapPicture now = picture;
    if (going == null || now == null) {
      timer.stop();
      return;
    }
    double part = going.part(nanos);
    if (part >= 1) {
      land();
      return;
    }
    if (going.movesPoints()) {
      place(now, going.placesAt(part));
    }
    view.set(going.viewAt(part));
    redraw();
  }

  /** Finds points where they are now, or where they are going. */
  @Nullable PointIndex index() {
    MapPicture now = picture;
    if (now == null) {
      return null;
    }
    PointIndex found = index;
    if (found == null) {
      Places seen = orientation.turn(places());
      found = new PointIndex(seen.x(), seen.y());
      index = found;
    }
    return found;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    if (width < 1 || height < 1) {
      return;
    }
    if (width != view().width() || height != view().height()) {
      resized(width, height);
    }
    MapPicture now = picture;
    if (now != null && fitPending) {
      fitPending = false;
      view.set(fitted(now.bounds()));
    }
    if (pointsDirty) {
      pointsDirty = false;
      drawPoints(now);
    }
    if (overlayDirty) {
      overlayDirty = false;
      drawOverlay(now);
    }
  }

  private void resized(double width, double height) {
    Viewport before = view();
    Viewport next = before.resized(width, height);
    if (following) {
      fitPending = true;
    } else if (picture != null && before.width() > 1) {
      // What was in sight stays in sight.
      double factor = Math.min(width / before.width(), height / before.height());
      next =
          new Viewport(width, height, before.centerX(), before.centerY(), before.scale() * factor);
    }
    if (flight != null) {
      land();
    }
    view.set(next);
    overlay.setWidth(width);
    overlay.setHeight(height);
  }

  private double renderScale() {
    return getScene() == null || getScene().getWindow() == null
        ? 1
        : getScene().getWindow().getRenderScaleX();
  }

  private void drawPoints(@Nullable MapPicture now) {
    image.setVisible(now != null);
    if (now == null) {
      return;
    }
    double scale = renderScale();
    int width = (int) Math.ceil(getWidth() * scale);
    int height = (int) Math.ceil(getHeight() * scale);
    PointRaster into = raster;
    PixelBuffer<IntBuffer> shown = pixels;
    if (into == null || shown == null || into.width() != width || into.height() != height) {
      into = new PointRaster(width, height);
      shown =
          new PixelBuffer<>(
              into.width(), into.height(), into.buffer(), PixelFormat.getIntArgbPreInstance());
      raster = into;
      pixels = shown;
      image.setImage(new WritableImage(shown));
      image.setFitWidth(width / scale);
      image.setFitHeight(height / scale);
      image.setSmooth(false);
    }
    now.raster(into, view(), scale);
    // Null: all of it changed.
    shown.updateBuffer(buffer -> null);
  }

  private void drawOverlay(@Nullable MapPicture now) {
    GraphicsContext g = overlay.getGraphicsContext2D();
    g.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
    if (now != null) {
      now.covered = panels.boxes();
      now.overlay(g, view(), flight == null || !flight.movesPoints());
      gesture.accept(g);
    }
  }
}
