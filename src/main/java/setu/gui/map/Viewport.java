package setu.gui.map;

import java.util.Arrays;

/**
 * The part of the map's plane that is seen: screen pixels of a {@code width × height} window to
 * world coordinates and back. World y points up, screen y down. Immutable.
 *
 * @param width of the window, in pixels
 * @param height of the window, in pixels
 * @param centerX the world point in the middle
 * @param centerY the world point in the middle
 * @param scale pixels per world unit, above 0
 */
public record Viewport(double width, double height, double centerX, double centerY, double scale) {
  /** The largest zoom against the fitted view. */
  private static final double MARGIN = 0.06;

  /** Checks the scale. */
  public Viewport {
    if (!(scale > 0) || !Double.isFinite(scale)) {
      throw new IllegalArgumentException("scale " + scale);
    }
  }

  /** A view that shows all of {@code bounds} with a margin. */
  public static Viewport fitting(Bounds bounds, double width, double height) {
    return fitting(bounds, width, height, 0, 0);
  }

  /**
   * A view that shows all of {@code bounds} with a margin in a part of the window.
   *
   * @param top pixels at the upper edge to leave free
   * @param bottom pixels at the lower edge to leave free
   */
  static Viewport fitting(Bounds bounds, double width, double height, double top, double bottom) {
    double w = Math.max(bounds.maxX() - bounds.minX(), 1e-6);
    double h = Math.max(bounds.maxY() - bounds.minY(), 1e-6);
    double inner = 1 - 2 * MARGIN;
    double scale =
        Math.min(Math.max(width, 1) * inner / w, Math.max(height - top - bottom, 1) * inner / h);
    return new Viewport(
        width,
        height,
        (bounds.minX() + bounds.maxX()) / 2,
        (bounds.minY() + bounds.maxY()) / 2 + (top - bottom) / 2 / scale,
        scale);
  }

  /** Where a world x stands on the screen. */
  public double screenX(double x) {
    return width / 2 + (x - centerX) * scale;
  }

  /** Where a world y stands on the screen. */
  public double screenY(double y) {
    return height / 2 - (y - centerY) * scale;
  }

  /** The world x under a screen x. */
  public double worldX(double x) {
    return centerX + (x - width / 2) / scale;
  }

  /** The world y under a screen y. */
  public double worldY(double y) {
    return centerY - (y - height / 2) / scale;
  }

  /** Moves the content by so many pixels. */
  public Viewport panned(double dx, double dy) {
    return new Viewport(width, height, centerX - dx / scale, centerY + dy / scale, scale);
  }

  /** Zooms so that the world point under a screen point stays there. */
  public Viewport zoomed(double factor, double atX, double atY) {
    double next = Math.clamp(scale * factor, 1e-6, 1e9);
    double x = worldX(atX);
    double y = worldY(atY);
    return new Viewport(
        width, height, x - (atX - width / 2) / next, y + (atY - height / 2) / next, next);
  }

  /** The same middle and scale in a window of another size. */
  public Viewport resized(double nextWidth, double nextHeight) {
    return new Viewport(nextWidth, nextHeight, centerX, centerY, scale);
  }

  /** The same scale around another middle. */
  public Viewport centeredAt(double x, double y) {
    return new Viewport(width, height, x, y, scale);
  }

  /** The view a part of the way to another one; zoom moves evenly in its logarithm. */
  public Viewport towards(Viewport end, double part) {
    if (part >= 1) {
      return end;
    }
    return new Viewport(
        width,
        height,
        centerX + (end.centerX - centerX) * part,
        centerY + (end.centerY - centerY) * part,
        scale * Math.pow(end.scale / scale, part));
  }

  /** A rectangle of the plane. */
  public record Bounds(double minX, double minY, double maxX, double maxY) {
    /** Around nothing: the unit square about the origin. */
    public static final Bounds UNIT = new Bounds(-1, -1, 1, 1);

    private static final int MANY = 1_000;
    private static final int MOST_LOOKED_AT = 20_000;
    private static final double OUTERMOST = 0.003;

    /** Around all points that have coordinates; NaN marks a point that has none. */
    public static Bounds of(float[] x, float[] y) {
      double minX = Double.POSITIVE_INFINITY;
      double minY = Double.POSITIVE_INFINITY;
      double maxX = Double.NEGATIVE_INFINITY;
      double maxY = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < x.length; i++) {
        if (!Float.isNaN(x[i])) {
          minX = Math.min(minX, x[i]);
          maxX = Math.max(maxX, x[i]);
          minY = Math.min(minY, y[i]);
          maxY = Math.max(maxY, y[i]);
        }
      }
      return minX > maxX ? UNIT : new Bounds(minX, minY, maxX, maxY);
    }

    /**
     * Around nearly all points that have coordinates: of many, the outermost 3 in 1,000 on each
     * side, which would leave the others little room, may lie outside.
     */
    static Bounds ofMost(float[] x, float[] y) {
      Bounds all = of(x, y);
      if (x.length < MANY || all.equals(UNIT)) {
        return all;
      }
      double[] across = inner(x);
      double[] upright = inner(y);
      return new Bounds(across[0], upright[0], across[1], upright[1]);
    }

    /** The values between which all but the outermost lie, by a sample of evenly spaced points. */
    private static double[] inner(float[] values) {
      int stride = Math.max(1, values.length / MOST_LOOKED_AT);
      float[] sorted = new float[values.length / stride];
      int known = 0;
      for (int i = 0; i < sorted.length; i++) {
        if (!Float.isNaN(values[i * stride])) {
          sorted[known++] = values[i * stride];
        }
      }
      Arrays.sort(sorted, 0, known);
      int outer = (int) (known * OUTERMOST);
      return known == 0
          ? new double[] {-1, 1}
          : new double[] {sorted[outer], sorted[known - 1 - outer]};
    }
  }
}
