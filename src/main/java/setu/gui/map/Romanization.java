package setu.gui.map;

import java.text.Normalizer;
import java.util.Locale;
import setu.core.space.Iso15919;

/** Sinhala words in Latin letters, for reading and for typing. */
final class Romanization {
  private Romanization() {}

  /** The word in ISO 15919; empty for one that is not Sinhala. */
  static String of(String word) {
    return Iso15919.isSinhala(word) ? Iso15919.toLatin(word) : "";
  }

  /** The same without diacritics, as one types it. */
  static String plain(String word) {
    return Normalizer.normalize(of(word), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
