package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.align.Alignment;
import setu.core.align.ResolvedAnchors;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/**
 * Methods on the sample, English to Sinhala, beside figures of an independent implementation: P@1
 * and P@10 of nearest neighbours and of CSLS, per cent.
 */
class MethodScoresTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();

  static Alignment align(String method, Map<String, String> options) {
    Aligner aligner = Aligners.byName(method, options, 42, SEARCH);
    ResolvedAnchors anchors =
        ResolvedAnchors.forMethod(
            aligner, Sample.TRAIN, Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
    return aligner.align(Sample.X, Sample.Z, anchors, Progress.NONE, Cancellation.none());
  }

  static List<TranslationScore> scores(Alignment alignment) {
    WordTranslation translation =
        new WordTranslation(
            Sample.SOURCE.vocabulary(),
            alignment.mapSource(Sample.X),
            Sample.TARGET.vocabulary(),
            alignment.mapTarget(Sample.Z),
            SEARCH);
    return translation.evaluate(
        Sample.TEST,
        new WordTranslation.Options(
            List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT), false, 42),
        Progress.NONE,
        Cancellation.none());
  }

  @ParameterizedTest
  @CsvSource({
    "least-squares,     35.6, 71.6, 45.2, 76.8",
    "procrustes,        30.8, 69.6, 42.0, 74.0",
    "procrustes-refine, 36.0, 71.2, 40.8, 73.6",
    "cca,               22.0, 60.0, 25.2, 59.6",
    "rcsls,             34.0, 70.8, 42.0, 75.2",
    "rcsls-spectral,    34.0, 70.4, 42.8, 75.6",
    "vecmap-supervised, 35.2, 76.4, 46.0, 80.4",
  })
  void theSampleScoresAsTheReference(
      String method, double nn1, double nn10, double csls1, double csls10) {
    List<TranslationScore> scores = scores(align(method, Map.of()));
    assertThat(scores.get(0).precision().at1()).isCloseTo(nn1, within(0.1));
    assertThat(scores.get(0).precision().at10()).isCloseTo(nn10, within(0.1));
    assertThat(scores.get(1).precision().at1()).isCloseTo(csls1, within(0.1));
    assertThat(scores.get(1).precision().at10()).isCloseTo(csls10, within(0.1));
  }
}
