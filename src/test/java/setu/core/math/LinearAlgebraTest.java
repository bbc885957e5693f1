package setu.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearAlgebraTest {
  private static double distance(DoubleMatrix a, DoubleMatrix b) {
    assertThat(a.toString()).isEqualTo(b.toString());
    double largest = 0;
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        largest = Math.max(largest, Math.abs(a.get(i, j) - b.get(i, j)));
      }
    }
    return largest;
  }

  private static DoubleMatrix plainProduct(DoubleMatrix a, DoubleMatrix b) {
    DoubleMatrix product = DoubleMatrix.zeros(a.rows(), b.columns());
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < b.columns(); j++) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
          sum += a.get(i, k) * b.get(k, j);
        }
        product.set(i, j, sum);
      }
    }
    return product;
  }

  private static DoubleMatrix diagonal(DoubleMatrix values) {
    DoubleMatrix diagonal = DoubleMatrix.zeros(values.rows(), values.rows());
    for (int i = 0; i < values.rows(); i++) {
      diagonal.set(i, i, values.get(i, 0));
    }
    return diagonal;
  }

  @ParameterizedTest
  @CsvSource({"0,3,5", "1,1,1", "7,0,3", "5,3,33", "97,16,31", "200,300,300", "13,299,70"})
  void productsMatchPlainLoops(int n, int d, int m) {
    FloatMatrix a = RandomMatrices.gaussian(n, d, 1);
    FloatMatrix b = RandomMatrices.gaussian(d, m, 2);
    DoubleMatrix expected = plainProduct(DoubleMatrix.of(a), DoubleMatrix.of(b));
    double tolerance = 1e-6 * (1 + d);
    assertThat(distance(DoubleMatrix.of(LinearAlgebra.multiply(a, b)), expected))
        .isLessThan(tolerance);
    assertThat(distance(DoubleMatrix.of(a).times(DoubleMatrix.of(b)), expected))
        .isLessThan(1e-13 * (1 + d));
    FloatMatrix at = LinearAlgebra.transpose(a);
    assertThat(distance(LinearAlgebra.crossCovariance(at, b), expected))
        .isLessThan(1e-13 * (1 + d));
  }

  @Test
  void crossCovarianceFollowsAnchors() {
    FloatMatrix x = RandomMatrices.gaussian(9, 4, 1);
    FloatMatrix z = RandomMatrices.gaussian(8, 5, 2);
    int[] xRows = {3, 3, 8};
    int[] zRows = {0, 7, 7};
    DoubleMatrix sum = DoubleMatrix.zeros(4, 5);
    for (int i = 0; i < 3; i++) {
      sum.addOuter(1, x.row(xRows[i]), z.row(zRows[i]));
    }
    assertThat(distance(LinearAlgebra.crossCovariance(x, xRows, z, zRows), sum)).isLessThan(1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1,1",
    "3,3,3",
    "30,30,30",
    "30,50,30",
    "50,30,30",
    "40,40,25",
    "100,100,100",
    "4,4,0"
  })
  void singularValuesRebuildTheMatrix(int r, int c, int rank) {
    DoubleMatrix matrix =
        RandomMatrices.gaussianDouble(r, rank, 1).times(RandomMatrices.gaussianDouble(rank, c, 2));
    Svd svd = LinearAlgebra.svd(matrix);
    double tolerance = 1e-13 * (1 + matrix.norm());
    assertThat(distance(svd.u().times(diagonal(svd.sigma())).times(svd.vt()), matrix))
        .isLessThan(tolerance);
    int k = Math.min(r, c);
    assertThat(distance(svd.u().transpose().times(svd.u()), DoubleMatrix.identity(k)))
        .isLessThan(1e-12);
    assertThat(distance(svd.vt().times(svd.vt().transpose()), DoubleMatrix.identity(k)))
        .isLessThan(1e-12);
    for (int i = 1; i < k; i++) {
      assertThat(svd.value(i)).isBetween(0.0, svd.value(i - 1));
    }
    if (rank < k) {
      assertThat(svd.value(rank)).isLessThan(tolerance);
    }
  }

  @ParameterizedTest
  @CsvSource({"30,30", "50,30", "30,50"})
  void nd4jGivesTheSameSingularValues(int r, int c) {
    Optional<Nd4jAlgebra> nd4j = Nd4jAlgebra.load();
    assumeThat(nd4j).as("ND4J has a native library here").isPresent();
    DoubleMatrix matrix = RandomMatrices.gaussianDouble(r, c, 5);
    Svd ours = LinearAlgebra.svd(matrix);
    Svd theirs = nd4j.orElseThrow().svd(matrix);
    assertThat(distance(ours.sigma(), theirs.sigma())).isLessThan(1e-12);
    assertThat(distance(ours.polarFactor(), theirs.polarFactor())).isLessThan(1e-11);
  }

  @Test
  void singularValuesOfAKnownMatrix() {
    // Columns (3, 4) and (0, 5): singular values 3√5 and √5.
    DoubleMatrix matrix = DoubleMatrix.wrap(2, 2, new double[] {3, 0, 4, 5});
    Svd svd = LinearAlgebra.svd(matrix);
    assertThat(svd.value(0)).isCloseTo(3 * Math.sqrt(5), within(1e-14));
    assertThat(svd.value(1)).isCloseTo(Math.sqrt(5), within(1e-14));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-3, 1e-7, 1e-12})
  void thePolarFactorFindsTheRotation(double smallest) {
    int d = 40;
    DoubleMatrix rotation = LinearAlgebra.svd(RandomMatrices.gaussianDouble(d, d, 1)).polarFactor();
    DoubleMatrix q = LinearAlgebra.svd(RandomMatrices.gaussianDouble(d, d, 2)).u();
    DoubleMatrix stretch = DoubleMatrix.zeros(d, d);
    for (int i = 0; i < d; i++) {
      stretch.set(i, i, Math.pow(smallest, i / (d - 1.0)));
    }
    DoubleMatrix positive = q.times(stretch).times(q.transpose());
    DoubleMatrix found = LinearAlgebra.orthogonalPolarFactor(positive.times(rotation));
    assertThat(distance(found.times(found.transpose()), DoubleMatrix.identity(d)))
        .isLessThan(1e-12);
    assertThat(distance(found, rotation)).isLessThan(1e-13 * d / smallest);
  }

  @Test
  void aSingularMatrixStillHasAnOrthogonalFactor() {
    DoubleMatrix matrix =
        RandomMatrices.gaussianDouble(30, 7, 1).times(RandomMatrices.gaussianDouble(7, 30, 2));
    DoubleMatrix factor = LinearAlgebra.orthogonalPolarFactor(matrix);
    assertThat(distance(factor.times(factor.transpose()), DoubleMatrix.identity(30)))
        .isLessThan(1e-12);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 17, 60})
  void eigenpairsOfAnIndefiniteMatrix(int n) {
    DoubleMatrix half = RandomMatrices.gaussianDouble(n, n, 3);
    DoubleMatrix matrix = DoubleMatrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix.set(i, j, half.get(i, j) + half.get(j, i));
      }
    }
    SymmetricEigen eigen = LinearAlgebra.symmetricEigen(matrix);
    DoubleMatrix rebuilt =
        eigen.vectors().transpose().times(diagonal(eigen.values())).times(eigen.vectors());
    assertThat(distance(rebuilt, matrix)).isLessThan(1e-12 * n);
    if (n > 2) {
      assertThat(eigen.value(n - 1)).isNegative();
    }
  }
}
