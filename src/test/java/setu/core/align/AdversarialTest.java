package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** The discriminator's gradients and what it learns; adversarial runs repeat and carry evidence. */
class AdversarialTest {
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(23);

  private FloatMatrix gaussian(int rows, int columns, double mean) {
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, (float) (mean + random.nextGaussian()));
      }
    }
    return matrix;
  }

  @Test
  void theDiscriminatorLearnsToTellTwoClouds() {
    Discriminator discriminator = new Discriminator(6, 16, 0, random);
    double first = discriminator.learn(gaussian(32, 6, 0.7), gaussian(32, 6, -0.7), 0.1, 0.3);
    double last = first;
    for (int step = 0; step < 150; step++) {
      last = discriminator.learn(gaussian(32, 6, 0.7), gaussian(32, 6, -0.7), 0.1, 0.3);
    }
    assertThat(last).isLessThan(0.8 * first);
    assertThat(
            Arrays.stream(discriminator.probabilities(gaussian(200, 6, 0.7)))
                .average()
                .orElseThrow())
        .isGreaterThan(0.7);
    assertThat(
            Arrays.stream(discriminator.probabilities(gaussian(200, 6, -0.7)))
                .average()
                .orElseThrow())
        .isLessThan(0.3);
  }

  @Test
  void theDeceivingGradientLeadsTowardsTheOtherCloud() {
    Discriminator discriminator = new Discriminator(6, 16, 0, random);
    for (int step = 0; step < 100; step++) {
      discriminator.learn(gaussian(32, 6, 0.7), gaussian(32, 6, -0.7), 0.1, 0.3);
    }
    FloatMatrix mapped = gaussian(20, 6, 0.7);
    FloatMatrix target = gaussian(20, 6, -0.7);
    FloatMatrix gradient = discriminator.deceivingGradient(mapped, target, 0);
    double[] before = discriminator.probabilities(mapped);
    for (int i = 0; i < 20; i++) {
      for (int j = 0; j < 6; j++) {
        mapped.set(i, j, mapped.get(i, j) - gradient.get(i, j));
      }
    }
    double[] after = discriminator.probabilities(mapped);
    for (int i = 0; i < 20; i++) {
      assertThat(after[i]).isLessThan(before[i]);
    }
  }

  @Test
  void aRunRepeatsItselfAndSaysWhetherItConverged() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(600, 8, 0));
    FloatMatrix z = Normalization.UNIT.apply(gaussian(600, 8, 0));
    Map<String, String> small =
        Map.of(
            "epochs", "2",
            "stepsPerEpoch", "20",
            "discriminatorSteps", "2",
            "hidden", "12",
            "batch", "16");
    Aligner aligner = Aligners.byName("adversarial", small, 5, NeighborSearches.best());
    List<Integer> rows = IntStream.range(0, 600).boxed().toList();
    List<WordPair> words = rows.stream().map(i -> new WordPair("s" + i, "t" + i)).toList();
    ResolvedAnchors known = new ResolvedAnchors(rows, rows, words, List.of());
    Alignment once = aligner.align(x, z, known, Progress.NONE, Cancellation.none());
    Alignment twice = aligner.align(x, z, known, Progress.NONE, Cancellation.none());
    assertThat(once.mapping().row(1)).isEqualTo(twice.mapping().row(1));
    assertThat(once.run().losses()).isEqualTo(twice.run().losses());
    assertThat(Objects.requireNonNull(once.run().convergence()).useful()).isFalse();
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThat(aligner.align(x, z, known, Progress.NONE, cancelled).complete()).isFalse();
  }
}
