package setu.gui.map;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws points into a block of opaque ARGB pixels: triangles for the target, circles for the
 * source, each in the colour of its tone, over the ground, density and lines.
 *
 * <p>Coordinates given to it are device pixels: {@link Viewport} pixels times the render scale.
 */
final class PointRaster {
  /** The strength of a context point against the others. */
  static final double CONTEXT_ALPHA = 0.45;

  /** The strength of a hollow point against a full one. */
  static final double HOLLOW_ALPHA = 0.7;

  /** Fewer points than this are drawn before another thread has begun. */
  private static final int MANY = 8_000;

  private static final int BANDS = 8;

  private final int width;
  private final int height;
  private final int[] pixels;
  private Sprites[] sprites = {};
  private double spriteRadius;

  /** A raster of so many device pixels. */
  PointRaster(int width, int height) {
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.pixels = new int[Math.multiplyExact(this.width, this.height)];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The pixels, row by row, 0xAARRGGBB; the next drawing changes them. */
  int[] pixels() {
    return pixels;
  }

  /** A buffer over the pixels, for a picture that shares them. */
  IntBuffer buffer() {
    return IntBuffer.wrap(pixels);
  }

  /** Covers everything with one colour, 0xRRGGBB. */
  void clear(int rgb) {
    Arrays.fill(pixels, 0xFF000000 | rgb);
  }

  /**
   * Draws points, context first.
   *
   * @param x world x of each point, NaN for one without a place
   * @param depth how near each is; null in the plane
   * @param view in device pixels
   * @param radius in device pixels
   * @param alpha 0 to 1
   */
  void points(
      MapPoints points,
      float[] x,
      float[] y,
      @Nullable Depth depth,
      Viewport view,
      PointLook look,
      int[] colours,
      double radius,
      double alpha) {
    int levels = depth == null ? 1 : Depth.LEVELS;
    if (sprites.length != levels || Math.abs(spriteRadius - radius) > 0.05) {
      spriteRadius = radius;
      sprites = new Sprites[levels];
      for (int level = 0; level < levels; level++) {
        sprites[level] = new Sprites(depth == null ? radius : radius * Depth.size(level));
      }
    }
    int[] alphas = new int[levels];
    for (int level = 0; level < levels; level++) {
      double strength = depth == null ? 1 : Depth.strength(level);
      alphas[level] = (int) (256 * Math.min(1, alpha * strength));
    }
    Frame frame = new Frame(points, x, y, depth, view, look, colours, alphas);
    // Each band of rows is drawn by one thread, so that the order of points holds within it.
    int bands = points.size() < MANY ? 1 : BANDS;
    IntStream all = IntStream.range(0, bands);
    (bands == 1 ? all : all.parallel())
        .forEach(
            band -> {
              int top = (int) ((long) height * band / bands);
              int bottom = (int) ((long) height * (band + 1) / bands);
              if (look.anyContext()) {
                frame.draw(true, top, bottom);
              }
              frame.draw(false, top, bottom);
            });
  }

  /** One drawing of all points. */
  private final class Frame {
    private final MapPoints points;
    private final float[] x;
    private final float[] y;
    private final @Nullable Depth depth;
    private final Viewport view;
    private final PointLook look;
    private final int[] colours;
    private final int[] alphas;

    Frame(
        MapPoints points,
        float[] x,
        float[] y,
        @Nullable Depth depth,
        Viewport view,
        PointLook look,
        int[] colours,
        int[] alphas) {
      this.points = points;
      this.x = x;
      this.y = y;
      this.depth = depth;
      this.view = view;
      this.look = look;
      this.colours = colours;
      this.alphas = alphas;
    }

    /** Context or the rest, in the rows {@code from} to {@code to}. */
    void draw(boolean context, int from, int to) {
      byte[] tones = look.tones();
      boolean[] hollow = look.hollow();
      byte[] levels = depth == null ? null : depth.levels();
      int sources = points.sources();
      int margin = sprites[sprites.length - 1].size();
      double scale = view.scale();
      double offsetX = view.screenX(0);
      double offsetY = view.screenY(0);
      for (int point : depth == null ? points.drawOrder() : depth.order()) {
        byte tone = tones[point];
        if (tone == PointLook.CONTEXT != context) {
          continue;
        }
        double py = offsetY - y[point] * scale;
        // Written so that NaN fails it.
        if (!(py > from - margin && py < to + margin)) {
          continue;
        }
        double px = offsetX + x[point] * scale;
        if (px > -margin && px < width + margin) {
          int level = levels == null ? 0 : levels[point];
          boolean faint = hollow != null && hollow[point];
          double strength = (context ? CONTEXT_ALPHA : 1) * (faint ? HOLLOW_ALPHA : 1);
          int alpha = (int) (alphas[level] * strength);
          stamp(sprites[level], point >= sources, faint, px, py, colours[tone], alpha, from, to);
        }
      }
    }
  }

  private void stamp(
      Sprites sprite,
      boolean triangle,
      boolean hollow,
      double px,
      double py,
      int rgb,
      int alpha,
      int from,
      int to) {
    int quarterX = (int) Math.floor(px * Sprites.PHASES);
    int quarterY = (int) Math.floor(py * Sprites.PHASES);
    int phase =
        Math.floorMod(quarterY, Sprites.PHASES) * Sprites.PHASES
            + Math.floorMod(quarterX, Sprites.PHASES);
    byte[] mask = sprite.of(triangle, hollow)[phase];
    int size = sprite.size();
    int left = Math.floorDiv(quarterX, Sprites.PHASES) - size / 2;
    int top = Math.floorDiv(quarterY, Sprites.PHASES) - size / 2;
    int firstRow = Math.max(0, from - top);
    int lastRow = Math.min(size, to - top);
    int firstColumn = Math.max(0, -left);
    int lastColumn = Math.min(size, width - left);
    for (int row = firstRow; row < lastRow; row++) {
      int at = (top + row) * width + left;
      int m = row * size;
      for (int column = firstColumn; column < lastColumn; column++) {
        int cover = mask[m + column] & 0xFF;
        if (cover != 0) {
          pixels[at + column] = blend(pixels[at + column], rgb, (cover * alpha) >> 8);
        }
      }
    }
  }

  /** {@code rgb} over an opaque pixel; {@code part} is 0 to 255. Two channels at a time. */
  static int blend(int under, int rgb, int part) {
    int p = part + (part >> 7);
    int redBlue = under & 0xFF00FF;
    int green = under & 0x00FF00;
    redBlue += (((rgb & 0xFF00FF) - redBlue) * p) >> 8;
    green += (((rgb & 0x00FF00) - green) * p) >> 8;
    return 0xFF000000 | (redBlue & 0xFF00FF) | (green & 0x00FF00);
  }

  /** Draws a thin anti-aliased line between two device points (Wu 1991). */
  void line(double fromX, double fromY, double toX, double toY, int rgb, double alpha) {
    double limit = 4.0 * (width + height);
    if (!(Math.abs(fromX) < limit
        && Math.abs(fromY) < limit
        && Math.abs(toX) < limit
        && Math.abs(toY) < limit)) {
      return;
    }
    boolean steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
    double a = steep ? fromY : fromX;
    double b = steep ? fromX : fromY;
    double endA = steep ? toY : toX;
    double endB = steep ? toX : toY;
    if (a > endA) {
      double swap = a;
      a = endA;
      endA = swap;
      swap = b;
      b = endB;
      endB = swap;
    }
    double slope = endA - a < 1e-9 ? 0 : (endB - b) / (endA - a);
    int first = (int) Math.max(Math.ceil(a), 0);
    int last = (int) Math.min(Math.floor(endA), (steep ? height : width) - 1);
    for (int i = first; i <= last; i++) {
      double across = b + (i - a) * slope - 0.5;
      int low = (int) Math.floor(across);
      double part = across - low;
      dot(steep, i, low, rgb, alpha * (1 - part));
      dot(steep, i, low + 1, rgb, alpha * part);
    }
  }

  private void dot(boolean steep, int along, int across, int rgb, double alpha) {
    int px = steep ? across : along;
    int py = steep ? along : across;
    if (px >= 0 && px < width && py >= 0 && py < height) {
      int at = py * width + px;
      pixels[at] = blend(pixels[at], rgb, (int) (255 * alpha));
    }
  }
}
