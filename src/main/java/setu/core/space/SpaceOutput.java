package setu.core.space;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import setu.core.fault.SpaceFault;
import setu.core.file.SafeWrite;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** What writers of spaces share. */
final class SpaceOutput {
  private static final int ROWS_BETWEEN_CHECKS = 256;
  private static final int GATHERED = 1 << 24;
  private static final int PIECE = 1 << 14;

  private SpaceOutput() {}

  /** What a row's bytes are made by. */
  @FunctionalInterface
  interface RowContent {
    /** Writes one row. */
    void write(OutputStream out, int row) throws IOException;
  }

  /** Writes a file whole or not at all, gzipped where its name ends in {@code .gz}. */
  static void file(Path file, SafeWrite.Content content) {
    SafeWrite.write(
        file,
        out -> {
          if (isGzip(file)) {
            GZIPOutputStream zipped = new GZIPOutputStream(out, 1 << 16);
            content.writeTo(zipped);
            zipped.finish();
          } else {
            content.writeTo(out);
          }
        });
  }

  /** Whether a file of this name is to be gzipped. */
  static boolean isGzip(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
  }

  /** Writes rows 0 … n − 1, telling how far it is. */
  static void rows(
      OutputStream out, int n, RowContent content, Progress progress, Cancellation cancellation)
      throws IOException {
    progress.begin(Phase.WRITE, n);
    for (int row = 0; row < n; row++) {
      if (row % ROWS_BETWEEN_CHECKS == 0) {
        cancellation.check();
      }
      content.write(out, row);
      progress.advance(1);
    }
  }

  /** Writes all rows, little-endian, row-major. */
  static void floats(
      OutputStream out,
      FloatMatrix vectors,
      FloatType type,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    Floats floats = new Floats(vectors, type);
    rows(out, vectors.rows(), floats::write, progress, cancellation);
  }

  /**
   * Writes all columns, little-endian, column-major; several are gathered at once, so that the rows
   * are passed over less often.
   */
  static void columns(
      OutputStream out,
      FloatMatrix vectors,
      FloatType type,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    int n = vectors.rows();
    int d = vectors.columns();
    int together = Math.clamp(GATHERED / Math.max(1, n), 1, Math.max(1, d));
    float[][] gathered = new float[together][n];
    ByteBuffer bytes = ByteBuffer.allocate(PIECE * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    progress.begin(Phase.WRITE, d);
    for (int from = 0; from < d; from += together) {
      int count = Math.min(together, d - from);
      for (int row = 0; row < n; row++) {
        if (row % ROWS_BETWEEN_CHECKS == 0) {
          cancellation.check();
        }
        for (int c = 0; c < count; c++) {
          gathered[c][row] = vectors.get(row, from + c);
        }
      }
      for (int c = 0; c < count; c++) {
        for (int row = 0; row < n; row += PIECE) {
          type.encode(gathered[c], row, Math.min(PIECE, n - row), bytes.clear());
          out.write(bytes.array(), 0, bytes.position());
        }
      }
      progress.advance(count);
    }
  }

  /** Rows, little-endian. */
  static final class Floats {
    private final FloatMatrix vectors;
    private final float[] values;
    private final FloatType type;
    private final byte[] bytes;
    private final ByteBuffer view;

    Floats(FloatMatrix vectors) {
      this(vectors, FloatType.F32);
    }

    Floats(FloatMatrix vectors, FloatType type) {
      this.vectors = vectors;
      this.type = type;
      this.values = new float[vectors.columns()];
      this.bytes = new byte[Math.multiplyExact(values.length, type.bytes())];
      this.view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes a row. */
    void write(OutputStream out, int row) throws IOException {
      vectors.getRow(row, values);
      type.encode(values, 0, values.length, view.clear());
      out.write(bytes);
    }
  }

  /** UTF-8 bytes. */
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The words one a line. */
  static void lines(Path file, List<String> words) {
    file(
        file,
        out -> {
          for (String word : words) {
            out.write(utf8(word));
            out.write('\n');
          }
        });
  }

  /**
   * Makes sure that a line can hold each word and give it back.
   *
   * @param forbidden characters that the format gives another meaning
   * @throws SpaceFault for the first one that it cannot hold
   */
  static void requireWritable(Path file, List<String> words, String forbidden) {
    for (int row = 0; row < words.size(); row++) {
      String word = words.get(row);
      boolean writable = !word.isEmpty() && !blank(word.charAt(0));
      writable = writable && !blank(word.charAt(word.length() - 1));
      for (int i = 0; writable && i < word.length(); i++) {
        char c = word.charAt(i);
        writable = c != '\n' && c != '\r' && c != 0 && forbidden.indexOf(c) < 0;
      }
      if (!writable) {
        throw new SpaceFault(SpaceFault.Problem.UNWRITABLE_WORD, file, row + 1L, word, null);
      }
    }
  }

  private static boolean blank(char c) {
    return c == ' ' || c == '\t';
  }

  /** Where the words of {@code file} go, for formats that hold none. */
  static Path companion(Path file, String ending) {
    return file.resolveSibling(SpaceFiles.nameOf(file) + ending);
  }
}
