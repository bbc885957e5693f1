package setu.core.workspace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import setu.core.fault.ProjectFault;
import setu.core.file.SafeWrite;

/**
 * One writer a project, across processes and within this one. The operating system lets go of it
 * when the process ends, however it ends; the empty lock file stays.
 */
final class ProjectLock implements Closeable {
  static final String NAME = "project.lock";

  /**
   * The projects this process holds. Needed beside the file lock: on POSIX systems closing a second
   * channel to the lock file, as a refused opener would, lets go of the first one's lock.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private ProjectLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * Takes the lock of an existing folder.
   *
   * @throws ProjectFault if somebody else holds it
   * @throws setu.core.fault.FileFault if the folder cannot be written
   */
  static ProjectLock take(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (!HELD.add(real)) {
        throw inUse(folder);
      }
      boolean taken = false;
      try {
        FileChannel channel =
            FileChannel.open(
                real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
          taken = channel.tryLock() != null;
        } finally {
          if (!taken) {
            channel.close();
          }
        }
        if (!taken) {
          throw inUse(folder);
        }
        return new ProjectLock(real, channel);
      } finally {
        if (!taken) {
          HELD.remove(real);
        }
      }
    } catch (OverlappingFileLockException e) {
      throw inUse(folder);
    } catch (IOException e) {
      throw SafeWrite.fault(folder, e);
    }
  }

  private static ProjectFault inUse(Path folder) {
    return new ProjectFault(ProjectFault.Problem.IN_USE, folder, "");
  }

  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      throw SafeWrite.fault(folder, e);
    } finally {
      HELD.remove(folder);
    }
  }
}
