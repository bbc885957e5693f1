package setu.core.space;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Writes what the Embedding Projector opens: numbers split by tabs, the words beside them as {@code
 * NAME.metadata.tsv}, and the configuration of their folder ({@link ProjectorConfig}).
 */
final class ProjectorWriter implements SpaceWriter {
  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    float[] values = new float[vectors.columns()];
    StringBuilder line = new StringBuilder(12 * values.length);
    SpaceOutput.RowContent content =
        (OutputStream to, int row) -> {
          vectors.getRow(row, values);
          line.setLength(0);
          for (float value : values) {
            line.append(line.isEmpty() ? "" : "\t").append(value);
          }
          to.write(SpaceOutput.utf8(line.append('\n').toString()));
        };
    CompanionWriting.write(
        file,
        words,
        ".metadata.tsv",
        out -> SpaceOutput.rows(out, vectors.rows(), content, progress, cancellation));
    ProjectorConfig.add(file, vectors.rows(), vectors.columns());
  }
}
