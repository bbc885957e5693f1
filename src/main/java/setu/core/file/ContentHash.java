package setu.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import setu.core.fault.FileFault;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Names a file by its content: the SHA-256 of its bytes, in hexadecimal. */
public final class ContentHash {
  private ContentHash() {}

  /**
   * The hash of a file.
   *
   * @throws FileFault if it cannot be read
   */
  public static String of(Path file, Progress progress, Cancellation cancellation) {
    if (Files.isDirectory(file)) {
      throw new FileFault(FileFault.Problem.IS_FOLDER, file, "");
    }
    MessageDigest digest = sha256();
    byte[] chunk = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      progress.begin(Phase.HASH, Files.size(file));
      for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
        cancellation.check();
        digest.update(chunk, 0, n);
        progress.advance(n);
      }
    } catch (NoSuchFileException e) {
      throw new FileFault(FileFault.Problem.MISSING, file, 0, "", e);
    } catch (IOException e) {
      throw new FileFault(FileFault.Problem.UNREADABLE, file, 0, String.valueOf(e.getMessage()), e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
