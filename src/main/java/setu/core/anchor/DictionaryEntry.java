package setu.core.anchor;

import org.jspecify.annotations.Nullable;

/**
 * One pair as a dictionary file says it.
 *
 * @param line line of the file, from 1
 * @param status what the file says of the pair; null where it has no such column
 * @param pos part of speech; empty if not said
 * @param category empty if not said
 * @param note empty if not said
 */
public record DictionaryEntry(
    long line,
    String source,
    String target,
    @Nullable AnchorStatus status,
    String pos,
    String category,
    String note) {
  /** The two forms. */
  public WordPair pair() {
    return new WordPair(source, target);
  }

  /** The same row read the other way. */
  DictionaryEntry reversed() {
    return new DictionaryEntry(line, target, source, status, pos, category, note);
  }
}
