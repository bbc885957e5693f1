package setu.gui.map;

/**
 * Coverage masks of small triangles and circles, full and hollow, anti-aliased, at sixteen offsets
 * within a pixel so that points move smoothly.
 */
final class Sprites {
  /** Offsets per axis within a pixel. */
  static final int PHASES = 4;

  private static final int SAMPLES = 8;

  private final double radius;
  private final int size;
  private final byte[][] circles = new byte[PHASES * PHASES][];
  private final byte[][] triangles = new byte[PHASES * PHASES][];
  private final byte[][] rings = new byte[PHASES * PHASES][];
  private final byte[][] outlines = new byte[PHASES * PHASES][];

  /** Sprites for points of a radius in device pixels. */
  Sprites(double radius) {
    this.radius = radius;
    this.size = (int) Math.ceil(2 * radius * 1.3) + 2;
    int middle = size / 2;
    for (int phase = 0; phase < PHASES * PHASES; phase++) {
      int phaseX = phase % PHASES;
      int phaseY = phase / PHASES;
      double cx = middle + (phaseX + 0.5) / PHASES;
      double cy = middle + (phaseY + 0.5) / PHASES;
      circles[phase] = mask((x, y) -> inCircle(x - cx, y - cy));
      triangles[phase] = mask((x, y) -> inTriangle(x - cx, y - cy, 0));
      rings[phase] = mask((x, y) -> inCircle(x - cx, y - cy) && !inHole(x - cx, y - cy));
      outlines[phase] =
          mask((x, y) -> inTriangle(x - cx, y - cy, 0) && !inTriangle(x - cx, y - cy, line()));
    }
  }

  /** The radius of the circle. */
  double radius() {
    return radius;
  }

  /** Rows and columns of every mask; the point itself lies in pixel {@code size / 2}. */
  int size() {
    return size;
  }

  /** The masks of one shape by {@code phaseY * PHASES + phaseX}: coverage 0 to 255, row by row. */
  byte[][] of(boolean triangle, boolean hollow) {
    return hollow ? (triangle ? outlines : rings) : triangle ? triangles : circles;
  }

  /** The width of a hollow shape's line. */
  private double line() {
    return Math.max(0.8, radius * 0.3);
  }

  private boolean inHole(double x, double y) {
    double inner = radius - line();
    return inner > 0 && x * x + y * y <= inner * inner;
  }

  private boolean inCircle(double x, double y) {
    return x * x + y * y <= radius * radius;
  }

  /** Equilateral, point up, of about the circle's weight; {@code inset} off its edges. */
  private boolean inTriangle(double x, double y, double inset) {
    double r = radius * 1.3 - 2 * inset;
    return y <= r * 0.5 && y >= -r + Math.abs(x) * Math.sqrt(3);
  }

  private interface Shape {
    boolean contains(double x, double y);
  }

  private byte[] mask(Shape shape) {
    byte[] mask = new byte[size * size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int inside = 0;
        for (int sy = 0; sy < SAMPLES; sy++) {
          for (int sx = 0; sx < SAMPLES; sx++) {
            double x = column + (sx + 0.5) / SAMPLES;
            double y = row + (sy + 0.5) / SAMPLES;
            inside += shape.contains(x, y) ? 1 : 0;
          }
        }
        mask[row * size + column] = (byte) (inside * 255 / (SAMPLES * SAMPLES));
      }
    }
    return mask;
  }
}
