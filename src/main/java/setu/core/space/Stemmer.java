package setu.core.space;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * Brings the inflected forms of a word to one stem, lightly: by its script, Sinhala by {@link
 * SinhalaStemmer}, everything else by {@link EnglishStemmer}.
 *
 * <p>A stem is for comparing only; it need not be a word.
 */
public final class Stemmer {
  private Stemmer() {}

  /** The stem of a word form, in NFC without U+200C and U+200D. */
  public static String stem(String word) {
    String plain = withoutJoiners(word);
    return isSinhala(plain) ? SinhalaStemmer.stem(plain) : EnglishStemmer.stem(plain);
  }

  /** Whether two different forms share their stem. */
  public static boolean sameStem(String one, String other) {
    return stem(one).equals(stem(other));
  }

  /** NFC without joiners: what the spellings of a conjunct share. */
  public static String withoutJoiners(String word) {
    return Normalizer.normalize(
        word.replace("\u200C", "").replace("\u200D", ""), Normalizer.Form.NFC);
  }

  static boolean isSinhala(String word) {
    return word.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.SINHALA);
  }
}
