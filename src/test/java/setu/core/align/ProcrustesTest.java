package setu.core.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Sample;
import setu.core.evaluate.WordTranslation;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Procrustes, least squares and the mapping they give; edits against full refits. */
class ProcrustesTest {
  private static final int D = 20;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

  private FloatMatrix gaussian(int rows, int columns) {
    FloatMatrix matrix = FloatMatrix.zeros(rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        matrix.set(i, j, (float) random.nextGaussian());
      }
    }
    return matrix;
  }

  private static ResolvedAnchors pairs(List<int[]> rows) {
    return new ResolvedAnchors(
        rows.stream().map(r -> r[0]).toList(),
        rows.stream().map(r -> r[1]).toList(),
        rows.stream().map(r -> new WordPair("s" + r[0], "t" + r[1])).toList(),
        List.of());
  }

  private static ResolvedAnchors diagonal(int n) {
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(new int[] {i, i});
    }
    return pairs(rows);
  }

  private static Alignment align(
      Aligner aligner, FloatMatrix x, FloatMatrix z, ResolvedAnchors anchors) {
    return aligner.align(x, z, anchors, Progress.NONE, Cancellation.none());
  }

  private static void assertClose(FloatMatrix a, FloatMatrix b, double tolerance) {
    assertThat(a.rows()).isEqualTo(b.rows());
    for (int i = 0; i < a.rows(); i++) {
      assertThat(a.row(i)).containsExactly(b.row(i), within((float) tolerance));
    }
  }

  @Test
  void findsTheRotationThatMadeTheTarget() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(60, D));
    FloatMatrix rotation =
        LinearAlgebra.orthogonalPolarFactor(setu.core.math.DoubleMatrix.of(gaussian(D, D)))
            .toFloat();
    FloatMatrix z = LinearAlgebra.multiply(x, rotation);
    Alignment alignment = align(new Procrustes(), x, z, diagonal(60));
    assertClose(alignment.mapping(), rotation, 1e-5);
    assertClose(alignment.mapSource(x), z, 1e-5);
    assertClose(alignment.mapTargetBack(z), x, 1e-5);
    assertClose(align(LeastSquares.PLAIN, x, z, diagonal(60)).mapping(), rotation, 1e-4);
    assertThat(alignment.complete()).isTrue();
  }

  @Test
  void whatFewAnchorsDoNotSpanIsLeftOut() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(60, D));
    FloatMatrix z = Normalization.UNIT.apply(gaussian(60, D));
    FloatMatrix mapping = align(new Procrustes(), x, z, diagonal(7)).mapping();
    var svd = LinearAlgebra.svd(setu.core.math.DoubleMatrix.of(mapping));
    for (int k = 0; k < D; k++) {
      assertThat(svd.value(k)).isCloseTo(k < 7 ? 1 : 0, within(1e-5));
    }
    // With as many anchors as dimensions nothing is left out.
    FloatMatrix whole = align(new Procrustes(), x, z, diagonal(D)).mapping();
    assertThat(LinearAlgebra.svd(setu.core.math.DoubleMatrix.of(whole)).value(D - 1))
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void leavingOutTranslatesBetterThanTurningAtRandom() {
    List<WordPair> few = IntStream.range(0, 60).mapToObj(i -> Sample.TRAIN.get(17 * i)).toList();
    ResolvedAnchors anchors =
        ResolvedAnchors.resolve(few, Sample.SOURCE.vocabulary(), Sample.TARGET.vocabulary());
    LiveProcrustes turned = new LiveProcrustes(Sample.X, Sample.Z);
    turned.set(anchors);
    double leftOut = at10(align(new Procrustes(), Sample.X, Sample.Z, anchors));
    assertThat(leftOut).isGreaterThan(1.1 * at10(turned.solve()));
  }

  /** P@10 of CSLS on the sample, per cent. */
  private static double at10(Alignment alignment) {
    return new WordTranslation(
            Sample.SOURCE.vocabulary(),
            alignment.mapSource(Sample.X),
            Sample.TARGET.vocabulary(),
            Sample.Z,
            NeighborSearches.best())
        .evaluate(
            Sample.TEST,
            new WordTranslation.Options(List.of(Retrieval.Csls.DEFAULT), false, 42),
            Progress.NONE,
            Cancellation.none())
        .getFirst()
        .precision()
        .at10();
  }

  @Test
  void aWeightOfTwoIsAnAnchorTwice() {
    FloatMatrix x = gaussian(30, D);
    FloatMatrix z = gaussian(30, D);
    List<int[]> rows = new ArrayList<>();
    double[] weights = new double[30];
    for (int i = 0; i < 30; i++) {
      weights[i] = i % 3;
      for (int times = 0; times < i % 3; times++) {
        rows.add(new int[] {i, i});
      }
    }
    assertClose(
        align(Procrustes.weighted(anchors -> weights), x, z, diagonal(30)).mapping(),
        align(new Procrustes(), x, z, pairs(rows)).mapping(),
        1e-5);
    for (double[] wrong : new double[][] {new double[29], new double[] {-1}}) {
      assertThatThrownBy(() -> align(Procrustes.weighted(a -> wrong), x, z, diagonal(1)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void propertiesWeighAsTheySay() {
    ResolvedAnchors anchors = pairs(List.of(new int[] {0, 5}, new int[] {9, 2}, new int[] {0, 1}));
    assertThat(AnchorWeights.Property.EQUAL.of(anchors)).containsExactly(1, 1, 1);
    assertThat(AnchorWeights.Property.SOURCE_WORDS.of(anchors)).containsExactly(0.5, 1, 0.5);
    double[] rare = AnchorWeights.Property.RARE_WORDS.of(anchors);
    assertThat(rare).containsExactly(Math.log(7), Math.log(11), Math.log(3));
    double[] frequent = AnchorWeights.Property.FREQUENT_WORDS.of(anchors);
    assertThat(frequent).containsExactly(1 / rare[0], 1 / rare[1], 1 / rare[2]);
  }

  @Test
  void theInflectionsOfAPairShareAWeight() {
    List<WordPair> words =
        List.of(
            new WordPair("book", "පොත"),
            new WordPair("books", "පොත්"),
            new WordPair("books", "පොතේ"),
            new WordPair("book", "ග්‍රන්ථය"),
            new WordPair("books", "පොතට"),
            new WordPair("red", "රතු"));
    List<Integer> rows = List.of(0, 1, 2, 3, 4, 5);
    ResolvedAnchors anchors = new ResolvedAnchors(rows, rows, words, List.of());
    // The other word for book is a family of its own.
    assertThat(AnchorWeights.Property.LEMMAS.of(anchors))
        .containsExactly(0.25, 0.25, 0.25, 1, 0.25, 1);
    assertThat(AnchorWeights.Property.LEMMAS_ROOT.of(anchors))
        .containsExactly(0.5, 0.5, 0.5, 1, 0.5, 1);
  }

  @Test
  void leastSquaresHasTheSmallerErrorAndRidgeShrinks() {
    FloatMatrix x = gaussian(50, D);
    FloatMatrix z = gaussian(50, 12);
    FloatMatrix plain = align(LeastSquares.PLAIN, x, z, diagonal(50)).mapping();
    FloatMatrix ridge = align(new LeastSquares(10), x, z, diagonal(50)).mapping();
    assertThat(plain.columns()).isEqualTo(12);
    assertThat(error(x, plain, z)).isLessThan(error(x, ridge, z));
    FloatMatrix nudged = plain.copy();
    nudged.set(3, 4, nudged.get(3, 4) + 0.05f);
    assertThat(error(x, plain, z)).isLessThan(error(x, nudged, z));
    assertThat(squares(ridge)).isLessThan(squares(plain));
  }

  private static double error(FloatMatrix x, FloatMatrix w, FloatMatrix z) {
    FloatMatrix mapped = LinearAlgebra.multiply(x, w);
    double sum = 0;
    for (int i = 0; i < z.rows(); i++) {
      for (int j = 0; j < z.columns(); j++) {
        sum += Math.pow(mapped.get(i, j) - z.get(i, j), 2);
      }
    }
    return sum;
  }

  private static double squares(FloatMatrix w) {
    double sum = 0;
    for (int i = 0; i < w.rows(); i++) {
      for (float value : w.row(i)) {
        sum += (double) value * value;
      }
    }
    return sum;
  }

  @Test
  void aThousandEditsEndWhereARefitDoes() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(200, D));
    FloatMatrix z = Normalization.UNIT.apply(gaussian(200, D));
    LiveProcrustes live = new LiveProcrustes(x, z);
    List<int[]> anchors = new ArrayList<>();
    for (int edit = 0; edit < 1000; edit++) {
      if (anchors.size() > 60 && random.nextInt(2) == 0) {
        int[] gone = anchors.remove(random.nextInt(anchors.size()));
        live.remove(gone[0], gone[1]);
      } else {
        int[] added = {random.nextInt(200), random.nextInt(200)};
        anchors.add(added);
        live.add(added[0], added[1]);
      }
      if (edit % 50 == 49) {
        assertClose(
            live.solve().mapping(), align(new Procrustes(), x, z, pairs(anchors)).mapping(), 1e-6);
      }
    }
    assertThat(live.size()).isEqualTo(anchors.size());
  }

  @Test
  void aSetOfAnchorsIsReachedFromAnyOther() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(200, D));
    FloatMatrix z = Normalization.UNIT.apply(gaussian(200, D));
    LiveProcrustes live = new LiveProcrustes(x, z);
    List<int[]> anchors = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      anchors.add(new int[] {i % 80, i % 50});
    }
    live.set(pairs(anchors));
    live.solve();
    anchors.removeLast();
    anchors.add(new int[] {0, 0});
    anchors.add(new int[] {199, 3});
    live.set(pairs(anchors));
    assertThat(live.size()).isEqualTo(101);
    assertClose(
        live.solve().mapping(), align(new Procrustes(), x, z, pairs(anchors)).mapping(), 1e-6);
    assertThatThrownBy(() -> live.remove(150, 150)).isInstanceOf(IllegalArgumentException.class);
  }

  /** One more form of a word takes some weight from the others, edit by edit as in a refit. */
  @Test
  void weightsAreFollowedEditByEdit() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(200, D));
    FloatMatrix z = Normalization.UNIT.apply(gaussian(200, D));
    LiveProcrustes live = new LiveProcrustes(x, z);
    for (AnchorWeights.Property weighting :
        List.of(AnchorWeights.Property.LEMMAS, AnchorWeights.Property.LEMMAS_ROOT)) {
      Procrustes refit = new Procrustes(new Procrustes.Options(weighting));
      List<WordPair> words = new ArrayList<>();
      List<Integer> rows = new ArrayList<>();
      for (int i = 0; i < 80; i++) {
        words.add(new WordPair("s" + i, "t" + i));
        rows.add(i);
      }
      for (String form : List.of("book", "books", "booking", "books", "booked")) {
        words.add(new WordPair(form, "පොත"));
        rows.add(100 + words.size() % 90);
        ResolvedAnchors anchors = new ResolvedAnchors(rows, rows, words, List.of());
        live.set(anchors, weighting);
        assertClose(live.solve().mapping(), align(refit, x, z, anchors).mapping(), 1e-5);
      }
    }
  }

  @Test
  void aSummingAnewAmidABatchCountsNoAnchorTwice() {
    FloatMatrix x = Normalization.UNIT.apply(gaussian(200, D));
    FloatMatrix z = Normalization.UNIT.apply(gaussian(200, D));
    LiveProcrustes live = new LiveProcrustes(x, z);
    live.set(diagonal(150));
    for (int i = 0; i < 2040; i++) {
      live.add(170, 171);
      live.remove(170, 171);
    }
    List<int[]> anchors = new ArrayList<>();
    for (int i = 20; i < 190; i++) {
      anchors.add(new int[] {i, i});
    }
    live.set(pairs(anchors));
    assertClose(
        live.solve().mapping(), align(new Procrustes(), x, z, pairs(anchors)).mapping(), 1e-5);
  }

  @Test
  void faultsSayWhatIsMissing() {
    FloatMatrix x = gaussian(5, 4);
    problem(
        AlignmentFault.Problem.DIMENSIONS_DIFFER, new Procrustes(), gaussian(5, 3), diagonal(2));
    problem(AlignmentFault.Problem.DIMENSIONS_DIFFER, new Identity(), gaussian(5, 3), diagonal(2));
    problem(AlignmentFault.Problem.NO_USABLE_ANCHORS, new Procrustes(), x, diagonal(0));
    problem(AlignmentFault.Problem.NO_USABLE_ANCHORS, LeastSquares.PLAIN, x, diagonal(0));
    assertThatThrownBy(() -> new LiveProcrustes(x, x).solve()).isInstanceOf(AlignmentFault.class);
    assertThatThrownBy(() -> Aligners.byName("magic"))
        .isInstanceOf(AlignmentFault.class)
        .hasMessageContaining("procrustes");
    assertThat(Aligners.byName("identity")).isInstanceOf(Identity.class);
  }

  private void problem(
      AlignmentFault.Problem problem,
      Aligner aligner,
      FloatMatrix target,
      ResolvedAnchors anchors) {
    assertThatThrownBy(() -> align(aligner, gaussian(5, 4), target, anchors))
        .isInstanceOfSatisfying(
            AlignmentFault.class, fault -> assertThat(fault.problem()).isEqualTo(problem));
  }
}
