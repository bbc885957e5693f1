package setu.core.space;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a space in row order, with three keys each: the raw form, its NFC form, and the form
 * without U+200C and U+200D. Words are kept exactly as read.
 */
public final class Vocabulary {
  private final List<String> words;
  private final Map<String, Integer> rows;
  private final Map<String, List<Integer>> byJoinerlessKey = new HashMap<>();

  /**
   * A vocabulary of distinct raw words.
   *
   * @throws IllegalArgumentException if a word stands twice
   */
  public Vocabulary(List<String> words) {
    this.words = List.copyOf(words);
    this.rows = HashMap.newHashMap(words.size());
    for (int row = 0; row < words.size(); row++) {
      if (rows.putIfAbsent(words.get(row), row) != null) {
        throw new IllegalArgumentException("twice: " + words.get(row));
      }
    }
  }

  /** n, the number of words. */
  public int size() {
    return words.size();
  }

  /** The words in row order. */
  public List<String> words() {
    return words;
  }

  /** The word of a row. */
  public String word(int row) {
    return words.get(row);
  }

  /**
   * The row of a word by its raw form, else by its NFC form; −1 if neither is there. Joiners are
   * never ignored.
   */
  public int row(String word) {
    Integer row = rows.get(word);
    if (row == null) {
      row = rows.get(Normalizer.normalize(word, Normalizer.Form.NFC));
    }
    return row == null ? -1 : row;
  }

  /**
   * The words that differ from {@code word} only by U+200C and U+200D, itself excluded, in row
   * order.
   */
  public List<String> twins(String word) {
    List<String> twins = new ArrayList<>();
    for (int row : joinerless().getOrDefault(joinerlessKey(word), List.of())) {
      if (!words.get(row).equals(word)) {
        twins.add(words.get(row));
      }
    }
    return twins;
  }

  private Map<String, List<Integer>> joinerless() {
    synchronized (byJoinerlessKey) {
      if (byJoinerlessKey.isEmpty()) {
        for (int row = 0; row < words.size(); row++) {
          byJoinerlessKey
              .computeIfAbsent(joinerlessKey(words.get(row)), key -> new ArrayList<>(1))
              .add(row);
        }
      }
      return byJoinerlessKey;
    }
  }

  private static String joinerlessKey(String word) {
    String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
    return composed.replace("\u200C", "").replace("\u200D", "");
  }
}
