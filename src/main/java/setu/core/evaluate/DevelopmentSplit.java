package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import setu.core.anchor.WordPair;

/**
 * A training dictionary with some of its source words kept aside to choose by, so that the test
 * dictionary is left for measuring. A word goes with all its translations.
 *
 * @param training the pairs to learn from, in their order
 * @param development the pairs to choose by, in their order
 */
public record DevelopmentSplit(List<WordPair> training, List<WordPair> development) {
  /** Copies the lists. */
  public DevelopmentSplit {
    training = List.copyOf(training);
    development = List.copyOf(development);
  }

  /**
   * Splits {@code pairs}; the same seed keeps the same words aside.
   *
   * @param share of the source words that are kept aside, 0 to 1; rounded up to a word
   */
  public static DevelopmentSplit of(List<WordPair> pairs, double share, long seed) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share of " + share);
    }
    List<String> words = new ArrayList<>(pairs.stream().map(WordPair::source).distinct().toList());
    Collections.shuffle(
        words, Random.from(RandomGeneratorFactory.of("L64X128MixRandom").create(seed)));
    Set<String> aside = new HashSet<>(words.subList(0, (int) Math.ceil(share * words.size())));
    return new DevelopmentSplit(
        without(pairs, aside),
        pairs.stream().filter(pair -> aside.contains(pair.source())).toList());
  }

  /** A dictionary to choose by, and {@code training} without its source words. */
  public static DevelopmentSplit of(List<WordPair> training, List<WordPair> development) {
    Set<String> aside = new HashSet<>();
    development.forEach(pair -> aside.add(pair.source()));
    return new DevelopmentSplit(without(training, aside), development);
  }

  private static List<WordPair> without(List<WordPair> pairs, Set<String> words) {
    return pairs.stream().filter(pair -> !words.contains(pair.source())).toList();
  }
}
