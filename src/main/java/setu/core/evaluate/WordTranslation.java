package setu.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.WordPair;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.ExponentialSums;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Word translation precision (P@k, MRR) as MUSE and VecMap measure it, with all three denominators.
 *
 * <p>A query is a distinct source word of the test dictionary, its gold the set of its
 * translations; the candidates are the whole target vocabulary. Backward, the pairs are reversed
 * and target words look into the mapped source space. r(·) of CSLS and the sums of the inverted
 * softmax are over whole spaces.
 */
public final class WordTranslation {
  /**
   * What to measure.
   *
   * @param retrievals in the order of the scores, at least one
   * @param bothDirections backward as well
   * @param seed of the bootstrap intervals
   */
  public record Options(List<Retrieval> retrievals, boolean bothDirections, long seed) {
    /** Copies the list. */
    public Options {
      retrievals = List.copyOf(retrievals);
      if (retrievals.isEmpty()) {
        throw new IllegalArgumentException("no retrieval");
      }
    }
  }

  private final Vocabulary sourceWords;
  private final FloatMatrix source;
  private final Vocabulary targetWords;
  private final FloatMatrix target;
  private final PreparedBase targetBase;
  private final NeighborSearch search;
  private final ScalingCache scalings;
  private @Nullable PreparedBase sourceBase;

  /** Two spaces in one: mapped source rows (n × d) and target rows (m × d), of unit length. */
  public WordTranslation(
      Vocabulary sourceWords,
      FloatMatrix mappedSource,
      Vocabulary targetWords,
      FloatMatrix target,
      NeighborSearch search) {
    this(sourceWords, mappedSource, targetWords, search.prepare(target), search);
  }

  /** The same with target rows that {@code search} prepared, once for many mappings onto them. */
  public WordTranslation(
      Vocabulary sourceWords,
      FloatMatrix mappedSource,
      Vocabulary targetWords,
      PreparedBase target,
      NeighborSearch search) {
    this(sourceWords, mappedSource, targetWords, target, search, ScalingCache.NONE);
  }

  private WordTranslation(
      Vocabulary sourceWords,
      FloatMatrix mappedSource,
      Vocabulary targetWords,
      PreparedBase target,
      NeighborSearch search,
      ScalingCache scalings) {
    this.sourceWords = sourceWords;
    this.source = mappedSource;
    this.targetWords = targetWords;
    this.target = target.rows();
    this.targetBase = target;
    this.search = search;
    this.scalings = scalings;
  }

  /** The same, with r(·) of CSLS looked up in a cache first and kept there. */
  public WordTranslation with(ScalingCache cache) {
    return new WordTranslation(sourceWords, source, targetWords, targetBase, search, cache);
  }

  /**
   * Scores a test dictionary: forward with each criterion, then backward.
   *
   * @throws AlignmentFault if no query is covered
   */
  public List<TranslationScore> evaluate(
      List<WordPair> test, Options options, Progress progress, Cancellation cancellation) {
    TestQueries forward = TestQueries.of(test, sourceWords, targetWords);
    requireCovered(forward);
    List<TranslationScore> scores = new ArrayList<>();
    Scaling scaling = new Scaling(options.bothDirections(), progress, cancellation);
    scores.addAll(
        direction(
            Direction.FORWARD,
            forward,
            source,
            targetBase,
            targetWords,
            criteria(options, scaling, true),
            options.seed(),
            progress,
            cancellation));
    if (options.bothDirections()) {
      scores.addAll(
          direction(
              Direction.BACKWARD,
              TestQueries.reversed(test, targetWords, sourceWords),
              target,
              sourceBase(),
              sourceWords,
              criteria(options, scaling, false),
              options.seed(),
              progress,
              cancellation));
    }
    return List.copyOf(scores);
  }

  /**
   * Checks that there is something to measure.
   *
   * @throws AlignmentFault if no query is covered
   */
  static void requireCovered(TestQueries queries) {
    if (queries.list().stream().noneMatch(TestQueries.Query::covered)) {
      throw new AlignmentFault(
          AlignmentFault.Problem.NO_USABLE_QUERIES, null, "(0 / " + queries.list().size() + ")");
    }
  }

  private List<TranslationScore> direction(
      Direction direction,
      TestQueries queries,
      FloatMatrix from,
      PreparedBase to,
      Vocabulary toWords,
      List<Criterion> criteria,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    QueryRanking ranking = new QueryRanking(to, toWords, search.threads());
    FloatMatrix vectors = from.gather(queries.rows());
    List<List<TranslationScore.QueryOutcome>> outcomes =
        ranking.rank(queries.known(), vectors, criteria, progress, cancellation);
    List<TranslationScore> scores = new ArrayList<>();
    for (int c = 0; c < criteria.size(); c++) {
      scores.add(
          ScoreTable.score(direction, criteria.get(c).label(), queries, outcomes.get(c), seed));
    }
    return scores;
  }

  private PreparedBase sourceBase() {
    PreparedBase base = sourceBase;
    if (base == null) {
      base = search.prepare(source);
      sourceBase = base;
    }
    return base;
  }

  private List<Criterion> criteria(Options options, Scaling scaling, boolean forward) {
    List<Criterion> criteria = new ArrayList<>();
    for (Retrieval retrieval : options.retrievals()) {
      criteria.add(
          switch (retrieval) {
            case Retrieval.Cosine cosine -> Criterion.cosine();
            case Retrieval.Csls csls ->
                Criterion.csls(csls, scaling.r(csls.neighborhood(), forward));
            case Retrieval.InvertedSoftmax softmax ->
                Criterion.invertedSoftmax(
                    softmax,
                    ExponentialSums.logarithms(
                        forward ? source : target,
                        forward ? target : source,
                        softmax.inverseTemperature(),
                        search.threads(),
                        scaling.cancellation));
          });
    }
    return criteria;
  }

  /** r(·) of candidates: one side alone when only that is asked for, else both from one pass. */
  private final class Scaling {
    private final boolean both;
    private final Progress progress;
    private final Cancellation cancellation;
    private @Nullable LocalScaling known;
    private int neighborhood;

    Scaling(boolean both, Progress progress, Cancellation cancellation) {
      this.both = both;
      this.progress = progress;
      this.cancellation = cancellation;
    }

    float[] r(int k, boolean ofTarget) {
      if (!both) {
        return scalings.oneSided(
            target, source, WordTranslation.this::sourceBase, k, search, progress, cancellation);
      }
      LocalScaling scaling = known;
      if (scaling == null || neighborhood != k) {
        scaling = scalings.both(source, targetBase, k, search, progress, cancellation);
        known = scaling;
        neighborhood = k;
      }
      return ofTarget ? scaling.ofTarget() : scaling.ofSource();
    }
  }
}
