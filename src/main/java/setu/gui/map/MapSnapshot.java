package setu.gui.map;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import setu.core.projection.Projection;
import setu.gui.common.Fonts;
import setu.gui.common.Png;

/** A map with labels as a picture, without a window. To be called on the JavaFX thread. */
public final class MapSnapshot {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 800;
  private static final double SCALE = 2;
  private static final double LABEL_SIZE = 14;
  private static final int TILE = 2048;

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
    PointRaster drawn = pixels(picture, Viewport.fitting(picture.bounds(), WIDTH, HEIGHT), SCALE);
    Png.write(drawn.pixels(), drawn.width(), drawn.height(), png);
  }

  /**
   * The pixels of what a view shows, {@code scale} for one of the view. Labels are drawn tile by
   * tile, so that no picture is too large for the screen's memory.
   */
  static PointRaster pixels(MapPicture picture, Viewport view, double scale) {
    int width = Math.toIntExact(Math.round(view.width() * scale));
    int height = Math.toIntExact(Math.round(view.height() * scale));
    PointRaster raster = new PointRaster(width, height);
    picture.raster(raster, view, scale);
    picture.prepareLabels(view);
    for (int top = 0; top < height; top += TILE) {
      for (int left = 0; left < width; left += TILE) {
        int tileWidth = Math.min(TILE, width - left);
        int tileHeight = Math.min(TILE, height - top);
        Canvas canvas = new Canvas(tileWidth, tileHeight);
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.translate(-left, -top);
        g.scale(scale, scale);
        picture.drawOverlay(g, view);
        lay(snapshot(canvas), raster, left, top);
      }
    }
    return raster;
  }

  private static WritableImage snapshot(Canvas canvas) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT);
    return canvas.snapshot(parameters, null);
  }

  /** Lays a tile over the points. */
  private static void lay(Image tile, PointRaster raster, int left, int top) {
    int width = (int) tile.getWidth();
    int height = (int) tile.getHeight();
    int[] over = new int[width * height];
    tile.getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), over, 0, width);
    int[] pixels = raster.pixels();
    for (int y = 0; y < height; y++) {
      int at = (top + y) * raster.width() + left;
      for (int x = 0; x < width; x++) {
        int argb = over[y * width + x];
        int alpha = argb >>> 24;
        if (alpha != 0) {
          pixels[at + x] = PointRaster.blend(pixels[at + x], argb & 0xFFFFFF, alpha);
        }
      }
    }
  }
}
