package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.evaluate.Breakdown.Cell;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.neighbor.ScalingCache;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** The sample's queries by facet, and its target vocabulary pruned. */
class BreakdownTest {
  private static FloatMatrix mapped;
  private static Breakdown breakdown;
  private static TranslationScore csls;

  @BeforeAll
  static void score() {
    mapped = Sample.procrustes().mapSource(Sample.X);
    AlignedPair pair =
        new AlignedPair(
            Sample.SOURCE.vocabulary(),
            mapped,
            Sample.TARGET.vocabulary(),
            Sample.Z,
            NeighborSearches.best());
    csls =
        new WordTranslation(
                Sample.SOURCE.vocabulary(),
                mapped,
                Sample.TARGET.vocabulary(),
                Sample.Z,
                NeighborSearches.best())
            .evaluate(
                Sample.TEST,
                new WordTranslation.Options(List.of(Retrieval.Csls.DEFAULT), false, 42),
                Progress.NONE,
                Cancellation.none())
            .getFirst();
    ErrorReport report =
        new ErrorAnalysis(pair)
            .of(csls, Retrieval.Csls.DEFAULT, Progress.NONE, Cancellation.none());
    QueryTraits traits =
        QueryTraits.of(
            pair,
            csls,
            DictionaryFiles.read(
                    Sample.FOLDER.resolve("anchors.test.tsv"), DictionaryOptions.AS_WRITTEN)
                .entries(),
            Sample.TRAIN,
            Cancellation.none());
    breakdown = new Breakdown(report, traits);
  }

  @Test
  void everyFacetSortsEveryQueryOnce() {
    for (QueryFacet facet : QueryFacet.values()) {
      List<Cell> cells = breakdown.by(facet);
      assertThat(cells.stream().mapToInt(c -> c.cases().size()).sum())
          .as("%s", facet)
          .isEqualTo(250);
      double weighted = cells.stream().mapToDouble(c -> c.covered() * c.at1()).sum() / 250;
      assertThat(weighted).as("%s", facet).isCloseTo(csls.precision().at1(), within(1e-9));
    }
  }

  @Test
  void bandsStandInOrder() {
    assertThat(breakdown.values(QueryFacet.FREQUENCY))
        .startsWith("1–500", "501–1,000")
        .endsWith("5,001–10,000");
    assertThat(Bands.RANKS.of(500)).isEqualTo("1–500");
    assertThat(Bands.RANKS.of(501)).isEqualTo("501–1,000");
    assertThat(Bands.RANKS.of(50_001)).isEqualTo("50,001+");
    assertThat(Bands.DENSITIES.of(0)).isEqualTo("0");
    assertThat(Bands.DENSITIES.of(7)).isEqualTo("7+");
    assertThat(breakdown.values(QueryFacet.SCRIPT)).containsExactly("latin");
    assertThat(breakdown.values(QueryFacet.PART_OF_SPEECH)).contains("noun", "verb", "adjective");
  }

  @Test
  void twoFacetsCutTheCellsOfOne() {
    List<Cell> cells = breakdown.by(QueryFacet.PART_OF_SPEECH, QueryFacet.FREQUENCY);
    int nouns =
        cells.stream().filter(c -> c.row().equals("noun")).mapToInt(c -> c.cases().size()).sum();
    Cell alone =
        breakdown.by(QueryFacet.PART_OF_SPEECH).stream()
            .filter(c -> c.row().equals("noun"))
            .findFirst()
            .orElseThrow();
    assertThat(nouns).isEqualTo(alone.cases().size());
    assertThat(cells).allMatch(c -> !c.cases().isEmpty());
  }

  @Test
  void wordsAmongManyAnchorsAreTranslatedBetter() {
    List<Cell> cells = breakdown.by(QueryFacet.ANCHOR_DENSITY);
    assertThat(cells.getLast().row()).isEqualTo("7+");
    assertThat(cells.getLast().at1()).isGreaterThan(cells.getFirst().at1());
  }

  @Test
  void pruningTradesCoverageForPrecision() {
    List<FrequencyPruning.Point> points =
        FrequencyPruning.of(
            Sample.SOURCE.vocabulary(),
            mapped,
            Sample.TARGET.vocabulary(),
            Sample.Z,
            Sample.TEST,
            Retrieval.Csls.DEFAULT,
            42,
            NeighborSearches.best(),
            ScalingCache.NONE,
            Progress.NONE,
            Cancellation.none());
    assertThat(points)
        .extracting(FrequencyPruning.Point::candidates)
        .containsExactly(1000, 2000, 3000, 5000, 5597);
    assertThat(points.getLast().score().precision()).isEqualTo(csls.precision());
    double coverage = 0;
    for (FrequencyPruning.Point point : points) {
      assertThat(point.score().counts().coverage()).isGreaterThan(coverage);
      coverage = point.score().counts().coverage();
    }
    assertThat(points.getFirst().score().precision().at1()).isGreaterThan(csls.precision().at1());
  }
}
