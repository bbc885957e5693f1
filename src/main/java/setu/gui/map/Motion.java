package setu.gui.map;

/** Points on their way from one layout to another, in straight lines. */
final class Motion {
  private Motion() {}

  /**
   * Puts each coordinate a part of the way from one layout to another. A point that only one of
   * them knows stands where that one has it, except at the very end.
   */
  static float[] between(float[] from, float[] to, double part) {
    if (part <= 0) {
      return from;
    }
    if (part >= 1) {
      return to;
    }
    float[] now = new float[to.length];
    float p = (float) part;
    for (int i = 0; i < now.length; i++) {
      float a = from[i];
      float b = to[i];
      now[i] = Float.isNaN(a) ? b : Float.isNaN(b) ? a : a + (b - a) * p;
    }
    return now;
  }

  /** Slow at both ends. */
  static double eased(double part) {
    double t = Math.clamp(part, 0, 1);
    return t * t * (3 - 2 * t);
  }
}
