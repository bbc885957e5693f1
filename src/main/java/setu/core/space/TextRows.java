package setu.core.space;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Writes rows as lines of text, the word first where there are words. The text is made on all
 * processors, a batch of rows at a time, and written in order.
 */
final class TextRows {
  private static final int ROWS_AT_ONCE = 64;
  private static final int PIECES_A_THREAD = 8;

  private final FloatMatrix vectors;
  private final @Nullable List<String> words;
  private final char delimiter;

  /** Of n × d vectors; {@code words} are the n words before them, or null. */
  TextRows(FloatMatrix vectors, @Nullable List<String> words, char delimiter) {
    this.vectors = vectors;
    this.words = words;
    this.delimiter = delimiter;
  }

  /** Writes every row, telling how far it is. */
  void write(OutputStream out, Progress progress, Cancellation cancellation) throws IOException {
    int n = vectors.rows();
    progress.begin(Phase.WRITE, n);
    Piece[] pieces = new Piece[PIECES_A_THREAD * Parallel.processors()];
    for (int p = 0; p < pieces.length; p++) {
      pieces[p] = new Piece();
    }
    int batch = Math.multiplyExact(pieces.length, ROWS_AT_ONCE);
    for (long from = 0; from < n; from += batch) {
      cancellation.check();
      int first = (int) from;
      int rows = Math.min(batch, n - first);
      int used = Math.ceilDiv(rows, ROWS_AT_ONCE);
      Parallel.forEach(
          used,
          Parallel.processors(),
          p ->
              pieces[p].make(
                  first + p * ROWS_AT_ONCE, first + Math.min(rows, (p + 1) * ROWS_AT_ONCE)));
      for (int p = 0; p < used; p++) {
        out.write(pieces[p].bytes, 0, pieces[p].length);
      }
      progress.advance(rows);
    }
  }

  /** The text of a few rows. */
  private final class Piece {
    private final float[] values = new float[vectors.columns()];
    private byte[] bytes = {};
    private int length;

    void make(int from, int to) {
      length = 0;
      for (int row = from; row < to; row++) {
        byte[] word = words == null ? new byte[0] : SpaceOutput.utf8(words.get(row));
        reserve(word.length + values.length * (1 + FloatText.MOST_BYTES) + 1, to - row);
        System.arraycopy(word, 0, bytes, length, word.length);
        length += word.length;
        vectors.getRow(row, values);
        for (int j = 0; j < values.length; j++) {
          if (j > 0 || words != null) {
            bytes[length++] = (byte) delimiter;
          }
          length = FloatText.put(values[j], bytes, length);
        }
        bytes[length++] = '\n';
      }
    }

    /** Makes room for a row, and for rows like it. */
    private void reserve(int size, int rows) {
      if (bytes.length - length < size) {
        long wanted = length + (long) size * rows / 2 + size;
        bytes = java.util.Arrays.copyOf(bytes, Math.toIntExact(wanted));
      }
    }
  }
}
