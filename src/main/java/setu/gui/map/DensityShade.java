package setu.gui.map;

import java.util.Arrays;

/**
 * Shades the ground where many points lie, in the mixture of the two languages' colours: counts on
 * a coarse grid, blurred three times (close to a Gaussian), on a logarithmic scale.
 */
final class DensityShade {
  private static final int CELL = 4;
  private static final int PAD = 8;
  private static final double STRONGEST = 0.62;

  private int columns;
  private int rows;
  private float[] source = new float[0];
  private float[] target = new float[0];
  private float[] spare = new float[0];

  /**
   * Shades a raster.
   *
   * @param view in device pixels
   * @param reach of the blur, in device pixels
   */
  void draw(
      PointRaster raster,
      MapPoints points,
      float[] x,
      float[] y,
      Viewport view,
      int sourceRgb,
      int targetRgb,
      double reach) {
    columns = raster.width() / CELL + 2 * PAD + 2;
    rows = raster.height() / CELL + 2 * PAD + 2;
    if (source.length != columns * rows) {
      source = new float[columns * rows];
      target = new float[columns * rows];
      spare = new float[columns * rows];
    }
    count(points, x, y, view);
    int radius = Math.clamp(Math.round(reach / CELL), 1, 6);
    for (int pass = 0; pass < 3; pass++) {
      blur(source, radius);
      blur(target, radius);
    }
    float most = 1e-6f;
    for (int i = 0; i < source.length; i++) {
      most = Math.max(most, source[i] + target[i]);
    }
    shade(raster, most, sourceRgb, targetRgb);
  }

  private void count(MapPoints points, float[] x, float[] y, Viewport view) {
    Arrays.fill(source, 0);
    Arrays.fill(target, 0);
    int sources = points.sources();
    for (int i = 0; i < x.length; i++) {
      double column = view.screenX(x[i]) / CELL + PAD;
      double row = view.screenY(y[i]) / CELL + PAD;
      if (column >= 0 && column < columns && row >= 0 && row < rows) {
        int cell = (int) row;
        cell = cell * columns + (int) column;
        (i < sources ? source : target)[cell]++;
      }
    }
  }

  /** A box blur along both axes. */
  private void blur(float[] grid, int radius) {
    for (int r = 0; r < rows; r++) {
      blurLine(grid, spare, r * columns, 1, columns, radius);
    }
    for (int c = 0; c < columns; c++) {
      blurLine(spare, grid, c, columns, rows, radius);
    }
  }

  private static void blurLine(
      float[] from, float[] into, int start, int stride, int length, int radius) {
    float sum = 0;
    for (int i = 0; i < Math.min(radius, length); i++) {
      sum += from[start + i * stride];
    }
    float share = 1f / (2 * radius + 1);
    for (int i = 0; i < length; i++) {
      if (i + radius < length) {
        sum += from[start + (i + radius) * stride];
      }
      if (i - radius - 1 >= 0) {
        sum -= from[start + (i - radius - 1) * stride];
      }
      into[start + i * stride] = Math.max(0, sum * share);
    }
  }

  private void shade(PointRaster raster, float most, int sourceRgb, int targetRgb) {
    float gain = 40 / most;
    float norm = (float) (255 * STRONGEST / Math.log1p(most * gain));
    // Per cell first: the logarithm is the dear part; pixels in between are interpolated.
    for (int i = 0; i < source.length; i++) {
      float all = source[i] + target[i];
      float strength = (float) Math.log1p(all * gain) * norm;
      float share = all > 0 ? target[i] / all : 0;
      source[i] = strength;
      target[i] = strength * share;
    }
    int width = raster.width();
    int[] pixels = raster.pixels();
    for (int py = 0; py < raster.height(); py++) {
      float row = (py + 0.5f) / CELL - 0.5f + PAD;
      int r = (int) row;
      float fy = row - r;
      for (int px = 0; px < width; px++) {
        float column = (px + 0.5f) / CELL - 0.5f + PAD;
        int c = (int) column;
        float fx = column - c;
        int cell = r * columns + c;
        float strength = between(source, cell, fx, fy);
        if (strength >= 1) {
          float share = between(target, cell, fx, fy) / strength;
          int at = py * width + px;
          int tint = PointRaster.blend(sourceRgb, targetRgb, (int) (255 * share));
          pixels[at] = PointRaster.blend(pixels[at], tint, (int) strength);
        }
      }
    }
  }

  private float between(float[] grid, int cell, float fx, float fy) {
    float above = grid[cell] + (grid[cell + 1] - grid[cell]) * fx;
    int next = cell + columns;
    float below = grid[next] + (grid[next + 1] - grid[next]) * fx;
    return above + (below - above) * fy;
  }
}
