package setu.gui.map;

import javafx.scene.paint.Color;

/** The map's colours. Those of the languages are Okabe and Ito's. */
record Palette(
    Color ground,
    Color text,
    Color muted,
    Color source,
    Color target,
    Color sourceText,
    Color targetText,
    Color accent) {
  /** On white. */
  static final Palette LIGHT =
      new Palette(
          Color.WHITE,
          Color.web("#1F2328"),
          Color.web("#6E7781"),
          Color.web("#D55E00"),
          Color.web("#0072B2"),
          Color.web("#8F3B00"),
          Color.web("#004B7A"),
          Color.web("#0969DA"));

  /** On a dark ground: lighter variants. */
  static final Palette DARK =
      new Palette(
          Color.web("#0D1117"),
          Color.web("#E6EDF3"),
          Color.web("#8B949E"),
          Color.web("#E69F00"),
          Color.web("#56B4E9"),
          Color.web("#F7CE7F"),
          Color.web("#A9DAF7"),
          Color.web("#2F81F7"));

  boolean dark() {
    return ground.getBrightness() < 0.5;
  }

  /** Points that are context only. */
  Color context() {
    return ground.interpolate(muted, dark() ? 0.55 : 0.5);
  }

  /** The colour as 0xRRGGBB. */
  static int rgb(Color color) {
    return ((int) Math.round(color.getRed() * 255) << 16)
        | ((int) Math.round(color.getGreen() * 255) << 8)
        | (int) Math.round(color.getBlue() * 255);
  }

  /** A ramp from cividis (Nuñez, Anderton and Renslow 2018): even for colour-blind eyes. */
  static int ramp(double part) {
    double t = Math.clamp(part, 0, 1) * (CIVIDIS.length - 1);
    int low = (int) Math.min(t, CIVIDIS.length - 2);
    return rgb(Color.web(CIVIDIS[low]).interpolate(Color.web(CIVIDIS[low + 1]), t - low));
  }

  private static final String[] CIVIDIS = {
    "#00224E", "#35456C", "#666970", "#948E77", "#C8B866", "#FEE838"
  };
}
