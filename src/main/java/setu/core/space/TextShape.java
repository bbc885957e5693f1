package setu.core.space;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the first lines of a text file say of its shape.
 *
 * @param start index of the first row, after byte-order mark and header
 * @param headerLines 1 with a header, else 0
 * @param promisedRows rows the header promises; −1 without a header
 * @param dimensions d
 * @param foundDimensions how many numbers most of the first rows have; equals {@code dimensions}
 *     unless the header lies
 * @param wordless whether rows are numbers split by tabs, without words
 * @param bytesPerRow mean length of the first rows
 */
record TextShape(
    int start,
    int headerLines,
    long promisedRows,
    int dimensions,
    int foundDimensions,
    boolean wordless,
    double bytesPerRow) {
  private static final Pattern HEADER = Pattern.compile("\\s*(\\d{1,15})[ \\t]+(\\d{1,9})\\s*");
  private static final int LOOKED_AT = 50;

  /**
   * The shape of a file that begins with the whole lines in {@code bytes[0, length)}; null where
   * they are no space. The byte at {@code length} is overwritten with a line feed.
   */
  static @Nullable TextShape of(byte[] bytes, int length) {
    bytes[length] = '\n';
    int start = startsWithMark(bytes, length) ? 3 : 0;
    for (int i = start; i < Math.min(length, 1 << 16); i++) {
      if (bytes[i] == 0) {
        return null;
      }
    }
    int lineFeed = lineFeed(bytes, start, length);
    String first = new String(bytes, start, Math.min(lineFeed - start, 80), StandardCharsets.UTF_8);
    Matcher header = HEADER.matcher(first);
    if (lineFeed - start <= 80 && header.matches()) {
      int dimensions = Integer.parseInt(header.group(2));
      int rows = Math.min(length, lineFeed + 1);
      return dimensions == 0
          ? null
          : look(bytes, rows, length, 1, Long.parseLong(header.group(1)), dimensions);
    }
    return look(bytes, start, length, 0, -1, 0);
  }

  private static @Nullable TextShape look(
      byte[] bytes, int start, int length, int headerLines, long promised, int dimensions) {
    RowParser parser = new RowParser(1);
    int[] counts = new int[LOOKED_AT];
    int rows = 0;
    int wordless = 0;
    int at = start;
    while (at < length && rows < LOOKED_AT) {
      int lineFeed = lineFeed(bytes, at, length);
      if (lineFeed - at > 1) {
        counts[rows++] = parser.numbersInLine(bytes, at, lineFeed);
        wordless += parser.isNumbersSplitByTabs(bytes, at, lineFeed) ? 1 : 0;
      }
      at = lineFeed + 1;
    }
    int found = mostFrequent(counts, rows);
    double bytesPerRow = rows == 0 ? 1 : (double) (Math.min(at, length) - start) / rows;
    if (headerLines == 1) {
      int seen = rows == 0 ? dimensions : found;
      return new TextShape(start, 1, promised, dimensions, seen, false, bytesPerRow);
    }
    // One number after a word is a word list with counts, not a space.
    if (rows > 0 && wordless == rows) {
      return new TextShape(start, 0, -1, found + 1, found + 1, true, bytesPerRow);
    }
    return found < 2 ? null : new TextShape(start, 0, -1, found, found, false, bytesPerRow);
  }

  private static int mostFrequent(int[] counts, int size) {
    int best = 0;
    int bestTimes = 0;
    for (int i = 0; i < size; i++) {
      int times = 0;
      for (int j = 0; j < size; j++) {
        times += counts[j] == counts[i] ? 1 : 0;
      }
      if (times > bestTimes) {
        best = counts[i];
        bestTimes = times;
      }
    }
    return best;
  }

  private static boolean startsWithMark(byte[] bytes, int length) {
    return length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static int lineFeed(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }
}
