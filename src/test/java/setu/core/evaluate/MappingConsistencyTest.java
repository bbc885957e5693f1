package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.align.Alignment;
import setu.core.align.Identity;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Two mappings that undo each other, two that do not, and the sample's. */
class MappingConsistencyTest {
  private static MappingConsistency measured(Alignment forward, Alignment backward, int words) {
    return MappingConsistency.of(
        forward,
        backward,
        Sample.X,
        Sample.Z,
        words,
        NeighborSearches.best(),
        Progress.NONE,
        Cancellation.none());
  }

  private static Alignment solved(String method, boolean backward) {
    Aligner aligner = Aligners.byName(method);
    ResolvedAnchors anchors =
        backward
            ? ResolvedAnchors.resolve(
                Sample.TRAIN.stream().map(WordPair::reversed).toList(),
                Sample.TARGET.vocabulary(),
                Sample.SOURCE.vocabulary())
            : Sample.anchors();
    return aligner.align(
        backward ? Sample.Z : Sample.X,
        backward ? Sample.X : Sample.Z,
        anchors,
        Progress.NONE,
        Cancellation.none());
  }

  @Test
  void aMappingAndItsInverseAgreeEntirely() {
    // Procrustes of the reversed pairs is the transpose: the two are one mapping.
    MappingConsistency one =
        measured(solved("procrustes", false), solved("procrustes", true), 3000);
    assertThat(one.words()).isEqualTo(3000);
    assertThat(one.cosine()).isCloseTo(1, within(1e-5));
    assertThat(one.gap()).isCloseTo(0, within(1e-5));
    assertThat(one.returning()).isCloseTo(one.mutual(), within(0.05));
    assertThat(one.mutual()).isBetween(10.0, 60.0);
  }

  @Test
  void leastSquaresOfEitherSideIsNotTheOthersInverse() {
    MappingConsistency two =
        measured(solved("least-squares", false), solved("least-squares", true), 3000);
    assertThat(two.cosine()).isLessThan(0.95);
    assertThat(two.gap()).isGreaterThan(0.3);
    assertThat(two.returning()).isPositive();
  }

  @Test
  void mappingsThatHaveNothingToDoWithEachOtherHaveAGap() {
    FloatMatrix turn = solved("procrustes", false).mapping();
    Alignment again = new Alignment("again", LinearAlgebra.multiply(turn, turn));
    MappingConsistency none =
        measured(
            again,
            new Identity()
                .align(Sample.Z, Sample.X, Sample.anchors(), Progress.NONE, Cancellation.none()),
            500);
    assertThat(none.gap()).isGreaterThan(1);
    assertThat(none.returning()).isLessThan(2);
  }

  @Test
  void whereBothSidesAreMappedOnlyWordsAreCounted() {
    MappingConsistency vecmap =
        measured(solved("vecmap-supervised", false), solved("vecmap-supervised", true), 2000);
    assertThat(vecmap.cosine()).isNaN();
    assertThat(vecmap.gap()).isNaN();
    assertThat(vecmap.returning()).isBetween(10.0, 80.0);
  }
}
