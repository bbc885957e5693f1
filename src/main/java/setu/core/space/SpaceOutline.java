package setu.core.space;

import java.util.List;

/**
 * What the beginning of a file says of all of it.
 *
 * @param rows how many rows there are; −1 where it does not say
 * @param dimensions d; 0 where it does not say
 * @param extra bytes of memory needed beside vectors and words
 * @param words the first words, where vectors cannot be had without reading the whole file
 */
public record SpaceOutline(long rows, int dimensions, long extra, List<String> words) {
  /** Nothing. */
  static final SpaceOutline SILENT = new SpaceOutline(-1, 0, 0, List.of());

  /** Copies the list. */
  public SpaceOutline {
    words = List.copyOf(words);
  }

  /** A number of rows. */
  static SpaceOutline ofRows(long rows) {
    return new SpaceOutline(rows, 0, 0, List.of());
  }
}
