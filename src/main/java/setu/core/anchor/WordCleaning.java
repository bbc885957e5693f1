package setu.core.anchor;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import setu.core.space.Iso15919;
import setu.core.space.RomanizedIndex;
import setu.core.space.SinhalaSpelling;

/** What can be mended in one word, and the keys under which nearly equal words meet. */
final class WordCleaning {
  private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s]+$");

  private WordCleaning() {}

  /** Unicode's composed form. */
  static String composed(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC);
  }

  /** The old encodings of conjuncts in today's. */
  static String joined(String word) {
    return SinhalaSpelling.conjuncts(word);
  }

  /** Without punctuation around it; a full stop after an abbreviation stays. */
  static String stripped(String word) {
    boolean abbreviated =
        word.endsWith(".")
            && word.chars().allMatch(c -> c < 0x250)
            && (word.indexOf('.') < word.length() - 1 || word.length() <= 4);
    String bare = EDGES.matcher(word).replaceAll("");
    return abbreviated && !bare.isEmpty() ? bare + "." : bare;
  }

  /** OpenRefine's fingerprint: the word's parts in lower case, sorted, each once. */
  static String fingerprint(String word) {
    String lower = composed(word).toLowerCase(Locale.ROOT).replaceAll("[\u200C\u200D]", "");
    return String.join(
        " ",
        new TreeSet<>(
            Arrays.asList(lower.replaceAll("[\\p{P}\\p{S}]", " ").strip().split("\\s+"))));
  }

  /** How a word sounds: the key of its ISO 15919 form where it is Sinhala, else its fingerprint. */
  static String sound(String word) {
    return Iso15919.isSinhala(word)
        ? RomanizedIndex.key(Iso15919.toLatin(word))
        : fingerprint(word);
  }

  /**
   * Whether one letter more, less or other makes one word of the other; of five letters or more.
   */
  static boolean isOneEditApart(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    int surplus = longer.length() - shorter.length();
    if (shorter.length() < 5 || surplus > 1 || a.equals(b)) {
      return false;
    }
    int same = 0;
    while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
      same++;
    }
    return shorter
        .substring(Math.min(shorter.length(), same + 1 - surplus))
        .equals(longer.substring(same + 1));
  }
}
