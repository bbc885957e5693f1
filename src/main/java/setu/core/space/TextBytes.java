package setu.core.space;

/** Tells text from binary. */
final class TextBytes {
  private static final int LONGEST_CHARACTER = 4;

  private TextBytes() {}

  /**
   * Whether {@code bytes[from, to)} is UTF-8 text without control characters; a character cut off
   * at the end does not matter.
   */
  static boolean isText(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int first = bytes[at] & 0xFF;
      if (first < 0x20 ? first < '\t' || first > '\r' : first == 0x7F) {
        return false;
      }
      int length = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >> 4 == 0xE ? 3 : 4;
      if (first >= 0x80 && (first < 0xC2 || first > 0xF4)) {
        return false;
      }
      for (int i = 1; i < length; i++) {
        if (at + i >= to) {
          return to - at < LONGEST_CHARACTER;
        }
        if ((bytes[at + i] & 0xC0) != 0x80) {
          return false;
        }
      }
      at += length;
    }
    return true;
  }
}
