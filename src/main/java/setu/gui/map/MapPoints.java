package setu.gui.map;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.gui.common.Side;
import setu.gui.common.WordRef;

/**
 * The words behind the map's points: first those of the source, then those of the target, each in
 * row order, the most frequent first.
 */
public final class MapPoints {
  private final List<String> sourceWords;
  private final List<String> targetWords;
  private final int[] drawOrder;
  private @Nullable BitSet wordlike;

  /** The points of two vocabularies. */
  public MapPoints(List<String> sourceWords, List<String> targetWords) {
    this.sourceWords = List.copyOf(sourceWords);
    this.targetWords = List.copyOf(targetWords);
    this.drawOrder = interleavedRareFirst(sourceWords.size(), targetWords.size());
  }

  /** Rare words first, so that frequent ones end on top; the languages take turns. */
  private static int[] interleavedRareFirst(int sources, int targets) {
    int[] order = new int[sources + targets];
    int next = 0;
    for (int rank = Math.max(sources, targets) - 1; rank >= 0; rank--) {
      if (rank < sources) {
        order[next++] = rank;
      }
      if (rank < targets) {
        order[next++] = sources + rank;
      }
    }
    return order;
  }

  /** The number of points. */
  public int size() {
    return sourceWords.size() + targetWords.size();
  }

  /** How many of them, the first ones, are of the source. */
  public int sources() {
    return sourceWords.size();
  }

  /** The side of a point. */
  public Side side(int point) {
    return point < sourceWords.size() ? Side.SOURCE : Side.TARGET;
  }

  /** The row of a point in its space: its frequency rank from 0. */
  public int row(int point) {
    return point < sourceWords.size() ? point : point - sourceWords.size();
  }

  /** The word of a point. */
  public String word(int point) {
    return point < sourceWords.size()
        ? sourceWords.get(point)
        : targetWords.get(point - sourceWords.size());
  }

  /** What the rest of the window calls a point. */
  public WordRef ref(int point) {
    return new WordRef(side(point), row(point));
  }

  /** The point of a word; −1 when it is beyond the map. */
  public int point(WordRef ref) {
    boolean source = ref.side() == Side.SOURCE;
    int count = source ? sourceWords.size() : targetWords.size();
    return ref.row() >= count ? -1 : source ? ref.row() : sourceWords.size() + ref.row();
  }

  /** The words of one side, in row order. */
  public List<String> words(Side side) {
    return side == Side.SOURCE ? sourceWords : targetWords;
  }

  /**
   * The points whose words look like words, which deserve labels first; not to be changed. Found
   * once, on whatever thread asks first.
   */
  synchronized BitSet wordlike() {
    BitSet known = wordlike;
    if (known == null) {
      known = new BitSet(size());
      for (int point = 0; point < size(); point++) {
        known.set(point, LabelOrder.wordlike(word(point)));
      }
      wordlike = known;
    }
    return known;
  }

  /** The points in the order to draw them; not to be changed. */
  int[] drawOrder() {
    return drawOrder;
  }
}
