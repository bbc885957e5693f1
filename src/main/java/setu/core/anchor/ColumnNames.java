package setu.core.anchor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** What the columns of tables of word pairs are usually called. */
final class ColumnNames {
  private static final Set<String> OF_WORDS =
      Set.of(
          "source",
          "target",
          "src",
          "tgt",
          "translation",
          "english",
          "en",
          "eng",
          "sinhala",
          "si",
          "sin",
          "sinhalese",
          "සිංහල",
          "ඉංග්\u200Dරීසි",
          "ඉංග්රීසි",
          "වචනය",
          "වචන",
          "තේරුම",
          "අර්ථය",
          "පරිවර්තනය");

  private ColumnNames() {}

  /** A name as it is compared. */
  static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The names of the columns of a table without a header: their numbers, from 1. */
  static List<String> numbers(int columns) {
    return IntStream.rangeClosed(1, columns).mapToObj(String::valueOf).toList();
  }

  /** Whether a column of words is usually called so. */
  static boolean isOfWords(String name) {
    return OF_WORDS.contains(key(name));
  }

  /** Whether two of some names are usual ones of words. */
  static boolean areOfWords(List<String> names) {
    return !ofWords(names).isEmpty();
  }

  /** The two columns that have usual names of words, in their order; none where not two do. */
  static List<Integer> ofWords(List<String> names) {
    List<String> keys = names.stream().map(ColumnNames::key).toList();
    if (keys.contains("source") && keys.contains("target")) {
      return List.of(keys.indexOf("source"), keys.indexOf("target"));
    }
    List<String> words = keys.stream().filter(OF_WORDS::contains).distinct().toList();
    return words.size() < 2
        ? List.of()
        : List.of(keys.indexOf(words.get(0)), keys.indexOf(words.get(1)));
  }
}
