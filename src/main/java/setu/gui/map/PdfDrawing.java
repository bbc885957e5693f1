package setu.gui.map;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as one page of PDF 1.4 (ISO 32000-1 without what came later), a pixel to a point. Words
 * are outlines, so that no typeface has to be embedded; each keeps its text as ActualText.
 */
final class PdfDrawing implements VectorDrawing {
  /** A circle's quarter as a cubic curve: how long the handles are. */
  private static final double HANDLE = 0.5522847498;

  private final double width;
  private final double height;
  private final String title;
  private final Map<Double, String> alphas = new LinkedHashMap<>();
  private final StringBuilder body = new StringBuilder();
  private @Nullable Ink current;

  /** An empty drawing of so many pixels on a ground, 0xRRGGBB. */
  PdfDrawing(double width, double height, int ground, String title) {
    this.width = width;
    this.height = height;
    this.title = title;
    use(Ink.fill(ground, 1));
    body.append("0 0 ").append(number(width)).append(' ').append(number(height)).append(" re f\n");
  }

  private void use(Ink ink) {
    if (ink.equals(current)) {
      return;
    }
    String alpha = alphas.computeIfAbsent(ink.alpha(), a -> "A" + alphas.size());
    body.append('/').append(alpha).append(" gs ");
    for (int shift = 16; shift >= 0; shift -= 8) {
      body.append(number((ink.rgb() >> shift & 0xFF) / 255.0, 1000)).append(' ');
    }
    if (ink.line() == 0) {
      body.append("rg\n");
    } else {
      body.append("RG ").append(number(ink.line())).append(" w 1 j\n");
    }
    current = ink;
  }

  private static String paint(Ink ink) {
    return ink.line() == 0 ? "f\n" : "S\n";
  }

  @Override
  public void circle(double x, double y, double radius, Ink ink) {
    use(ink);
    double h = radius * HANDLE;
    move(x + radius, y);
    curve(x + radius, y + h, x + h, y + radius, x, y + radius);
    curve(x - h, y + radius, x - radius, y + h, x - radius, y);
    curve(x - radius, y - h, x - h, y - radius, x, y - radius);
    curve(x + h, y - radius, x + radius, y - h, x + radius, y);
    body.append("h ").append(paint(ink));
  }

  @Override
  public void triangle(double x, double y, double radius, Ink ink) {
    use(ink);
    double[] corners = VectorDrawing.corners(radius);
    move(x + corners[0], y + corners[1]);
    place(x + corners[2], y + corners[3]).append("l ");
    place(x + corners[4], y + corners[5]).append("l h ").append(paint(ink));
  }

  @Override
  public void line(double fromX, double fromY, double toX, double toY, Ink ink) {
    use(ink);
    move(fromX, fromY);
    place(toX, toY).append("l S\n");
  }

  @Override
  public void text(String word, Outline outline, double x, double y, Ink ink) {
    body.append("/Span <</ActualText ").append(hex(word)).append(">> BDC\n");
    halo(outline, x, y, ink);
    body.append("EMC\n");
  }

  @Override
  public void halo(Outline outline, double x, double y, Ink ink) {
    use(ink);
    for (Outline.Step step : outline.steps()) {
      switch (step.kind()) {
        case MOVE -> move(x + step.x(), y + step.y());
        case LINE -> place(x + step.x(), y + step.y()).append("l ");
        case CURVE ->
            curve(
                x + step.x1(),
                y + step.y1(),
                x + step.x2(),
                y + step.y2(),
                x + step.x(),
                y + step.y());
        case CLOSE -> body.append("h ");
      }
    }
    body.append(paint(ink));
  }

  private void move(double x, double y) {
    place(x, y).append("m ");
  }

  private void curve(double x1, double y1, double x2, double y2, double x, double y) {
    place(x1, y1);
    place(x2, y2);
    place(x, y).append("c ");
  }

  /** PDF counts from the bottom. */
  private StringBuilder place(double x, double y) {
    return body.append(number(x)).append(' ').append(number(height - y)).append(' ');
  }

  private static String number(double value) {
    return number(value, 100);
  }

  private static String number(double value, double steps) {
    double rounded = Math.round(value * steps) / steps;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }

  /** A text string in UTF-16 with its mark. */
  private static String hex(String text) {
    StringBuilder hex = new StringBuilder("<FEFF");
    for (byte b : text.getBytes(StandardCharsets.UTF_16BE)) {
      hex.append(String.format(Locale.ROOT, "%02X", b));
    }
    return hex.append('>').toString();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    List<byte[]> objects = new ArrayList<>();
    objects.add(ascii("<</Type /Catalog /Pages 2 0 R>>"));
    objects.add(ascii("<</Type /Pages /Kids [3 0 R] /Count 1>>"));
    objects.add(
        ascii(
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 "
                + number(width)
                + " "
                + number(height)
                + "] /Resources <</ExtGState <<"
                + states()
                + ">>>> /Contents 4 0 R /Group <</S /Transparency /CS /DeviceRGB>>>>"));
    objects.add(contents());
    objects.add(ascii("<</Title " + hex(title) + " /Producer (Setu)>>"));
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(ascii("%PDF-1.4\n%"));
    file.write(new byte[] {(byte) 0xE2, (byte) 0xE3, (byte) 0xCF, (byte) 0xD3, '\n'});
    StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
    for (int i = 0; i < objects.size(); i++) {
      table.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.size()));
      file.write(ascii((i + 1) + " 0 obj\n"));
      file.write(objects.get(i));
      file.write(ascii("\nendobj\n"));
    }
    int start = file.size();
    file.write(ascii(table.toString()));
    file.write(ascii("trailer\n<</Size 6 /Root 1 0 R /Info 5 0 R>>\nstartxref\n" + start));
    file.write(ascii("\n%%EOF\n"));
    file.writeTo(out);
  }

  private String states() {
    StringBuilder states = new StringBuilder();
    alphas.forEach(
        (alpha, name) ->
            states.append(
                "/" + name + " <</ca " + number(alpha) + " /CA " + number(alpha) + ">> "));
    return states.toString();
  }

  private byte[] contents() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
      deflater.write(ascii(body.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    stream.writeBytes(ascii("<</Length " + packed.size() + " /Filter /FlateDecode>>\nstream\n"));
    stream.writeBytes(packed.toByteArray());
    stream.writeBytes(ascii("\nendstream"));
    return stream.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
