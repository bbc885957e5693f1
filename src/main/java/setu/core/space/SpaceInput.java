package setu.core.space;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * The bytes of a binary file from first to last, seen through gzip, hashed on the way and counted,
 * so that no header is believed beyond what the file can hold.
 */
final class SpaceInput implements Closeable {
  private static final int BUFFER = 1 << 18;

  private final Path file;
  private final boolean gzip;
  private final long bound;
  private final long likely;
  private final HashedInput raw;
  private final InputStream in;
  private final Cancellation cancellation;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteBuffer view = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
  private int at;
  private int end;
  private long before;

  SpaceInput(Path file, long size, Progress progress, Cancellation cancellation)
      throws IOException {
    this.file = file;
    this.cancellation = cancellation;
    this.gzip = GzipHead.of(file).gzip();
    this.bound = gzip ? Math.multiplyExact(size, GzipHead.MAX_RATIO) : size;
    this.likely = gzip ? GzipHead.likelySize(file, size) : size;
    this.raw = new HashedInput(Files.newInputStream(file), progress);
    try {
      this.in = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  boolean gzip() {
    return gzip;
  }

  /** Bytes read so far, unzipped. */
  long position() {
    return before + at;
  }

  /**
   * Makes sure that {@code count} × {@code size} bytes can still follow.
   *
   * @return their number
   * @throws SpaceFault if the file is too short for them
   */
  long require(long count, long size) {
    long left = bound - position();
    if (count < 0 || size < 0 || (size > 0 && count > left / size)) {
      throw new SpaceFault(
          SpaceFault.Problem.CUT_OFF, file, count + " × " + size + " B > " + left + " B");
    }
    return count * size;
  }

  /** How many pieces of {@code size} bytes probably follow: what to take memory for. */
  long likely(long count, long size) {
    return Math.min(count, Math.max(0, likely - position()) / Math.max(1, size) + 1);
  }

  /** How many rows of {@code size} bytes the whole file probably holds. */
  long likelyAll(long size) {
    return likely / Math.max(1, size) + 1;
  }

  /**
   * Makes sure that the file can hold one row of numbers.
   *
   * @throws SpaceFault if it is too short
   */
  void requireAll(long numbers) {
    if (numbers > bound) {
      throw new SpaceFault(SpaceFault.Problem.CUT_OFF, file, numbers + " > " + bound + " B");
    }
  }

  /** The next byte, 0 to 255. */
  int readByte() throws IOException {
    need(1);
    return buffer[at++] & 0xFF;
  }

  /** The next byte, 0 to 255, or −1 at the end. */
  int readByteOrEnd() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xFF : -1;
  }

  /** The next 4 bytes, little-endian. */
  int readInt() throws IOException {
    need(4);
    at += 4;
    return view.getInt(at - 4);
  }

  /** The next 8 bytes, little-endian. */
  long readLong() throws IOException {
    need(8);
    at += 8;
    return view.getLong(at - 8);
  }

  /** Fills {@code into[offset, offset + length)}. */
  void readFully(byte[] into, int offset, int length) throws IOException {
    int done = 0;
    while (done < length) {
      if (at == end && !fill()) {
        throw new EOFException();
      }
      int part = Math.min(length - done, end - at);
      System.arraycopy(buffer, at, into, offset + done, part);
      at += part;
      done += part;
    }
  }

  /** Fills native memory. */
  void readFully(MemorySegment into) throws IOException {
    long done = 0;
    while (done < into.byteSize()) {
      if (at == end && !fill()) {
        throw new EOFException();
      }
      int part = (int) Math.min(into.byteSize() - done, end - at);
      MemorySegment.copy(buffer, at, into, ValueLayout.JAVA_BYTE, done, part);
      at += part;
      done += part;
    }
  }

  /** The next {@code length} bytes; memory for them is taken only if they can be there. */
  byte[] readBytes(long length, int most) throws IOException {
    if (length > most) {
      throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, length + " B > " + most + " B");
    }
    byte[] bytes = new byte[(int) require(length, 1)];
    readFully(bytes, 0, bytes.length);
    return bytes;
  }

  /** Passes over bytes; they are hashed all the same. */
  void skip(long count) throws IOException {
    long left = require(count, 1);
    while (left > 0) {
      if (at == end && !fill()) {
        throw new EOFException();
      }
      int part = (int) Math.min(left, end - at);
      at += part;
      left -= part;
    }
  }

  /** The SHA-256 of the file's bytes as they lie on the disk; reads what is left first. */
  String hash() throws IOException {
    while (fill()) {
      at = end;
    }
    return raw.finish();
  }

  private void need(int count) throws IOException {
    if (end - at >= count) {
      return;
    }
    System.arraycopy(buffer, at, buffer, 0, end - at);
    before += at;
    end -= at;
    at = 0;
    while (end < count) {
      int read = in.read(buffer, end, buffer.length - end);
      if (read < 0) {
        throw new EOFException();
      }
      end += read;
    }
  }

  /** Reads on where the buffer is used up; false at the end. */
  private boolean fill() throws IOException {
    cancellation.check();
    before += end;
    at = 0;
    end = 0;
    int read = in.read(buffer, 0, buffer.length);
    end = Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
