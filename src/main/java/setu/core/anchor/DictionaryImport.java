package setu.core.anchor;

import java.util.List;

/**
 * What a dictionary file holds: every row is an entry or refused.
 *
 * @param format the format found: {@code text}, {@code tsv} or {@code csv}
 * @param entries rows that are pairs, in file order, repeated ones included
 * @param refused the others, in file order
 */
public record DictionaryImport(
    String format, List<DictionaryEntry> entries, List<RefusedLine> refused) {
  /** Copies the lists. */
  public DictionaryImport {
    entries = List.copyOf(entries);
    refused = List.copyOf(refused);
  }

  /** Rows in the file: blank lines and the header are none. */
  public int read() {
    return entries.size() + refused.size();
  }

  /** The pairs, in file order. */
  public List<WordPair> pairs() {
    return entries.stream().map(DictionaryEntry::pair).toList();
  }
}
