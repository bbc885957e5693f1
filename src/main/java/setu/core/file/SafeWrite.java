package setu.core.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import setu.core.fault.FileFault;

/** Writes a file whole or not at all: a temporary file beside it, synced, then moved over it. */
public final class SafeWrite {
  private static final String PART = ".part";

  private SafeWrite() {}

  /** What fills the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes the whole content; the stream is buffered and closed by the caller. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Replaces {@code file} by {@code content}; its folder is made if missing. Whatever goes wrong,
   * the old file stays whole and no temporary file is left. A device or a pipe is written into, not
   * replaced.
   *
   * @throws FileFault if the folder is read-only, the disk is full, or a folder stands at {@code
   *     file}
   */
  public static void write(Path file, Content content) {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new FileFault(FileFault.Problem.IS_FOLDER, file, "");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      writeInto(target, content);
      return;
    }
    Path folder = target.getParent();
    Path temporary = null;
    try {
      Files.createDirectories(folder);
      temporary = createBeside(target);
      try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      move(temporary, target);
      temporary = null;
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw fault(file, e);
    } finally {
      discard(temporary);
    }
  }

  private static void writeInto(Path device, Content content) {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(device, StandardOpenOption.WRITE))) {
      content.writeTo(out);
    } catch (IOException e) {
      throw fault(device, e);
    }
  }

  /** A new empty file with the permissions any new file gets, which a temporary one does not. */
  private static Path createBeside(Path target) throws IOException {
    String name = "." + target.getFileName() + "." + ProcessHandle.current().pid();
    for (int i = 0; ; i++) {
      try {
        return Files.createFile(target.resolveSibling(name + "-" + i + PART));
      } catch (FileAlreadyExistsException taken) {
        // Another thread's, or left by a killed process of this number: the next one, then.
      }
    }
  }

  /**
   * Deletes the temporary files that killed processes left of {@code file}, which nobody writes
   * now. One that cannot be deleted stays: it takes room, no more.
   */
  public static void discardParts(Path file) {
    Path target = file.toAbsolutePath();
    String name = "." + target.getFileName() + ".";
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(target.getParent(), "*" + PART)) {
      for (Path part : parts) {
        if (String.valueOf(part.getFileName()).startsWith(name)) {
          discard(part);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@Nullable Path temporary) {
    if (temporary != null) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException ignored) {
        temporary.toFile().deleteOnExit();
      }
    }
  }

  /** The fault behind a failed write. */
  public static FileFault fault(Path file, Exception e) {
    String reason = String.valueOf(e.getMessage());
    if (e instanceof FileSystemException system && system.getReason() != null) {
      reason = system.getReason();
    }
    String lower = reason.toLowerCase(Locale.ROOT);
    FileFault.Problem problem = FileFault.Problem.BROKEN_OFF;
    if (lower.contains("no space left")
        || lower.contains("quota")
        || lower.contains("file too large")
        || lower.contains("not enough space")) {
      problem = FileFault.Problem.DISK_FULL;
    } else if (e instanceof AccessDeniedException
        || e instanceof ReadOnlyFileSystemException
        || e instanceof FileAlreadyExistsException
        || lower.contains("not a directory")
        || lower.contains("read-only")
        || lower.contains("permission denied")) {
      problem = FileFault.Problem.READ_ONLY;
    }
    return new FileFault(problem, file, 0, reason, e);
  }
}
