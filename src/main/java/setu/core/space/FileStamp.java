package setu.core.space;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;

/**
 * What a file looked like when reading began; another look afterwards tells whether it changed
 * meanwhile.
 *
 * @param key what the file system knows it by; null where it does not say
 */
record FileStamp(long size, FileTime modified, @Nullable Object key) {
  /**
   * A look at a file that is about to be read.
   *
   * @throws FileFault if it is missing, a folder, empty or may not be read
   */
  static FileStamp of(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isDirectory()) {
        throw new FileFault(FileFault.Problem.IS_FOLDER, file, "");
      }
      if (found.size() == 0) {
        throw new FileFault(FileFault.Problem.EMPTY, file, "");
      }
      if (!Files.isReadable(file)) {
        throw new FileFault(FileFault.Problem.UNREADABLE, file, "");
      }
      return new FileStamp(found.size(), found.lastModifiedTime(), found.fileKey());
    } catch (IOException e) {
      throw fault(file, e);
    }
  }

  /**
   * Makes sure that the file is still as it was.
   *
   * @throws FileFault if it is not
   */
  void requireUnchanged(Path file) {
    boolean same;
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      same = equals(new FileStamp(now.size(), now.lastModifiedTime(), now.fileKey()));
    } catch (IOException e) {
      same = false;
    }
    if (!same) {
      throw new FileFault(FileFault.Problem.CHANGED, file, "");
    }
  }

  /** The fault behind a failed read. */
  static FileFault fault(Path file, IOException e) {
    FileFault.Problem problem =
        e instanceof NoSuchFileException
            ? FileFault.Problem.MISSING
            : e instanceof AccessDeniedException
                ? FileFault.Problem.UNREADABLE
                : FileFault.Problem.BROKEN_OFF;
    return new FileFault(problem, file, 0, String.valueOf(e.getMessage()), e);
  }
}
