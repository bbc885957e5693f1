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
 * Writes a NumPy array (format 1.0, 32-bit floats, row-major) and its words beside it as {@code
 * NAME.vocab.txt}.
 */
public final class NpyWriter implements SpaceWriter {
  private static final int BEFORE = 10;
  private static final int ALIGNMENT = 64;

  /** A writer. */
  public NpyWriter() {}

  @Override
  public void write(
      Path file,
      List<String> words,
      FloatMatrix vectors,
      Progress progress,
      Cancellation cancellation) {
    CompanionWriting.write(
        file, words, ".vocab.txt", out -> writeArray(out, vectors, progress, cancellation));
  }

  /** Writes an array without words: a mapping, say. */
  public static void writeArray(
      OutputStream out, FloatMatrix matrix, Progress progress, Cancellation cancellation)
      throws IOException {
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': ("
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
    SpaceOutput.floats(out, matrix, progress, cancellation);
  }
}
