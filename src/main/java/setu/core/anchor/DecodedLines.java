package setu.core.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.TreeSet;

/**
 * UTF-8 text whose lines are decoded one by one: in one that is not UTF-8 replacement characters
 * stand for its bad bytes, and it is known by its number. CR, LF and CR LF end a line.
 */
final class DecodedLines extends Reader {
  private final ByteLines lines;
  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final TreeSet<Long> bad = new TreeSet<>();

  /** The numbers of lines without a character. */
  private final BitSet empty = new BitSet();

  private String line = "";
  private int next;

  /** The line that is handed out, from 1. */
  private long number = 1;

  /** Text of a stream that need not be buffered. */
  DecodedLines(InputStream in) {
    this.lines = new ByteLines(in);
  }

  /** Whether one of these lines, from 1, both included, is not UTF-8. */
  boolean isBad(long first, long last) {
    Long found = bad.ceiling(first);
    return found != null && found <= last;
  }

  /** The first of the lines handed out so far that is not empty, from a number on. */
  long filledFrom(long first) {
    return empty.nextClearBit(Math.toIntExact(first));
  }

  @Override
  public int read(char[] into, int from, int most) throws IOException {
    while (next == line.length()) {
      if (!lines.next()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(most, line.length() - next);
    line.getChars(next, next + count, into, from);
    next += count;
    return count;
  }

  private void decode() {
    byte[] bytes = lines.bytes();
    int length = lines.length() + (lines.terminated() ? 1 : 0);
    boolean valid = true;
    try {
      line = decoder.decode(ByteBuffer.wrap(bytes, lines.start(), length)).toString();
    } catch (CharacterCodingException e) {
      line = new String(bytes, lines.start(), length, StandardCharsets.UTF_8);
      valid = false;
    }
    next = 0;
    long first = number;
    boolean filled = false;
    for (int i = 0; i < line.length(); i++) {
      boolean feed = line.charAt(i) == '\n';
      boolean alone = line.charAt(i) == '\r' && !line.startsWith("\n", i + 1);
      if (feed || alone) {
        empty.set(Math.toIntExact(number), !filled);
        filled = false;
        number++;
      } else {
        filled = filled || line.charAt(i) != '\r';
      }
    }
    for (long each = first; !valid && each <= Math.max(first, number - 1); each++) {
      bad.add(each);
    }
  }

  @Override
  public void close() {
    // Whoever opened the stream closes it.
  }
}
