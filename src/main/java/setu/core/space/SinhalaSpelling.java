package setu.core.space;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Older ways to encode Sinhala, which look like today's and are other strings. */
public final class SinhalaSpelling {
  /** A conjunct behind the vowel it stands before today, as fonts of old drew it: කි‍්‍ර. */
  private static final Pattern VOWEL_FIRST =
      Pattern.compile(
          "([\u0DCF-\u0DD6\u0DD8-\u0DDF\u0DF2\u0DF3])\u200D?\u0DCA\u200D([\u0DBB\u0DBA])");

  private static final String OLD_JOINERS = "\u200D\u0DCA\u200D";
  private static final String JOINERS = "\u0DCA\u200D";

  /** Vowels in two characters that have one of their own; Unicode says not to use them. */
  private static final Map<String, String> VOWELS =
      Map.of(
          "\u0D85\u0DCF", "\u0D86",
          "\u0D85\u0DD0", "\u0D87",
          "\u0D85\u0DD1", "\u0D88",
          "\u0D91\u0DCA", "\u0D92",
          "\u0D94\u0DCA", "\u0D95");

  /** What fonts of old needed for the shapes of රැ and ඡා. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "\u0DBB\u0DD0\u0DD4", "\u0DBB\u0DD0",
          "\u0DA1\u0DD4\u0DCF", "\u0DA1\u0DCF");

  private SinhalaSpelling() {}

  /**
   * Conjuncts as they are encoded today, virama and joiner before the second letter: for those with
   * a joiner on both sides of the virama, and those that stand behind the vowel of the syllable.
   */
  public static String conjuncts(String word) {
    String ordered = VOWEL_FIRST.matcher(word).replaceAll(JOINERS + "$2$1");
    return ordered.replace(OLD_JOINERS, JOINERS);
  }

  /**
   * The same, and vowels as one character ({@code අැ} is ඇ, {@code එ්} is ඒ) without what fonts of
   * old needed to draw them ({@code රැුක} is රැක).
   */
  public static String ofToday(String word) {
    String today = conjuncts(word);
    for (Map<String, String> table : List.of(VOWELS, SHAPES)) {
      for (Map.Entry<String, String> each : table.entrySet()) {
        today = today.replace(each.getKey(), each.getValue());
      }
    }
    return today;
  }
}
