package setu.gui.review;

import java.util.Comparator;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.AnchorStatus;
import setu.core.space.Stemmer;

/** Of which word another one is probably an inflection. */
final class LemmaGuess {
  private LemmaGuess() {}

  /**
   * The shortest accepted source word that shares the stem of a word and is not longer; empty where
   * there is none.
   */
  static String of(String word, AnchorSet anchors) {
    return anchors.anchors().stream()
        .filter(anchor -> anchor.status() == AnchorStatus.ACCEPTED)
        .map(Anchor::source)
        .filter(source -> mayBe(source, word))
        .distinct()
        .filter(source -> Stemmer.sameStem(source, word))
        .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  /** Told without a stem, which takes longer: a stem keeps a word's first letter. */
  private static boolean mayBe(String source, String word) {
    return !source.isEmpty()
        && source.length() <= word.length()
        && !source.equals(word)
        && source.regionMatches(true, 0, word, 0, 1);
  }
}
