package setu.core.align;

import java.util.List;
import setu.core.anchor.WordPair;

/**
 * The inflections of an accepted pair, from both vocabularies: pairs of a form of its source word
 * and a form of its target word.
 *
 * @param lemma the pair they are inflections of
 * @param members the likeliest first; empty where none is found
 */
public record LemmaFamily(WordPair lemma, List<Member> members) {
  /** Copies the list. */
  public LemmaFamily {
    members = List.copyOf(members);
  }

  /**
   * One pair of forms with what speaks for it.
   *
   * @param sourceAtHome cosine of its source word with that of the lemma, −1 to 1; 1 for the same
   * @param targetAtHome the same of the target words
   * @param cosine of the mapped source row and the target row, −1 to 1
   * @param csls {@code 2·cos − r − r}, −4 to 4
   */
  public record Member(
      WordPair pair, double sourceAtHome, double targetAtHome, double cosine, double csls) {}
}
