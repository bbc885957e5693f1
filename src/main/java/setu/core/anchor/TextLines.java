package setu.core.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of UTF-8 text, one by one, each decoded for itself so that one bad line spoils no
 * other. A byte order mark, CR before LF and a missing last LF are seen through.
 */
final class TextLines {
  private final ByteLines lines;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private long number;
  private String text = "";
  private boolean valid;

  /** Lines of a stream. */
  TextLines(InputStream in) {
    this.lines = new ByteLines(in);
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    number++;
    decode(lines.bytes(), lines.start(), lines.start() + lines.length());
    return true;
  }

  private void decode(byte[] bytes, int from, int to) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    int start = number == 1 && startsWithMark(bytes, from, end) ? from + 3 : from;
    try {
      text = decoder.decode(ByteBuffer.wrap(bytes, start, end - start)).toString();
      valid = true;
    } catch (CharacterCodingException e) {
      text = new String(bytes, start, Math.min(end - start, 400), StandardCharsets.UTF_8);
      valid = false;
    }
  }

  private static boolean startsWithMark(byte[] bytes, int start, int end) {
    return end - start >= 3
        && bytes[start] == (byte) 0xEF
        && bytes[start + 1] == (byte) 0xBB
        && bytes[start + 2] == (byte) 0xBF;
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
