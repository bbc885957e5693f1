package setu.core.space;

import java.nio.file.Path;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Opens embedding spaces, whatever their format. */
public final class SpaceFiles {
  private SpaceFiles() {}

  /**
   * Reads a space; the format is found from content, not from the name, and gzip is seen through.
   *
   * @throws setu.core.fault.FileFault if the file cannot be read
   * @throws setu.core.fault.SpaceFault if no usable space is in it
   */
  public static EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    throw new UnsupportedOperationException("not yet");
  }
}
