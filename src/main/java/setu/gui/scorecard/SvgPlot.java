package setu.gui.scorecard;

import java.util.List;
import java.util.Locale;
import setu.core.evaluate.FigureTable;

/**
 * A plot of lines as SVG, for papers: axes from 0 to the greatest values, a legend, no script.
 *
 * @param title above the plot
 * @param across what x is
 * @param upright what y is
 */
record SvgPlot(String title, String across, String upright, List<Series> series) {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int TOP = 36;
  private static final int RIGHT = 20;
  private static final int BOTTOM = 50;

  /** Okabe and Ito's, for light ground. */
  private static final List<String> COLOURS = List.of("#D55E00", "#0072B2", "#009E73", "#CC79A7");

  /** One line; x and y are equally long. */
  record Series(String name, List<Double> x, List<Double> y) {}

  String text() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d"
                + " %d\" font-family=\"Noto Sans, Noto Sans Sinhala, sans-serif\""
                + " font-size=\"12\">%n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT));
    label(svg, WIDTH / 2.0, 20, "middle", title);
    label(svg, WIDTH / 2.0, HEIGHT - 10, "middle", across);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(14 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
            HEIGHT / 2,
            FigureTable.escaped(upright)));
    double mostX = most(true);
    double mostY = most(false);
    for (int tick = 0; tick <= 4; tick++) {
      double part = tick / 4.0;
      label(svg, x(part), HEIGHT - BOTTOM + 18, "middle", FigureTable.figure(part * mostX, 0));
      label(svg, LEFT - 6, y(part) + 4, "end", figure(part * mostY));
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ccc\"/>%n",
              LEFT,
              WIDTH - RIGHT,
              y(part),
              y(part)));
    }
    for (int s = 0; s < series.size(); s++) {
      line(svg, series.get(s), COLOURS.get(s % COLOURS.size()), s, mostX, mostY);
    }
    return svg.append("</svg>\n").toString();
  }

  private static String figure(double value) {
    return FigureTable.figure(value, value == 0 || value >= 10 ? 0 : value >= 0.1 ? 2 : 4);
  }

  private static void line(
      StringBuilder svg, Series one, String colour, int place, double mostX, double mostY) {
    svg.append("<polyline fill=\"none\" stroke-width=\"1.5\" stroke=\"").append(colour);
    svg.append("\" points=\"");
    for (int i = 0; i < one.x().size(); i++) {
      svg.append(
          String.format(
              Locale.ROOT, "%.1f,%.1f ", x(one.x().get(i) / mostX), y(one.y().get(i) / mostY)));
    }
    svg.append("\"/>\n<rect width=\"10\" height=\"10\" x=\"").append(WIDTH - RIGHT - 150);
    svg.append("\" y=\"").append(TOP + 4 + 18 * place).append("\" fill=\"").append(colour);
    svg.append("\"/>\n");
    label(svg, WIDTH - RIGHT - 134, TOP + 14 + 18 * place, "start", one.name());
  }

  private double most(boolean across) {
    return series.stream()
        .flatMap(one -> (across ? one.x() : one.y()).stream())
        .mapToDouble(v -> v)
        .filter(v -> v > 0)
        .max()
        .orElse(1);
  }

  private static double x(double part) {
    return LEFT + part * (WIDTH - LEFT - RIGHT);
  }

  private static double y(double part) {
    return HEIGHT - BOTTOM - part * (HEIGHT - BOTTOM - TOP);
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            FigureTable.escaped(text)));
  }
}
