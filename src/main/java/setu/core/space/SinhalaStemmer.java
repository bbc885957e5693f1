package setu.core.space;

import java.util.List;

/**
 * Light suffix stripping for Sinhala: case, number, definiteness and the emphatic particles of
 * nouns, and the commonest endings of colloquial verbs. No prefixes, no derivation, no lexicon.
 *
 * <p>The longest listed ending is taken off, again and again, while at least two letters
 * (consonants or independent vowels) are left. So රටවලට, රටේ and රටක් meet in රට. It errs where a
 * root ends like an ending (සතුට meets සතු), which is the price of needing no lexicon.
 */
final class SinhalaStemmer {
  /** In any order. A leading vowel sign or virama stands on the stem's last consonant. */
  private static final List<String> ENDINGS =
      List.of(
          // Plural, agent and honorific.
          "වරුන්",
          "වරයා",
          "වරුන",
          "වරය",
          "වරු",
          "වලින්",
          "වලදී",
          "වල්",
          "වල",
          "ලා",
          // Verbs.
          "න්නේ",
          "න්න",
          "නවා",
          "ීමට",
          "ීමේ",
          "ීම",
          "මු",
          // Case, with the vowel that carries it.
          "ගෙන්",
          "ගේ",
          "ගෙ",
          "ෙකුගේ",
          "ෙකුට",
          "ෙකු",
          "ෙක්",
          "කින්",
          "කට",
          "ක්",
          "ක",
          "ුන්",
          "ින්",
          "ෙන්",
          "ෙහි",
          "ෙත්",
          "යන්",
          "ේදී",
          "ේම",
          "ටම",
          "ටත්",
          "වත්",
          "යි",
          "ට",
          "්සු",
          "ේ",
          "ෙ",
          "ෝ",
          "ා",
          "්",
          "ය",
          "ව");

  private static final char VIRAMA = 0x0DCA;
  private static final int LETTERS_LEFT = 2;

  private SinhalaStemmer() {}

  static String stem(String word) {
    String stem = word;
    String shorter = shortened(stem);
    while (shorter.length() < stem.length()) {
      stem = shorter;
      shorter = shortened(stem);
    }
    return undoubled(stem);
  }

  /** මිනිස්ස(ු), a plural that doubles its consonant, beside මිනිස(ා). */
  private static String undoubled(String stem) {
    int last = stem.length() - 1;
    boolean doubled =
        last >= 3
            && stem.charAt(last - 1) == VIRAMA
            && stem.charAt(last - 2) == stem.charAt(last)
            && letters(stem) > LETTERS_LEFT;
    return doubled ? stem.substring(0, last - 1) : stem;
  }

  /** The word without its longest ending; the word itself where none comes off. */
  private static String shortened(String word) {
    String ending = "";
    for (String candidate : ENDINGS) {
      if (candidate.length() > ending.length()
          && word.endsWith(candidate)
          && letters(word.substring(0, word.length() - candidate.length())) >= LETTERS_LEFT) {
        ending = candidate;
      }
    }
    return ending.isEmpty() ? word : word.substring(0, word.length() - ending.length());
  }

  /** Consonants and independent vowels; signs stand on one and do not count. */
  private static long letters(String word) {
    return word.codePoints().filter(Character::isLetter).count();
  }
}
