package setu.core.space;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import setu.core.fault.SpaceFault;

/** The beginning of a file, seen through gzip. */
final class GzipHead {
  /** No deflate stream grows by more than this. */
  static final long MAX_RATIO = 1032;

  private static final int LENGTH = 1 << 16;
  private static final int TRAILER = 4;

  private final boolean gzip;
  private final byte[] bytes;

  private GzipHead(boolean gzip, byte[] bytes) {
    this.gzip = gzip;
    this.bytes = bytes;
  }

  /** Whether the file is compressed. */
  boolean gzip() {
    return gzip;
  }

  /** Its first bytes, unzipped. */
  byte[] bytes() {
    return bytes;
  }

  /**
   * The first bytes of {@code file}.
   *
   * @throws setu.core.fault.FileFault if it cannot be read
   * @throws SpaceFault if it is gzip and damaged from its beginning
   */
  static GzipHead of(Path file) {
    boolean gzip;
    byte[] raw;
    try (InputStream in = Files.newInputStream(file)) {
      raw = in.readNBytes(2);
      gzip = raw.length == 2 && raw[0] == 0x1F && raw[1] == (byte) 0x8B;
    } catch (IOException e) {
      throw FileStamp.fault(file, e);
    }
    byte[] head = new byte[LENGTH];
    int length = 0;
    try (InputStream in = Files.newInputStream(file);
        InputStream text = gzip ? new GZIPInputStream(in, LENGTH) : in) {
      for (int read = 0; read >= 0 && length < LENGTH; length += read) {
        read = text.read(head, length, LENGTH - length);
        if (read < 0) {
          break;
        }
      }
    } catch (EOFException | ZipException e) {
      if (length == 0) {
        throw new SpaceFault(SpaceFault.Problem.DAMAGED_GZIP, file, 1, "", e);
      }
    } catch (IOException e) {
      throw FileStamp.fault(file, e);
    }
    return new GzipHead(gzip, Arrays.copyOf(head, length));
  }

  /** What a gzip file says of its length unzipped (modulo 2³²), where that is believable. */
  static long likelySize(Path file, long size) {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer trailer = ByteBuffer.allocate(TRAILER).order(ByteOrder.LITTLE_ENDIAN);
      channel.read(trailer, size - TRAILER);
      long said = trailer.remaining() > 0 ? 0 : trailer.getInt(0) & 0xFFFFFFFFL;
      return Math.clamp(said, size, size * 20);
    } catch (IOException e) {
      throw FileStamp.fault(file, e);
    }
  }
}
