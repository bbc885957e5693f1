package setu.gui.map;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where points are: x and y of each, and z in three dimensions; NaN for a point that has no place.
 * The arrays are never changed.
 */
final class Places {
  private final float[] x;
  private final float[] y;
  private final float @Nullable [] z;

  Places(float[] x, float[] y, float @Nullable [] z) {
    if (x.length != y.length || (z != null && z.length != x.length)) {
      throw new IllegalArgumentException(x.length + " x for " + y.length + " y");
    }
    this.x = x;
    this.y = y;
    this.z = z;
  }

  /** Places in the plane. */
  static Places flat(float[] x, float[] y) {
    return new Places(x, y, null);
  }

  float[] x() {
    return x;
  }

  float[] y() {
    return y;
  }

  /** Null in two dimensions. */
  float @Nullable [] z() {
    return z;
  }

  int size() {
    return x.length;
  }

  /** 2 or 3. */
  int dimensions() {
    return z == null ? 2 : 3;
  }

  /** Places a part of the way from some to others, 0 to 1; the plane lies at z = 0 of space. */
  static Places between(Places from, Places to, double part) {
    if (part <= 0) {
      return from;
    }
    if (part >= 1) {
      return to;
    }
    float[] fromZ = from.z;
    float[] toZ = to.z;
    float[] z = null;
    if (fromZ != null || toZ != null) {
      float[] plane = new float[to.size()];
      z = Motion.between(fromZ == null ? plane : fromZ, toZ == null ? plane : toZ, part);
    }
    return new Places(Motion.between(from.x, to.x, part), Motion.between(from.y, to.y, part), z);
  }

  /** Whether every point is in the same place. */
  boolean same(Places other) {
    return Arrays.equals(x, other.x) && Arrays.equals(y, other.y) && Arrays.equals(z, other.z);
  }
}
