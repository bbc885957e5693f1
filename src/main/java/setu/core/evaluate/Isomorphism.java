package setu.core.evaluate;

import java.util.Arrays;
import setu.core.math.DoubleMatrix;
import setu.core.math.FloatMatrix;
import setu.core.math.LinearAlgebra;
import setu.core.math.SymmetricEigen;

/**
 * How alike the shapes of two spaces are, over words that translate each other: row i of {@code x}
 * (n × d) and of {@code z} (n × d′), all of unit length. Nothing here depends on a mapping.
 */
public final class Isomorphism {
  /** Neighbours in the graphs of {@link #eigenvectorSimilarity} and {@link #neighborOverlap}. */
  public static final int NEIGHBORS = 10;

  /** Words in the graphs of {@link #eigenvectorSimilarity}. */
  private static final int GRAPH_WORDS = 300;

  /** Of the sum of eigenvalues, the part that is compared. */
  private static final double PART = 0.9;

  private final double[][] x;
  private final double[][] z;
  private final FloatMatrix xRows;
  private final FloatMatrix zRows;

  /** Two lists of unit rows, equally long. */
  public Isomorphism(FloatMatrix x, FloatMatrix z) {
    if (x.rows() != z.rows()) {
      throw new IllegalArgumentException(x + " and " + z + " differ in rows");
    }
    xRows = x;
    zRows = z;
    this.x = cosines(x);
    this.z = cosines(z);
  }

  private static double[][] cosines(FloatMatrix rows) {
    FloatMatrix product = LinearAlgebra.multiplyTransposed(rows, rows);
    double[][] cosines = new double[rows.rows()][rows.rows()];
    float[] line = new float[rows.rows()];
    for (int i = 0; i < cosines.length; i++) {
      product.getRow(i, line);
      for (int j = 0; j < line.length; j++) {
        cosines[i][j] = line[j];
      }
    }
    return cosines;
  }

  /**
   * Relational similarity (Vulić et al. 2020): Pearson's correlation of the cosines of all pairs of
   * words in one space with those in the other, −1 to 1.
   */
  public double relationalSimilarity() {
    double n = 0;
    double a = 0;
    double b = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        n++;
        a += x[i][j];
        b += z[i][j];
        aa += x[i][j] * x[i][j];
        bb += z[i][j] * z[i][j];
        ab += x[i][j] * z[i][j];
      }
    }
    return (ab - a * b / n) / Math.sqrt((aa - a * a / n) * (bb - b * b / n));
  }

  /**
   * Eigenvector similarity (Søgaard et al. 2018): {@code Σᵢ (λᵢ − λ′ᵢ)²} over the k largest
   * eigenvalues of the Laplacians of both nearest-neighbour graphs, k the smaller number that makes
   * 90 % of a spectrum's sum. 0 for isospectral graphs; larger is less alike. The first 300 words.
   */
  public double eigenvectorSimilarity() {
    double[] one = laplacianSpectrum(x);
    double[] other = laplacianSpectrum(z);
    int k = Math.min(leading(one), leading(other));
    double sum = 0;
    for (int i = 0; i < k; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  private static int leading(double[] values) {
    double total = Arrays.stream(values).sum();
    double sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += values[k];
      if (sum >= PART * total) {
        return k + 1;
      }
    }
    return values.length;
  }

  private static double[] laplacianSpectrum(double[][] cosines) {
    int n = Math.min(cosines.length, GRAPH_WORDS);
    DoubleMatrix laplacian = DoubleMatrix.zeros(n, n);
    for (int i = 0; i < n; i++) {
      for (int j : nearest(cosines[i], i, n)) {
        if (laplacian.get(i, j) == 0) {
          laplacian.set(i, j, -1);
          laplacian.set(j, i, -1);
          laplacian.set(i, i, laplacian.get(i, i) + 1);
          laplacian.set(j, j, laplacian.get(j, j) + 1);
        }
      }
    }
    SymmetricEigen eigen = LinearAlgebra.symmetricEigen(laplacian);
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = Math.max(0, eigen.value(i));
    }
    return values;
  }

  /** The nearest of the first {@code n} words; equal cosines go to the lower index. */
  private static int[] nearest(double[] cosines, int self, int n) {
    return java.util.stream.IntStream.range(0, n)
        .filter(j -> j != self)
        .boxed()
        .sorted((a, b) -> Double.compare(cosines[b], cosines[a]))
        .limit(NEIGHBORS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The mean Jaccard index of each word's nearest words in both spaces, 0 to 1. */
  public double neighborOverlap() {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      int[] one = nearest(x[i], i, x.length);
      int[] other = nearest(z[i], i, z.length);
      Arrays.sort(other);
      long both = Arrays.stream(one).filter(j -> Arrays.binarySearch(other, j) >= 0).count();
      double either = one.length + other.length - both;
      sum += either == 0 ? 0 : both / either;
    }
    return sum / x.length;
  }

  /**
   * A lower bound of the Gromov–Hausdorff distance: half the bottleneck distance of the persistence
   * diagrams of connected components (Chazal et al. 2009), whose deaths are the edges of the
   * minimum spanning tree in Euclidean distance. 0 for isometric spaces.
   */
  public double gromovHausdorffBound() {
    return bottleneck(spanningTree(x), spanningTree(z)) / 2;
  }

  /** The edges of the minimum spanning tree (Prim 1957), longest first. */
  static double[] spanningTree(double[][] cosines) {
    int n = cosines.length;
    double[] distance = new double[n];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    boolean[] inTree = new boolean[n];
    double[] edges = new double[Math.max(0, n - 1)];
    int last = 0;
    for (int step = 0; step < n - 1; step++) {
      inTree[last] = true;
      int next = -1;
      for (int j = 0; j < n; j++) {
        if (!inTree[j]) {
          double d = Math.sqrt(Math.max(0, 2 - 2 * cosines[last][j]));
          distance[j] = Math.min(distance[j], d);
          next = next < 0 || distance[j] < distance[next] ? j : next;
        }
      }
      edges[step] = distance[next];
      last = next;
    }
    Arrays.sort(edges);
    for (int i = 0; i < edges.length / 2; i++) {
      double swap = edges[i];
      edges[i] = edges[edges.length - 1 - i];
      edges[edges.length - 1 - i] = swap;
    }
    return edges;
  }

  /**
   * The bottleneck distance of two diagrams whose points are all born at 0: the longest are matched
   * in order, the others go to the diagonal at half their length.
   */
  static double bottleneck(double[] one, double[] other) {
    double best = Double.POSITIVE_INFINITY;
    double matched = 0;
    for (int j = 0; j <= Math.min(one.length, other.length); j++) {
      double rest = Math.max(j < one.length ? one[j] / 2 : 0, j < other.length ? other[j] / 2 : 0);
      best = Math.min(best, Math.max(matched, rest));
      if (j < Math.min(one.length, other.length)) {
        matched = Math.max(matched, Math.abs(one[j] - other[j]));
      }
    }
    return best;
  }

  /**
   * Linear CKA (Kornblith et al. 2019): {@code ‖ZᵀX‖² / (‖XᵀX‖·‖ZᵀZ‖)} of centred rows, 0 to 1. It
   * does not change under rotation and scaling.
   */
  public double linearCka() {
    var center = setu.core.space.Normalization.parse("center");
    FloatMatrix a = center.apply(xRows);
    FloatMatrix b = center.apply(zRows);
    double across = LinearAlgebra.crossCovariance(b, a).norm();
    double own =
        LinearAlgebra.crossCovariance(a, a).norm() * LinearAlgebra.crossCovariance(b, b).norm();
    return across * across / own;
  }
}
