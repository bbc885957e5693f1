package setu.core.anchor;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import setu.core.space.Iso15919;
import setu.core.space.SinhalaSpelling;

/** What can be mended in one word, and the keys under which nearly equal words meet. */
final class WordCleaning {
  private static final Pattern EDGES = Pattern.compile("^[\\p{P}\\p{S}\\s]+|[\\p{P}\\p{S}\\s]+$");

  private static final Pattern PARTS = Pattern.compile("[\\p{P}\\p{S}\\s]+");

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

  /** Whether the letters of one word, between spaces and signs, are of two scripts. */
  static boolean isMixed(String form) {
    for (String word : PARTS.split(form)) {
      long scripts =
          word.codePoints()
              .filter(Character::isLetter)
              .mapToObj(UnicodeScript::of)
              .filter(script -> script != UnicodeScript.COMMON)
              .distinct()
              .limit(2)
              .count();
      if (scripts > 1) {
        return true;
      }
    }
    return false;
  }

  /** OpenRefine's fingerprint: the word's parts in lower case, sorted, each once. */
  static String fingerprint(String word) {
    String lower = composed(word).toLowerCase(Locale.ROOT).replaceAll("[\u200C\u200D]", "");
    return String.join(
        " ",
        new TreeSet<>(
            Arrays.asList(lower.replaceAll("[\\p{P}\\p{S}]", " ").strip().split("\\s+"))));
  }

  /** Letters that sound alike and are taken for each other, with the one that stands for both. */
  private static final Map<Character, String> ALIKE =
      Map.ofEntries(
          Map.entry('ණ', "න"),
          Map.entry('ළ', "ල"),
          Map.entry('ශ', "ස"),
          Map.entry('ෂ', "ස"),
          Map.entry('ඛ', "ක"),
          Map.entry('ඝ', "ග"),
          Map.entry('ඟ', "ග"),
          Map.entry('ඡ', "ච"),
          Map.entry('ඤ', "ඥ"),
          Map.entry('ඨ', "ට"),
          Map.entry('ඪ', "ඩ"),
          Map.entry('ඬ', "ඩ"),
          Map.entry('ථ', "ත"),
          Map.entry('ධ', "ද"),
          Map.entry('ඳ', "ද"),
          Map.entry('ඵ', "ප"),
          Map.entry('භ', "බ"),
          Map.entry('ඹ', "බ"),
          Map.entry('ආ', "අ"),
          Map.entry('ඈ', "ඇ"),
          Map.entry('ඊ', "ඉ"),
          Map.entry('ඌ', "උ"),
          Map.entry('ඒ', "එ"),
          Map.entry('ඕ', "ඔ"),
          Map.entry('ී', "ි"),
          Map.entry('ූ', "ු"),
          Map.entry('ේ', "ෙ"),
          Map.entry('ෝ', "ො"));

  /** Vowel signs that come and go within a word; at its end they are grammar. */
  private static final String FLEETING = "ාැෑ";

  /** A nasal before a letter of its kind, which may be written as an anusvara. */
  private static final Pattern NASAL = Pattern.compile("න්(?=[ක-න])|ම්(?=[ප-ම])|ඞ්");

  /**
   * What spellings of one word share: of Sinhala without joiners, retroflex as dental, aspirated as
   * plain, long vowels as short and {@code පාසැල} as {@code පාසල}; of anything else the
   * fingerprint.
   */
  static String spelling(String word) {
    String key = fingerprint(SinhalaSpelling.ofToday(word));
    if (!Iso15919.isSinhala(word)) {
      return key;
    }
    String plain = NASAL.matcher(key).replaceAll("ං");
    StringBuilder spelling = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (FLEETING.indexOf(c) < 0 || i == plain.length() - 1) {
        spelling.append(ALIKE.getOrDefault(c, String.valueOf(c)));
      }
    }
    return spelling.toString();
  }
}
