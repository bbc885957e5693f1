package setu.gui.map;

import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;

/**
 * The vectors that a map is laid out from.
 *
 * @param unaligned source rows before the mapping, n × d; null where they cannot be shown in the
 *     axes of the aligned ones
 * @param source source rows in the shared space, n × d
 * @param target target rows, m × d
 */
record MapSpaces(@Nullable FloatMatrix unaligned, FloatMatrix source, FloatMatrix target) {
  /** Without {@code unaligned} where its width differs. */
  MapSpaces {
    if (source.columns() != target.columns()) {
      throw new IllegalArgumentException(source + " beside " + target);
    }
    if (unaligned != null && unaligned.columns() != source.columns()) {
      unaligned = null;
    }
  }

  int size() {
    return source.rows() + target.rows();
  }

  /** The rows of some points, {@code points.length × d}. */
  FloatMatrix gather(int[] points) {
    FloatMatrix rows = FloatMatrix.zeros(points.length, source.columns());
    float[] row = new float[source.columns()];
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      if (point < source.rows()) {
        source.getRow(point, row);
      } else {
        target.getRow(point - source.rows(), row);
      }
      rows.setRow(i, row);
    }
    return rows;
  }
}
