package setu.core.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which Sinhala words begin as typed Latin letters sound, by the keys of {@link RomanizedIndex}:
 * for words that stand in no vocabulary, such as those of a dictionary. Keeps the key of every word
 * it was asked about. Safe for several threads.
 */
public final class RomanizedFilter {
  /** Letters of a key from which words are looked for: one stands in too many. */
  private static final int LEAST = 2;

  private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

  /**
   * The words that are found: a Sinhala word, or one of several with spaces between, that begins as
   * {@code typed} sounds. None where that is Sinhala itself, or too short to tell.
   */
  public Predicate<String> of(String typed) {
    String key = RomanizedIndex.key(typed);
    if (key.length() < LEAST || Iso15919.isSinhala(typed)) {
      return word -> false;
    }
    return word ->
        Iso15919.isSinhala(word)
            && keys.computeIfAbsent(word, RomanizedFilter::keys).stream()
                .anyMatch(each -> each.startsWith(key));
  }

  /** Of the whole, and of each word in it but the first, with which the whole begins. */
  private static List<String> keys(String word) {
    List<String> keys = new ArrayList<>(RomanizedIndex.keys(Iso15919.toLatin(word)));
    String[] parts = word.strip().split("[\\s_-]+");
    for (int part = 1; part < parts.length; part++) {
      keys.addAll(RomanizedIndex.keys(Iso15919.toLatin(parts[part])));
    }
    return List.copyOf(keys);
  }
}
