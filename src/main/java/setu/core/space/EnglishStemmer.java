package setu.core.space;

import java.util.Locale;
import java.util.Map;

/**
 * Light stemming of English inflection: plural, possessive, past and progressive, as the step 1 of
 * Porter (1980) takes them, and a few irregular plurals. Derivation stays: teacher is not teach.
 */
final class EnglishStemmer {
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "children", "child",
          "men", "man",
          "women", "woman",
          "feet", "foot",
          "teeth", "tooth",
          "mice", "mouse",
          "geese", "goose",
          "lives", "life",
          "wives", "wife",
          "leaves", "leaf");

  private EnglishStemmer() {}

  static String stem(String word) {
    String stem = word.toLowerCase(Locale.ROOT).replace('’', '\'');
    if (stem.endsWith("'s")) {
      stem = stem.substring(0, stem.length() - 2);
    }
    stem = IRREGULAR.getOrDefault(stem, stem);
    stem = progressive(plural(stem));
    boolean silent = stem.length() > 3 && stem.endsWith("e") && !stem.endsWith("ee");
    return silent ? stem.substring(0, stem.length() - 1) : stem;
  }

  private static String plural(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return cut(word, 3) + "y";
    }
    if (word.endsWith("sses") || word.matches(".*[aeiouy].*(x|z|ch|sh)es")) {
      return cut(word, 2);
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*(ss|us|is)");
    return plural ? cut(word, 1) : word;
  }

  private static String progressive(String word) {
    if (word.length() > 4 && word.endsWith("ied")) {
      return cut(word, 3) + "y";
    }
    for (String ending : new String[] {"ing", "ed"}) {
      String rest = word.endsWith(ending) ? cut(word, ending.length()) : "";
      if (rest.length() >= 3 && rest.matches(".*[aeiouy].*")) {
        return undoubled(rest);
      }
    }
    return word;
  }

  private static String undoubled(String word) {
    int last = word.length() - 1;
    char c = word.charAt(last);
    boolean doubled = word.charAt(last - 1) == c && "aeiouylsz".indexOf(c) < 0;
    return doubled ? cut(word, 1) : word;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
