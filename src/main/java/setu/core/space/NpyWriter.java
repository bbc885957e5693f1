package setu.core.space;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Writes a NumPy array (format 1.0; 32-bit floats, row-major, unless told otherwise) and its words
 * beside it as {@code NAME.vocab.txt}.
 */
public final class NpyWriter implements SpaceWriter {
  private static final int BEFORE = 10;
  private static final int ALIGNMENT = 64;

  private final SpaceLayout layout;

  /** A writer of rows of 32-bit floats. */
  public NpyWriter() {
    this(SpaceLayout.USUAL);
  }

  /** A writer of numbers laid out in another way. */
  NpyWriter(SpaceLayout layout) {
    this.layout = layout;
  }

  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    CompanionWriting.write(
        file, words, ".vocab.txt", out -> array(out, vectors, layout, progress, cancellation));
  }

  /** Writes an array without words: a mapping, say. */
  public static void writeArray(
      OutputStream out, FloatMatrix matrix, Progress progress, Cancellation cancellation)
      throws IOException {
    array(out, matrix, SpaceLayout.USUAL, progress, cancellation);
  }

  private static void array(
      OutputStream out,
      FloatMatrix matrix,
      SpaceLayout layout,
      Progress progress,
      Cancellation cancellation)
      throws IOException {
    FloatType type = layout.numbers();
    String header =
        "{'descr': '<f"
            + type.bytes()
            + "', 'fortran_order': "
            + (layout.byColumn() ? "True" : "False")
            + ", 'shape': ("
            + matrix.rows()
            + ", "
            + matrix.columns()
            + "), }";
    int padded = Math.ceilDiv(BEFORE + header.length() + 1, ALIGNMENT) * ALIGNMENT;
    int length = padded - BEFORE;
    out.write(0x93);
    out.write("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.write(new byte[] {1, 0, (byte) length, (byte) (length >> 8)});
    out.write(SpaceOutput.utf8(header + " ".repeat(length - header.length() - 1) + "\n"));
    if (layout.byColumn()) {
      SpaceOutput.columns(out, matrix, type, progress, cancellation);
    } else {
      SpaceOutput.floats(out, matrix, type, progress, cancellation);
    }
  }
}
