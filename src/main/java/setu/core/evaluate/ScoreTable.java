package setu.core.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import setu.core.evaluate.TranslationScore.Counts;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.Interval;
import setu.core.evaluate.TranslationScore.Precision;
import setu.core.evaluate.TranslationScore.QueryOutcome;

/** Sums query outcomes up into a score. */
final class ScoreTable {
  private static final int RESAMPLES = 1000;
  private static final String GENERATOR = "L64X128MixRandom";

  private ScoreTable() {}

  /** The score of one direction and criterion. */
  static TranslationScore score(
      Direction direction,
      String retrieval,
      TestQueries queries,
      List<QueryOutcome> known,
      long seed) {
    Map<String, QueryOutcome> byWord = HashMap.newHashMap(known.size());
    known.forEach(outcome -> byWord.put(outcome.query(), outcome));
    List<QueryOutcome> outcomes = new ArrayList<>(queries.list().size());
    for (TestQueries.Query query : queries.list()) {
      QueryOutcome outcome = byWord.get(query.word());
      outcomes.add(
          outcome == null ? new QueryOutcome(query.word(), query.gold(), 0, List.of()) : outcome);
    }
    int[] ranks = outcomes.stream().mapToInt(QueryOutcome::rank).filter(r -> r > 0).toArray();
    Counts counts = new Counts(outcomes.size(), known.size(), ranks.length);
    double reciprocals = Arrays.stream(ranks).mapToDouble(r -> 1.0 / r).sum();
    return new TranslationScore(
        direction,
        retrieval,
        counts,
        precision(ranks, counts.covered()),
        precision(ranks, counts.sourceCovered()),
        precision(ranks, counts.all()),
        ranks.length == 0 ? 0 : reciprocals / ranks.length,
        interval(ranks, seed),
        List.copyOf(outcomes));
  }

  private static Precision precision(int[] ranks, int denominator) {
    return new Precision(
        percent(hits(ranks, 1), denominator),
        percent(hits(ranks, 5), denominator),
        percent(hits(ranks, 10), denominator));
  }

  private static long hits(int[] ranks, int k) {
    return Arrays.stream(ranks).filter(rank -> rank <= k).count();
  }

  private static double percent(long hits, int denominator) {
    return denominator == 0 ? 0 : 100.0 * hits / denominator;
  }

  /** The percentile interval of precision at 1 over resampled queries (Efron 1979). */
  private static Interval interval(int[] ranks, long seed) {
    if (ranks.length == 0) {
      return new Interval(0, 0);
    }
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    double[] resampled = new double[RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      int hits = 0;
      for (int i = 0; i < ranks.length; i++) {
        hits += ranks[random.nextInt(ranks.length)] == 1 ? 1 : 0;
      }
      resampled[b] = percent(hits, ranks.length);
    }
    Arrays.sort(resampled);
    return new Interval(quantile(resampled, 0.025), quantile(resampled, 0.975));
  }

  private static double quantile(double[] sorted, double q) {
    double at = q * (sorted.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, sorted.length - 1);
    return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
  }
}
