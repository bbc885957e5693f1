package setu.core.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import setu.core.anchor.WordPair;

/**
 * What a test dictionary shares with the training dictionary.
 *
 * @param pairs distinct test pairs that were trained on
 * @param sources distinct test source words that were trained on
 * @param targets distinct test target words that were trained on
 */
public record Leakage(int pairs, int sources, int targets) {
  /** Counts what the two share, by raw form. */
  public static Leakage between(List<WordPair> train, List<WordPair> test) {
    return new Leakage(
        shared(train, test, pair -> pair),
        shared(train, test, WordPair::source),
        shared(train, test, WordPair::target));
  }

  private static <T> int shared(
      List<WordPair> train, List<WordPair> test, Function<WordPair, T> part) {
    Set<T> known = train.stream().map(part).collect(Collectors.toSet());
    Set<T> tested = test.stream().map(part).collect(Collectors.toCollection(HashSet::new));
    tested.retainAll(known);
    return tested.size();
  }
}
