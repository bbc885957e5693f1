package setu.core.space;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import setu.core.task.Progress;

/** Cuts a text file, plain or gzip, into chunks of whole lines; one thread reads it. */
final class TextChunks implements Closeable {
  private static final int CHUNK = 1 << 20;
  private static final int LONGEST_LINE = 1 << 26;

  private final HashedInput raw;
  private final InputStream text;
  private final ConcurrentLinkedQueue<byte[]> pool = new ConcurrentLinkedQueue<>();
  private byte[] rest = {};
  private boolean over;
  private @Nullable IOException failure;

  /** Whole lines: {@code bytes[0, length)}, with room for a line feed at {@code length}. */
  static final class Chunk {
    final byte[] bytes;
    final int length;

    Chunk(byte[] bytes, int length) {
      this.bytes = bytes;
      this.length = length;
    }
  }

  /** A line that no space can have. */
  static final class LineTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  TextChunks(Path file, boolean gzip, Progress progress) throws IOException {
    raw = new HashedInput(Files.newInputStream(file), progress);
    text = gzip ? gunzip(raw) : raw;
  }

  private static InputStream gunzip(HashedInput raw) throws IOException {
    try {
      return new GZIPInputStream(raw, 1 << 16);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * The next lines, in order; null at the end. Where reading fails, the lines before come first and
   * the exception with the next call.
   */
  @Nullable Chunk next() throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (over) {
      return null;
    }
    byte[] bytes = buffer(Math.max(CHUNK, 2 * rest.length));
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    int length = rest.length;
    while (true) {
      int from = length;
      length = fill(bytes, length);
      int lineFeed = lastLineFeed(bytes, from, length);
      if (failure != null) {
        return new Chunk(bytes, lineFeed + 1);
      }
      if (over) {
        return length == 0 ? null : new Chunk(bytes, length);
      }
      if (lineFeed >= 0) {
        rest = Arrays.copyOfRange(bytes, lineFeed + 1, length);
        return new Chunk(bytes, lineFeed + 1);
      }
      if (bytes.length > LONGEST_LINE) {
        throw new LineTooLong();
      }
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
  }

  /** Reads until one byte is left for the line feed after the chunk; returns the new length. */
  private int fill(byte[] bytes, int from) {
    int length = from;
    try {
      while (length < bytes.length - 1) {
        int read = text.read(bytes, length, bytes.length - 1 - length);
        if (read < 0) {
          over = true;
          break;
        }
        length += read;
      }
    } catch (IOException e) {
      failure = e;
    }
    return length;
  }

  private static int lastLineFeed(byte[] bytes, int from, int to) {
    int at = to - 1;
    while (at >= from && bytes[at] != '\n') {
      at--;
    }
    return at >= from ? at : -1;
  }

  private byte[] buffer(int size) {
    byte[] pooled = pool.poll();
    return pooled != null && pooled.length > size ? pooled : new byte[size + 1];
  }

  /** Takes a chunk's memory back for a later one; any thread may call this. */
  void recycle(Chunk chunk) {
    pool.add(chunk.bytes);
  }

  /** The SHA-256 of the file's bytes as they lie on the disk, once everything was read. */
  String hash() throws IOException {
    return raw.finish();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
