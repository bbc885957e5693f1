package setu.core.anchor;

import java.util.List;

/**
 * What a dictionary file holds: every row is an entry or refused.
 *
 * @param format the format found: {@code text}, {@code tsv}, {@code csv}, {@code xlsx} …
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

  /** Whether more sources than targets hold Sinhala letters. */
  public boolean sourceIsSinhala() {
    long left = entries.stream().filter(entry -> isSinhala(entry.source())).count();
    long right = entries.stream().filter(entry -> isSinhala(entry.target())).count();
    return left > right;
  }

  static boolean isSinhala(String word) {
    return word.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.SINHALA);
  }

  /**
   * These rows with the source on the left: turned round by script where {@code sourceLanguage} is
   * {@code si} or {@code en} and stands on the right; as they are where it is empty.
   */
  public DictionaryImport from(String sourceLanguage) {
    return runsOtherWay(sourceLanguage) ? reversed() : this;
  }

  /** Whether {@link #from} turns these rows round. */
  public boolean runsOtherWay(String sourceLanguage) {
    return switch (sourceLanguage) {
      case "" -> false;
      case "si" -> reversed().sourceIsSinhala();
      default -> sourceIsSinhala();
    };
  }

  private DictionaryImport reversed() {
    return new DictionaryImport(
        format,
        entries.stream().map(DictionaryEntry::reversed).toList(),
        refused.stream().map(RefusedLine::reversed).toList());
  }
}
