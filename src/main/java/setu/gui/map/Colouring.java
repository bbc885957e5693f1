package setu.gui.map;

import org.jspecify.annotations.Nullable;

/** What the colour of a point tells. */
enum Colouring {
  /** Its language. */
  LANGUAGE,
  /** Its frequency rank, logarithmic. */
  FREQUENCY,
  /** Its part in the layout's trustworthiness. */
  TRUST;

  /** The look of all points of a layout; without its trust the colour tells the language. */
  PointLook look(MapPoints points, @Nullable LayoutTrust trust) {
    return switch (this) {
      case LANGUAGE -> PointLook.language(points.sources(), points.size());
      case FREQUENCY -> PointLook.ramp(frequencies(points));
      case TRUST ->
          trust == null
              ? PointLook.language(points.sources(), points.size())
              : PointLook.ramp(spread(trust.byPoint()));
    };
  }

  /** 1 for the most frequent word of a language, 0 for its last. */
  private static float[] frequencies(MapPoints points) {
    float[] values = new float[points.size()];
    for (int i = 0; i < values.length; i++) {
      double most = Math.log1p(points.words(points.side(i)).size());
      values[i] = (float) (1 - Math.log1p(points.row(i)) / most);
    }
    return values;
  }

  /** Trust mostly lies between 0.5 and 1; the ramp shows that range. */
  private static float[] spread(float[] trust) {
    float[] values = new float[trust.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (trust[i] - 0.5f) * 2;
    }
    return values;
  }
}
