package setu.core.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import setu.core.anchor.WordPair;
import setu.core.space.Vocabulary;

/**
 * The queries of a test dictionary: its distinct source words, each with all its translations.
 *
 * @param list in the order the words are first met
 */
record TestQueries(List<Query> list) {
  /**
   * One query.
   *
   * @param row of the word in the space of the queries; −1 if unknown
   * @param gold its distinct translations
   * @param goldRows rows of those that the other space knows, ascending
   */
  record Query(String word, int row, List<String> gold, List<Integer> goldRows) {
    boolean sourceCovered() {
      return row >= 0;
    }

    boolean covered() {
      return row >= 0 && !goldRows.isEmpty();
    }
  }

  static TestQueries of(List<WordPair> test, Vocabulary queries, Vocabulary candidates) {
    Map<String, Set<String>> gold = new LinkedHashMap<>();
    for (WordPair pair : test) {
      gold.computeIfAbsent(pair.source(), word -> new java.util.LinkedHashSet<>())
          .add(pair.target());
    }
    List<Query> list = new ArrayList<>();
    gold.forEach(
        (word, translations) -> {
          Set<Integer> rows = new HashSet<>();
          translations.forEach(translation -> rows.add(candidates.row(translation)));
          rows.remove(-1);
          list.add(
              new Query(
                  word,
                  queries.row(word),
                  List.copyOf(translations),
                  rows.stream().sorted().toList()));
        });
    return new TestQueries(List.copyOf(list));
  }

  static TestQueries reversed(List<WordPair> test, Vocabulary queries, Vocabulary candidates) {
    return of(test.stream().map(WordPair::reversed).toList(), queries, candidates);
  }

  /** The queries whose word is known, in order. */
  List<Query> known() {
    return list.stream().filter(Query::sourceCovered).toList();
  }

  /** The rows of {@link #known}. */
  int[] rows() {
    return known().stream().mapToInt(Query::row).toArray();
  }
}
