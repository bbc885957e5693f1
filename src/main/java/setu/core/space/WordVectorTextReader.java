package setu.core.space;

import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Reads word2vec text (first line {@code n d}), GloVe text (no such line) and their gzip forms: one
 * word and its d numbers a line, UTF-8.
 */
public final class WordVectorTextReader implements SpaceReader {
  /** A reader. */
  public WordVectorTextReader() {}

  @Override
  public boolean accepts(byte[] head) {
    return shape(head) != null;
  }

  @Override
  public boolean isWordless(byte[] head) {
    TextShape shape = shape(head);
    return shape != null && shape.wordless();
  }

  @Override
  public SpaceOutline outline(Path file, ReadOptions options, Cancellation cancellation) {
    TextShape shape = shape(GzipHead.of(file).bytes());
    return shape == null ? SpaceOutline.SILENT : SpaceOutline.ofRows(shape.promisedRows());
  }

  private static @Nullable TextShape shape(byte[] head) {
    int end = head.length;
    while (end > 0 && head[end - 1] != '\n') {
      end--;
    }
    int length = end > 0 ? end : head.length;
    return length > 0 ? TextShape.of(Arrays.copyOf(head, length + 1), length) : null;
  }

  @Override
  public EmbeddingSpace read(
      Path file, ReadOptions options, Progress progress, Cancellation cancellation) {
    boolean gzip = GzipHead.of(file).gzip();
    return new TextReading(file, gzip, options, progress, cancellation).read();
  }
}
