package setu.core.space;

import java.nio.file.Path;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Reads one family of file formats; {@link SpaceFiles#read} chooses it by content. */
public interface SpaceReader {
  /** Whether a file whose first bytes (already unzipped) are {@code head} may be of this format. */
  boolean accepts(byte[] head);

  /** Whether the words of an accepted file are in another file. */
  default boolean isWordless(byte[] head) {
    return false;
  }

  /**
   * What the beginning of an accepted file says of all of it.
   *
   * @throws setu.core.fault.FileFault if the file cannot be read
   * @throws setu.core.fault.SpaceFault if no usable space is in it
   */
  default SpaceOutline outline(Path file, ReadOptions options, Cancellation cancellation) {
    return SpaceOutline.SILENT;
  }

  /**
   * Reads the space. Rows that cannot be used are counted in its report, never silently dropped.
   *
   * @throws setu.core.fault.FileFault if the file cannot be read
   * @throws setu.core.fault.SpaceFault if no usable space is in it
   */
  EmbeddingSpace read(Path file, ReadOptions options, Progress progress, Cancellation cancellation);
}
