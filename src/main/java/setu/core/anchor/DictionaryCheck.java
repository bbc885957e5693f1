package setu.core.anchor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import setu.core.space.Vocabulary;

/**
 * What to look at in a dictionary before it is aligned on.
 *
 * @param pairs rows that are pairs
 * @param issues in line order
 */
public record DictionaryCheck(int pairs, List<Issue> issues) {
  /**
   * Something to look at.
   *
   * @param line line of the file, from 1
   * @param kind why a row was refused ({@code not-a-word} …), or {@code duplicate}, {@code twin}
   *     (its source differs from another's only by joiners), {@code same-script}, {@code
   *     unknown-source}, {@code unknown-target}
   */
  public record Issue(long line, String kind, String source, String target) {}

  /** Copies the list. */
  public DictionaryCheck {
    issues = List.copyOf(issues);
  }

  /** Checks the rows; words are looked up where vocabularies are given. */
  public static DictionaryCheck of(
      DictionaryImport rows, @Nullable Vocabulary source, @Nullable Vocabulary target) {
    List<Issue> issues = new ArrayList<>();
    for (RefusedLine refused : rows.refused()) {
      issues.add(new Issue(refused.line(), refused.reason().key(), refused.text(), ""));
    }
    Map<String, String> headwords = new HashMap<>();
    Set<WordPair> seen = new HashSet<>();
    for (DictionaryEntry entry : rows.entries()) {
      if (!seen.add(entry.pair())) {
        issues.add(issue(entry, "duplicate"));
      }
      String first = headwords.putIfAbsent(joinerless(entry.source()), entry.source());
      if (first != null && !first.equals(entry.source())) {
        issues.add(issue(entry, "twin"));
      }
      if (script(entry.source()) == script(entry.target())) {
        issues.add(issue(entry, "same-script"));
      }
      if (source != null && source.row(entry.source()) < 0) {
        issues.add(issue(entry, "unknown-source"));
      }
      if (target != null && target.row(entry.target()) < 0) {
        issues.add(issue(entry, "unknown-target"));
      }
    }
    issues.sort((a, b) -> Long.compare(a.line(), b.line()));
    return new DictionaryCheck(rows.entries().size(), issues);
  }

  private static Issue issue(DictionaryEntry entry, String kind) {
    return new Issue(entry.line(), kind, entry.source(), entry.target());
  }

  private static String joinerless(String word) {
    return word.replace("\u200C", "").replace("\u200D", "");
  }

  /** The script of the first letter. */
  private static Character.UnicodeScript script(String word) {
    return word.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character.UnicodeScript::of)
        .findFirst()
        .orElse(Character.UnicodeScript.UNKNOWN);
  }
}
