package setu.core.space;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Writes spaces as text. Every number is the shortest that reads back as the same float, so nothing
 * is lost.
 */
public final class SpaceWriter {
  private static final int ROWS_BETWEEN_CHECKS = 256;

  private SpaceWriter() {}

  /** How the rows are written. */
  public enum Format {
    /** word2vec text: a first line {@code n d}, then one word and its numbers a line. */
    WORD2VEC_TEXT,
    /** GloVe text: the same without the first line. */
    GLOVE_TEXT
  }

  /**
   * Replaces {@code file} by the n words and the n × d vectors; gzip where its name ends in {@code
   * .gz}. A cancelled or failed writing leaves what was there before.
   *
   * @throws setu.core.fault.FileFault if it cannot be written
   */
  public static void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Format format,
      Progress progress,
      Cancellation cancellation) {
    if (words.size() != vectors.rows()) {
      throw new IllegalArgumentException(words.size() + " words for " + vectors);
    }
    boolean gzip = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    progress.begin(Phase.WRITE, vectors.rows());
    SafeWrite.write(
        file,
        out -> {
          if (gzip) {
            GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
            rows(zipped, words, vectors, format, progress, cancellation);
            zipped.finish();
          } else {
            rows(out, words, vectors, format, progress, cancellation);
          }
        });
  }

  private static void rows(
      OutputStream out,
      List<String> words,
      FloatMatrix vectors,
      Format format,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    if (format == Format.WORD2VEC_TEXT) {
      put(out, vectors.rows() + " " + vectors.columns() + "\n");
    }
    float[] values = new float[vectors.columns()];
    StringBuilder line = new StringBuilder(12 * values.length + 32);
    for (int row = 0; row < vectors.rows(); row++) {
      if (row % ROWS_BETWEEN_CHECKS == 0) {
        cancellation.check();
      }
      vectors.getRow(row, values);
      line.setLength(0);
      line.append(words.get(row));
      for (float value : values) {
        line.append(' ').append(value);
      }
      put(out, line.append('\n').toString());
      progress.advance(1);
    }
  }

  private static void put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
