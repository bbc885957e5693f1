package setu.core.anchor;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as bytes between LFs, in one buffer that is used again. */
final class ByteLines {
  /** Bytes of a line past this many are passed over. */
  private static final int LONGEST = 1 << 26;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int limit;
  private int start;
  private int end;
  private long offset;
  private long nextOffset;
  private boolean terminated;

  /** Lines from here on; the stream need not be buffered. */
  ByteLines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end. */
  boolean next() throws IOException {
    start = Math.min(end + (terminated ? 1 : 0), limit);
    offset = nextOffset;
    end = start;
    long passedOver = 0;
    while (true) {
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      if (end < limit) {
        terminated = true;
        break;
      }
      if (end - start == LONGEST) {
        passedOver += end - start - (LONGEST >> 1);
        limit = end = start + (LONGEST >> 1);
      }
      if (!refill()) {
        terminated = false;
        break;
      }
    }
    nextOffset = offset + passedOver + (end - start) + (terminated ? 1 : 0);
    return nextOffset > offset;
  }

  private boolean refill() throws IOException {
    if (limit == buffer.length) {
      if (start > 0) {
        System.arraycopy(buffer, start, buffer, 0, limit - start);
        limit -= start;
        end -= start;
        start = 0;
      } else {
        buffer = Arrays.copyOf(buffer, Math.min(LONGEST, 2 * buffer.length));
      }
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    limit += Math.max(read, 0);
    return read > 0;
  }

  /** What {@link #start} and {@link #length} point into, until the next line. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  /** Length without the LF. */
  int length() {
    return end - start;
  }

  /** Offset of the line in the stream. */
  long offset() {
    return offset;
  }

  /** Offset behind the line and its LF. */
  long nextOffset() {
    return nextOffset;
  }

  /** Whether the line ends with an LF. */
  boolean terminated() {
    return terminated;
  }
}
