package setu.core.anchor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pair as a dictionary file says it.
 *
 * @param line line of the file, from 1
 * @param status what the file says of the pair; null where it has no such column
 * @param pos part of speech; empty if not said
 * @param category empty if not said
 * @param note empty if not said
 * @param comment empty if nothing is
 * @param tags none if not said
 * @param preferred whether it is the translation to show first; false if not said
 */
public record DictionaryEntry(
    long line,
    String source,
    String target,
    @Nullable AnchorStatus status,
    String pos,
    String category,
    String note,
    String comment,
    List<String> tags,
    boolean preferred) {
  private static final String YES = "yes";

  /** Copies the list. */
  public DictionaryEntry {
    tags = List.copyOf(tags);
  }

  /** A pair without comment and tags, not preferred. */
  public DictionaryEntry(
      long line,
      String source,
      String target,
      @Nullable AnchorStatus status,
      String pos,
      String category,
      String note) {
    this(line, source, target, status, pos, category, note, "", List.of(), false);
  }

  /** The same with a comment, and tags and preference as files write them. */
  DictionaryEntry with(String remark, String labels, String first) {
    boolean said = Set.of(YES, "true", "1").contains(first.toLowerCase(Locale.ROOT));
    return new DictionaryEntry(
        line, source, target, status, pos, category, note, remark, tags(labels), said);
  }

  /** Tags as people and files write them: split by commas, without repeats. */
  public static List<String> tags(String labels) {
    return Stream.of(labels.split(","))
        .map(String::strip)
        .filter(label -> !label.isEmpty())
        .distinct()
        .toList();
  }

  /** Tags on one line, as {@link #tags(String)} reads them. */
  public static String line(List<String> tags) {
    return String.join(", ", tags);
  }

  /** A preference as files write it. */
  static String said(boolean preferred) {
    return preferred ? YES : "";
  }

  /** The two forms. */
  public WordPair pair() {
    return new WordPair(source, target);
  }

  /** Whether a side has signs around it that no word has: cleaning takes them off. */
  public boolean needsCleaning() {
    return RowCollector.fault(source) != null || RowCollector.fault(target) != null;
  }

  /** The same row read the other way. */
  DictionaryEntry reversed() {
    return new DictionaryEntry(
        line, target, source, status, pos, category, note, comment, tags, preferred);
  }
}
