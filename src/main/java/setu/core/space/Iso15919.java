package setu.core.space;

import java.util.HashMap;
import java.util.Map;

/**
 * Sinhala in Latin letters by ISO 15919, for reading aloud and for looking up.
 *
 * <p>Joiners leave no trace; what is not Sinhala stays as it is. Where two letters could be read as
 * one (ක්හ and ඛ, අඉ and ඓ) the standard's colon stands between them.
 */
public final class Iso15919 {
  private static final char VIRAMA = '\u0DCA';
  private static final Map<Character, String> CONSONANTS =
      table(
          "ක k ඛ kh ග g ඝ gh ඞ ṅ ඟ n̆g ච c ඡ ch ජ j ඣ jh ඤ ñ ඥ jñ ඦ n̆j ට ṭ ඨ ṭh ඩ ḍ ඪ ḍh ණ ṇ ඬ n̆ḍ "
              + "ත t ථ th ද d ධ dh න n ඳ n̆d ප p ඵ ph බ b භ bh ම m ඹ m̆b ය y ර r ල l ව v ශ ś ෂ ṣ "
              + "ස s හ h ළ ḷ ෆ f");
  private static final Map<Character, String> VOWELS =
      table(
          "අ a ආ ā ඇ æ ඈ ǣ ඉ i ඊ ī උ u ඌ ū ඍ r̥ ඎ r̥̄ ඏ l̥ ඐ l̥̄ එ e ඒ ē ඓ ai ඔ o ඕ ō ඖ au ං ṁ ඃ ḥ");
  private static final Map<Character, String> SIGNS = new HashMap<>();

  static {
    String signs =
        "\u0DCF\u0DD0\u0DD1\u0DD2\u0DD3\u0DD4\u0DD6\u0DD8\u0DF2\u0DDF\u0DF3\u0DD9\u0DDA\u0DDB\u0DDC\u0DDD\u0DDE";
    String[] latin = "ā æ ǣ i ī u ū r̥ r̥̄ l̥ l̥̄ e ē ai o ō au".split(" ");
    for (int i = 0; i < latin.length; i++) {
      SIGNS.put(signs.charAt(i), latin[i]);
    }
  }

  private Iso15919() {}

  private static Map<Character, String> table(String pairs) {
    Map<Character, String> table = new HashMap<>();
    String[] fields = pairs.split(" ");
    for (int i = 0; i < fields.length; i += 2) {
      table.put(fields[i].charAt(0), fields[i + 1]);
    }
    return table;
  }

  /** Whether a word has a Sinhala letter. */
  public static boolean isSinhala(String word) {
    return word.chars().anyMatch(c -> c >= 0x0D80 && c <= 0x0DFF);
  }

  /** The word in Latin letters. */
  public static String toLatin(String word) {
    String composed = java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFC);
    StringBuilder latin = new StringBuilder();
    boolean inherentVowel = false;
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (c == '\u200C' || c == '\u200D') {
        continue;
      }
      if (inherentVowel && c != VIRAMA && !SIGNS.containsKey(c)) {
        latin.append('a');
      }
      String consonant = CONSONANTS.get(c);
      if (consonant != null) {
        separate(latin, consonant);
        latin.append(consonant);
      } else if (SIGNS.containsKey(c)) {
        latin.append(SIGNS.get(c));
      } else if (c != VIRAMA) {
        String vowel = VOWELS.getOrDefault(c, String.valueOf(c));
        separate(latin, vowel);
        latin.append(vowel);
      }
      inherentVowel = consonant != null;
    }
    return inherentVowel ? latin.append('a').toString() : latin.toString();
  }

  /** Keeps a following h, i or u from being read together with what stands before it. */
  private static void separate(StringBuilder latin, String next) {
    if (latin.isEmpty()) {
      return;
    }
    char last = latin.charAt(latin.length() - 1);
    boolean aspirate = next.charAt(0) == 'h' && "kgcjṭḍtdpb".indexOf(last) >= 0;
    boolean diphthong = last == 'a' && (next.startsWith("i") || next.startsWith("u"));
    boolean palatal = last == 'j' && next.equals("ñ");
    if (aspirate || diphthong || palatal) {
      latin.append(':');
    }
  }
}
