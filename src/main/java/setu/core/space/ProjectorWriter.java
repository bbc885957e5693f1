package setu.core.space;

import java.nio.file.Path;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Writes what the Embedding Projector opens: numbers split by tabs, the words beside them as {@code
 * NAME.metadata.tsv}, and the configuration of their folder ({@link ProjectorConfig}). The
 * Projector unzips nothing: gzipped numbers are for other programs, and no configuration names
 * them.
 */
final class ProjectorWriter implements SpaceWriter {
  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    TextRows rows = new TextRows(vectors, null, '\t');
    CompanionWriting.write(
        file, words, ".metadata.tsv", out -> rows.write(out, progress, cancellation));
    if (!SpaceOutput.isGzip(file)) {
      ProjectorConfig.add(file, vectors.rows(), vectors.columns());
    }
  }
}
