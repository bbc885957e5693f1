package setu.core.evaluate;

/**
 * The cosines of n queries with all m rows of a base under one mapping: a byte each, on a scale of
 * the query's own. Different queries may be used by different threads.
 */
final class RememberedCosines {
  private static final int STEPS = 255;

  private final int rows;
  private final byte[][] codes;
  private final float[] least;
  private final float[] step;

  /** Nothing remembered yet of {@code queries} queries and {@code rows} base rows. */
  RememberedCosines(int queries, int rows) {
    this.rows = rows;
    codes = new byte[queries][];
    least = new float[queries];
    step = new float[queries];
  }

  /** Whether every query is remembered. */
  boolean complete() {
    for (byte[] line : codes) {
      if (line == null) {
        return false;
      }
    }
    return true;
  }

  /** Keeps the cosines of a query; NaN is kept as the least of them. */
  void remember(int query, float[] cosines) {
    float min = Float.POSITIVE_INFINITY;
    float max = Float.NEGATIVE_INFINITY;
    for (int j = 0; j < rows; j++) {
      min = cosines[j] < min ? cosines[j] : min;
      max = cosines[j] > max ? cosines[j] : max;
    }
    float width = max > min ? (max - min) / STEPS : 0;
    float scale = width > 0 ? 1 / width : 0;
    byte[] kept = codes[query] == null ? new byte[rows] : codes[query];
    for (int j = 0; j < rows; j++) {
      kept[j] = (byte) (int) ((cosines[j] - min) * scale + 0.5f);
    }
    codes[query] = kept;
    least[query] = Float.isInfinite(min) ? 0 : min;
    step[query] = width;
  }

  /** Adds the remembered cosines of a query to the head of {@code sums}. */
  void addTo(int query, float[] sums) {
    byte[] kept = codes[query];
    float from = least[query];
    float width = step[query];
    for (int j = 0; j < kept.length; j++) {
      sums[j] += from + (kept[j] & STEPS) * width;
    }
  }

  /** The most that a remembered cosine of the query is off. */
  float error(int query) {
    return 0.51f * step[query];
  }
}
