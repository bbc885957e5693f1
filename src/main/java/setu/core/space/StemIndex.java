package setu.core.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a vocabulary by their stem: finds the other forms of a word. */
public final class StemIndex {
  private final Map<String, List<Integer>> rows = new HashMap<>();

  /** Stems every word, once: seconds for a hundred thousand. */
  public StemIndex(Vocabulary vocabulary) {
    for (int row = 0; row < vocabulary.size(); row++) {
      rows.computeIfAbsent(Stemmer.stem(vocabulary.word(row)), stem -> new ArrayList<>(1)).add(row);
    }
  }

  /** The rows of the words that share the stem of {@code word}, in row order; its own too. */
  public List<Integer> forms(String word) {
    return List.copyOf(rows.getOrDefault(Stemmer.stem(word), List.of()));
  }
}
