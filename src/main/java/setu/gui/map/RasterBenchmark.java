package setu.gui.map;

import java.util.Collections;
import java.util.SplittableRandom;

/** Draws random points of two languages, as a whole frame of the map: what a benchmark times. */
public final class RasterBenchmark {
  private static final int WIDTH = 1200;
  private static final int HEIGHT = 800;

  private final MapPicture picture;
  private final PointRaster raster = new PointRaster(WIDTH, HEIGHT);
  private final Viewport view;

  /** A frame of {@code count} points about the origin, half of each language. */
  public RasterBenchmark(int count, long seed) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " points");
    }
    SplittableRandom chance = new SplittableRandom(seed);
    float[] x = new float[count];
    float[] y = new float[count];
    for (int i = 0; i < count; i++) {
      x[i] = (float) chance.nextGaussian();
      y[i] = (float) chance.nextGaussian();
    }
    MapPoints points =
        new MapPoints(
            Collections.nCopies(count / 2, ""), Collections.nCopies(count - count / 2, ""));
    picture = new MapPicture(points, Places.flat(x, y), Palette.LIGHT);
    view = Viewport.fitting(picture.bounds(), WIDTH, HEIGHT);
  }

  /** Draws one frame of 1200 × 800 pixels. */
  public void draw() {
    picture.raster(raster, view, 1);
  }
}
