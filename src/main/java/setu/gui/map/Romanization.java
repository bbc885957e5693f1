package setu.gui.map;

import setu.core.space.Iso15919;

/** Sinhala words in Latin letters, for reading. */
final class Romanization {
  private Romanization() {}

  /** The word in ISO 15919; empty for one that is not Sinhala. */
  static String of(String word) {
    return Iso15919.isSinhala(word) ? Iso15919.toLatin(word) : "";
  }
}
