package setu.core.projection;

import java.util.SplittableRandom;
import setu.core.math.DoubleMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.SymmetricEigen;
import setu.core.task.Cancellation;

/**
 * The largest eigenvalues of a symmetric positive semi-definite matrix and their vectors, by
 * subspace iteration with Rayleigh–Ritz (Rutishauser 1970; Golub and Van Loan, section 8.2.4).
 */
final class LeadingEigenpairs {
  /** Extra directions carried along: convergence depends on the first eigenvalue left out. */
  private static final int GUARD = 13;

  private static final int MOST_STEPS = 1000;
  private static final double TOLERANCE = 1e-10;

  private final double[] values;
  private final double[][] vectors;

  private LeadingEigenpairs(double[] values, double[][] vectors) {
    this.values = values;
    this.vectors = vectors;
  }

  /** The eigenvalue at {@code rank} (from 0), largest first. */
  double value(int rank) {
    return values[rank];
  }

  /** Its unit vector, of length d, with the entry of largest magnitude positive. */
  double[] vector(int rank) {
    return vectors[rank];
  }

  /** How many there are. */
  int count() {
    return values.length;
  }

  /** The {@code count} leading pairs of {@code matrix}, d × d. */
  static LeadingEigenpairs of(double[][] matrix, int count, Cancellation cancellation) {
    int d = matrix.length;
    double[][] basis = start(d, Math.min(d, count + GUARD));
    double[] values = new double[basis.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      cancellation.check();
      double[][] product = multiply(matrix, basis);
      values = rotateToRitzVectors(basis, product);
      boolean settled = residual(basis, product, values, count) <= TOLERANCE * values[0];
      if (settled) {
        break;
      }
      basis = product;
      orthonormalise(basis);
    }
    double[] leading = new double[count];
    double[][] vectors = new double[count][];
    for (int rank = 0; rank < count; rank++) {
      leading[rank] = Math.max(0, values[rank]);
      vectors[rank] = signStable(basis[rank]);
    }
    return new LeadingEigenpairs(leading, vectors);
  }

  /** Any start with a part in every direction does; a fixed one repeats. */
  private static double[][] start(int d, int count) {
    SplittableRandom random = new SplittableRandom(1933);
    double[][] basis = new double[count][d];
    for (double[] vector : basis) {
      for (int i = 0; i < d; i++) {
        vector[i] = random.nextDouble() - 0.5;
      }
    }
    orthonormalise(basis);
    return basis;
  }

  private static double[][] multiply(double[][] matrix, double[][] basis) {
    int d = matrix.length;
    double[][] product = new double[basis.length][d];
    for (int b = 0; b < basis.length; b++) {
      double[] into = product[b];
      for (int i = 0; i < d; i++) {
        // The matrix is symmetric: adding its rows vectorises, dotting with them does not.
        double weight = basis[b][i];
        double[] row = matrix[i];
        for (int j = 0; j < d; j++) {
          into[j] += weight * row[j];
        }
      }
    }
    return product;
  }

  /** Turns basis and product alike to the Ritz vectors; their values, largest first. */
  private static double[] rotateToRitzVectors(double[][] basis, double[][] product) {
    int m = basis.length;
    DoubleMatrix small = DoubleMatrix.zeros(m, m);
    for (int i = 0; i < m; i++) {
      for (int j = i; j < m; j++) {
        small.set(i, j, dot(basis[i], product[j]));
        small.set(j, i, small.get(i, j));
      }
    }
    SymmetricEigen eigen = LinearAlgebra.symmetricEigen(small);
    double[][] rotation = new double[m][m];
    double[] values = new double[m];
    for (int r = 0; r < m; r++) {
      values[r] = eigen.value(r);
      for (int s = 0; s < m; s++) {
        rotation[r][s] = eigen.vectors().get(r, s);
      }
    }
    combine(rotation, basis);
    combine(rotation, product);
    return values;
  }

  /** Replaces row r by Σ rotation[r][s] · row s. */
  private static void combine(double[][] rotation, double[][] rows) {
    int d = rows[0].length;
    double[][] combined = new double[rows.length][d];
    for (int r = 0; r < rows.length; r++) {
      for (int s = 0; s < rows.length; s++) {
        double weight = rotation[r][s];
        for (int i = 0; i < d; i++) {
          combined[r][i] += weight * rows[s][i];
        }
      }
    }
    System.arraycopy(combined, 0, rows, 0, rows.length);
  }

  private static double residual(double[][] basis, double[][] product, double[] values, int count) {
    double worst = 0;
    for (int r = 0; r < count; r++) {
      double sum = 0;
      for (int i = 0; i < basis[r].length; i++) {
        double difference = product[r][i] - values[r] * basis[r][i];
        sum += difference * difference;
      }
      worst = Math.max(worst, Math.sqrt(sum));
    }
    return worst;
  }

  /** Modified Gram–Schmidt, twice; a direction that vanishes is replaced by a unit vector. */
  private static void orthonormalise(double[][] basis) {
    for (int r = 0; r < basis.length; r++) {
      int spare = 0;
      while (!orthonormalise(basis, r)) {
        basis[r] = new double[basis[r].length];
        basis[r][spare++] = 1;
      }
    }
  }

  private static boolean orthonormalise(double[][] basis, int r) {
    double[] vector = basis[r];
    double before = Math.sqrt(dot(vector, vector));
    for (int pass = 0; pass < 2; pass++) {
      for (int s = 0; s < r; s++) {
        double part = dot(vector, basis[s]);
        for (int i = 0; i < vector.length; i++) {
          vector[i] -= part * basis[s][i];
        }
      }
    }
    double norm = Math.sqrt(dot(vector, vector));
    if (!(norm > 1e-12 * before)) {
      return false;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= norm;
    }
    return true;
  }

  private static double[] signStable(double[] vector) {
    int largest = 0;
    for (int i = 1; i < vector.length; i++) {
      if (Math.abs(vector[i]) > Math.abs(vector[largest])) {
        largest = i;
      }
    }
    double sign = vector[largest] < 0 ? -1 : 1;
    double[] turned = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      turned[i] = sign * vector[i];
    }
    return turned;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
