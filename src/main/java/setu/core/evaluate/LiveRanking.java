package setu.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.evaluate.TestQueries.Query;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** One direction of the live loop: its queries, ranked again after every edit. */
final class LiveRanking {
  private static final long SEED = 42;

  /** A residual beyond this leaves so many rows open that a whole ranking is quicker. */
  private static final float MOST_RESIDUAL = 2e-3f;

  /** First candidates of a query on which its hit depends. */
  private static final int CONTENDERS = 3;

  private final Direction direction;
  private final TestQueries queries;
  private final List<Query> known;
  private final int[] places;
  private final FloatMatrix rows;
  private final Vocabulary candidates;
  private final QueryRanking ranking;
  private @Nullable FloatMatrix remembered;

  /**
   * Of {@code queries} whose words are rows of {@code from} (n × d), looked up in {@code base}.
   *
   * @param candidates the words of the base
   */
  LiveRanking(
      Direction direction,
      TestQueries queries,
      FloatMatrix from,
      PreparedBase base,
      Vocabulary candidates,
      int threads) {
    this.direction = direction;
    this.queries = queries;
    this.known = queries.known();
    this.places = queries.rows();
    this.rows = from.gather(places);
    this.candidates = candidates;
    RememberedCosines memory = new RememberedCosines(known.size(), base.size());
    this.ranking = new QueryRanking(base, candidates, threads, memory);
  }

  /** The next ranking is a whole one, which later ones start from. */
  void forget() {
    remembered = null;
  }

  /** NN and CSLS under {@code alignment}, with r(·) of the base. */
  List<TranslationScore> scores(
      Alignment alignment,
      float[] rOfBase,
      Drifts drifts,
      Progress progress,
      Cancellation cancellation) {
    List<Criterion> criteria =
        List.of(Criterion.cosine(), Criterion.csls(Retrieval.Csls.DEFAULT, rOfBase));
    List<List<QueryOutcome>> outcomes = ranked(alignment, criteria, drifts, progress, cancellation);
    List<TranslationScore> scores = new ArrayList<>();
    for (int c = 0; c < criteria.size(); c++) {
      String label = criteria.get(c).label();
      scores.add(ScoreTable.score(direction, label, queries, outcomes.get(c), SEED));
    }
    return scores;
  }

  private List<List<QueryOutcome>> ranked(
      Alignment alignment,
      List<Criterion> criteria,
      Drifts drifts,
      Progress progress,
      Cancellation cancellation) {
    boolean forward = direction == Direction.FORWARD;
    FloatMatrix vectors = forward ? alignment.mapSource(rows) : alignment.mapTargetBack(rows);
    FloatMatrix before = remembered;
    if (before != null) {
      MappingDrift drift = drifts.from(before, alignment);
      if (drift.residual() <= MOST_RESIDUAL) {
        FloatMatrix change = (forward ? drift.source() : drift.target()).gather(places);
        FloatMatrix changeOfBase = forward ? drift.target() : drift.source();
        return ranking.rankAgain(
            known,
            vectors,
            criteria,
            change,
            changeOfBase,
            drift.residual(),
            progress,
            cancellation);
      }
    }
    remembered = null;
    List<List<QueryOutcome>> outcomes =
        ranking.rank(known, vectors, criteria, progress, cancellation);
    remembered = alignment.mapping();
    return outcomes;
  }

  /** Base rows on whose r(·) the hits of {@code score} depend: gold words and first candidates. */
  int[] deciders(TranslationScore score) {
    IntStream gold =
        known.stream()
            .filter(Query::covered)
            .flatMapToInt(query -> query.goldRows().stream().mapToInt(Integer::intValue));
    IntStream first =
        score.queries().stream()
            .filter(outcome -> outcome.rank() > 0)
            .flatMap(outcome -> outcome.candidates().stream().limit(CONTENDERS))
            .mapToInt(candidate -> candidates.row(candidate.word()));
    return IntStream.concat(gold, first).filter(row -> row >= 0).distinct().sorted().toArray();
  }
}
