package setu.core.space;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a file are wanted; a row has to meet every condition. Words are compared exactly as
 * the file has them.
 *
 * @param minCount the least corpus frequency; 0 for any. Only files that hold counts can meet it
 * @param script the script of the word's first letter; null for any
 * @param pattern a regular expression found in the word; empty for any
 * @param words the words wanted; empty for any
 */
public record RowSelection(
    long minCount, @Nullable UnicodeScript script, String pattern, Set<String> words) {
  /** Every row. */
  public static final RowSelection ALL = new RowSelection(0, null, "", Set.of());

  /**
   * Checks the ranges.
   *
   * @throws PatternSyntaxException if the pattern is no regular expression
   */
  public RowSelection {
    if (minCount < 0) {
      throw new IllegalArgumentException("minCount " + minCount);
    }
    Pattern.compile(pattern);
    words = Set.copyOf(words);
  }

  /** Whether every row is wanted. */
  public boolean all() {
    return equals(ALL);
  }

  /** The test of one reading. */
  Filter filter() {
    return new Filter(this);
  }

  /** A selection made ready; one thread at a time. */
  static final class Filter {
    private final RowSelection selection;
    private final Pattern pattern;
    private final boolean all;

    private Filter(RowSelection selection) {
      this.selection = selection;
      this.pattern = Pattern.compile(selection.pattern);
      this.all = selection.all();
    }

    /** Whether a word is wanted that occurs {@code count} times in the corpus. */
    boolean takes(String word, long count) {
      return all
          || (count >= selection.minCount
              && (selection.words.isEmpty() || selection.words.contains(word))
              && (selection.script == null || script(word) == selection.script)
              && (selection.pattern.isEmpty() || pattern.matcher(word).find()));
    }
  }

  /** The script of a word's first letter; {@link UnicodeScript#COMMON} where it has none. */
  static UnicodeScript script(String word) {
    for (int i = 0; i < word.length(); ) {
      int letter = word.codePointAt(i);
      if (Character.isLetter(letter)) {
        return UnicodeScript.of(letter);
      }
      i += Character.charCount(letter);
    }
    return UnicodeScript.COMMON;
  }
}
