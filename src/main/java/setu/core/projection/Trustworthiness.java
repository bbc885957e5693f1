package setu.core.projection;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import setu.core.math.FloatMatrix;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;

/**
 * How far a layout can be trusted (Venna and Kaski 2006): trustworthiness falls when points that
 * are not neighbours in the space are drawn as neighbours, continuity when neighbours are drawn
 * apart. Both are 1 at best; about 0.5 for a layout by chance.
 *
 * <p>Neighbours in the space are by cosine, in the layout by distance; ties go to the lower index.
 * Up to {@value #EXACT} points all are measured; of more, a seeded sample of {@value #SAMPLE},
 * ranked among all.
 */
public final class Trustworthiness {
  /** The neighbours looked at by default. */
  public static final int NEIGHBORHOOD = 12;

  /** All points are measured up to so many. */
  public static final int EXACT = 12_000;

  /** So many are measured of more. */
  public static final int SAMPLE = 2_000;

  private static final int BLOCK = 512;

  private final double[] trust;
  private final double[] continuity;
  private final int measured;
  private final double meanTrust;
  private final double meanContinuity;

  private Trustworthiness(double[] trust, double[] continuity, int measured) {
    this.trust = trust;
    this.continuity = continuity;
    this.measured = measured;
    this.meanTrust = mean(trust);
    this.meanContinuity = mean(continuity);
  }

  /** The mean over all points measured. */
  public double trustworthiness() {
    return meanTrust;
  }

  /** The mean over all points measured. */
  public double continuity() {
    return meanContinuity;
  }

  /** A point's part in the trustworthiness; NaN where it was not measured. */
  public double trustworthiness(int point) {
    return trust[point];
  }

  /** A point's part in the continuity; NaN where it was not measured. */
  public double continuity(int point) {
    return continuity[point];
  }

  /** How many points were measured. */
  public int measured() {
    return measured;
  }

  /** At {@link #NEIGHBORHOOD} neighbours, or fewer where there are too few points. */
  public static Trustworthiness of(
      FloatMatrix vectors,
      FloatMatrix coordinates,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    int most = Math.max(1, (vectors.rows() - 1) / 2);
    int k = Math.min(NEIGHBORHOOD, most);
    return of(vectors, coordinates, k, seed, progress, cancellation);
  }

  /**
   * Measures a layout.
   *
   * @param vectors n × d
   * @param coordinates n × 2 or n × 3
   * @param k neighbours looked at, below n / 2
   */
  public static Trustworthiness of(
      FloatMatrix vectors,
      FloatMatrix coordinates,
      int k,
      long seed,
      Progress progress,
      Cancellation cancellation) {
    int n = vectors.rows();
    if (coordinates.rows() != n || k < 1 || (n > 2 && 2 * k >= n)) {
      throw new IllegalArgumentException(vectors + ", " + coordinates + ", k = " + k);
    }
    double[] trust = new double[n];
    double[] continuity = new double[n];
    int[] points =
        n <= EXACT ? IntStream.range(0, n).toArray() : sample(n, seed, trust, continuity);
    progress.begin(Phase.TRUST, points.length);
    if (n <= 2) {
      Arrays.fill(trust, 1);
      Arrays.fill(continuity, 1);
      return new Trustworthiness(trust, continuity, n);
    }
    Columns space = Columns.ofUnitRows(vectors);
    Columns layout = Columns.of(coordinates);
    double worst = 2.0 / (k * (2.0 * n - 3.0 * k - 1));
    IntStream.range(0, Math.ceilDiv(points.length, 16))
        .parallel()
        .forEach(
            block -> {
              cancellation.check();
              Ranks inSpace = new Ranks(n, k);
              Ranks inLayout = new Ranks(n, k);
              int to = Math.min(points.length, 16 * (block + 1));
              for (int p = 16 * block; p < to; p++) {
                int i = points[p];
                space.products(i, inSpace.distance);
                inSpace.negate(i);
                layout.squaredDistances(i, inLayout.distance);
                inLayout.setSelf(i);
                inSpace.findNearest();
                inLayout.findNearest();
                trust[i] = 1 - worst * inSpace.penalty(inLayout.nearest);
                continuity[i] = 1 - worst * inLayout.penalty(inSpace.nearest);
              }
              progress.advance(to - 16L * block);
            });
    return new Trustworthiness(trust, continuity, points.length);
  }

  /** A sample without repetition; the rest becomes NaN. */
  private static int[] sample(int n, long seed, double[] trust, double[] continuity) {
    Arrays.fill(trust, Double.NaN);
    Arrays.fill(continuity, Double.NaN);
    int[] all = IntStream.range(0, n).toArray();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < SAMPLE; i++) {
      int j = random.nextInt(i, n);
      int swapped = all[i];
      all[i] = all[j];
      all[j] = swapped;
    }
    return IntStream.of(all).limit(SAMPLE).sorted().toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    int count = 0;
    for (double value : values) {
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Distances from one point to all, and the ranks they make. */
  private static final class Ranks {
    private final float[] distance;
    private final int[] nearest;

    Ranks(int n, int k) {
      distance = new float[n];
      nearest = new int[k];
    }

    void negate(int self) {
      for (int j = 0; j < distance.length; j++) {
        distance[j] = -distance[j];
      }
      setSelf(self);
    }

    /** No point is its own neighbour. */
    void setSelf(int self) {
      distance[self] = Float.POSITIVE_INFINITY;
    }

    /** The k nearest by insertion: few candidates beat the k-th. */
    void findNearest() {
      int k = nearest.length;
      int found = 0;
      for (int j = 0; j < distance.length; j++) {
        if (found == k && !(distance[j] < distance[nearest[k - 1]])) {
          continue;
        }
        int at = found < k ? found++ : k - 1;
        while (at > 0 && distance[j] < distance[nearest[at - 1]]) {
          nearest[at] = nearest[at - 1];
          at--;
        }
        nearest[at] = j;
      }
    }

    /** Σ (rank − k) over those of {@code others} that are not among the k nearest here. */
    double penalty(int[] others) {
      double sum = 0;
      for (int other : others) {
        int rank = rank(other);
        if (rank > nearest.length) {
          sum += rank - nearest.length;
        }
      }
      return sum;
    }

    /** From 1; counted only where it is above k. */
    private int rank(int point) {
      for (int r = 0; r < nearest.length; r++) {
        if (nearest[r] == point) {
          return r + 1;
        }
      }
      float own = distance[point];
      int closer = 1;
      for (int j = 0; j < point; j++) {
        closer += distance[j] <= own ? 1 : 0;
      }
      for (int j = point + 1; j < distance.length; j++) {
        closer += distance[j] < own ? 1 : 0;
      }
      return closer;
    }
  }

  /** A matrix by columns, so that the loop over all points is one the compiler vectorises. */
  private static final class Columns {
    private final float[][] columns;

    private Columns(float[][] columns) {
      this.columns = columns;
    }

    static Columns of(FloatMatrix matrix) {
      return of(matrix, false);
    }

    static Columns ofUnitRows(FloatMatrix matrix) {
      return of(matrix, true);
    }

    private static Columns of(FloatMatrix matrix, boolean unit) {
      int n = matrix.rows();
      int d = matrix.columns();
      float[][] columns = new float[d][n];
      float[] row = new float[d];
      for (int i = 0; i < n; i++) {
        matrix.getRow(i, row);
        float scale = unit ? inverseNorm(row) : 1;
        for (int c = 0; c < d; c++) {
          columns[c][i] = row[c] * scale;
        }
      }
      return new Columns(columns);
    }

    private static float inverseNorm(float[] row) {
      double square = 0;
      for (float value : row) {
        square += (double) value * value;
      }
      return square == 0 ? 0 : (float) (1 / Math.sqrt(square));
    }

    void products(int i, float[] into) {
      for (int from = 0; from < into.length; from += BLOCK) {
        int to = Math.min(into.length, from + BLOCK);
        Arrays.fill(into, from, to, 0);
        int c = 0;
        for (; c + 3 < columns.length; c += 4) {
          addFour(i, c, from, to, into);
        }
        for (; c < columns.length; c++) {
          float[] column = columns[c];
          float own = column[i];
          for (int j = from; j < to; j++) {
            into[j] += own * column[j];
          }
        }
      }
    }

    private void addFour(int i, int c, int from, int to, float[] into) {
      float[] a = columns[c];
      float[] b = columns[c + 1];
      float[] e = columns[c + 2];
      float[] f = columns[c + 3];
      float ai = a[i];
      float bi = b[i];
      float ei = e[i];
      float fi = f[i];
      for (int j = from; j < to; j++) {
        into[j] += ai * a[j] + bi * b[j] + ei * e[j] + fi * f[j];
      }
    }

    void squaredDistances(int i, float[] into) {
      Arrays.fill(into, 0);
      for (float[] column : columns) {
        float own = column[i];
        for (int j = 0; j < into.length; j++) {
          float difference = column[j] - own;
          into[j] += difference * difference;
        }
      }
    }
  }

  @Override
  public String toString() {
    return "trustworthiness " + meanTrust + ", continuity " + meanContinuity;
  }
}
