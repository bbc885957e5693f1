package setu.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import setu.core.align.Aligner;
import setu.core.align.Alignment;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.evaluate.MethodScore.Outcome;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.space.Normalization;
import setu.core.space.Vocabulary;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Every method × retrieval × direction on one pair of spaces and one test dictionary.
 *
 * <p>What the rows share is made once: unit rows and packed targets. What a method's rows share is
 * made once for the method: its mapping, r(·) of both sides from one pass, and one pass over the
 * cosines of the queries for all criteria of a direction.
 */
public final class Benchmark {
  private final Vocabulary sourceWords;
  private final FloatMatrix source;
  private final Vocabulary targetWords;
  private final FloatMatrix target;
  private final PreparedBase targetBase;
  private final NeighborSearch search;
  private final ScalingCache scalings;

  /**
   * What to run.
   *
   * @param methods in the order of the table
   * @param retrievals at least one
   * @param control a shuffled dictionary besides, see {@link ShuffledDictionary}
   * @param seed of intervals and of the control
   */
  public record Options(
      List<Aligner> methods,
      List<Retrieval> retrievals,
      boolean bothDirections,
      boolean control,
      long seed) {
    /** Copies the lists. */
    public Options {
      methods = List.copyOf(methods);
      retrievals = List.copyOf(retrievals);
    }
  }

  /** Hears of each method, on the thread that runs the benchmark. */
  public interface Listener {
    /** Hears nothing. */
    Listener NONE =
        new Listener() {
          @Override
          public void started(String method, int place, int count) {}

          @Override
          public void finished(MethodScore score) {}
        };

    /** A method begins; {@code place} from 0 of {@code count}. */
    void started(String method, int place, int count);

    /** A method has its mapping, and is scored next. */
    default void solved(String method, Alignment alignment) {}

    /** A method has its scores. */
    void finished(MethodScore score);
  }

  /**
   * What came of it.
   *
   * @param methods those that ended, in the order of the table
   * @param anchors the training pairs, with those out of vocabulary
   * @param complete false where it was cancelled before the last method had ended
   */
  public record Result(
      List<MethodScore> methods, ResolvedAnchors anchors, Leakage leakage, boolean complete) {
    /** The scores of one method; null where it did not end. */
    public @Nullable MethodScore method(String name) {
      return methods.stream().filter(m -> m.method().equals(name)).findFirst().orElse(null);
    }
  }

  /** Two spaces with normalised rows, n × d and m × d′. */
  public Benchmark(
      Vocabulary sourceWords,
      FloatMatrix source,
      Vocabulary targetWords,
      FloatMatrix target,
      NeighborSearch search) {
    this(sourceWords, source, targetWords, target, search, ScalingCache.NONE);
  }

  /** The same, with r(·) of CSLS looked up in a cache first and kept there. */
  public Benchmark(
      Vocabulary sourceWords,
      FloatMatrix source,
      Vocabulary targetWords,
      FloatMatrix target,
      NeighborSearch search,
      ScalingCache scalings) {
    this.sourceWords = sourceWords;
    this.source = source;
    this.targetWords = targetWords;
    this.target = target;
    this.targetBase = search.prepare(Normalization.unitRows(target));
    this.search = search;
    this.scalings = scalings;
  }

  /**
   * Runs every method. Cancelling keeps those that have ended.
   *
   * @throws AlignmentFault if no anchor can be used or no query is covered: nothing can run
   */
  public Result run(
      List<WordPair> training,
      List<WordPair> test,
      Options options,
      Listener listener,
      Progress progress,
      Cancellation cancellation) {
    ResolvedAnchors anchors = ResolvedAnchors.resolve(training, sourceWords, targetWords);
    if (anchors.size() == 0) {
      throw new AlignmentFault(
          AlignmentFault.Problem.NO_USABLE_ANCHORS, null, "(0 / " + training.size() + ")");
    }
    WordTranslation.requireCovered(TestQueries.of(test, sourceWords, targetWords));
    List<Job> jobs = new ArrayList<>();
    for (Aligner method : options.methods()) {
      jobs.add(
          new Job(
              method.name(),
              method,
              ResolvedAnchors.forMethod(method, training, sourceWords, targetWords)));
    }
    if (options.control()) {
      ResolvedAnchors shuffled = ShuffledDictionary.of(anchors, options.seed());
      jobs.add(new Job(ShuffledDictionary.NAME, new Procrustes(), shuffled));
    }
    List<MethodScore> ended = new ArrayList<>();
    Leakage leakage = Leakage.between(training, test);
    for (int place = 0; place < jobs.size(); place++) {
      Job job = jobs.get(place);
      try {
        listener.started(job.name(), place, jobs.size());
        MethodScore score = run(job, test, options, listener, progress, cancellation);
        ended.add(score);
        listener.finished(score);
      } catch (CancellationException e) {
        return new Result(List.copyOf(ended), anchors, leakage, false);
      }
    }
    return new Result(List.copyOf(ended), anchors, leakage, true);
  }

  /** One method and what it is solved on. */
  private record Job(String name, Aligner method, ResolvedAnchors anchors) {
    boolean baseline() {
      return name.equals(ShuffledDictionary.NAME) || name.equals("identity");
    }
  }

  private MethodScore run(
      Job job,
      List<WordPair> test,
      Options options,
      Listener listener,
      Progress progress,
      Cancellation cancellation) {
    cancellation.check();
    long begun = System.nanoTime();
    try {
      Alignment alignment =
          job.method().align(source, target, job.anchors(), progress, cancellation);
      listener.solved(job.name(), alignment);
      long solved = System.nanoTime();
      WordTranslation.Options measured =
          new WordTranslation.Options(
              options.retrievals(), options.bothDirections(), options.seed());
      List<TranslationScore> scores =
          translation(alignment).evaluate(test, measured, progress, cancellation);
      long scored = System.nanoTime();
      return new MethodScore(
          job.name(),
          MethodScore.outcome(job.baseline(), alignment.run(), scores),
          scores,
          (solved - begun) / 1e9,
          (scored - solved) / 1e9,
          alignment.run().convergence(),
          null);
    } catch (AlignmentFault fault) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      return new MethodScore(job.name(), Outcome.FAILED, List.of(), seconds, 0, null, fault);
    }
  }

  private WordTranslation translation(Alignment alignment) {
    PreparedBase shared =
        alignment.target() == null ? targetBase : search.prepare(alignment.mapTarget(target));
    return new WordTranslation(
            sourceWords, alignment.mapSource(source), targetWords, shared, search)
        .with(scalings);
  }
}
