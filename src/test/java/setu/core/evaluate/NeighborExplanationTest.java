package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import setu.core.align.AnchorInfluence;
import setu.core.align.AnchorWeights;
import setu.core.anchor.WordPair;
import setu.core.evaluate.NeighborExplanation.Setting;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.task.Cancellation;

/** Why a neighbour of the sample is one. */
class NeighborExplanationTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();
  private static final Cancellation NEVER = Cancellation.none();

  private static final Setting SETTING =
      new Setting(
          Sample.X,
          SEARCH.prepare(Sample.procrustes().mapSource(Sample.X)),
          SEARCH.prepare(Sample.Z),
          Sample.anchors(),
          new AnchorInfluence(Sample.X, Sample.Z, Sample.anchors(), AnchorWeights.Property.EQUAL));

  @Test
  void itsTermsAreThoseOfTheInspection() {
    int river = Sample.SOURCE.vocabulary().row("river");
    WordInspection inspection =
        WordInspection.of(river, SETTING.source(), SETTING.target(), 5, 10, SEARCH, NEVER);
    for (WordInspection.Candidate candidate : inspection.across()) {
      NeighborExplanation why = explain(river, candidate.row());
      assertThat(why.cosine()).isCloseTo(candidate.cosine(), within(1e-5));
      assertThat(why.csls()).isCloseTo(candidate.csls(), within(1e-5));
      assertThat(why.ofSource()).isCloseTo(inspection.neighborhood(), within(1e-5));
    }
  }

  @Test
  void waterIsASharedNeighbourOfRiver() {
    NeighborExplanation why =
        explain(Sample.SOURCE.vocabulary().row("river"), Sample.TARGET.vocabulary().row("නදිය"));
    assertThat(why.sharedNeighbors()).extracting(WordPair::source).contains("water");
    assertThat(why.pulling())
        .hasSize(5)
        .isSortedAccordingTo((a, b) -> Double.compare(b.change(), a.change()));
    assertThat(why.pulling().getFirst().change()).isPositive();
  }

  private static NeighborExplanation explain(int i, int j) {
    return NeighborExplanation.of(i, j, SETTING, 10, 5, SEARCH, NEVER);
  }
}
