package setu.core.space;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import setu.core.task.Progress;

/** Passes a file's bytes on, hashing them and telling how far it is. */
final class HashedInput extends FilterInputStream {
  private final MessageDigest digest = sha256();
  private final Progress progress;

  HashedInput(InputStream in, Progress progress) {
    super(in);
    this.progress = progress;
  }

  /** The SHA-256 digest. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read > 0) {
      digest.update(into, offset, read);
      progress.advance(read);
    }
    return read;
  }

  /** The hash of all bytes, in hexadecimal; reads what is left first. */
  String finish() throws IOException {
    byte[] rest = new byte[1 << 16];
    while (read(rest, 0, rest.length) >= 0) {
      // Bytes after the last member of a gzip file belong to its hash too.
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
