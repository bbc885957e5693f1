package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/** Transport, mapping without supervision, and the evidence that tells a failure. */
class UnsupervisedTest {
  private static final int D = 10;
  private static final NeighborSearch SEARCH = NeighborSearches.best();
  private static final ResolvedAnchors NONE =
      new ResolvedAnchors(List.of(), List.of(), List.of(), List.of());

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(19);

  private FloatMatrix shaped(int n) {
    FloatMatrix x = FloatMatrix.zeros(n, D);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < D; j++) {
        double value = random.nextGaussian();
        x.set(i, j, (float) ((1 + 0.4 * j) * (value + 0.4 * value * value)));
      }
    }
    return Normalization.UNIT.apply(x);
  }

  private FloatMatrix turned(FloatMatrix x) {
    DoubleMatrix noise = DoubleMatrix.zeros(D, D);
    for (int i = 0; i < D; i++) {
      for (int j = 0; j < D; j++) {
        noise.set(i, j, random.nextGaussian());
      }
    }
    return LinearAlgebra.multiply(x, LinearAlgebra.orthogonalPolarFactor(noise).toFloat());
  }

  private static ResolvedAnchors diagonal(int n) {
    List<Integer> rows = IntStream.range(0, n).boxed().toList();
    return new ResolvedAnchors(
        rows, rows, rows.stream().map(i -> new WordPair("s" + i, "t" + i)).toList(), List.of());
  }

  @Test
  void aPlanHasUnitSumsAndPrefersCheapPairs() {
    DoubleMatrix cost = DoubleMatrix.zeros(4, 4);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        cost.set(i, j, j == (i + 1) % 4 ? 0 : 1 + 0.1 * i * j);
      }
    }
    DoubleMatrix plan = Sinkhorn.plan(cost, 0.1, 500);
    for (int i = 0; i < 4; i++) {
      double row = 0;
      double column = 0;
      for (int j = 0; j < 4; j++) {
        row += plan.get(i, j);
        column += plan.get(j, i);
      }
      assertThat(row).isCloseTo(1, within(1e-3));
      assertThat(column).isCloseTo(1, within(1e-3));
      assertThat(plan.get(i, (i + 1) % 4)).isGreaterThan(0.99);
    }
    DoubleMatrix flat = Sinkhorn.plan(cost, 100, 500);
    assertThat(flat.get(0, 1)).isCloseTo(0.25, within(0.05));
  }

  private static final Map<String, String> SMALL =
      Map.of(
          "initialWords",
          "300",
          "initialSteps",
          "60",
          "vocabulary",
          "300",
          "batch",
          "150",
          "epochs",
          "2",
          "stepsPerEpoch",
          "20");

  @Test
  void transportFindsATurnWithoutAnchors() {
    FloatMatrix x = shaped(300);
    FloatMatrix z = turned(x);
    Aligner aligner = Aligners.byName("wasserstein-procrustes", SMALL, 3, SEARCH);
    Alignment alignment = aligner.align(x, z, diagonal(50), Progress.NONE, Cancellation.none());
    AlignmentRun.Convergence convergence = Objects.requireNonNull(alignment.run().convergence());
    assertThat(convergence.found()).isGreaterThan(95);
    assertThat(convergence.useful()).isTrue();
    Alignment again = aligner.align(x, z, diagonal(50), Progress.NONE, Cancellation.none());
    assertThat(again.mapping().row(2)).isEqualTo(alignment.mapping().row(2));
  }

  @Test
  void aCancelledTransportKeepsWhatItHadAndSaysSo() {
    FloatMatrix x = shaped(300);
    FloatMatrix z = turned(x);
    Cancellation cancellation = new Cancellation();
    List<Double> reached = new ArrayList<>();
    Progress stopAtTheThird =
        new Progress() {
          @Override
          public void begin(Phase phase, long total) {}

          @Override
          public void advance(long amount) {}

          @Override
          public void reached(double objective) {
            reached.add(objective);
            if (reached.size() == 3) {
              cancellation.cancel();
            }
          }
        };
    Alignment alignment =
        Aligners.byName("wasserstein-procrustes", SMALL, 3, SEARCH)
            .align(x, z, diagonal(50), stopAtTheThird, cancellation);
    assertThat(alignment.complete()).isFalse();
    assertThat(alignment.run().losses()).isEqualTo(reached).hasSize(3);
    FloatMatrix mapping = alignment.mapping();
    assertThat(LinearAlgebra.svd(DoubleMatrix.of(mapping)).value(D - 1))
        .as("a rotation still")
        .isCloseTo(1, within(1e-4));
  }

  @Test
  void spacesThatHaveNothingInCommonDoNotConverge() {
    Aligner aligner = Aligners.byName("wasserstein-procrustes", SMALL, 3, SEARCH);
    Alignment nothing =
        aligner.align(isotropic(600), isotropic(600), NONE, Progress.NONE, Cancellation.none());
    AlignmentRun.Convergence judged = Objects.requireNonNull(nothing.run().convergence());
    assertThat(judged.found()).isEqualTo(-1);
    assertThat(judged.criterion()).isCloseTo(judged.chance(), within(0.05));
    assertThat(judged.useful()).isFalse();
    // Alike in shape alone, the criterion is high: known pairs tell.
    Alignment alignment =
        aligner.align(
            shaped(600), turned(shaped(600)), diagonal(600), Progress.NONE, Cancellation.none());
    assertThat(alignment.run().converged()).isFalse();
  }

  private FloatMatrix isotropic(int n) {
    FloatMatrix x = FloatMatrix.zeros(n, D);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < D; j++) {
        x.set(i, j, (float) random.nextGaussian());
      }
    }
    return Normalization.UNIT.apply(x);
  }
}
