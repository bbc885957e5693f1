package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** VecMap's mappings, its induction against plain loops, and self-learning on spaces made alike. */
class VecMapTest {
  private static final int D = 12;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);

  private FloatMatrix gaussian(int rows, int columns) {
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, (float) random.nextGaussian());
      }
    }
    return matrix;
  }

  private static ResolvedAnchors diagonal(int n) {
    List<Integer> rows = IntStream.range(0, n).boxed().toList();
    return new ResolvedAnchors(
        rows, rows, rows.stream().map(i -> new WordPair("s" + i, "t" + i)).toList(), List.of());
  }

  /** Rows with a shape of their own: every axis has another spread and skew. */
  private FloatMatrix shaped(int n) {
    FloatMatrix x = gaussian(n, D);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < D; j++) {
        float value = x.get(i, j);
        x.set(i, j, (1 + 0.4f * j) * (value + 0.3f * value * value));
      }
    }
    return Normalization.UNIT.apply(x);
  }

  private FloatMatrix turned(FloatMatrix x, double noise) {
    FloatMatrix rotation =
        LinearAlgebra.orthogonalPolarFactor(DoubleMatrix.of(gaussian(D, D))).toFloat();
    FloatMatrix z = LinearAlgebra.multiply(x, rotation);
    for (int i = 0; i < z.rows(); i++) {
      for (int j = 0; j < D; j++) {
        z.set(i, j, z.get(i, j) + (float) (noise * random.nextGaussian()));
      }
    }
    return Normalization.UNIT.apply(z);
  }

  /** How many rows have their partner as the nearest of the other side. */
  private static double partnersFound(Alignment alignment, FloatMatrix x, FloatMatrix z) {
    var found =
        NeighborSearches.best()
            .search(
                alignment.mapSource(x),
                alignment.mapTarget(z),
                1,
                Progress.NONE,
                Cancellation.none());
    return IntStream.range(0, x.rows()).filter(i -> found.index(i, 0) == i).count()
        / (double) x.rows();
  }

  @Test
  void spacesOfOtherDimensionsMeetInTheSmaller() {
    FloatMatrix x = shaped(300);
    FloatMatrix z = LinearAlgebra.multiply(x, gaussian(D, 7));
    Alignment alignment =
        new VecMap(VecMap.Options.DEFAULT)
            .align(x, z, diagonal(200), Progress.NONE, Cancellation.none());
    assertThat(alignment.mapping().columns()).isEqualTo(7);
    assertThat(alignment.mapSource(x).columns()).isEqualTo(alignment.mapTarget(z).columns());
    assertThat(partnersFound(alignment, x, z)).isGreaterThan(0.5);
  }

  @Test
  void reweightingChangesTheMapping() {
    FloatMatrix x = shaped(100);
    FloatMatrix z = turned(x, 0.1);
    Alignment half =
        new VecMap(VecMap.Options.DEFAULT)
            .align(x, z, diagonal(100), Progress.NONE, Cancellation.none());
    Alignment none =
        new VecMap(new VecMap.Options(0))
            .align(x, z, diagonal(100), Progress.NONE, Cancellation.none());
    assertThat(half.mapping().row(0)).isNotEqualTo(none.mapping().row(0));
    assertThat(partnersFound(half, x, z)).isGreaterThan(0.9);
  }

  @Test
  void anInducedDictionaryIsThatOfPlainLoops() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(150, D));
    FloatMatrix z = Normalization.UNIT.apply(gaussian(131, D));
    int k = 7;
    double[][] s = new double[150][131];
    for (int i = 0; i < 150; i++) {
      for (int j = 0; j < 131; j++) {
        for (int c = 0; c < D; c++) {
          s[i][j] += (double) x.get(i, c) * z.get(j, c);
        }
      }
    }
    double[] rx = Arrays.stream(s).mapToDouble(row -> meanOfBest(row, k)).toArray();
    double[] rz =
        IntStream.range(0, 131)
            .mapToDouble(j -> meanOfBest(Arrays.stream(s).mapToDouble(row -> row[j]).toArray(), k))
            .toArray();
    DictionaryInduction induced = new DictionaryInduction(x, z, k, 1, 5, Cancellation.none());
    VecMapSelfLearning.Pairs pairs = induced.pairs();
    assertThat(pairs.source).hasSize(150 + 131);
    double objective = 0;
    for (int i = 0; i < 150; i++) {
      int row = i;
      int best =
          IntStream.range(0, 131)
              .boxed()
              .max((a, b) -> Double.compare(s[row][a] - rz[a] / 2, s[row][b] - rz[b] / 2))
              .orElseThrow();
      assertThat(pairs.source[i]).isEqualTo(i);
      assertThat(pairs.target[i]).isEqualTo(best);
      objective += Arrays.stream(s[i]).max().orElseThrow() / 300;
    }
    for (int j = 0; j < 131; j++) {
      int column = j;
      int best =
          IntStream.range(0, 150)
              .boxed()
              .max((a, b) -> Double.compare(s[a][column] - rx[a] / 2, s[b][column] - rx[b] / 2))
              .orElseThrow();
      assertThat(pairs.target[150 + j]).isEqualTo(j);
      assertThat(pairs.source[150 + j]).isEqualTo(best);
      objective += Arrays.stream(s).mapToDouble(r -> r[column]).max().orElseThrow() / 262;
    }
    assertThat(induced.objective()).isCloseTo(objective, within(1e-5));
    // With nine candidates of ten dropped, the same seed drops the same ones.
    DictionaryInduction once = new DictionaryInduction(x, z, k, 0.1, 5, Cancellation.none());
    DictionaryInduction twice = new DictionaryInduction(x, z, k, 0.1, 5, Cancellation.none());
    DictionaryInduction other = new DictionaryInduction(x, z, k, 0.1, 6, Cancellation.none());
    assertThat(once.pairs().target).isEqualTo(twice.pairs().target);
    assertThat(once.pairs().target).isNotEqualTo(other.pairs().target);
    long kept =
        IntStream.range(0, 150).filter(i -> once.pairs().target[i] == pairs.target[i]).count();
    assertThat(kept).isBetween(3L, 32L);
  }

  private static double meanOfBest(double[] values, int k) {
    return Arrays.stream(values).map(v -> -v).sorted().limit(k).map(v -> -v).average().orElse(0);
  }

  private static Aligner selfLearning(String name, Map<String, String> options) {
    return Aligners.byName(name, options, 3, NeighborSearches.best());
  }

  private static final Map<String, String> QUICK =
      Map.of("patience", "5", "cutoff", "400", "initialWords", "400");

  @Test
  void aFewAnchorsGrowIntoTheWholeDictionary() {
    FloatMatrix x = shaped(500);
    FloatMatrix z = turned(x, 0.05);
    Aligner aligner = selfLearning("vecmap-semi-supervised", QUICK);
    Alignment alignment = aligner.align(x, z, diagonal(D), Progress.NONE, Cancellation.none());
    assertThat(partnersFound(alignment, x, z)).isGreaterThan(0.95);
    assertThat(alignment.complete()).isTrue();
    List<Double> objectives = alignment.run().losses();
    assertThat(objectives.getLast()).isGreaterThan(objectives.getFirst());
    Alignment again = aligner.align(x, z, diagonal(D), Progress.NONE, Cancellation.none());
    assertThat(again.run().losses()).isEqualTo(objectives);
    assertThat(again.mapping().row(3)).isEqualTo(alignment.mapping().row(3));
  }

  @Test
  void similarityDistributionsStartWithoutAnyAnchor() {
    FloatMatrix x = shaped(400);
    FloatMatrix z = turned(x, 0.002);
    Alignment alignment =
        selfLearning("vecmap-unsupervised", QUICK)
            .align(x, z, diagonal(0), Progress.NONE, Cancellation.none());
    assertThat(partnersFound(alignment, x, z)).isGreaterThan(0.95);
  }

  @Test
  void aCancelledRunKeepsWhatItHadAndSaysSo() {
    FloatMatrix x = shaped(300);
    FloatMatrix z = turned(x, 0.05);
    Cancellation cancellation = new Cancellation();
    Progress stopAtTheThird =
        new Progress() {
          private int steps;

          @Override
          public void begin(setu.core.task.Phase phase, long total) {}

          @Override
          public void advance(long amount) {}

          @Override
          public void reached(double objective) {
            if (++steps == 3) {
              cancellation.cancel();
            }
          }
        };
    Alignment alignment =
        selfLearning("vecmap-semi-supervised", QUICK)
            .align(x, z, diagonal(50), stopAtTheThird, cancellation);
    assertThat(alignment.complete()).isFalse();
    assertThat(alignment.run().losses()).hasSize(3);
    assertThat(partnersFound(alignment, x, z)).isGreaterThan(0.5);
  }
}
