package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.align.Alignment;
import setu.core.fault.AlignmentFault;
import setu.core.math.DoubleMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.VectorKernel;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.PanelSearch;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Refinement and RCSLS on the sample: their losses, options, engines and cancelling. */
class IterativeMethodsTest {
  private static Alignment align(
      String method, Map<String, String> options, NeighborSearch search) {
    return aligner(method, options, search)
        .align(Sample.X, Sample.Z, Sample.anchors(), Progress.NONE, Cancellation.none());
  }

  private static Aligner aligner(
      String method, Map<String, String> options, NeighborSearch search) {
    return Aligners.byName(method, options, 42, search);
  }

  @Test
  void lossesFallAndALargeStepIsHalved() {
    List<Double> losses =
        align("rcsls", Map.of("iterations", "3"), new PanelSearch()).run().losses();
    assertThat(losses).hasSize(4).isSortedAccordingTo(Collections.reverseOrder());
    List<Double> wild =
        align("rcsls", Map.of("iterations", "6", "step", "400"), new PanelSearch()).run().losses();
    assertThat(wild.get(1)).isGreaterThan(wild.get(0));
    assertThat(Collections.min(wild.subList(2, 7))).isLessThan(wild.get(1));
    List<Double> stopped =
        align(
                "rcsls",
                Map.of("iterations", "6", "step", "400", "leastStep", "150"),
                new PanelSearch())
            .run()
            .losses();
    assertThat(stopped).hasSizeLessThan(7);
    assertThat(
            align("rcsls", Map.of("iterations", "1", "neighborhood", "3"), new PanelSearch())
                .run()
                .losses()
                .getFirst())
        .isNotCloseTo(losses.getFirst(), within(1e-4));
  }

  @Test
  void theSpectralVariantStaysInTheHullOfOrthogonalMatrices() {
    Alignment alignment = align("rcsls-spectral", Map.of("iterations", "2"), new PanelSearch());
    assertThat(LinearAlgebra.svd(DoubleMatrix.of(alignment.mapping())).value(0))
        .isCloseTo(1, within(1e-5));
    Alignment plain = align("rcsls", Map.of("iterations", "2"), new PanelSearch());
    assertThat(LinearAlgebra.svd(DoubleMatrix.of(plain.mapping())).value(0)).isGreaterThan(1.01);
  }

  @Test
  void refinementKeepsItsBestIterationAndFollowsItsOptions() {
    Map<String, String> one = Map.of("iterations", "1", "vocabulary", "2000");
    List<Double> criteria = align("procrustes-refine", one, new PanelSearch()).run().losses();
    assertThat(criteria).hasSize(2);
    assertThat(criteria.get(1)).isGreaterThan(criteria.get(0));
    Map<String, String> kept =
        Map.of(
            "iterations",
            "1",
            "vocabulary",
            "2000",
            "keepAnchors",
            "true",
            "neighborhood",
            "5",
            "criterionWords",
            "500");
    List<Double> others = align("procrustes-refine", kept, new PanelSearch()).run().losses();
    assertThat(others.get(0)).isNotCloseTo(criteria.get(0), within(1e-4));
    assertThatThrownBy(
            () -> align("procrustes-refine", Map.of("iterations", "0"), new PanelSearch()))
        .isInstanceOf(AlignmentFault.class)
        .hasMessageContaining("iterations");
  }

  @Test
  void enginesAgreeAndRunsRepeat() {
    NeighborSearch scalar = new PanelSearch(VectorKernel.scalar(), 1);
    Map<String, String> options = Map.of("iterations", "1", "vocabulary", "1500");
    Alignment best = align("procrustes-refine", options, new PanelSearch());
    Alignment again = align("procrustes-refine", options, new PanelSearch());
    assertThat(again.mapping().row(7)).isEqualTo(best.mapping().row(7));
    List<TranslationScore> fast = MethodScoresTest.scores(best);
    List<TranslationScore> plain =
        MethodScoresTest.scores(align("procrustes-refine", options, scalar));
    for (int i = 0; i < 2; i++) {
      assertThat(plain.get(i).precision().at1())
          .isCloseTo(fast.get(i).precision().at1(), within(0.1));
    }
  }

  @ParameterizedTest
  @CsvSource({"rcsls, iterations=2", "rcsls-spectral, iterations=2", "contrastive-c1, steps=2"})
  void everyEngineGivesTheSameScores(String method, String option) {
    Map<String, String> options = Map.of(option.split("=")[0], option.split("=")[1]);
    List<TranslationScore> plain =
        MethodScoresTest.scores(align(method, options, new PanelSearch(VectorKernel.scalar(), 1)));
    List<TranslationScore> best =
        MethodScoresTest.scores(align(method, options, NeighborSearches.best()));
    for (int i = 0; i < 2; i++) {
      assertThat(plain.get(i).precision().at1())
          .isCloseTo(best.get(i).precision().at1(), within(0.1));
      assertThat(plain.get(i).precision().at10())
          .isCloseTo(best.get(i).precision().at10(), within(0.1));
    }
    Alignment once = align(method, options, NeighborSearches.best());
    Alignment twice = align(method, options, NeighborSearches.best());
    assertThat(once.mapping().row(11)).isEqualTo(twice.mapping().row(11));
  }

  @Test
  void aCancelledRunKeepsItsBest() {
    for (String method : List.of("rcsls", "procrustes-refine")) {
      Cancellation cancellation = new Cancellation();
      Alignment alignment =
          aligner(method, Map.of(), new PanelSearch())
              .align(
                  Sample.X, Sample.Z, Sample.anchors(), stopAfter(2, cancellation), cancellation);
      assertThat(alignment.complete()).isFalse();
      assertThat(alignment.run().losses()).hasSize(2);
      assertThat(MethodScoresTest.scores(alignment).getFirst().precision().at1()).isGreaterThan(30);
    }
  }

  /** Cancels when the objective was told so many times. */
  static Progress stopAfter(int steps, Cancellation cancellation) {
    return new Progress() {
      private int done;

      @Override
      public void begin(Phase phase, long total) {}

      @Override
      public void advance(long amount) {}

      @Override
      public void reached(double objective) {
        if (++done == steps) {
          cancellation.cancel();
        }
      }
    };
  }
}
