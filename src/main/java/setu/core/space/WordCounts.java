package setu.core.space;

import java.util.Arrays;
import java.util.Objects;

/** How often each word of a space stood in its corpus, by row, as its file tells. */
public final class WordCounts {
  private long[] counts;
  private int size;
  private boolean known;

  /** None yet. */
  WordCounts() {
    this(new long[16], 0);
  }

  /** These. */
  WordCounts(long... counts) {
    this(counts.clone(), counts.length);
  }

  private WordCounts(long[] counts, int size) {
    this.counts = counts;
    this.size = size;
    known = Arrays.stream(counts, 0, size).anyMatch(count -> count > 0);
  }

  /** The next row's. */
  void add(long count) {
    if (size == counts.length) {
      counts = Arrays.copyOf(counts, Math.addExact(size, Math.max(16, size >> 1)));
    }
    counts[size++] = count;
    known |= count > 0;
  }

  /** Whether any word has one: files without counts give zeros. */
  boolean known() {
    return known;
  }

  /** The number of rows. */
  public int size() {
    return size;
  }

  /** The count of a row's word; 0 where the file tells none. */
  public long of(int row) {
    return counts[Objects.checkIndex(row, size)];
  }
}
