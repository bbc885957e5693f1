package setu.core.space;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Writes word2vec binary as gensim does; no word may hold a space. */
final class Word2VecBinaryWriter implements SpaceWriter {
  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    SpaceOutput.requireWritable(file, words, " ");
    SpaceOutput.Floats floats = new SpaceOutput.Floats(vectors);
    SpaceOutput.file(
        file,
        out -> {
          out.write(SpaceOutput.utf8(vectors.rows() + " " + vectors.columns() + "\n"));
          SpaceOutput.RowContent content =
              (OutputStream to, int row) -> {
                to.write(SpaceOutput.utf8(words.get(row)));
                to.write(' ');
                floats.write(to, row);
              };
          SpaceOutput.rows(out, vectors.rows(), content, progress, cancellation);
        });
  }
}
