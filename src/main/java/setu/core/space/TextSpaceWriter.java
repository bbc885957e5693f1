package setu.core.space;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Writes spaces as text. Every number is the shortest that reads back as the same float, so nothing
 * is lost.
 */
final class TextSpaceWriter implements SpaceWriter {
  private final boolean header;

  /** Of word2vec text with its first line {@code n d}, or of GloVe text without it. */
  TextSpaceWriter(boolean header) {
    this.header = header;
  }

  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    SpaceOutput.requireWritable(file, words, "");
    float[] values = new float[vectors.columns()];
    StringBuilder line = new StringBuilder(12 * values.length + 32);
    SpaceOutput.file(
        file,
        out -> {
          if (header) {
            out.write(SpaceOutput.utf8(vectors.rows() + " " + vectors.columns() + "\n"));
          }
          SpaceOutput.RowContent content =
              (OutputStream to, int row) -> {
                vectors.getRow(row, values);
                line.setLength(0);
                line.append(words.get(row));
                for (float value : values) {
                  line.append(' ').append(value);
                }
                to.write(SpaceOutput.utf8(line.append('\n').toString()));
              };
          SpaceOutput.rows(out, vectors.rows(), content, progress, cancellation);
        });
  }
}
