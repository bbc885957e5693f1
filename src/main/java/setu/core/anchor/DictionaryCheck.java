package setu.core.anchor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;

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
   * @param kind why a row was refused ({@code not-a-word} …), or what {@link DictionaryCleaning}
   *     finds ({@code duplicate}, {@code same-script} …), {@code twin} (its source differs from
   *     another's only by joiners), {@code unknown-source}, {@code unknown-target}
   */
  public record Issue(long line, String kind, String source, String target) {}

  /** Copies the list. */
  public DictionaryCheck {
    issues = List.copyOf(issues);
  }

  /**
   * Checks the rows; words are looked up where vocabularies are given.
   *
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static DictionaryCheck of(
      DictionaryImport rows,
      @Nullable Vocabulary source,
      @Nullable Vocabulary target,
      Cancellation cancellation) {
    List<Issue> issues = new ArrayList<>();
    for (RefusedLine refused : rows.refused()) {
      issues.add(
          new Issue(refused.line(), refused.reason().key(), refused.source(), refused.target()));
    }
    Set<Long> twins = new HashSet<>();
    Map<String, String> headwords = new HashMap<>();
    for (DictionaryEntry entry : rows.entries()) {
      String first = headwords.putIfAbsent(joinerless(entry.source()), entry.source());
      if (first != null && !first.equals(entry.source())) {
        issues.add(issue(entry, "twin"));
        twins.add(entry.line());
      }
      if (source != null && source.row(entry.source()) < 0) {
        issues.add(issue(entry, "unknown-source"));
      }
      if (target != null && target.row(entry.target()) < 0) {
        issues.add(issue(entry, "unknown-target"));
      }
    }
    List<Anchor> anchors = new ArrayList<>();
    for (DictionaryEntry entry : rows.entries()) {
      AnchorStatus status = entry.status() == null ? AnchorStatus.ACCEPTED : entry.status();
      anchors.add(
          new Anchor(
              anchors.size() + 1L,
              entry.source(),
              entry.target(),
              status,
              entry.pos(),
              entry.category(),
              entry.note(),
              "",
              "",
              Instant.EPOCH));
    }
    Predicate<String> known =
        word ->
            (source != null && source.row(word) >= 0) || (target != null && target.row(word) >= 0);
    for (DictionaryCleaning.Finding finding :
        DictionaryCleaning.find(anchors, known, cancellation)) {
      DictionaryEntry entry = rows.entries().get(Math.toIntExact(finding.anchor().id() - 1));
      boolean told =
          finding.kind() == DictionaryCleaning.Kind.NEAR_DUPLICATE && twins.contains(entry.line());
      if (!told) {
        issues.add(issue(entry, finding.kind().key()));
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
}
