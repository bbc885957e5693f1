package setu.gui.map;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Transform;
import setu.core.projection.Projection;
import setu.gui.common.Fonts;
import setu.gui.common.Png;

/** A map with labels as a picture, without a window. To be called on the JavaFX thread. */
public final class MapSnapshot {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 800;
  private static final double SCALE = 2;
  private static final double LABEL_SIZE = 14;

  private MapSnapshot() {}

  /**
   * Draws a layout on white.
   *
   * @param words n words, those of the source first, each language in order of frequency
   * @param sourceRows how many are of the source
   * @throws setu.core.fault.FileFault if the picture cannot be written
   */
  public static void draw(Projection projection, List<String> words, int sourceRows, Path png) {
    Fonts.load();
    boolean swapped =
        WordSearch.mostlySinhala(words.subList(0, sourceRows))
            && !WordSearch.mostlySinhala(words.subList(sourceRows, words.size()));
    // Sinhala is drawn as triangles, which are the target's, whichever side it is here.
    int first = swapped ? sourceRows : 0;
    int n = words.size();
    int dimensions = projection.coordinates().columns();
    float[][] axes = new float[3][n];
    for (int i = 0; i < n; i++) {
      int row = (i + first) % n;
      for (int axis = 0; axis < dimensions; axis++) {
        axes[axis][i] = projection.coordinates().get(row, axis);
      }
    }
    Places places = new Places(axes[0], axes[1], dimensions == 3 ? axes[2] : null);
    List<String> head = words.subList(0, sourceRows);
    List<String> tail = words.subList(sourceRows, n);
    MapPoints points = swapped ? new MapPoints(tail, head) : new MapPoints(head, tail);
    draw(points, places, png);
  }

  /** Draws points where they are, on white. */
  static void draw(MapPoints points, Places places, Path png) {
    MapPicture picture = new MapPicture(points, places, Palette.LIGHT);
    picture.fontSize = LABEL_SIZE;
    Png.write(picture(picture, WIDTH, HEIGHT, SCALE), png);
  }

  /** A picture of {@code width × height} times {@code scale} pixels that shows all points. */
  static WritableImage picture(MapPicture picture, int width, int height, double scale) {
    return picture(picture, Viewport.fitting(picture.bounds, width, height), scale);
  }

  /** A picture of a part of the plane, {@code scale} pixels for one of the view. */
  static WritableImage picture(MapPicture picture, Viewport view, double scale) {
    int width = (int) Math.round(view.width() * scale);
    int height = (int) Math.round(view.height() * scale);
    PointRaster raster = new PointRaster(width, height);
    picture.raster(raster, view, scale);
    ImageView image =
        new ImageView(
            new WritableImage(
                new PixelBuffer<>(
                    width, height, raster.buffer(), PixelFormat.getIntArgbPreInstance())));
    image.setFitWidth(view.width());
    image.setFitHeight(view.height());
    image.setSmooth(false);
    Canvas canvas = new Canvas(view.width(), view.height());
    picture.overlay(canvas.getGraphicsContext2D(), view, true);
    Pane pane = new Pane(image, canvas);
    Scene scene = new Scene(pane, view.width(), view.height());
    scene.setFill(picture.palette.ground());
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    parameters.setFill(picture.palette.ground());
    return pane.snapshot(parameters, new WritableImage(width, height));
  }
}
