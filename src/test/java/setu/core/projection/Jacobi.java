package setu.core.projection;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All eigenpairs of a small symmetric matrix by cyclic rotations (Jacobi 1846): plain loops to
 * compare with.
 */
final class Jacobi {
  private static final int MOST_SWEEPS = 60;

  private Jacobi() {}

  /**
   * The eigenvalues, largest first; row r of {@code vectors} becomes the unit vector of value r.
   *
   * @param matrix m × m, overwritten
   * @param vectors m × m, filled
   */
  static double[] decompose(double[][] matrix, double[][] vectors) {
    int m = matrix.length;
    double[][] found = new double[m][m];
    for (int i = 0; i < m; i++) {
      found[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(matrix) > 1e-30; sweep++) {
      for (int p = 0; p < m; p++) {
        for (int q = p + 1; q < m; q++) {
          rotate(matrix, found, p, q);
        }
      }
    }
    int[] order =
        IntStream.range(0, m)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -matrix[i][i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[m];
    for (int r = 0; r < m; r++) {
      values[r] = matrix[order[r]][order[r]];
      vectors[r] = found[order[r]];
    }
    return values;
  }

  /** The off-diagonal part of the squared norm, relative to the diagonal's. */
  private static double offDiagonal(double[][] matrix) {
    double off = 0;
    double diagonal = 0;
    for (int i = 0; i < matrix.length; i++) {
      diagonal += matrix[i][i] * matrix[i][i];
      for (int j = 0; j < i; j++) {
        off += matrix[i][j] * matrix[i][j];
      }
    }
    return off == 0 ? 0 : off / Math.max(diagonal, Double.MIN_NORMAL);
  }

  /** Annihilates entry (p, q). */
  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    int m = a.length;
    for (int i = 0; i < m; i++) {
      double aip = a[i][p];
      double aiq = a[i][q];
      a[i][p] = c * aip - s * aiq;
      a[i][q] = s * aip + c * aiq;
    }
    for (int i = 0; i < m; i++) {
      double api = a[p][i];
      double aqi = a[q][i];
      a[p][i] = c * api - s * aqi;
      a[q][i] = s * api + c * aqi;
      double vpi = vectors[p][i];
      double vqi = vectors[q][i];
      vectors[p][i] = c * vpi - s * vqi;
      vectors[q][i] = s * vpi + c * vqi;
    }
  }
}
