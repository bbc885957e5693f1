package setu.gui.map;

/**
 * How points are turned towards the eye: a rotation about their middle, in the plane about the line
 * of sight only. Immutable.
 */
final class Orientation {
  /** As it was laid out: x to the right, y up, z towards the eye. */
  static final Orientation FRONT = new Orientation(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});

  /** Row by row. */
  private final double[] m;

  private Orientation(double[] m) {
    this.m = m;
  }

  /**
   * The turn in the plane that lays the direction in which places spread most level, so that they
   * fill a broad window; of the two such turns the one nearer to {@code before}. In three
   * dimensions the front.
   */
  static Orientation level(Places places, Orientation before) {
    if (places.dimensions() == 3) {
      return FRONT;
    }
    double cx = middle(places.x());
    double cy = middle(places.y());
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < places.size(); i++) {
      double dx = places.x()[i] - cx;
      double dy = places.y()[i] - cy;
      if (!Double.isNaN(dx)) {
        xx += dx * dx;
        xy += dx * dy;
        yy += dy * dy;
      }
    }
    double angle = -Math.atan2(2 * xy, xx - yy) / 2;
    Orientation found = rolled(angle);
    return found.m[0] * before.m[0] + found.m[3] * before.m[3] < 0
        ? rolled(angle + Math.PI)
        : found;
  }

  /** Turned to the left in the plane, by radians. */
  private static Orientation rolled(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return new Orientation(new double[] {c, -s, 0, s, c, 0, 0, 0, 1});
  }

  /**
   * Turned further, as the eye sees it.
   *
   * @param right radians about the upright axis: what is near goes right
   * @param up radians about the level axis: what is near goes up
   */
  Orientation turned(double right, double up) {
    double cr = Math.cos(right);
    double sr = Math.sin(right);
    double cu = Math.cos(up);
    double su = Math.sin(up);
    double[] next = new double[9];
    for (int column = 0; column < 3; column++) {
      double x = m[column] * cr + m[6 + column] * sr;
      double z = m[6 + column] * cr - m[column] * sr;
      double y = m[3 + column];
      next[column] = x;
      next[3 + column] = y * cu + z * su;
      next[6 + column] = z * cu - y * su;
    }
    return new Orientation(next);
  }

  /** What the eye sees of places: z of the answer is how near each point is. */
  Places turn(Places places) {
    if (this.equals(FRONT)) {
      return places;
    }
    float[] x = places.x();
    float[] y = places.y();
    float[] z = places.z();
    double cx = middle(x);
    double cy = middle(y);
    return z == null ? roll(x, y, cx, cy) : turn(x, y, z, cx, cy);
  }

  private Places roll(float[] x, float[] y, double cx, double cy) {
    float[] seenX = new float[x.length];
    float[] seenY = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - cx;
      double dy = y[i] - cy;
      seenX[i] = (float) (m[0] * dx + m[1] * dy + cx);
      seenY[i] = (float) (m[3] * dx + m[4] * dy + cy);
    }
    return Places.flat(seenX, seenY);
  }

  private Places turn(float[] x, float[] y, float[] z, double cx, double cy) {
    double cz = middle(z);
    float[] seenX = new float[x.length];
    float[] seenY = new float[x.length];
    float[] near = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - cx;
      double dy = y[i] - cy;
      double dz = z[i] - cz;
      seenX[i] = (float) (m[0] * dx + m[1] * dy + m[2] * dz + cx);
      seenY[i] = (float) (m[3] * dx + m[4] * dy + m[5] * dz + cy);
      near[i] = (float) (m[6] * dx + m[7] * dy + m[8] * dz + cz);
    }
    return new Places(seenX, seenY, near);
  }

  /** The mean, which a few outliers do not pull far. */
  private static double middle(float[] values) {
    double sum = 0;
    int count = 0;
    for (float value : values) {
      if (!Float.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
