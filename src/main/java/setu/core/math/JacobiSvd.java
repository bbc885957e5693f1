package setu.core.math;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Singular values by one-sided rotations (Hestenes 1958): pairs of rows are rotated until all are
 * orthogonal; their norms are then the singular values.
 *
 * <p>As accurate as LAPACK's, more so for small values, and needs no native library.
 */
final class JacobiSvd {
  private static final int MOST_SWEEPS = 60;
  private static final double TOLERANCE = 1e-15;

  private final VectorKernel kernel;
  private final int r;
  private final int c;

  /** The rows being made orthogonal, r × c with r ≤ c. */
  private final double[] rows;

  /** The rotations so far, r × r: {@code rows = turns · M}. */
  private final double[] turns;

  private final double[] squares;

  private JacobiSvd(DoubleMatrix matrix, VectorKernel kernel) {
    this.kernel = kernel;
    r = matrix.rows();
    c = matrix.columns();
    rows = matrix.values().clone();
    turns = DoubleMatrix.identity(r).values();
    squares = new double[r];
  }

  static Svd of(DoubleMatrix matrix, VectorKernel kernel) {
    if (matrix.rows() > matrix.columns()) {
      Svd other = of(matrix.transpose(), kernel);
      return new Svd(other.vt().transpose(), other.sigma(), other.u().transpose());
    }
    JacobiSvd svd = new JacobiSvd(matrix, kernel);
    svd.orthogonalise();
    return svd.result();
  }

  private void orthogonalise() {
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < MOST_SWEEPS; sweep++) {
      for (int i = 0; i < r; i++) {
        squares[i] = kernel.dot(rows, i * c, rows, i * c, c);
      }
      rotated = false;
      for (int p = 0; p < r - 1; p++) {
        swapLargestTo(p);
        for (int q = p + 1; q < r; q++) {
          rotated |= rotate(p, q);
        }
      }
    }
  }

  /** De Rijk's pivoting: larger rows first need fewer sweeps. */
  private void swapLargestTo(int p) {
    int largest = p;
    for (int q = p + 1; q < r; q++) {
      if (squares[q] > squares[largest]) {
        largest = q;
      }
    }
    if (largest != p) {
      swap(rows, p * c, largest * c, c);
      swap(turns, p * r, largest * r, r);
      swap(squares, p, largest, 1);
    }
  }

  private static void swap(double[] values, int a, int b, int n) {
    for (int i = 0; i < n; i++) {
      double value = values[a + i];
      values[a + i] = values[b + i];
      values[b + i] = value;
    }
  }

  private boolean rotate(int p, int q) {
    double alpha = squares[p];
    double beta = squares[q];
    double gamma = kernel.dot(rows, p * c, rows, q * c, c);
    if (!(Math.abs(gamma) > TOLERANCE * Math.sqrt(alpha) * Math.sqrt(beta))) {
      return false;
    }
    double zeta = (beta - alpha) / (2 * gamma);
    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = cosine * tangent;
    kernel.rotate(rows, p * c, rows, q * c, c, cosine, sine);
    kernel.rotate(turns, p * r, turns, q * r, r, cosine, sine);
    squares[p] = Math.max(0, alpha - tangent * gamma);
    squares[q] = Math.max(0, beta + tangent * gamma);
    return true;
  }

  private Svd result() {
    double[] norms = new double[r];
    for (int i = 0; i < r; i++) {
      norms[i] = Math.sqrt(kernel.dot(rows, i * c, rows, i * c, c));
    }
    int[] order =
        IntStream.range(0, r)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -norms[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    DoubleMatrix u = DoubleMatrix.zeros(r, r);
    DoubleMatrix sigma = DoubleMatrix.zeros(r, 1);
    DoubleMatrix vt = DoubleMatrix.zeros(r, c);
    double negligible = r == 0 ? 0 : norms[order[0]] * 1e-15 * c;
    for (int k = 0; k < r; k++) {
      int i = order[k];
      sigma.set(k, 0, norms[i]);
      for (int j = 0; j < r; j++) {
        u.set(j, k, turns[i * r + j]);
      }
      if (norms[i] > negligible) {
        kernel.axpy(1 / norms[i], rows, i * c, vt.values(), k * c, c);
      } else {
        complete(vt, k);
      }
    }
    return new Svd(u, sigma, vt);
  }

  /** Gives row k, whose singular value is zero, a direction orthogonal to the rows above it. */
  private void complete(DoubleMatrix vt, int k) {
    double[] v = vt.values();
    for (int axis = k; ; axis = (axis + 1) % c) {
      java.util.Arrays.fill(v, k * c, (k + 1) * c, 0);
      v[k * c + axis] = 1;
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < k; i++) {
          kernel.axpy(-kernel.dot(v, i * c, v, k * c, c), v, i * c, v, k * c, c);
        }
      }
      double norm = Math.sqrt(kernel.dot(v, k * c, v, k * c, c));
      if (norm > 0.5 / Math.sqrt(c)) {
        for (int j = 0; j < c; j++) {
          v[k * c + j] /= norm;
        }
        return;
      }
    }
  }
}
