package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import setu.core.evaluate.Diagnostic.Scope;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Every measure on a case whose answer is known, then the sample. */
class SpaceDiagnosticsTest {
  private static FloatMatrix gaussian(int n, int d, double... scales) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    FloatMatrix rows = FloatMatrix.zeros(n, d);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < d; j++) {
        double scale = scales.length == 0 ? 1 : scales[j];
        rows.set(i, j, (float) (scale * random.nextGaussian()));
      }
    }
    return rows;
  }

  private static FloatMatrix rotated(FloatMatrix rows) {
    FloatMatrix noise = gaussian(rows.columns(), rows.columns());
    DoubleMatrix rotation = LinearAlgebra.orthogonalPolarFactor(DoubleMatrix.of(noise));
    return LinearAlgebra.multiply(rows, rotation.toFloat());
  }

  @Test
  void arotationChangesNoShape() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(200, 20));
    Isomorphism same = new Isomorphism(x, rotated(x));
    assertThat(same.relationalSimilarity()).isCloseTo(1, within(1e-5));
    assertThat(same.linearCka()).isCloseTo(1, within(1e-5));
    assertThat(same.neighborOverlap()).isCloseTo(1, within(0.01));
    assertThat(same.eigenvectorSimilarity()).isCloseTo(0, within(0.5));
    assertThat(same.gromovHausdorffBound()).isCloseTo(0, within(1e-4));
  }

  @Test
  void unrelatedSpacesShareNothingButChance() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(200, 20));
    double[] uneven = new double[20];
    for (int j = 0; j < 20; j++) {
      uneven[j] = 1.0 / (1 + j);
    }
    FloatMatrix all = Normalization.UNIT.apply(gaussian(400, 20, uneven));
    Isomorphism other = new Isomorphism(x, all.slice(200, 400));
    assertThat(other.relationalSimilarity()).isCloseTo(0, within(0.05));
    // Two random sets of 10 of 199 overlap in half a word: a Jaccard index of 0.027.
    assertThat(other.neighborOverlap()).isCloseTo(0.027, within(0.015));
    assertThat(other.eigenvectorSimilarity()).isGreaterThan(100);
    assertThat(other.gromovHausdorffBound()).isGreaterThan(0.05);
    assertThat(other.linearCka()).isLessThan(0.2);
  }

  @Test
  void twoPointsAtKnownDistances() {
    // Two points 1 apart and two points √2 apart: the Gromov–Hausdorff distance is (√2 − 1) / 2.
    double half = Math.sqrt(0.75);
    FloatMatrix near = FloatMatrix.of(new float[] {1, 0}, new float[] {0.5f, (float) half});
    FloatMatrix far = FloatMatrix.of(new float[] {1, 0}, new float[] {0, 1});
    assertThat(new Isomorphism(near, far).gromovHausdorffBound())
        .isCloseTo((Math.sqrt(2) - 1) / 2, within(1e-6));
    assertThat(Isomorphism.bottleneck(new double[] {1, 0.2}, new double[] {1})).isEqualTo(0.1);
    assertThat(Isomorphism.bottleneck(new double[] {4}, new double[] {1})).isEqualTo(2);
  }

  @Test
  void isoScoreIsOneForAnEvenAndZeroForALine() {
    assertThat(Isotropy.isoScore(new double[] {3, 3, 3, 3})).isCloseTo(1, within(1e-12));
    assertThat(Isotropy.isoScore(new double[] {3, 0, 0, 0})).isCloseTo(0, within(1e-12));
    // Half of the dimensions used evenly: (d/2 − 1) / (d − 1), as the paper proves.
    assertThat(Isotropy.isoScore(new double[] {1, 1, 1, 1, 1, 0, 0, 0, 0, 0}))
        .isCloseTo(4.0 / 9, within(1e-12));
  }

  @Test
  void centringTakesACommonDirectionAway() {
    FloatMatrix rows = gaussian(500, 100);
    Isotropy even = new Isotropy(rows);
    assertThat(even.meanCosine()).isCloseTo(0, within(0.002));
    assertThat(even.isoScore()).isGreaterThan(0.75);
    for (int i = 0; i < rows.rows(); i++) {
      rows.set(i, 0, rows.get(i, 0) + 10);
    }
    Isotropy shifted = new Isotropy(rows);
    // A shift of 10 beside 100 dimensions of variance 1: cosines of 100 / 200.
    assertThat(shifted.meanCosine()).isCloseTo(0.5, within(0.02));
    assertThat(shifted.meanCosineCentered()).isCloseTo(0, within(0.01));
    assertThat(shifted.meanCosineAllButTheTop()).isCloseTo(0, within(0.01));
  }

  @Test
  void theMeanCosineIsThatOfAllPairs() {
    FloatMatrix unit = Normalization.UNIT.apply(gaussian(40, 5, 3, 1, 1, 1, 1));
    double sum = 0;
    for (int i = 0; i < 40; i++) {
      for (int j = 0; j < i; j++) {
        for (int c = 0; c < 5; c++) {
          sum += unit.get(i, c) * unit.get(j, c);
        }
      }
    }
    assertThat(new Isotropy(unit).meanCosine()).isCloseTo(sum / (40 * 39 / 2), within(1e-6));
  }

  @Test
  void conditionNumbersAndGapsOfKnownSpectra() {
    SingularValues even = new SingularValues(new double[] {2, 2, 2, 2});
    assertThat(even.effectiveRank()).isCloseTo(4, within(1e-9));
    assertThat(even.conditionNumber()).isEqualTo(1);
    assertThat(even.gap(new SingularValues(new double[] {7, 7, 7, 7}))).isCloseTo(0, within(1e-12));
    SingularValues line = new SingularValues(new double[] {5, 0, 0});
    assertThat(line.effectiveRank()).isCloseTo(1, within(1e-9));
    SingularValues uneven = new SingularValues(new double[] {3, 1});
    double expected =
        Math.pow(Math.log(0.75) - Math.log(0.5), 2) + Math.pow(Math.log(0.25) - Math.log(0.5), 2);
    assertThat(uneven.gap(new SingularValues(new double[] {1, 1})))
        .isCloseTo(expected, within(1e-9));
    FloatMatrix axes = FloatMatrix.of(new float[] {3, 0}, new float[] {0, 4});
    assertThat(new SingularValues(axes).values())
        .containsExactly(new double[] {4, 3}, within(1e-6));
  }

  /** Unit vectors of the plane at these angles, in degrees. */
  private static FloatMatrix plane(double... degrees) {
    FloatMatrix rows = FloatMatrix.zeros(degrees.length, 2);
    for (int i = 0; i < degrees.length; i++) {
      rows.set(i, 0, (float) Math.cos(Math.toRadians(degrees[i])));
      rows.set(i, 1, (float) Math.sin(Math.toRadians(degrees[i])));
    }
    return rows;
  }

  @Test
  void relationalSimilarityOfKnownCosines() {
    // Cosines ½, 0, ½√3 beside 0, ½, ½√3.
    assertThat(new Isomorphism(plane(0, 60, 90), plane(0, 90, 60)).relationalSimilarity())
        .isCloseTo(0.33861, within(1e-5));
  }

  @Test
  void ckaOfOneDimensionIsTheSquaredCorrelation() {
    FloatMatrix a =
        FloatMatrix.of(new float[] {1}, new float[] {2}, new float[] {3}, new float[] {4});
    FloatMatrix b =
        FloatMatrix.of(new float[] {1}, new float[] {3}, new float[] {2}, new float[] {4});
    assertThat(new Isomorphism(a, b).linearCka()).isCloseTo(0.8 * 0.8, within(1e-6));
  }

  /** Two clusters of eleven words each; the words of {@code swapped} stand in the other one. */
  private static FloatMatrix clusters(int... swapped) {
    FloatMatrix rows = FloatMatrix.zeros(22, 2);
    for (int i = 0; i < 22; i++) {
      int word = i;
      boolean other = java.util.Arrays.stream(swapped).anyMatch(s -> s == word);
      rows.set(i, i < 11 != other ? 0 : 1, 1);
    }
    return rows;
  }

  @Test
  void neighbourOverlapWhereTwoWordsChangePlaces() {
    // Two words share none of their ten neighbours, each of the twenty others nine of eleven.
    assertThat(new Isomorphism(clusters(), clusters(0, 11)).neighborOverlap())
        .isCloseTo(20 * (9.0 / 11) / 22, within(1e-12));
  }

  @Test
  void eigenvectorSimilarityOfGraphsWhoseSpectraAreKnown() {
    // Two complete graphs of 11: eleven twenty times. A ring where each of 22 sees five on either
    // side: 10 − 2 Σ cos(2πmk/22).
    double[] degrees = new double[22];
    double[] ring = new double[22];
    for (int k = 0; k < 22; k++) {
      degrees[k] = 360.0 * k / 22;
      ring[k] = 10;
      for (int m = 1; m <= 5; m++) {
        ring[k] -= 2 * Math.cos(2 * Math.PI * m * k / 22);
      }
    }
    java.util.Arrays.sort(ring);
    int leading = 0;
    for (double sum = 0; sum < 0.9 * 220 - 1e-6; leading++) {
      sum += ring[21 - leading];
    }
    double expected = 0;
    for (int i = 0; i < Math.min(18, leading); i++) {
      expected += Math.pow(11 - ring[21 - i], 2);
    }
    assertThat(new Isomorphism(clusters(), plane(degrees)).eigenvectorSimilarity())
        .isCloseTo(expected, within(1e-4));
  }

  @Test
  void theConditionNumberIsTakenAtTheEffectiveRank() {
    SingularValues halving = new SingularValues(new double[] {8, 4, 2, 1, 1});
    // An entropy of 15/8 bit.
    assertThat(halving.effectiveRank()).isCloseTo(Math.pow(2, 1.875), within(1e-9));
    assertThat(halving.conditionNumber()).isEqualTo(4);
  }

  @Test
  void allButTheTopLeavesAnEvenSpaceWhereOneDirectionLed() {
    FloatMatrix rows = FloatMatrix.zeros(16, 4);
    for (int i = 0; i < 16; i++) {
      rows.set(i, i < 10 ? 0 : 1 + (i - 10) / 2, i % 2 == 0 ? 1 : -1);
    }
    Isotropy led = new Isotropy(rows);
    assertThat(led.spectrum())
        .containsExactly(new double[] {10 / 15.0, 2 / 15.0, 2 / 15.0, 2 / 15.0}, within(1e-6));
    assertThat(led.isoScore()).isLessThan(0.5);
    assertThat(led.isoScoreAllButTheTop()).isCloseTo(1, within(1e-6));
    assertThat(led.meanCosine()).isCloseTo(-1 / 15.0, within(1e-6));
  }

  @Test
  void theSampleIsHubbyAndCslsMendsIt() {
    AlignedPair aligned =
        new AlignedPair(
            Sample.SOURCE.vocabulary(),
            Sample.procrustes().mapSource(Sample.X),
            Sample.TARGET.vocabulary(),
            Sample.Z,
            NeighborSearches.best());
    SpaceDiagnostics found =
        SpaceDiagnostics.of(
            Sample.X, Sample.Z, aligned, Sample.anchors(), Progress.NONE, Cancellation.none());
    assertThat(found.value(DiagnosticMeasure.HUBNESS_SKEW_CSLS, Scope.FORWARD))
        .isLessThan(found.value(DiagnosticMeasure.HUBNESS_SKEW_NN, Scope.FORWARD));
    assertThat(found.value(DiagnosticMeasure.ORPHAN_SHARE_CSLS, Scope.BACKWARD))
        .isLessThan(found.value(DiagnosticMeasure.ORPHAN_SHARE_NN, Scope.BACKWARD));
    assertThat(found.value(DiagnosticMeasure.RELATIONAL_SIMILARITY, Scope.PAIR))
        .isBetween(0.1, 0.9);
    assertThat(found.figures()).allMatch(d -> Double.isFinite(d.value()));
    assertThat(found.occurrencesNn().stream().mapToInt(n -> n).sum()).isEqualTo(Sample.Z.rows());
    assertThat(found.hubs()).hasSize(20);
    SpaceDiagnostics.StolenQueries hub = found.hubs().getFirst();
    assertThat(hub.queries().size()).isEqualTo(Math.min(50, hub.occurrencesNn()));
    assertThat(hub.occurrencesCsls()).isLessThan(hub.occurrencesNn());
    assertThat(found.sourceSpectrum())
        .hasSize(100)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(List.of(DiagnosticMeasure.values())).allMatch(m -> !m.source().isBlank());
  }
}
