package setu.core.math;

/**
 * The k best candidates of each of several lists, without allocation: score and index share one
 * long, and each list is a binary heap with its worst entry on top.
 *
 * <p>What is kept does not depend on the order of offers: higher scores win, equal scores go to the
 * lower index, NaN never enters. Different lists may be used by different threads.
 */
public final class TopK {
  private static final long EMPTY = Long.MIN_VALUE;

  /** The index of a floor: a candidate with the same score comes before it. */
  private static final int NOBODY = Integer.MAX_VALUE;

  private final int lists;
  private final int k;
  private final long[] heaps;

  /** Empty lists of {@code k} places each. */
  public TopK(int lists, int k) {
    if (lists < 0 || k < 0) {
      throw new IllegalArgumentException(lists + " lists of " + k);
    }
    this.lists = lists;
    this.k = k;
    heaps = new long[Math.multiplyExact(lists, k)];
    clear();
  }

  /** The number of lists. */
  public int lists() {
    return lists;
  }

  /** The places of each list. */
  public int k() {
    return k;
  }

  /** Empties every list. */
  public void clear() {
    java.util.Arrays.fill(heaps, EMPTY);
  }

  /**
   * Lets nothing below {@code score} into an empty list; places that stay free are still free.
   *
   * @param score NaN is no floor
   */
  public void floor(int list, float score) {
    long entry = Float.isNaN(score) ? EMPTY : pack(score, NOBODY);
    java.util.Arrays.fill(heaps, list * k, (list + 1) * k, entry);
  }

  /** Scores below this cannot enter the list: its floor, without one −∞, until it is full. */
  public float threshold(int list) {
    if (k == 0) {
      return Float.POSITIVE_INFINITY;
    }
    long worst = heaps[list * k];
    return worst == EMPTY ? Float.NEGATIVE_INFINITY : score(worst);
  }

  /** Offers a candidate; true where it entered the list. */
  public boolean offer(int list, float score, int index) {
    return !Float.isNaN(score) && k > 0 && insert(list * k, pack(score, index));
  }

  /** Offers every candidate of a list of {@code other}. */
  public void offerAll(int list, TopK other, int otherList) {
    for (int i = otherList * other.k; i < (otherList + 1) * other.k; i++) {
      if (!free(other.heaps[i]) && k > 0) {
        insert(list * k, other.heaps[i]);
      }
    }
  }

  /**
   * Sorts a list, best first, into {@code indices} and {@code scores} from {@code at}; places left
   * over get −1 and NaN. The list keeps its content but takes no more offers.
   */
  public void finish(int list, int[] indices, float[] scores, int at) {
    int from = list * k;
    java.util.Arrays.sort(heaps, from, from + k);
    for (int rank = 0; rank < k; rank++) {
      long entry = heaps[from + k - 1 - rank];
      indices[at + rank] = free(entry) ? -1 : index(entry);
      scores[at + rank] = free(entry) ? Float.NaN : score(entry);
    }
  }

  private boolean insert(int root, long entry) {
    if (entry <= heaps[root]) {
      return false;
    }
    int place = 0;
    for (int child = 1; child < k; child = 2 * place + 1) {
      if (child + 1 < k && heaps[root + child + 1] < heaps[root + child]) {
        child++;
      }
      if (heaps[root + child] >= entry) {
        break;
      }
      heaps[root + place] = heaps[root + child];
      place = child;
    }
    heaps[root + place] = entry;
    return true;
  }

  /** Orders as the score does, then against the index. */
  private static long pack(float score, int index) {
    int bits = Float.floatToRawIntBits(score + 0f); // −0 becomes 0: they are equal scores
    int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
    return (long) ordered << 32 | (Integer.MAX_VALUE - index);
  }

  private static boolean free(long entry) {
    return entry == EMPTY || index(entry) == NOBODY;
  }

  private static int index(long entry) {
    return Integer.MAX_VALUE - (int) entry;
  }

  private static float score(long entry) {
    int ordered = (int) (entry >> 32);
    return Float.intBitsToFloat(ordered ^ ((ordered >> 31) & Integer.MAX_VALUE));
  }
}
