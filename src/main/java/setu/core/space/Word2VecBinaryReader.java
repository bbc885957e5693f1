package setu.core.space;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import setu.core.fault.SpaceFault;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Reads word2vec binary: a line {@code n d}, then each word, a space and d 32-bit floats, with or
 * without a line feed after them.
 */
public final class Word2VecBinaryReader implements SpaceReader {
  private static final Pattern HEADER = Pattern.compile("(\\d{1,15})[ \\t]+(\\d{1,9})[ \\t\\r]*");
  private static final int LONGEST_WORD = 1 << 16;
  private static final int LONGEST_HEADER = 80;

  /** A reader. */
  public Word2VecBinaryReader() {}

  @Override
  public boolean accepts(byte[] head) {
    int lineFeed = 0;
    while (lineFeed < Math.min(head.length, LONGEST_HEADER) && head[lineFeed] != '\n') {
      lineFeed++;
    }
    if (lineFeed >= head.length || !HEADER.matcher(ascii(head, lineFeed)).matches()) {
      return false;
    }
    return !TextBytes.isText(head, lineFeed + 1, head.length);
  }

  private static String ascii(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }

  @Override
  public EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    BinaryReading.requireCounts(file, false, options);
    return BinaryReading.read(
        file, null, options, progress, cancellation, in -> rows(file, in, options));
  }

  @Override
  public SpaceOutline outline(Path file, ReadOptions options, Cancellation cancellation) {
    return BinaryReading.look(
        file, cancellation, in -> SpaceOutline.ofRows(Long.parseLong(header(file, in).group(1))));
  }

  private static SpaceBuilder rows(Path file, SpaceInput in, ReadOptions options)
      throws IOException {
    Matcher header = header(file, in);
    long n = Long.parseLong(header.group(1));
    long d = Long.parseLong(header.group(2));
    BinaryReading.requireShape(file, n, d);
    int dimensions = (int) d;
    in.require(n, 4 * d + 2);
    SpaceBuilder rows =
        new SpaceBuilder(
            file, SpaceFormat.WORD2VEC_BINARY, in.likely(n, 4 * d + 2), dimensions, options);
    byte[] word = new byte[64];
    byte[] bytes = new byte[4 * dimensions];
    float[] values = new float[dimensions];
    for (long row = 1; row <= n && !rows.full(); row++) {
      int length = 0;
      int next = in.readByte();
      while (next == '\n') {
        next = in.readByte();
      }
      for (; next != ' '; next = in.readByte()) {
        if (length == word.length) {
          if (length >= LONGEST_WORD) {
            throw new SpaceFault(SpaceFault.Problem.DAMAGED, file, row, "> 64 KB", null);
          }
          word = Arrays.copyOf(word, 2 * length);
        }
        word[length++] = (byte) next;
      }
      String text = WordBytes.decode(word, 0, length);
      in.readFully(bytes, 0, bytes.length);
      if (rows.takes(text, 0)) {
        FloatType.F32.decode(bytes, 0, ByteOrder.LITTLE_ENDIAN, values, 0, dimensions);
        rows.add(text, values, 0, row);
      }
    }
    return rows;
  }

  /** The shape a file's first line promises. */
  private static Matcher header(Path file, SpaceInput in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.readByte(); next != '\n'; next = in.readByte()) {
      if (line.length() > LONGEST_HEADER) {
        break;
      }
      line.append((char) next);
    }
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      throw new SpaceFault(SpaceFault.Problem.UNKNOWN_FORMAT, file, 1, "", null);
    }
    return header;
  }
}
