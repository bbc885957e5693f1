package setu.core.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines of UTF-8 text, one by one, each decoded for itself so that one bad line spoils no
 * other. A byte order mark, CR before LF and a missing last LF are seen through.
 */
final class TextLines {
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private byte[] bytes = new byte[256];
  private int length;
  private long number;
  private String text = "";
  private boolean valid;

  /** Lines of a buffered stream. */
  TextLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    length = 0;
    int b = in.read();
    if (b < 0) {
      return false;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (length == bytes.length && length < LONGEST) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      if (length < bytes.length) {
        bytes[length++] = (byte) b;
      }
    }
    if (length > 0 && bytes[length - 1] == '\r') {
      length--;
    }
    number++;
    decode();
    return true;
  }

  private void decode() {
    int start = number == 1 && startsWithMark() ? 3 : 0;
    try {
      text = decoder.decode(ByteBuffer.wrap(bytes, start, length - start)).toString();
      valid = true;
    } catch (CharacterCodingException e) {
      text = new String(bytes, start, Math.min(length - start, 400), StandardCharsets.UTF_8);
      valid = false;
    }
  }

  private boolean startsWithMark() {
    return length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  /** The line's number, from 1. */
  long number() {
    return number;
  }

  /** Whether the line is UTF-8. */
  boolean valid() {
    return valid;
  }

  /** The line without its end; where it is not UTF-8, its start with replacements. */
  String text() {
    return text;
  }

  /** The fields between ASCII spaces and tabs; past the second one more stands for all others. */
  static List<String> fields(String line) {
    List<String> fields = new ArrayList<>(3);
    int i = 0;
    while (fields.size() < 3) {
      while (i < line.length() && isBlank(line.charAt(i))) {
        i++;
      }
      if (i == line.length()) {
        break;
      }
      int start = i;
      while (i < line.length() && !isBlank(line.charAt(i))) {
        i++;
      }
      fields.add(line.substring(start, i));
    }
    return fields;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
