package setu.gui.map;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The sign of a text that is no word of the map: a diamond at the mean of the places of its nearest
 * words, with the text beside it.
 *
 * @param text as shown, shortened
 * @param nearest points, at least one
 */
record PlacedMark(String text, List<Integer> nearest) {
  private static final int LONGEST = 36;
  private static final double REACH = 8;
  private static final double GAP = 5;
  private static final double PAD = 4;

  /** A mark of a text however long. */
  static PlacedMark of(String text, List<Integer> nearest) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) > LONGEST) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
    return new PlacedMark(line, nearest);
  }

  /** Where the mark stands in the plane; null where none of its words has a place. */
  double @Nullable [] place(float[] x, float[] y) {
    double sumX = 0;
    double sumY = 0;
    int count = 0;
    for (int point : nearest) {
      if (!Float.isNaN(x[point])) {
        sumX += x[point];
        sumY += y[point];
        count++;
      }
    }
    return count == 0 ? null : new double[] {sumX / count, sumY / count};
  }

  /** The label's box beside a diamond at a screen place, on the side that has room. */
  LabelLayout.Box box(double px, double py, double screenWidth, Font font) {
    Text shaped = new Text(text);
    shaped.setFont(font);
    double width = Math.ceil(shaped.getLayoutBounds().getWidth()) + 2 * PAD;
    double height = Math.ceil(font.getSize() * 1.45) + 2;
    boolean left = px + REACH + GAP + width > screenWidth && px - REACH - GAP - width >= 0;
    double x = left ? px - REACH - GAP - width : px + REACH + GAP;
    return new LabelLayout.Box(x, py - height / 2, width, height);
  }

  /** Draws diamond and label. */
  void draw(
      GraphicsContext g, double px, double py, LabelLayout.Box box, Font font, Palette palette) {
    g.setFill(palette.accent().deriveColor(0, 1, 1, 0.22));
    diamond(g, px, py, REACH + 7);
    g.setFill(palette.ground());
    diamond(g, px, py, REACH + 2);
    g.setFill(palette.accent());
    diamond(g, px, py, REACH);
    g.setFill(palette.ground().deriveColor(0, 1, 1, 0.92));
    g.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 6, 6);
    g.setStroke(palette.accent());
    g.setLineWidth(1);
    g.strokeRoundRect(box.x(), box.y(), box.width(), box.height(), 6, 6);
    g.setFont(font);
    g.setTextBaseline(VPos.CENTER);
    g.setFill(palette.text());
    g.fillText(text, box.x() + PAD, box.y() + box.height() / 2);
  }

  private static void diamond(GraphicsContext g, double x, double y, double reach) {
    g.fillPolygon(
        new double[] {x, x + reach, x, x - reach}, new double[] {y - reach, y, y + reach, y}, 4);
  }
}
