package setu.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import setu.core.align.Alignment;
import setu.core.align.AnchorWeights;
import setu.core.align.LiveProcrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * Answers each edit of the dictionary: a rank-one update of {@code XᵀZ}, one d × d SVD, then scores
 * both ways. Not thread-safe: one worker calls it.
 *
 * <p>W is orthogonal, so {@code cos(xW, z) = cos(x, zWᵀ)}: only the queries are mapped, and both
 * spaces are packed once for every W. CSLS is exact at once wherever {@link LiveScaling} can prove
 * it.
 */
public final class LiveLoop {
  /** How often the rows that decide are looked for before the first whole pass. */
  private static final int ROUNDS = 2;

  private final Vocabulary sourceWords;
  private final Vocabulary targetWords;
  private final LiveProcrustes procrustes;
  private final LiveScaling scaling;
  private final FloatMatrix x;
  private final FloatMatrix z;
  private final Drifts drifts;
  private final LiveRanking forward;
  private final LiveRanking backward;
  private AnchorWeights weighting = AnchorWeights.Property.EQUAL;

  /**
   * The state of things after an edit.
   *
   * @param anchors the pairs it was solved on, with those out of vocabulary
   * @param scores forward and backward, NN and CSLS
   * @param exact false while CSLS rests on provisional r(·): then its scores are shown with ≈
   * @param seconds wall time of this answer
   * @param timings where the seconds went
   * @param difference of an exact answer that followed a provisional one: the most that P@1 under
   *     CSLS differed, in points of per cent; else NaN
   */
  public record Answer(
      Alignment alignment,
      ResolvedAnchors anchors,
      List<TranslationScore> scores,
      boolean exact,
      double seconds,
      Timings timings,
      double difference) {
    /** An answer that follows no other. */
    public Answer(
        Alignment alignment,
        ResolvedAnchors anchors,
        List<TranslationScore> scores,
        boolean exact,
        double seconds) {
      this(alignment, anchors, scores, exact, seconds, new Timings(0, 0, 0), Double.NaN);
    }

    /** The score of one direction and retrieval label. */
    public TranslationScore score(Direction direction, String retrieval) {
      return scores.stream()
          .filter(s -> s.direction() == direction && s.retrieval().equals(retrieval))
          .findFirst()
          .orElseThrow();
    }
  }

  /**
   * Seconds of an answer's parts.
   *
   * @param mapping looking anchors up, updating XᵀZ, its decomposition
   * @param scaling r(·) of both spaces
   * @param scoring NN and CSLS both ways, from one pass over the cosines
   */
  public record Timings(double mapping, double scaling, double scoring) {}

  /**
   * A loop over two spaces (their vectors as read), scored on {@code test}.
   *
   * @param scalings where r(·) of the first answer is looked up and kept
   * @throws setu.core.fault.AlignmentFault if they differ in dimensions
   */
  public LiveLoop(
      EmbeddingSpace source,
      EmbeddingSpace target,
      Normalization normalization,
      List<WordPair> test,
      NeighborSearch search,
      ScalingCache scalings) {
    sourceWords = source.vocabulary();
    targetWords = target.vocabulary();
    FloatMatrix solvedX = normalization.apply(source.vectors());
    FloatMatrix solvedZ = normalization.apply(target.vectors());
    procrustes = new LiveProcrustes(solvedX, solvedZ);
    x = unit(solvedX, normalization);
    z = unit(solvedZ, normalization);
    PreparedBase sourceBase = search.prepare(x);
    PreparedBase targetBase = search.prepare(z);
    drifts = new Drifts(x, z);
    scaling =
        new LiveScaling(
            sourceBase,
            targetBase,
            Retrieval.Csls.DEFAULT.neighborhood(),
            search,
            drifts,
            LiveScaling.QUICK,
            scalings);
    int threads = search.threads();
    TestQueries there = TestQueries.of(test, sourceWords, targetWords);
    TestQueries back = TestQueries.reversed(test, targetWords, sourceWords);
    forward = new LiveRanking(Direction.FORWARD, there, x, targetBase, targetWords, threads);
    backward = new LiveRanking(Direction.BACKWARD, back, z, sourceBase, sourceWords, threads);
  }

  private static FloatMatrix unit(FloatMatrix rows, Normalization done) {
    boolean already = !done.steps().isEmpty() && done.steps().getLast() == Normalization.Step.UNIT;
    return already ? rows : Normalization.UNIT.apply(rows);
  }

  /** The source's rows of unit length before any mapping, n × d: not to be written. */
  public FloatMatrix unitSource() {
    return x;
  }

  /** The target's rows of unit length, m × d: not to be written. */
  public FloatMatrix unitTarget() {
    return z;
  }

  /** Weighs the anchors otherwise from the next answer on; by default each weighs 1. */
  public void weigh(AnchorWeights other) {
    weighting = other;
  }

  /**
   * The answer to the dictionary's present state: exact at once where that is quick, else
   * provisional.
   *
   * @throws setu.core.fault.AlignmentFault if no anchor has both words in the vocabularies
   */
  public Answer answer(List<WordPair> accepted, Progress progress, Cancellation cancellation) {
    return answer(accepted, (alignment, anchors) -> {}, progress, cancellation);
  }

  /**
   * The same, told the alignment and what it was solved on as soon as it is there.
   *
   * @param solved called before anything is scored
   */
  public Answer answer(
      List<WordPair> accepted,
      BiConsumer<Alignment, ResolvedAnchors> solved,
      Progress progress,
      Cancellation cancellation) {
    long start = System.nanoTime();
    ResolvedAnchors anchors = ResolvedAnchors.resolve(accepted, sourceWords, targetWords);
    progress.begin(Phase.ALIGN, 1);
    procrustes.set(anchors, weighting);
    Alignment alignment = procrustes.solve();
    progress.advance(1);
    cancellation.check();
    double mapped = seconds(start);
    solved.accept(alignment, anchors);
    LiveScaling.Result r = scaling.now(alignment, progress, cancellation);
    double scaled = seconds(start);
    List<TranslationScore> scores = scores(alignment, r.scaling(), progress, cancellation);
    Answer answer = answer(alignment, anchors, scores, r, start, mapped, scaled);
    for (int round = 0; round < ROUNDS && !r.exact(); round++) {
      LiveScaling.Result better =
          scaling.settled(
              alignment,
              backward.deciders(answer.score(Direction.BACKWARD, "csls")),
              forward.deciders(answer.score(Direction.FORWARD, "csls")),
              cancellation);
      if (better == null) {
        break;
      }
      r = better;
      scores = scores(alignment, r.scaling(), progress, cancellation);
      answer = answer(alignment, anchors, scores, r, start, mapped, scaled);
    }
    return answer;
  }

  private static Answer answer(
      Alignment alignment,
      ResolvedAnchors anchors,
      List<TranslationScore> scores,
      LiveScaling.Result r,
      long start,
      double mapped,
      double scaled) {
    double all = seconds(start);
    Timings timings = new Timings(mapped, scaled - mapped, all - scaled);
    return new Answer(alignment, anchors, scores, r.exact(), all, timings, Double.NaN);
  }

  /**
   * The same answer with exact r(·), for the background.
   *
   * @throws java.util.concurrent.CancellationException if a newer edit cancelled it
   */
  public Answer exact(Answer provisional, Progress progress, Cancellation cancellation) {
    if (provisional.exact()) {
      return provisional;
    }
    long start = System.nanoTime();
    Alignment alignment = provisional.alignment();
    LocalScaling r = scaling.exact(alignment, progress, cancellation);
    forward.forget();
    backward.forget();
    double scaled = seconds(start);
    List<TranslationScore> scores = scores(alignment, r, progress, cancellation);
    double difference = 0;
    for (Direction direction : Direction.values()) {
      Answer exact = new Answer(alignment, provisional.anchors(), scores, true, 0);
      double before = provisional.score(direction, "csls").precision().at1();
      double after = exact.score(direction, "csls").precision().at1();
      difference = Math.max(difference, Math.abs(after - before));
    }
    double all = seconds(start);
    Timings timings = new Timings(0, scaled, all - scaled);
    return new Answer(alignment, provisional.anchors(), scores, true, all, timings, difference);
  }

  /**
   * Makes ready for the next edit while nobody waits: it then answers for its own change of the
   * mapping alone, not for those of all edits since the last whole pass. Does nothing where that
   * would take long.
   *
   * @param answer the newest one
   * @throws java.util.concurrent.CancellationException if a newer edit cancelled it; nothing is
   *     lost
   */
  public void recentre(Answer answer, Progress progress, Cancellation cancellation) {
    if (answer.exact()) {
      scaling.recentre(answer.alignment(), progress, cancellation);
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private List<TranslationScore> scores(
      Alignment alignment, LocalScaling r, Progress progress, Cancellation cancellation) {
    List<TranslationScore> scores = new ArrayList<>();
    scores.addAll(forward.scores(alignment, r.ofTarget(), drifts, progress, cancellation));
    scores.addAll(backward.scores(alignment, r.ofSource(), drifts, progress, cancellation));
    return List.copyOf(scores);
  }
}
