package setu.core.evaluate;

import java.util.Map;

/**
 * Letters that writers of Sinhala exchange though the sound is the same: dental and retroflex න/ණ
 * and ල/ළ, ශ/ෂ/ස, aspirated and plain stops, short and long vowel signs; in English s and z.
 */
final class SpellingVariants {
  private static final Map<Character, String> CLASS =
      Map.ofEntries(
          Map.entry('ණ', "න"),
          Map.entry('ළ', "ල"),
          Map.entry('ශ', "ස"),
          Map.entry('ෂ', "ස"),
          Map.entry('ඛ', "ක"),
          Map.entry('ඝ', "ග"),
          Map.entry('ඡ', "ච"),
          Map.entry('ඨ', "ට"),
          Map.entry('ඪ', "ඩ"),
          Map.entry('ථ', "ත"),
          Map.entry('ධ', "ද"),
          Map.entry('ඵ', "ප"),
          Map.entry('භ', "බ"),
          Map.entry('ී', "ි"),
          Map.entry('ූ', "ු"),
          Map.entry('ේ', "ෙ"),
          Map.entry('ෝ', "ො"),
          Map.entry('ෑ', "ැ"),
          Map.entry('z', "s"));

  private SpellingVariants() {}

  /** Whether two words, of equal length, differ only in letters that are exchanged in writing. */
  static boolean alike(String one, String other) {
    for (int i = 0; i < one.length(); i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b && !name(a).equals(name(b))) {
        return false;
      }
    }
    return true;
  }

  private static String name(char letter) {
    return CLASS.getOrDefault(letter, String.valueOf(letter));
  }
}
