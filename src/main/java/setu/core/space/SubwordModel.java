package setu.core.space;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import setu.core.math.FloatMatrix;

/**
 * fastText's subwords (Bojanowski et al. 2017): a word outside the vocabulary gets the mean of the
 * vectors of its character n-grams, which are found by hashing into a fixed number of buckets.
 */
public final class SubwordModel {
  private static final int OFFSET_BASIS = 0x811C9DC5;
  private static final int PRIME = 0x01000193;

  private final int shortest;
  private final int longest;
  private final FloatMatrix buckets;

  /**
   * A model of n-grams of {@code shortest} to {@code longest} characters, with one row of {@code
   * buckets} (b × d) a bucket.
   */
  SubwordModel(int shortest, int longest, FloatMatrix buckets) {
    this.shortest = shortest;
    this.longest = longest;
    this.buckets = buckets;
  }

  /** The shortest n-gram, in characters. */
  public int shortest() {
    return shortest;
  }

  /** The longest n-gram, in characters. */
  public int longest() {
    return longest;
  }

  /** The buckets' vectors, b × d. */
  FloatMatrix buckets() {
    return buckets;
  }

  /**
   * The vector of a word from its n-grams alone, of length d: what fastText gives a word that its
   * vocabulary lacks. All zeros for a word without n-grams.
   */
  public float[] vector(String word) {
    float[] sum = new float[buckets.columns()];
    int count = addNgrams(word, sum, new float[sum.length]);
    scale(sum, count);
    return sum;
  }

  /** Adds the vectors of a word's n-grams to {@code sum}; returns how many there are. */
  int addNgrams(String word, float[] sum, float[] row) {
    int[] ngrams = ngrams(word);
    for (int ngram : ngrams) {
      buckets.getRow(ngram, row);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += row[j];
      }
    }
    return ngrams.length;
  }

  static void scale(float[] sum, int count) {
    float factor = count == 0 ? 0 : (float) (1.0 / count);
    for (int j = 0; j < sum.length; j++) {
      sum[j] *= factor;
    }
  }

  /**
   * The buckets of a word's n-grams, in the order of their beginnings. The word stands between
   * {@code <} and {@code >}; neither counts as an n-gram of its own.
   */
  int[] ngrams(String word) {
    if (buckets.rows() == 0) {
      return new int[0];
    }
    byte[] bytes = ('<' + word + '>').getBytes(StandardCharsets.UTF_8);
    int[] found = new int[Math.max(1, bytes.length)];
    int size = 0;
    for (int begin = 0; begin < bytes.length; begin++) {
      if (continues(bytes[begin])) {
        continue;
      }
      int hash = OFFSET_BASIS;
      int at = begin;
      for (int length = 1; at < bytes.length && length <= longest; length++) {
        do {
          // The byte's sign is spread over the word, as fastText's signed char does.
          hash = (hash ^ bytes[at++]) * PRIME;
        } while (at < bytes.length && continues(bytes[at]));
        boolean bracket = length == 1 && (begin == 0 || at == bytes.length);
        if (length >= shortest && !bracket) {
          if (size == found.length) {
            found = Arrays.copyOf(found, 2 * size);
          }
          found[size++] = Integer.remainderUnsigned(hash, buckets.rows());
        }
      }
    }
    return Arrays.copyOf(found, size);
  }

  private static boolean continues(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
