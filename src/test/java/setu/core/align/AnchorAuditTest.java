package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Sample;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.math.RandomMatrices;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.ScalingCache;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Leaving anchors out without refits is the same as with them, and finds planted faults. */
class AnchorAuditTest {
  private static final List<WordPair> FAULTY =
      DictionaryFiles.readPairs(Sample.FOLDER.resolve("faulty.tsv"));
  private static final AnchorWeights EQUAL = AnchorWeights.Property.EQUAL;
  private static final NeighborSearch SEARCH = NeighborSearches.best();

  private static ResolvedAnchors planted() {
    List<WordPair> pairs = new ArrayList<>(Sample.TRAIN);
    pairs.addAll(FAULTY);
    return ResolvedAnchors.resolve(pairs, Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
  }

  private static ResolvedAnchors without(ResolvedAnchors anchors, int left) {
    List<Integer> kept =
        IntStream.range(0, anchors.size())
            .filter(i -> !anchors.used().get(i).equals(anchors.used().get(left)))
            .boxed()
            .toList();
    return new ResolvedAnchors(
        kept.stream().map(anchors.sourceRows()::get).toList(),
        kept.stream().map(anchors.targetRows()::get).toList(),
        kept.stream().map(anchors.used()::get).toList(),
        List.of());
  }

  /**
   * The row of anchor {@code i} by an honest refit without it, the others weighing what they do.
   */
  private static FloatMatrix refit(
      FloatMatrix x, FloatMatrix z, ResolvedAnchors anchors, AnchorWeights weighting, int i) {
    double[] weights = weighting.of(anchors);
    double[] kept =
        IntStream.range(0, anchors.size())
            .filter(j -> !anchors.used().get(j).equals(anchors.used().get(i)))
            .mapToDouble(j -> weights[j])
            .toArray();
    Alignment others =
        Procrustes.weighted(rest -> kept)
            .align(x, z, without(anchors, i), Progress.NONE, Cancellation.none());
    int row = anchors.sourceRows().get(i);
    return others.mapSource(x.slice(row, row + 1));
  }

  private static void checkAgainstRefits(
      FloatMatrix x, FloatMatrix z, ResolvedAnchors anchors, int step, double tolerance) {
    checkAgainstRefits(x, z, anchors, EQUAL, step, tolerance);
  }

  private static void checkAgainstRefits(
      FloatMatrix x,
      FloatMatrix z,
      ResolvedAnchors anchors,
      AnchorWeights weighting,
      int step,
      double tolerance) {
    FloatMatrix rows =
        LeaveOneOut.rows(x, z, anchors, weighting, Progress.NONE, Cancellation.none());
    for (int i = 0; i < anchors.size(); i += step) {
      FloatMatrix refit = refit(x, z, anchors, weighting, i);
      double cosine = VectorKernel.best().dot(rows, i, refit, 0);
      assertThat(1 - cosine).as("anchor %d", i).isCloseTo(0, within(tolerance));
    }
  }

  @Test
  void leavingOutEqualsARefitOnTheSample() {
    checkAgainstRefits(Sample.X, Sample.Z, planted(), 31, 2e-4);
  }

  @Test
  void leavingAWeightedAnchorOutEqualsARefit() {
    for (AnchorWeights weighting :
        List.of(
            AnchorWeights.Property.LEMMAS,
            AnchorWeights.Property.LEMMAS_ROOT,
            AnchorWeights.Property.RARE_WORDS)) {
      checkAgainstRefits(Sample.X, Sample.Z, planted(), weighting, 61, 2e-4);
    }
  }

  @Test
  void leavingOutEqualsARefitWithAnyWeightsAndAPairThatStandsTwice() {
    FloatMatrix x = RandomMatrices.unit(40, 6, 7);
    FloatMatrix z = RandomMatrices.unit(40, 6, 8);
    List<Integer> rows = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
    rows.add(7);
    List<WordPair> pairs = rows.stream().map(i -> new WordPair("s" + i, "t" + i)).toList();
    double[] weights = IntStream.range(0, 31).mapToDouble(i -> i % 7 / 2.0).toArray();
    assertThat(weights[0]).as("one that counts nothing").isZero();
    ResolvedAnchors anchors = new ResolvedAnchors(rows, rows, pairs, List.of());
    checkAgainstRefits(x, z, anchors, all -> weights, 1, 2e-3);
  }

  @Test
  void ofWeightedAnchorsTheAuditSaysWhatARefitOfTheOthersDoes() {
    ResolvedAnchors anchors = planted();
    AnchorWeights lemmas = AnchorWeights.Property.LEMMAS;
    List<AnchorAudit.Audited> audited =
        AnchorAudit.of(
            Sample.X,
            Sample.Z,
            anchors,
            lemmas,
            SEARCH,
            ScalingCache.NONE,
            Progress.NONE,
            Cancellation.none());
    for (AnchorAudit.Audited anchor : audited.subList(0, 20)) {
      int i = anchors.used().indexOf(anchor.pair());
      FloatMatrix row = refit(Sample.X, Sample.Z, anchors, lemmas, i);
      double gold = VectorKernel.best().dot(row, 0, Sample.Z, anchor.targetRow());
      assertThat(anchor.residual()).isCloseTo(1 - gold, within(1e-3));
    }
  }

  @Test
  void leavingOutEqualsARefitWhereOneAnchorWeighsMuch() {
    FloatMatrix x = RandomMatrices.unit(60, 12, 3);
    FloatMatrix z = RandomMatrices.unit(60, 12, 4);
    List<Integer> rows = IntStream.range(0, 20).boxed().toList();
    List<WordPair> pairs = rows.stream().map(i -> new WordPair("s" + i, "t" + i)).toList();
    checkAgainstRefits(x, z, new ResolvedAnchors(rows, rows, pairs, List.of()), 1, 2e-3);
  }

  @Test
  void anAnchorThatStandsTwiceIsLeftOutBothTimes() {
    FloatMatrix x = RandomMatrices.unit(40, 6, 5);
    FloatMatrix z = RandomMatrices.unit(40, 6, 6);
    List<Integer> rows = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
    rows.add(7);
    List<WordPair> pairs = rows.stream().map(i -> new WordPair("s" + i, "t" + i)).toList();
    checkAgainstRefits(x, z, new ResolvedAnchors(rows, rows, pairs, List.of()), 1, 2e-3);
  }

  @Test
  void aWordThatNoOtherAnchorSpansStillHasARow() {
    FloatMatrix x = FloatMatrix.of(new float[] {1, 0, 0}, new float[] {0, 1, 0});
    List<WordPair> pairs = List.of(new WordPair("a", "a"), new WordPair("b", "b"));
    ResolvedAnchors anchors = new ResolvedAnchors(List.of(0, 1), List.of(0, 1), pairs, List.of());
    FloatMatrix rows = LeaveOneOut.rows(x, x, anchors, EQUAL, Progress.NONE, Cancellation.none());
    assertThat(rows.rows()).isEqualTo(2);
    assertThat(Float.isNaN(rows.get(0, 0))).isFalse();
  }

  @Test
  void findsThePlantedFaultsWithinTheFirstEightyCards() {
    ResolvedAnchors anchors = planted();
    List<AnchorAudit.Audited> audited =
        AnchorAudit.of(Sample.X, Sample.Z, anchors, SEARCH, Progress.NONE, Cancellation.none());
    assertThat(audited).hasSize(1069);
    assertThat(anchors.outOfVocabulary()).hasSize(10).allMatch(FAULTY::contains);
    assertThat(audited.subList(0, 80))
        .filteredOn(a -> FAULTY.contains(a.pair()))
        .hasSizeGreaterThanOrEqualTo(22);
    assertThat(audited.subList(0, 10)).allMatch(a -> FAULTY.contains(a.pair()));
    List<AnchorAudit.Audited> suspects =
        audited.stream().filter(AnchorAudit.Audited::suspect).toList();
    assertThat(suspects).hasSizeLessThan(100);
    assertThat(suspects).filteredOn(a -> FAULTY.contains(a.pair())).hasSizeGreaterThanOrEqualTo(22);
  }

  @Test
  void ranksAndResidualsAreThoseOfTheLeftOutRow() {
    ResolvedAnchors anchors = planted();
    List<AnchorAudit.Audited> audited =
        AnchorAudit.of(Sample.X, Sample.Z, anchors, SEARCH, Progress.NONE, Cancellation.none());
    for (AnchorAudit.Audited anchor : audited.subList(0, 20)) {
      int i = anchors.used().indexOf(anchor.pair());
      FloatMatrix row = refit(Sample.X, Sample.Z, anchors, EQUAL, i);
      double gold = VectorKernel.best().dot(row, 0, Sample.Z, anchor.targetRow());
      assertThat(anchor.residual()).isCloseTo(1 - gold, within(1e-3));
      int rank = 1;
      for (int j = 0; j < Sample.Z.rows(); j++) {
        rank += VectorKernel.best().dot(row, 0, Sample.Z, j) > gold ? 1 : 0;
      }
      assertThat((double) anchor.goldRank()).isCloseTo(rank, within(1 + 0.01 * rank));
    }
  }

  @Test
  void withoutAnchorsThereIsNothingToLeaveOut() {
    ResolvedAnchors none = new ResolvedAnchors(List.of(), List.of(), List.of(), FAULTY);
    assertThatThrownBy(
            () ->
                AnchorAudit.of(
                    Sample.X, Sample.Z, none, SEARCH, Progress.NONE, Cancellation.none()))
        .isInstanceOf(AlignmentFault.class);
  }

  @Test
  void stopsWhenItIsCancelled() {
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(
            () -> AnchorAudit.of(Sample.X, Sample.Z, planted(), SEARCH, Progress.NONE, cancelled))
        .isInstanceOf(CancellationException.class);
  }
}
