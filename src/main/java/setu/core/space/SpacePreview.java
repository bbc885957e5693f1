package setu.core.space;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import setu.core.space.SpaceSummary.Scripts;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * What can be said of a file before it is loaded.
 *
 * @param format as in {@link LoadReport#format}
 * @param gzip whether the file is compressed
 * @param bytes the file's size
 * @param rows how many rows there are; an estimate unless {@code exact}
 * @param exact whether the file itself says how many rows it has
 * @param dimensions d
 * @param memory bytes that vectors and words will take, estimated
 * @param scripts in which scripts the first words are written
 * @param first the first rows
 */
public record SpacePreview(
    String format,
    boolean gzip,
    long bytes,
    long rows,
    boolean exact,
    int dimensions,
    long memory,
    Scripts scripts,
    List<Row> first) {
  private static final int ROWS = 20;
  private static final int NUMBERS = 8;
  private static final long BYTES_A_WORD = 100;
  private static final long BYTES_A_BINARY_WORD = 20;

  /**
   * A row.
   *
   * @param numbers its first numbers; none where a model would have to be read for them
   */
  public record Row(String word, List<Float> numbers) {
    /** Copies the list. */
    public Row {
      numbers = List.copyOf(numbers);
    }
  }

  /** Copies the list. */
  public SpacePreview {
    first = List.copyOf(first);
  }

  /**
   * Looks at the beginning of a file.
   *
   * @throws setu.core.fault.FileFault if it cannot be read
   * @throws setu.core.fault.SpaceFault if no usable space is in it
   */
  public static SpacePreview of(Path file, ReadOptions options, Cancellation cancellation) {
    FileStamp stamp = FileStamp.of(file);
    GzipHead head = GzipHead.of(file);
    SpaceReader reader = SpaceFiles.readerOf(file, head.bytes());
    SpaceOutline outline = reader.outline(file, options, cancellation);
    List<Row> first = new ArrayList<>();
    String format = SpaceFormat.FASTTEXT.label();
    int dimensions = outline.dimensions();
    for (String word : outline.words()) {
      first.add(new Row(word, List.of()));
    }
    if (first.isEmpty()) {
      EmbeddingSpace begin =
          reader.read(file, options.withLimit(ROWS), Progress.NONE, cancellation);
      format = begin.report().format();
      dimensions = begin.dimensions();
      for (int row = 0; row < begin.rows(); row++) {
        first.add(new Row(begin.vocabulary().word(row), numbers(begin.vectors().row(row))));
      }
    }
    boolean exact = outline.rows() >= 0;
    long rows = exact ? outline.rows() : estimate(file, head, stamp.size(), dimensions);
    rows = Math.min(rows, options.limit());
    List<String> words = first.stream().map(Row::word).distinct().toList();
    return new SpacePreview(
        format,
        head.gzip(),
        stamp.size(),
        rows,
        exact,
        dimensions,
        rows * (4L * dimensions + BYTES_A_WORD) + outline.extra(),
        SpaceSummary.scripts(new Vocabulary(words)),
        first);
  }

  private static List<Float> numbers(float[] row) {
    List<Float> numbers = new ArrayList<>();
    for (int j = 0; j < Math.min(NUMBERS, row.length); j++) {
      numbers.add(row[j]);
    }
    return numbers;
  }

  /** Rows by the mean length of the first lines of text, or by the numbers of a binary row. */
  private static long estimate(Path file, GzipHead head, long size, int dimensions) {
    long bytes = head.gzip() ? GzipHead.likelySize(file, size) : size;
    byte[] begin = head.bytes();
    if (!TextBytes.isText(begin, 0, begin.length)) {
      return bytes / (4L * dimensions + BYTES_A_BINARY_WORD) + 1;
    }
    int lines = 0;
    int last = 0;
    for (int i = 0; i < begin.length; i++) {
      if (begin[i] == '\n') {
        lines++;
        last = i + 1;
      }
    }
    return lines == 0 ? 1 : Math.max(lines, Math.round((double) bytes / last * lines));
  }
}
