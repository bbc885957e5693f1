package setu.gui.map;

import java.util.Arrays;

/**
 * A grid over points of the plane that finds the nearest one, and those in a box or a lasso,
 * without looking at all of them. Points without coordinates (NaN) are never found.
 */
public final class PointIndex {
  private static final int POINTS_PER_CELL = 4;
  private static final int MOST_CELLS = 1024;

  private final float[] x;
  private final float[] y;
  private final Viewport.Bounds bounds;
  private final int columns;
  private final int rows;
  private final double cellWidth;
  private final double cellHeight;

  /** Where each cell begins in {@link #members}; one more than cells. */
  private final int[] starts;

  private final int[] members;

  /** An index of points; the arrays are kept, not copied. */
  public PointIndex(float[] x, float[] y) {
    this.x = x;
    this.y = y;
    this.bounds = Viewport.Bounds.of(x, y);
    int side = (int) Math.ceil(Math.sqrt((double) x.length / POINTS_PER_CELL));
    this.columns = Math.clamp(side, 1, MOST_CELLS);
    this.rows = columns;
    this.cellWidth = Math.max((bounds.maxX() - bounds.minX()) / columns, 1e-12);
    this.cellHeight = Math.max((bounds.maxY() - bounds.minY()) / rows, 1e-12);
    this.starts = new int[columns * rows + 1];
    this.members = fill();
  }

  private int[] fill() {
    int known = 0;
    for (int i = 0; i < x.length; i++) {
      if (!Float.isNaN(x[i])) {
        starts[cell(i) + 1]++;
        known++;
      }
    }
    for (int cell = 0; cell < columns * rows; cell++) {
      starts[cell + 1] += starts[cell];
    }
    int[] next = Arrays.copyOf(starts, columns * rows);
    int[] sorted = new int[known];
    for (int i = 0; i < x.length; i++) {
      if (!Float.isNaN(x[i])) {
        sorted[next[cell(i)]++] = i;
      }
    }
    return sorted;
  }

  private int cell(int point) {
    return row(y[point]) * columns + column(x[point]);
  }

  private int column(double worldX) {
    return (int) Math.clamp((worldX - bounds.minX()) / cellWidth, 0, columns - 1);
  }

  private int row(double worldY) {
    return (int) Math.clamp((worldY - bounds.minY()) / cellHeight, 0, rows - 1);
  }

  /** The point nearest to a place and at most {@code radius} away; −1 when there is none. */
  public int nearest(double worldX, double worldY, double radius) {
    int best = -1;
    double least = radius * radius;
    int lastRow = row(worldY + radius);
    int lastColumn = column(worldX + radius);
    for (int r = row(worldY - radius); r <= lastRow; r++) {
      for (int c = column(worldX - radius); c <= lastColumn; c++) {
        int cell = r * columns + c;
        for (int k = starts[cell]; k < starts[cell + 1]; k++) {
          int point = members[k];
          double dx = x[point] - worldX;
          double dy = y[point] - worldY;
          double distance = dx * dx + dy * dy;
          if (distance < least || (distance == least && (best < 0 || point < best))) {
            least = distance;
            best = point;
          }
        }
      }
    }
    return best;
  }

  /** The points in a box, its edges included, in ascending order. */
  public int[] inBox(double minX, double minY, double maxX, double maxY) {
    int[] found = new int[64];
    int count = 0;
    int lastRow = row(maxY);
    int lastColumn = column(maxX);
    for (int r = row(minY); r <= lastRow; r++) {
      for (int c = column(minX); c <= lastColumn; c++) {
        int cell = r * columns + c;
        for (int k = starts[cell]; k < starts[cell + 1]; k++) {
          int point = members[k];
          if (x[point] >= minX && x[point] <= maxX && y[point] >= minY && y[point] <= maxY) {
            if (count == found.length) {
              found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = point;
          }
        }
      }
    }
    int[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }

  /** The points inside a closed polygon by the even–odd rule, in ascending order. */
  public int[] inPolygon(double[] cornersX, double[] cornersY) {
    if (cornersX.length < 3) {
      return new int[0];
    }
    double minX = Arrays.stream(cornersX).min().orElseThrow();
    double maxX = Arrays.stream(cornersX).max().orElseThrow();
    double minY = Arrays.stream(cornersY).min().orElseThrow();
    double maxY = Arrays.stream(cornersY).max().orElseThrow();
    return Arrays.stream(inBox(minX, minY, maxX, maxY))
        .filter(point -> inside(cornersX, cornersY, x[point], y[point]))
        .toArray();
  }

  static boolean inside(double[] cornersX, double[] cornersY, double px, double py) {
    boolean in = false;
    for (int i = 0, j = cornersX.length - 1; i < cornersX.length; j = i++) {
      if (cornersY[i] > py != cornersY[j] > py
          && px
              < (cornersX[j] - cornersX[i]) * (py - cornersY[i]) / (cornersY[j] - cornersY[i])
                  + cornersX[i]) {
        in = !in;
      }
    }
    return in;
  }
}
