package setu.core.space;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Sinhala words of a vocabulary by what people type for them in Latin letters: ISO 15919, or the
 * everyday way without diacritics ({@code gedara} for ගෙදර, {@code shri} for ශ්‍රී).
 *
 * <p>Everyday spelling does not tell long from short, dental from retroflex or aspirated from
 * plain, and writes one vowel in several ways: words are found by a key that drops these
 * differences, and ranked by what is left of them.
 */
public final class RomanizedIndex {
  private static final String VOCALIC = "r\u0325";

  private final Vocabulary vocabulary;
  private final TreeMap<String, List<Integer>> rows = new TreeMap<>();

  /** The Sinhala words of a vocabulary. */
  public RomanizedIndex(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    for (int row = 0; row < vocabulary.size(); row++) {
      String word = vocabulary.word(row);
      if (Iso15919.isSinhala(word)) {
        for (String key : keys(Iso15919.toLatin(word))) {
          rows.computeIfAbsent(key, wanted -> new ArrayList<>(1)).add(row);
        }
      }
    }
  }

  /** The vowel of කෘ is written in three ways: {@code kr}, {@code kru} and {@code kri}. */
  static Set<String> keys(String latin) {
    return latin.contains(VOCALIC)
        ? new TreeSet<>(
            List.of(
                key(latin), key(latin.replace(VOCALIC, "ru")), key(latin.replace(VOCALIC, "ri"))))
        : Set.of(key(latin));
  }

  /**
   * Words for what was typed, the best first: the very word of ISO 15919 and its twins, words that
   * sound like it, words that begin like it; the frequent first among equals.
   */
  public List<String> candidates(String typed, int most) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || Iso15919.isSinhala(wanted)) {
      return List.of();
    }
    Set<String> found = new LinkedHashSet<>();
    String exact = Iso15919.toSinhala(wanted);
    if (vocabulary.row(exact) >= 0) {
      found.add(exact);
    }
    found.addAll(vocabulary.twins(exact));
    String key = key(wanted);
    if (key.isEmpty()) {
      return List.copyOf(found);
    }
    add(rows.getOrDefault(key, List.of()), plain(wanted), most, found);
    List<Integer> beginning = new ArrayList<>();
    for (Map.Entry<String, List<Integer>> entry :
        rows.subMap(key, false, key + Character.MAX_VALUE, false).entrySet()) {
      beginning.addAll(entry.getValue());
    }
    beginning.sort(null);
    add(beginning.stream().distinct().limit(most).toList(), plain(wanted), most, found);
    return found.stream().limit(most).toList();
  }

  private void add(List<Integer> some, String wanted, int most, Set<String> found) {
    List<Integer> ranked = new ArrayList<>(some);
    ranked.sort(
        Comparator.comparingInt(
                (Integer row) -> distance(plain(Iso15919.toLatin(vocabulary.word(row))), wanted))
            .thenComparingInt(Integer::intValue));
    for (int row : ranked) {
      if (found.size() >= most) {
        return;
      }
      found.add(vocabulary.word(row));
    }
  }

  /** Without diacritics, with digraphs as people type them. */
  static String plain(String latin) {
    String spelled =
        latin
            .toLowerCase(Locale.ROOT)
            .replace("ā", "aa")
            .replace("ī", "ii")
            .replace("ū", "uu")
            .replace("ē", "ee")
            .replace("ō", "oo")
            .replace("ǣ", "aee")
            .replace("æ", "ae")
            .replace("ṁ", "n")
            .replace("ś", "sh")
            .replace("ṣ", "sh")
            .replace("c", "ch")
            .replace("chh", "ch");
    return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[\\p{M}:]", "");
  }

  /** What words that sound alike share: of ISO 15919, or of everyday spelling. */
  public static String key(String latin) {
    String key =
        plain(latin)
            .replace('w', 'v')
            .replace("x", "ks")
            .replace("ae", "a")
            .replace("ph", "p")
            .replace('f', 'p')
            .replace('z', 's')
            .replaceAll("[^a-z0-9]", "")
            .replaceAll("(?<=[kgjtdbsc])h", "")
            .replace('e', 'i')
            .replace('o', 'u')
            .replaceAll("m(?=[bp])", "n")
            .replace("gn", "n")
            .replace("jn", "n");
    return key.replaceAll("(.)\\1+", "$1");
  }

  /** How differently two words in Latin letters sound: edits of their keys, 0 to 1 by length. */
  public static double distanceInSound(String latin, String other) {
    String a = key(latin);
    String b = key(other);
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : (double) distance(a, b) / longer;
  }

  /** Levenshtein's edit distance. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] now = new int[b.length() + 1];
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[b.length()];
  }
}
