package setu.core.space;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Words from UTF-8. Bytes that are none become lone surrogates (U+DC00 and their value), which no
 * valid text holds: so a word tells that it was malformed, and two malformed ones stay two.
 */
final class WordBytes {
  private static final char REPLACEMENT = '\uFFFD';
  private static final char ESCAPE = '\uDC00';

  private WordBytes() {}

  /** The word in {@code bytes[from, from + length)}. */
  static String decode(byte[] bytes, int from, int length) {
    String word = new String(bytes, from, length, StandardCharsets.UTF_8);
    if (word.indexOf(REPLACEMENT) < 0) {
      return word;
    }
    byte[] back = word.getBytes(StandardCharsets.UTF_8);
    boolean itsOwn = Arrays.equals(back, 0, back.length, bytes, from, from + length);
    return itsOwn ? word : escaped(ByteBuffer.wrap(bytes, from, length));
  }

  private static String escaped(ByteBuffer bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer word = CharBuffer.allocate(bytes.remaining());
    for (CoderResult result = decoder.decode(bytes, word, true);
        result.isError();
        result = decoder.decode(bytes, word, true)) {
      for (int i = 0; i < result.length(); i++) {
        word.put((char) (ESCAPE + (bytes.get() & 0xFF)));
      }
      decoder.reset();
    }
    return word.flip().toString();
  }

  /** Whether a word's bytes were not UTF-8. */
  static boolean malformed(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == word.length()
            || !Character.isLowSurrogate(word.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** A word as it can be shown and written: U+FFFD where bytes were not UTF-8. */
  static String shown(String word) {
    return malformed(word) ? word.replaceAll("[\\uDC00-\\uDCFF]", "\uFFFD") : word;
  }
}
