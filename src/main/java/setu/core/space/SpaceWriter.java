package setu.core.space;

import java.nio.file.Path;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Writes one file format of spaces; {@link SpaceFiles#write} chooses it. */
public interface SpaceWriter {
  /**
   * Replaces {@code file}, and what belongs beside it, by n words and their n × d vectors; gzip
   * where its name ends in {@code .gz} and the format allows it. A cancelled or failed writing
   * leaves what was there before.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   * @throws setu.core.fault.SpaceFault if the format cannot hold one of the words
   */
  void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation);
}
