package setu.gui.map;

import java.io.IOException;
import java.io.OutputStream;

/** A drawing that is kept as shapes; in pixels from the top left, y pointing down. */
interface VectorDrawing {
  /**
   * How a shape is filled or drawn.
   *
   * @param rgb 0xRRGGBB
   * @param alpha 0 to 1
   * @param line the width of its line; 0 fills it
   */
  record Ink(int rgb, double alpha, double line) {
    static Ink fill(int rgb, double alpha) {
      return new Ink(rgb, alpha, 0);
    }
  }

  /** The sign of a point of the source. */
  void circle(double x, double y, double radius, Ink ink);

  /** The sign of a point of the target, of about the weight of a circle of that radius. */
  void triangle(double x, double y, double radius, Ink ink);

  /** A straight line. */
  void line(double fromX, double fromY, double toX, double toY, Ink ink);

  /** A word whose base line begins at a place. */
  void text(String word, Outline outline, double x, double y, Ink ink);

  /** The ground around a word, so that it is read over points. */
  void halo(Outline outline, double x, double y, Ink ink);

  /** Writes the whole drawing. */
  void writeTo(OutputStream out) throws IOException;

  /** The corners of a triangle about the origin, x and y in turn, as the screen draws it. */
  static double[] corners(double radius) {
    double r = radius * 1.3;
    double half = r * Math.sqrt(3) / 2;
    return new double[] {0, -r, half, r / 2, -half, r / 2};
  }
}
