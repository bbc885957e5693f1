package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import setu.core.align.AnchorWeights.Property;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** A small dictionary is measured by the weights that were chosen. */
class SufficientDictionaryTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();
  private static final DevelopmentSplit SPLIT = DevelopmentSplit.of(Sample.TRAIN, 0.2, 42);

  /** P@1 by an honest fit of these pairs. */
  private static double precision(List<WordPair> pairs, Property weighting) {
    ResolvedAnchors anchors =
        ResolvedAnchors.resolve(pairs, Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
    FloatMatrix mapped =
        Procrustes.weighted(weighting)
            .align(Sample.X, Sample.Z, anchors, Progress.NONE, Cancellation.none())
            .mapSource(Sample.X);
    return new WordTranslation(
            Sample.SOURCE.vocabulary(), mapped, Sample.TARGET.vocabulary(), Sample.Z, SEARCH)
        .evaluate(
            SPLIT.development(),
            new WordTranslation.Options(List.of(new Retrieval.Cosine()), false, 42),
            Progress.NONE,
            Cancellation.none())
        .getFirst()
        .precision()
        .at1();
  }

  @Test
  void theWholeAndThePartAreMeasuredByTheWeights() {
    for (Property weighting : List.of(Property.EQUAL, Property.LEMMAS)) {
      SufficientDictionary.Result found =
          new SufficientDictionary(
                  Sample.SOURCE.vocabulary(),
                  Sample.X,
                  Sample.TARGET.vocabulary(),
                  Sample.Z,
                  SEARCH)
              .of(
                  SPLIT.training(),
                  SPLIT.development(),
                  weighting,
                  5,
                  Progress.NONE,
                  Cancellation.none());
      assertThat(found.whole()).isEqualTo(precision(SPLIT.training(), weighting));
      assertThat(found.precision()).isEqualTo(precision(found.pairs(), weighting));
      assertThat(found.pairs()).hasSizeLessThan(SPLIT.training().size());
    }
    assertThat(precision(SPLIT.training(), Property.LEMMAS))
        .isNotEqualTo(precision(SPLIT.training(), Property.EQUAL));
  }
}
