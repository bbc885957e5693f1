package setu.gui.map;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which words deserve a label first: anchored ones with their translations, then the others by
 * frequency, short ones and those with other signs than letters later.
 */
final class LabelOrder {
  private static final int SHORT = 4;
  private static final int MOST = 60_000;

  /** Words more frequent than this are mostly grammar, which says little of a place. */
  private static final int GRAMMAR = 120;

  private LabelOrder() {}

  /**
   * The points in the order to try.
   *
   * @param anchors source and target points of each pair in turn
   */
  static int[] of(MapPoints points, int[] anchors) {
    BitSet wordlike = points.wordlike();
    BitSet taken = new BitSet(points.size());
    int[] order = new int[points.size()];
    int next = 0;
    for (int pair : anchorsByRank(points, anchors)) {
      for (int point : new int[] {anchors[2 * pair], anchors[2 * pair + 1]}) {
        if (!taken.get(point) && wordlike.get(point)) {
          taken.set(point);
          order[next++] = point;
        }
      }
    }
    int[] rest = points.drawOrder();
    for (int pass = 0; pass < 2; pass++) {
      for (int k = rest.length - 1; k >= 0; k--) {
        int point = rest[k];
        if (!taken.get(point) && (pass == 1 || wordlike.get(point))) {
          taken.set(point);
          order[next++] = point;
        }
      }
    }
    return Arrays.copyOf(order, Math.min(next, MOST));
  }

  /** Pairs whose rarer word is most frequent come first. */
  private static int[] anchorsByRank(MapPoints points, int[] anchors) {
    long[] keyed = new long[anchors.length / 2];
    for (int i = 0; i < keyed.length; i++) {
      int rarer = Math.max(points.row(anchors[2 * i]), points.row(anchors[2 * i + 1]));
      long late = frequency(points, anchors, i) < GRAMMAR ? 1L << 62 : 0;
      keyed[i] = late | ((long) rarer << 32) | i;
    }
    Arrays.sort(keyed);
    return Arrays.stream(keyed).mapToInt(key -> (int) key).toArray();
  }

  private static int frequency(MapPoints points, int[] anchors, int pair) {
    return Math.min(points.row(anchors[2 * pair]), points.row(anchors[2 * pair + 1]));
  }

  /** Long enough to say something, and made of letters and marks (joiners included). */
  static boolean wordlike(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); letters++) {
      int c = word.codePointAt(i);
      if (!partOfWord(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return letters >= SHORT;
  }

  private static boolean partOfWord(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == 0x200C
        || c == 0x200D;
  }
}
