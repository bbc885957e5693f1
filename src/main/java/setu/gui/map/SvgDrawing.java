package setu.gui.map;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A drawing as SVG 1.1. Words are outlines; each keeps its text as a title, to be found and read.
 */
final class SvgDrawing implements VectorDrawing {
  private final double width;
  private final double height;
  private final int ground;
  private final String title;
  private final Map<Ink, String> styles = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();

  /** An empty drawing of so many pixels on a ground, 0xRRGGBB. */
  SvgDrawing(double width, double height, int ground, String title) {
    this.width = width;
    this.height = height;
    this.ground = ground;
    this.title = title;
  }

  /** Each ink is named once: of tens of thousands of points few differ. */
  private String style(Ink ink) {
    return styles.computeIfAbsent(ink, i -> "i" + styles.size());
  }

  @Override
  public void circle(double x, double y, double radius, Ink ink) {
    body.append("<circle class=\"").append(style(ink)).append("\" cx=\"").append(number(x));
    body.append("\" cy=\"").append(number(y)).append("\" r=\"").append(number(radius));
    body.append("\"/>\n");
  }

  @Override
  public void triangle(double x, double y, double radius, Ink ink) {
    double[] corners = VectorDrawing.corners(radius);
    body.append("<path class=\"").append(style(ink)).append("\" d=\"");
    for (int i = 0; i < corners.length; i += 2) {
      body.append(i == 0 ? 'M' : 'L').append(number(x + corners[i])).append(' ');
      body.append(number(y + corners[i + 1]));
    }
    body.append("Z\"/>\n");
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Ink ink) {
    body.append("<path class=\"").append(style(ink)).append("\" d=\"M").append(number(fromX));
    body.append(' ').append(number(fromY)).append('L').append(number(toX)).append(' ');
    body.append(number(toY)).append("\"/>\n");
  }

  @Override
  public void text(String word, Outline outline, double x, double y, Ink ink) {
    outline(outline, x, y, ink);
    body.append("\"><title>").append(escaped(word)).append("</title></path>\n");
  }

  @Override
  public void halo(Outline outline, double x, double y, Ink ink) {
    outline(outline, x, y, ink);
    body.append("\"/>\n");
  }

  private void outline(Outline outline, double x, double y, Ink ink) {
    body.append("<path class=\"").append(style(ink)).append("\" d=\"");
    for (Outline.Step step : outline.steps()) {
      switch (step.kind()) {
        case MOVE -> place(body.append('M'), x + step.x(), y + step.y());
        case LINE -> place(body.append('L'), x + step.x(), y + step.y());
        case CURVE -> {
          place(body.append('C'), x + step.x1(), y + step.y1());
          place(body.append(' '), x + step.x2(), y + step.y2());
          place(body.append(' '), x + step.x(), y + step.y());
        }
        case CLOSE -> body.append('Z');
      }
    }
  }

  private static void place(StringBuilder into, double x, double y) {
    into.append(number(x)).append(' ').append(number(y));
  }

  /** To a hundredth of a pixel. */
  static String number(double value) {
    double rounded = Math.round(value * 100) / 100.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    StringBuilder head = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    head.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
    head.append(number(width)).append("\" height=\"").append(number(height));
    head.append("\" viewBox=\"0 0 ").append(number(width)).append(' ').append(number(height));
    head.append("\">\n<title>").append(escaped(title)).append("</title>\n<style>\n");
    styles.forEach((ink, name) -> head.append('.').append(name).append(css(ink)).append('\n'));
    head.append("</style>\n<rect width=\"100%\" height=\"100%\" fill=\"").append(colour(ground));
    head.append("\"/>\n");
    out.write(head.toString().getBytes(StandardCharsets.UTF_8));
    out.write(body.toString().getBytes(StandardCharsets.UTF_8));
    out.write("</svg>\n".getBytes(StandardCharsets.UTF_8));
  }

  private static String css(Ink ink) {
    return ink.line() == 0
        ? "{fill:" + colour(ink.rgb()) + ";fill-opacity:" + number(ink.alpha()) + "}"
        : "{fill:none;stroke:"
            + colour(ink.rgb())
            + ";stroke-opacity:"
            + number(ink.alpha())
            + ";stroke-width:"
            + number(ink.line())
            + ";stroke-linejoin:round}";
  }

  private static String colour(int rgb) {
    return String.format(Locale.ROOT, "#%06X", rgb);
  }
}
