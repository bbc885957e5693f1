package setu.core.anchor;

import org.jspecify.annotations.Nullable;

/**
 * How a dictionary file is read.
 *
 * @param sourceLanguage {@code si} or {@code en}: the columns are told apart by their names or
 *     script and swapped where the file has the other order; empty: the first word column is the
 *     source
 * @param columns names of the columns to read; null to find them by the usual names
 */
public record DictionaryOptions(String sourceLanguage, @Nullable Columns columns) {
  /** The first word column is the source; columns are found by name. */
  public static final DictionaryOptions AS_WRITTEN = new DictionaryOptions("", null);

  /**
   * Columns by the names in the file's header, compared without regard to case.
   *
   * @param source empty to find both word columns by the usual names
   * @param pos empty to leave out, like the next two
   * @param header whether the first row names the columns; else it is a row like the others, and
   *     the columns are named by their numbers: {@code 1}, {@code 2} …
   */
  public record Columns(
      String source, String target, String pos, String category, String note, boolean header) {
    /** Columns of a table whose first row names them. */
    public Columns(String source, String target, String pos, String category, String note) {
      this(source, target, pos, category, note, true);
    }

    /** Whether the word columns are found by the usual names. */
    boolean usual() {
      return source.isEmpty();
    }
  }

  /** Source words are of this language, wherever the file has them. */
  public static DictionaryOptions from(String sourceLanguage) {
    return new DictionaryOptions(sourceLanguage, null);
  }
}
