package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import setu.core.align.Aligner;
import setu.core.align.Aligners;
import setu.core.align.Alignment;
import setu.core.align.ContrastiveBlend;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.EmbeddingSpace;
import setu.core.space.MetaEmbedding;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Contrastive C1 and C2 on the sample: their losses, floors of quality, seconds and cancelling. */
class ContrastiveTest {
  private static final NeighborSearch SEARCH = NeighborSearches.best();
  private static final Map<String, String> SHORT =
      Map.of("rounds", "1", "steps", "12", "negatives", "100", "rate", "4");

  private static Alignment align(Aligner aligner, FloatMatrix x, FloatMatrix z) {
    return aligner.align(x, z, Sample.anchors(), Progress.NONE, Cancellation.none());
  }

  @Test
  void tuningImprovesNearestNeighboursOverItsStart() {
    Alignment tuned =
        align(Aligners.byName("contrastive-c1", SHORT, 42, SEARCH), Sample.X, Sample.Z);
    List<Double> losses = tuned.run().losses();
    assertThat(losses).hasSize(12);
    assertThat(losses.getLast()).isLessThan(losses.getFirst());
    // VecMap, its start, has 35.2 and 46.0; Procrustes 30.8 and 42.0.
    List<TranslationScore> scores = MethodScoresTest.scores(tuned);
    assertThat(scores.get(0).precision().at1()).isGreaterThan(36);
    assertThat(scores.get(1).precision().at1()).isGreaterThan(43);
    Alignment again =
        align(Aligners.byName("contrastive-c1", SHORT, 42, SEARCH), Sample.X, Sample.Z);
    assertThat(again.mapping().row(5)).isEqualTo(tuned.mapping().row(5));
  }

  @Test
  void selfLearningGoesOnInTheNextRound() {
    Map<String, String> two =
        Map.of(
            "rounds",
            "2",
            "steps",
            "2",
            "negatives",
            "10",
            "vocabulary",
            "2000",
            "added",
            "500",
            "temperature",
            "0.5",
            "decay",
            "0.9");
    Alignment tuned = align(Aligners.byName("contrastive-c1", two, 42, SEARCH), Sample.X, Sample.Z);
    assertThat(tuned.run().losses()).hasSize(4);
    assertThat(MethodScoresTest.scores(tuned).get(1).precision().at1()).isGreaterThan(40);
  }

  @Test
  void aCancelledTuningKeepsItsSteps() {
    Cancellation cancellation = new Cancellation();
    Alignment stopped =
        Aligners.byName("contrastive-c1", SHORT, 42, SEARCH)
            .align(
                Sample.X,
                Sample.Z,
                Sample.anchors(),
                IterativeMethodsTest.stopAfter(3, cancellation),
                cancellation);
    assertThat(stopped.complete()).isFalse();
    assertThat(stopped.run().losses()).hasSize(3);
    assertThat(MethodScoresTest.scores(stopped).get(1).precision().at1()).isGreaterThan(42);
  }

  @Test
  void aSecondSpaceOfTheSameWordsIsBlendedIn() {
    // The second space is the first again: the blend cannot be worse than it by much.
    EmbeddingSpace source =
        MetaEmbedding.join(Sample.SOURCE, Sample.SOURCE, MetaEmbedding.Way.CONCATENATE);
    EmbeddingSpace target =
        MetaEmbedding.join(Sample.TARGET, Sample.TARGET, MetaEmbedding.Way.CONCATENATE);
    assertThat(source.dimensions()).isEqualTo(200);
    assertThat(source.id()).isNotEqualTo(Sample.SOURCE.id());
    Map<String, String> quick = Map.of("rounds", "1", "steps", "2", "negatives", "10");
    Aligner blend =
        ((ContrastiveBlend) Aligners.byName("contrastive-c2", quick, 42, SEARCH))
            .withSecondDimensions(100);
    Alignment alignment = align(blend, source.vectors(), target.vectors());
    assertThat(alignment.mapping().rows()).isEqualTo(200);
    WordTranslation translation =
        new WordTranslation(
            source.vocabulary(),
            alignment.mapSource(source.vectors()),
            target.vocabulary(),
            alignment.mapTarget(target.vectors()),
            SEARCH);
    double p1 =
        translation
            .evaluate(
                Sample.TEST,
                new WordTranslation.Options(
                    List.of(setu.core.neighbor.Retrieval.Csls.DEFAULT), false, 42),
                Progress.NONE,
                Cancellation.none())
            .getFirst()
            .precision()
            .at1();
    assertThat(p1).isGreaterThan(43);
    assertThatThrownBy(
            () -> align(Aligners.byName("contrastive-c2", quick, 42, SEARCH), Sample.X, Sample.Z))
        .isInstanceOfSatisfying(
            AlignmentFault.class,
            fault -> assertThat(fault.problem()).isEqualTo(AlignmentFault.Problem.NO_SECOND_SPACE));
  }

  @Test
  void aCancelledBlendIsMarked() {
    EmbeddingSpace source =
        MetaEmbedding.join(Sample.SOURCE, Sample.SOURCE, MetaEmbedding.Way.CONCATENATE);
    EmbeddingSpace target =
        MetaEmbedding.join(Sample.TARGET, Sample.TARGET, MetaEmbedding.Way.CONCATENATE);
    Cancellation cancellation = new Cancellation();
    Alignment stopped =
        ((ContrastiveBlend) Aligners.byName("contrastive-c2", SHORT, 42, SEARCH))
            .withSecondDimensions(100)
            .align(
                source.vectors(),
                target.vectors(),
                Sample.anchors(),
                IterativeMethodsTest.stopAfter(2, cancellation),
                cancellation);
    assertThat(stopped.complete()).isFalse();
    assertThat(stopped.run().losses()).hasSizeBetween(2, 12);
    WordTranslation translation =
        new WordTranslation(
            source.vocabulary(),
            stopped.mapSource(source.vectors()),
            target.vocabulary(),
            stopped.mapTarget(target.vectors()),
            SEARCH);
    double p1 =
        translation
            .evaluate(
                Sample.TEST,
                new WordTranslation.Options(
                    List.of(setu.core.neighbor.Retrieval.Csls.DEFAULT), false, 42),
                Progress.NONE,
                Cancellation.none())
            .getFirst()
            .precision()
            .at1();
    assertThat(p1).as("what it had translates").isGreaterThan(40);
  }

  @Test
  void anAverageIsTheMeanOfUnitVectorsAndTheFirstWhereThereIsNoSecond() {
    EmbeddingSpace average =
        MetaEmbedding.join(Sample.SOURCE, Sample.TARGET, MetaEmbedding.Way.AVERAGE);
    assertThat(average.dimensions()).isEqualTo(100);
    int house = Sample.SOURCE.vocabulary().row("house");
    assertThat(average.vectors().row(house)).isEqualTo(Sample.X.row(house));
    EmbeddingSpace twice =
        MetaEmbedding.join(Sample.SOURCE, Sample.SOURCE, MetaEmbedding.Way.AVERAGE);
    assertThat(twice.vectors().get(house, 3)).isEqualTo(2 * Sample.X.get(house, 3));
  }
}
