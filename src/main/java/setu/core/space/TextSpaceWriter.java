package setu.core.space;

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
    SpaceOutput.file(
        file,
        out -> {
          if (header) {
            out.write(SpaceOutput.utf8(vectors.rows() + " " + vectors.columns() + "\n"));
          }
          new TextRows(vectors, words, ' ').write(out, progress, cancellation);
        });
  }
}
