package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.Aligner;
import setu.core.align.Alignment;
import setu.core.align.AnchorAudit;
import setu.core.align.AnchorWeights;
import setu.core.align.Identity;
import setu.core.align.LiveProcrustes;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.align.RotationPath;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.CountingSearch;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Everything that needs r(·) of a whole pair finds it kept the second time, and says the same. */
class KeptScalingTest {
  private static final Cancellation GO_ON = Cancellation.none();
  private static final Retrieval CSLS = Retrieval.Csls.DEFAULT;
  private static final ResolvedAnchors ANCHORS =
      ResolvedAnchors.resolve(Sample.TRAIN, Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());

  @TempDir Path folder;
  private final CountingSearch search = new CountingSearch();

  private ScalingCache cache() {
    return new ScalingCache(folder, 1 << 20, 0);
  }

  private int searchesOf(Runnable work) {
    int before = search.searches();
    work.run();
    return search.searches() - before;
  }

  private Benchmark.Result benchmark() {
    return benchmark(new Identity(), new Procrustes());
  }

  private Benchmark.Result benchmark(Aligner... methods) {
    return new Benchmark(
            Sample.SOURCE.vocabulary(),
            Sample.X,
            Sample.TARGET.vocabulary(),
            Sample.Z,
            search,
            cache())
        .run(
            Sample.TRAIN,
            Sample.TEST,
            new Benchmark.Options(List.of(methods), List.of(CSLS), true, false, 42),
            Benchmark.Listener.NONE,
            Progress.NONE,
            GO_ON);
  }

  private static List<TranslationScore> scores(Benchmark.Result result, String method) {
    return Objects.requireNonNull(result.method(method)).scores();
  }

  @Test
  void benchmarkSearchesEachMethodOnce() {
    Benchmark.Result first = benchmark();
    assertThat(search.searches()).isEqualTo(2);
    Benchmark.Result again = benchmark();
    assertThat(search.searches()).isEqualTo(2);
    for (String method : List.of("identity", "procrustes")) {
      assertThat(scores(again, method)).isEqualTo(scores(first, method));
    }
  }

  @Test
  void auditReadsWhatABenchmarkOfTheSameMappingKept() {
    List<AnchorAudit.Audited> alone =
        AnchorAudit.of(Sample.X, Sample.Z, ANCHORS, search, Progress.NONE, GO_ON);
    int whole = search.searches();
    benchmark();
    int begun = search.searches();
    List<AnchorAudit.Audited> kept =
        AnchorAudit.of(
            Sample.X,
            Sample.Z,
            ANCHORS,
            AnchorWeights.Property.EQUAL,
            search,
            cache(),
            Progress.NONE,
            GO_ON);
    assertThat(search.searches() - begun).isEqualTo(whole - 1);
    assertThat(kept).isEqualTo(alone);
  }

  /** As {@code setu evaluate} does. */
  private List<TranslationScore> evaluate() {
    Alignment alignment = new Procrustes().align(Sample.X, Sample.Z, ANCHORS, Progress.NONE, GO_ON);
    return new WordTranslation(
            Sample.SOURCE.vocabulary(),
            alignment.mapSource(Sample.X),
            Sample.TARGET.vocabulary(),
            alignment.mapTarget(Sample.Z),
            search)
        .with(cache())
        .evaluate(
            Sample.TEST,
            new WordTranslation.Options(List.of(CSLS), true, 42),
            Progress.NONE,
            GO_ON);
  }

  /** As the window does when it opens a large pair. */
  private LiveScaling opened(LiveProcrustes procrustes) {
    procrustes.set(ANCHORS);
    return new LiveScaling(
        search.prepare(Sample.X),
        search.prepare(Sample.Z),
        10,
        search,
        new Drifts(Sample.X, Sample.Z),
        0,
        cache());
  }

  @Test
  void whatOneEvaluationFoundIsFoundByTheOtherAndByTheWindow() {
    List<TranslationScore> evaluated = evaluate();
    assertThat(search.searches()).isEqualTo(1);
    assertThat(scores(benchmark(new Procrustes()), "procrustes")).isEqualTo(evaluated);
    assertThat(search.searches()).isEqualTo(1);
    LiveProcrustes procrustes = new LiveProcrustes(Sample.X, Sample.Z);
    LiveScaling scaling = opened(procrustes);
    LiveScaling.Result opening = scaling.now(procrustes.solve(), Progress.NONE, GO_ON);
    assertThat(opening.exact()).isTrue();
    assertThat(search.searches()).isEqualTo(1);
    // The first edit starts from it, and is told to be provisional.
    procrustes.remove(ANCHORS.sourceRows().getFirst(), ANCHORS.targetRows().getFirst());
    Alignment edited = procrustes.solve();
    LiveScaling.Result first = scaling.now(edited, Progress.NONE, GO_ON);
    assertThat(first.exact()).isFalse();
    assertThat(first.scaling().ofTarget()).isEqualTo(opening.scaling().ofTarget());
    assertThat(search.searches()).isEqualTo(1);
  }

  @Test
  void whatTheWindowFoundIsFoundByAnEvaluation() {
    LiveProcrustes procrustes = new LiveProcrustes(Sample.X, Sample.Z);
    LiveScaling scaling = opened(procrustes);
    Alignment alignment = procrustes.solve();
    assertThat(scaling.now(alignment, Progress.NONE, GO_ON).exact()).isFalse();
    scaling.exact(alignment, Progress.NONE, GO_ON);
    assertThat(searchesOf(this::evaluate)).isZero();
  }

  @Test
  void interpolationAndPruningAreFoundAgain() {
    FloatMatrix mapping =
        new Procrustes().align(Sample.X, Sample.Z, ANCHORS, Progress.NONE, GO_ON).mapping();
    MappingInterpolation interpolation =
        new MappingInterpolation(
            Sample.SOURCE.vocabulary(),
            Sample.X,
            Sample.TARGET.vocabulary(),
            Sample.Z,
            search,
            cache());
    Runnable along =
        () ->
            interpolation.along(
                RotationPath.between(mapping, mapping),
                1,
                Sample.TEST,
                CSLS,
                42,
                Progress.NONE,
                GO_ON);
    assertThat(searchesOf(along)).isPositive();
    assertThat(searchesOf(along)).isZero();
    Runnable pruning =
        () ->
            FrequencyPruning.of(
                Sample.SOURCE.vocabulary(),
                Sample.X,
                Sample.TARGET.vocabulary(),
                Sample.Z,
                Sample.TEST,
                CSLS,
                42,
                search,
                cache(),
                Progress.NONE,
                GO_ON);
    assertThat(searchesOf(pruning)).isPositive();
    assertThat(searchesOf(pruning)).isZero();
  }
}
