package setu.core.space;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Sinhala as people type it in Latin letters without diacritics ({@code paasala} for පාසල), written
 * in Sinhala letters: for words that stand in no vocabulary.
 */
public final class EverydaySinhala {
  /** What is typed, and the letter of ISO 15919 it stands for; the longer first. */
  private static final String[][] SPELLED = {
    {"aee", "ǣ"},
    {"ae", "æ"},
    {"aa", "ā"},
    {"ii", "ī"},
    {"uu", "ū"},
    {"ee", "ē"},
    {"oo", "ō"},
    {"sh", "ś"},
    {"chch", "cc"},
    {"ch", "c"},
    {"th", "t"},
    {"dh", "d"},
    {"w", "v"}
  };

  /** The letters that stand for dentals and for retroflex ones; after th and dh, dentals alone. */
  private static final String[][] RETROFLEX = {{"t(?!h)", "ṭ"}, {"d(?!h)", "ḍ"}};

  private EverydaySinhala() {}

  /**
   * What a word may be in Sinhala letters, the likeliest first: its dentals as such, then as
   * retroflex letters, then letter by letter as ISO 15919 has it. None where it holds what no
   * Sinhala word does, or is Sinhala already.
   */
  public static List<String> readings(String typed) {
    String latin = typed.strip().toLowerCase(Locale.ROOT);
    Set<String> readings = new LinkedHashSet<>();
    if (!latin.isEmpty() && !Iso15919.isSinhala(latin)) {
      String retroflex = latin;
      for (String[] letter : RETROFLEX) {
        retroflex = retroflex.replaceAll(letter[0], letter[1]);
      }
      for (String each : List.of(spelled(latin), spelled(retroflex), latin)) {
        String sinhala = Iso15919.toSinhala(each);
        if (isWord(sinhala)) {
          readings.add(sinhala);
        }
      }
    }
    return new ArrayList<>(readings);
  }

  private static String spelled(String latin) {
    String iso = latin;
    for (String[] letter : SPELLED) {
      iso = iso.replace(letter[0], letter[1]);
    }
    return iso.replaceAll("n(?=[gk])", "ṁ");
  }

  /** Whether all is Sinhala, and no vowel stands by itself but the first letter. */
  private static boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean vowel = c >= '\u0D85' && c <= '\u0D96';
      boolean sinhala = (c >= '\u0D80' && c <= '\u0DFF') || c == '\u200D';
      if (!sinhala || (vowel && i > 0)) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
