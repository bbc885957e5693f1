package setu.gui.map;

import java.nio.IntBuffer;
import java.util.Arrays;
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
  private static final double FLIGHT_SECONDS = 0.55;

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
  private @Nullable PointRaster raster;
  private @Nullable PixelBuffer<IntBuffer> pixels;
  private @Nullable PointIndex index;
  private @Nullable Flight flight;
  private boolean reducedMotion;
  private boolean pointsDirty = true;
  private boolean overlayDirty = true;
  private boolean fitPending = true;
  private MapPanels panels = new MapPanels(List.of(), List.of(), List.of());
  private Consumer<GraphicsContext> gesture = g -> {};

  /** Points and view on their way. */
  private static final class Flight {
    final float[] fromX;
    final float[] fromY;
    final float[] toX;
    final float[] toY;
    final boolean points;
    final Viewport from;
    final Viewport to;
    long startNanos = -1;

    Flight(float[] fromX, float[] fromY, float[] toX, float[] toY, Viewport from, Viewport to) {
      this.points = !Arrays.equals(fromX, toX) || !Arrays.equals(fromY, toY);
      this.fromX = fromX;
      this.fromY = fromY;
      this.toX = toX;
      this.toY = toY;
      this.from = from;
      this.to = to;
    }
  }

  MapCanvas() {
    getStyleClass().add("map-canvas");
    image.setManaged(false);
    image.setMouseTransparent(true);
    overlay.setManaged(false);
    overlay.setMouseTransparent(true);
    getChildren().addAll(image, overlay);
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

  /** Shows another picture, all of it. */
  void show(@Nullable MapPicture next) {
    land();
    picture = next;
    index = null;
    fitPending = true;
    redraw();
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
    float[] fromX = now.x;
    float[] fromY = now.y;
    now.bounds = Viewport.Bounds.of(next.x(), next.y());
    index = null;
    Viewport end = next.fit() ? fitted(now.bounds) : target();
    if (next.smooth() && !reducedMotion && getScene() != null && getWidth() > 0) {
      fly(fromX, fromY, next.x(), next.y(), end);
    } else {
      land();
      now.x = next.x();
      now.y = next.y();
      view.set(end);
      redraw();
    }
  }

  /** Shows another part of the plane, going there in sight. */
  void flyTo(Viewport end) {
    MapPicture now = picture;
    if (now == null || reducedMotion || getScene() == null) {
      land();
      view.set(end);
      return;
    }
    float[] toX = flight == null ? now.x : flight.toX;
    float[] toY = flight == null ? now.y : flight.toY;
    fly(now.x, now.y, toX, toY, end);
  }

  /** Shows all points. */
  void fit() {
    MapPicture now = picture;
    if (now != null) {
      flyTo(fitted(now.bounds));
    }
  }

  private Viewport target() {
    return flight == null ? view.get() : flight.to;
  }

  private void fly(float[] fromX, float[] fromY, float[] toX, float[] toY, Viewport end) {
    flight = new Flight(fromX, fromY, toX, toY, view.get(), end);
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
        now.x = going.toX;
        now.y = going.toY;
      }
      view.set(going.to);
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
    if (going.startNanos < 0) {
      going.startNanos = nanos;
    }
    double part = (nanos - going.startNanos) * 1e-9 / FLIGHT_SECONDS;
    if (part >= 1) {
      land();
      return;
    }
    double eased = Motion.eased(part);
    if (going.points) {
      now.x = Motion.between(going.fromX, going.toX, eased);
      now.y = Motion.between(going.fromY, going.toY, eased);
    }
    view.set(going.from.towards(going.to, eased));
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
      Flight going = flight;
      found = going == null ? new PointIndex(now.x, now.y) : new PointIndex(going.toX, going.toY);
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
      view.set(fitted(now.bounds));
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
    if (picture != null && before.width() > 1) {
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
      now.overlay(g, view(), flight == null || !flight.points);
      gesture.accept(g);
    }
  }
}
