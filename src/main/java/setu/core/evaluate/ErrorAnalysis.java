package setu.core.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import setu.core.evaluate.ErrorReport.Case;
import setu.core.evaluate.TranslationScore.Candidate;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.neighbor.Hubness;
import setu.core.neighbor.Neighbors;
import setu.core.neighbor.Retrieval;
import setu.core.space.Stemmer;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Says of every query behind a score what kind of error its answer is.
 *
 * <p>The kinds are asked in the order of {@link ErrorKind}; the first that applies is told. A hub
 * is a word whose N_k is more than two standard deviations above the mean (Radovanović et al.
 * 2010). A hub is near everything, so it is asked before the synonym.
 */
public final class ErrorAnalysis {
  /** Nearest words of a gold word that count as likely synonyms. */
  public static final int SYNONYMS = 10;

  private static final double HUB_DEVIATIONS = 2;

  private final AlignedPair pair;

  /** An analysis of scores measured on these spaces. */
  public ErrorAnalysis(AlignedPair pair) {
    this.pair = pair;
  }

  /**
   * Sorts the queries of a score.
   *
   * @param retrieval the criterion of the score, for N_k
   */
  public ErrorReport of(
      TranslationScore score, Retrieval retrieval, Progress progress, Cancellation cancellation) {
    AlignedPair.Side candidates = pair.candidates(score.direction());
    AlignedPair.Side queries = pair.queries(score.direction());
    Hubness hubness = pair.hubness(score.direction(), retrieval, progress, cancellation);
    double hub = hubness.mean() + HUB_DEVIATIONS * hubness.standardDeviation();
    Map<String, Set<String>> synonyms = synonyms(score, candidates, cancellation);
    List<Case> cases = new ArrayList<>();
    for (QueryOutcome outcome : score.queries()) {
      int occurrences = occurrences(outcome, hubness, candidates.words());
      boolean known = queries.words().row(outcome.query()) >= 0;
      ErrorKind kind = kind(outcome, known, occurrences > hub, synonyms);
      cases.add(new Case(outcome, kind, softRank(outcome), occurrences));
    }
    return new ErrorReport(
        cases,
        score.precision(),
        precision(cases, score.counts().covered(), c -> c.outcome().rank() > 0 ? hit(c) : 0),
        precision(cases, score.counts().sourceCovered(), ErrorAnalysis::hit));
  }

  private static ErrorKind kind(
      QueryOutcome outcome, boolean known, boolean hub, Map<String, Set<String>> synonyms) {
    if (!known) {
      return ErrorKind.QUERY_OUT_OF_VOCABULARY;
    }
    Optional<ErrorKind> plain = plainKind(outcome);
    if (plain.isPresent()) {
      return plain.get();
    }
    if (hub) {
      return ErrorKind.HUB;
    }
    String answer = outcome.candidates().getFirst().word();
    boolean near =
        outcome.gold().stream()
            .anyMatch(gold -> synonyms.getOrDefault(gold, Set.of()).contains(answer));
    return near ? ErrorKind.SYNONYM : ErrorKind.OTHER;
  }

  /**
   * The kind of a query that its words alone tell, without any neighbours: all but {@link
   * ErrorKind#HUB}, {@link ErrorKind#SYNONYM} and {@link ErrorKind#OTHER}, for which it is empty.
   */
  public static Optional<ErrorKind> plainKind(QueryOutcome outcome) {
    if (outcome.candidates().isEmpty()) {
      return Optional.of(ErrorKind.QUERY_OUT_OF_VOCABULARY);
    }
    if (outcome.rank() == 0) {
      return Optional.of(ErrorKind.GOLD_OUT_OF_VOCABULARY);
    }
    if (outcome.correct()) {
      return Optional.of(ErrorKind.NONE);
    }
    String answer = outcome.candidates().getFirst().word();
    if (outcome.gold().stream().anyMatch(gold -> sameSpelling(gold, answer))) {
      return Optional.of(ErrorKind.SPELLING);
    }
    return outcome.gold().stream().anyMatch(gold -> Stemmer.sameStem(gold, answer))
        ? Optional.of(ErrorKind.INFLECTION)
        : Optional.empty();
  }

  /** Equal but for joiners, normal form, case and letters of one sound. */
  static boolean sameSpelling(String one, String other) {
    String a = Stemmer.withoutJoiners(one).toLowerCase(Locale.ROOT);
    String b = Stemmer.withoutJoiners(other).toLowerCase(Locale.ROOT);
    return a.equals(b) || (a.length() == b.length() && SpellingVariants.alike(a, b));
  }

  private static int occurrences(QueryOutcome outcome, Hubness hubness, Vocabulary words) {
    if (outcome.candidates().isEmpty()) {
      return 0;
    }
    int row = words.row(outcome.candidates().getFirst().word());
    return row < 0 ? 0 : hubness.occurrences(row);
  }

  /** The nearest words, in their own space, of the gold words of the queries answered wrongly. */
  private Map<String, Set<String>> synonyms(
      TranslationScore score, AlignedPair.Side side, Cancellation cancellation) {
    List<String> gold =
        score.queries().stream()
            .filter(outcome -> outcome.rank() > 1)
            .flatMap(outcome -> outcome.gold().stream())
            .distinct()
            .filter(word -> side.words().row(word) >= 0)
            .toList();
    int[] rows = gold.stream().mapToInt(side.words()::row).toArray();
    Neighbors near =
        pair.search()
            .search(
                side.rows().rows().gather(rows),
                side.rows(),
                SYNONYMS + 1,
                Progress.NONE,
                cancellation);
    Map<String, Set<String>> synonyms = HashMap.newHashMap(gold.size());
    for (int i = 0; i < rows.length; i++) {
      Set<String> words = new HashSet<>();
      for (int row : near.indices(i)) {
        if (row >= 0 && row != rows[i]) {
          words.add(side.words().word(row));
        }
      }
      synonyms.put(gold.get(i), words);
    }
    return synonyms;
  }

  private static int softRank(QueryOutcome outcome) {
    int place = 1;
    for (Candidate candidate : outcome.candidates()) {
      String word = candidate.word();
      if (outcome.gold().stream()
          .anyMatch(gold -> gold.equals(word) || Stemmer.sameStem(gold, word))) {
        return place;
      }
      place++;
    }
    return 0;
  }

  /** The better of the strict and the soft rank; 0 where the query has neither. */
  private static int hit(Case c) {
    int rank = c.outcome().rank();
    return rank > 0 && c.softRank() > 0 ? Math.min(rank, c.softRank()) : rank + c.softRank();
  }

  private static Precision precision(List<Case> cases, int denominator, ToIntFunction<Case> rank) {
    return new Precision(
        percent(cases, 1, denominator, rank),
        percent(cases, 5, denominator, rank),
        percent(cases, 10, denominator, rank));
  }

  private static double percent(
      List<Case> cases, int k, int denominator, ToIntFunction<Case> rank) {
    long hits = cases.stream().mapToInt(rank).filter(r -> r >= 1 && r <= k).count();
    return denominator == 0 ? 0 : 100.0 * hits / denominator;
  }
}
