package setu.core.math;

/** Checks of shapes at the door. */
final class Shapes {
  private Shapes() {}

  static void checkColumns(FloatMatrix a, FloatMatrix b) {
    if (a.columns() != b.columns()) {
      throw new IllegalArgumentException(a + " and " + b + " differ in columns");
    }
  }
}
