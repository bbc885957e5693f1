package setu.gui.map;

/**
 * How near the points of a cloud are: the order to draw them in, far ones first, and the level of
 * each, by which near ones are drawn larger and stronger.
 */
final class Depth {
  /** Levels from the farthest, 0. */
  static final int LEVELS = 8;

  private static final int BUCKETS = 4096;

  private final int[] order;
  private final byte[] levels;

  private Depth(int[] order, byte[] levels) {
    this.order = order;
    this.levels = levels;
  }

  /** Of points that are so near each; NaN for one without a place. */
  static Depth of(float[] near) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (float value : near) {
      // NaN fails both.
      least = value < least ? value : least;
      most = value > most ? value : most;
    }
    float scale = most > least ? (BUCKETS - 1) / (most - least) : 0;
    int[] starts = new int[BUCKETS + 1];
    short[] buckets = new short[near.length];
    for (int i = 0; i < near.length; i++) {
      int bucket = Float.isNaN(near[i]) ? 0 : (int) ((near[i] - least) * scale);
      buckets[i] = (short) bucket;
      starts[bucket + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    int[] order = new int[near.length];
    byte[] levels = new byte[near.length];
    for (int i = 0; i < near.length; i++) {
      order[starts[buckets[i]]++] = i;
      levels[i] = (byte) (buckets[i] * LEVELS / BUCKETS);
    }
    return new Depth(order, levels);
  }

  /** The points, far ones first; not to be changed. */
  int[] order() {
    return order;
  }

  /** The level of each point; not to be changed. */
  byte[] levels() {
    return levels;
  }

  /** How large a point of a level is drawn, against its size in the plane. */
  static double size(int level) {
    return 0.65 + 0.75 * level / (LEVELS - 1);
  }

  /** How strongly a point of a level is drawn, against its strength in the plane. */
  static double strength(int level) {
    return 0.35 + 0.75 * level / (LEVELS - 1);
  }
}
