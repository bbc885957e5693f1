package setu.core.align;

import java.util.ArrayList;
import java.util.List;
import setu.core.anchor.WordPair;
import setu.core.space.Vocabulary;

/**
 * Anchors as rows of two spaces; pairs with an unknown word are listed, never dropped in silence.
 *
 * @param sourceRows row of X of each used pair
 * @param targetRows row of Z of each used pair
 * @param used the used pairs, in the same order
 * @param outOfVocabulary the others
 */
public record ResolvedAnchors(
    List<Integer> sourceRows,
    List<Integer> targetRows,
    List<WordPair> used,
    List<WordPair> outOfVocabulary) {
  /** Looks both words of each pair up. */
  public static ResolvedAnchors resolve(
      List<WordPair> pairs, Vocabulary source, Vocabulary target) {
    List<Integer> sourceRows = new ArrayList<>();
    List<Integer> targetRows = new ArrayList<>();
    List<WordPair> used = new ArrayList<>();
    List<WordPair> unknown = new ArrayList<>();
    for (WordPair pair : pairs) {
      int i = source.row(pair.source());
      int j = target.row(pair.target());
      if (i < 0 || j < 0) {
        unknown.add(pair);
      } else {
        sourceRows.add(i);
        targetRows.add(j);
        used.add(pair);
      }
    }
    return new ResolvedAnchors(sourceRows, targetRows, used, unknown);
  }

  /** Words spelled alike in both spaces, in the order of the source. */
  public static ResolvedAnchors identical(Vocabulary source, Vocabulary target) {
    List<WordPair> pairs =
        source.words().stream()
            .filter(word -> target.row(word) >= 0)
            .map(word -> new WordPair(word, word))
            .toList();
    return resolve(pairs, source, target);
  }

  /**
   * What {@code method} is given: {@code pairs} to learn from or to be judged by, or words spelled
   * alike.
   */
  public static ResolvedAnchors forMethod(
      Aligner method, List<WordPair> pairs, Vocabulary source, Vocabulary target) {
    return switch (method.supervision()) {
      case DICTIONARY, NONE -> resolve(pairs, source, target);
      case IDENTICAL_WORDS -> identical(source, target);
    };
  }

  /** The same anchors with source and target exchanged. */
  public ResolvedAnchors reversed() {
    return new ResolvedAnchors(
        targetRows,
        sourceRows,
        used.stream().map(WordPair::reversed).toList(),
        outOfVocabulary.stream().map(WordPair::reversed).toList());
  }

  /** The rows of X, one per used pair. */
  public int[] sourceRowArray() {
    return sourceRows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The rows of Z, one per used pair. */
  public int[] targetRowArray() {
    return targetRows.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many pairs are used. */
  public int size() {
    return used.size();
  }
}
