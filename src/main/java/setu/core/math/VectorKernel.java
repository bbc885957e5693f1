package setu.core.math;

import java.lang.foreign.MemorySegment;

/**
 * The inner loops of dense arithmetic, chosen once per process: the Vector API where the machine
 * has it, plain loops elsewhere.
 *
 * <p>Implementations agree up to rounding. All are stateless and safe for any thread.
 */
public interface VectorKernel {
  /** Queries of one group in {@link #panelProduct}: with two vectors of base rows, 12 sums. */
  int GROUP = 6;

  /** Pairs of one call of {@link #pairProducts}: as many sums as hide the delay of one. */
  int PAIRS = 8;

  /** The kernel of this process. */
  static VectorKernel best() {
    return KernelChoice.KERNEL;
  }

  /** Plain loops, wherever Java runs. */
  static VectorKernel scalar() {
    return new ScalarKernel();
  }

  /** Whether it uses the processor's vectors. */
  default boolean vectorised() {
    return true;
  }

  /** The kernel's name: {@code panama-512}, {@code scalar}. */
  String name();

  /** Base rows of one panel, at most 64: two vectors. */
  int panelWidth();

  /** Σ a·b over {@code n} floats from the offsets. */
  float dot(float[] a, int aFrom, float[] b, int bFrom, int n);

  /** Row i of {@code a} times row j of {@code b}, of equal length. */
  float dot(FloatMatrix a, int i, FloatMatrix b, int j);

  /** {@code y += factor · x} over {@code n} floats from the offsets. */
  void axpy(float factor, float[] x, int xFrom, float[] y, int yFrom, int n);

  /** {@code x *= factor} over {@code n} floats from the offset. */
  void scale(float factor, float[] x, int from, int n);

  /** Multiplies a row of {@code matrix}. */
  void scaleRow(float factor, FloatMatrix matrix, int row);

  /** The Euclidean norm of {@code n} floats from the offset. */
  default float norm(float[] x, int from, int n) {
    return (float) Math.sqrt(dot(x, from, x, from, n));
  }

  /** The Euclidean norm of a row. */
  default float rowNorm(FloatMatrix matrix, int row) {
    return (float) Math.sqrt(dot(matrix, row, matrix, row));
  }

  /** Σ a·b over {@code n} doubles from the offsets. */
  double dot(double[] a, int aFrom, double[] b, int bFrom, int n);

  /** {@code y += factor · x} over {@code n} doubles from the offsets. */
  void axpy(double factor, double[] x, int xFrom, double[] y, int yFrom, int n);

  /**
   * {@code y[yFrom + j] += Σ_r factors[r] · x[r·n + j]} for the eight rows of {@code x}, 8 × n.
   *
   * @param factors eight of them
   */
  void axpy8(double[] factors, double[] x, double[] y, int yFrom, int n);

  /** The plane rotation {@code (a, b) := (cosine·a − sine·b, sine·a + cosine·b)}. */
  void rotate(double[] a, int aFrom, double[] b, int bFrom, int n, double cosine, double sine);

  /**
   * Inner products of {@link #GROUP} queries with a panel of base rows.
   *
   * <p>Each is summed in the order of its dimensions, so that it is the same float wherever its row
   * lies and whichever of the two is the query.
   *
   * @param group the queries, interleaved: dimension k of query q at {@code k · GROUP + q}
   * @param block packed base rows
   * @param from where the panel begins: dimension k of row c at {@code from + k · width + c}
   * @param dimensions d
   * @param tile receives the products, {@code GROUP × width}
   */
  void panelProduct(float[] group, float[] block, int from, int dimensions, float[] tile);

  /** {@code tile[q · width + c] += bias[from + c]} for every query q of a tile. */
  void addBias(float[] tile, float[] bias, int from);

  /** Bit c is set where {@code tile[from + c] ≥ threshold}; never for NaN. Width bits. */
  long atLeast(float[] tile, int from, float threshold);

  /** Bit c is set where {@code tile[from + c] ≥ thresholds[at + c]}; never for NaN. Width bits. */
  long atLeast(float[] tile, int from, float[] thresholds, int at);

  /**
   * Inner products of up to {@link #PAIRS} pairs of rows, each the very float that {@link
   * #panelProduct} gives for its pair.
   *
   * @param left one row of each pair, {@code PAIRS × dimensions}
   * @param right the other
   * @param products receives {@code PAIRS} of them
   */
  void pairProducts(float[] left, float[] right, int dimensions, float[] products);

  /**
   * Finds the places of one line of 32-bit integers that reach a threshold: {@code c} with {@code
   * values[c] + shifts[c] ≥ threshold} or {@code ≥ thresholds[c]}.
   *
   * @param values native memory
   * @param offset where the line begins, in bytes
   * @param count its length
   * @param found receives the places, ascending; at least {@code count} long
   * @return how many were found
   */
  int atLeast(
      MemorySegment values,
      long offset,
      int count,
      int[] shifts,
      int threshold,
      int[] thresholds,
      int[] found);

  /** {@code sums[at + c] += exp(factor · tile[from + c] + shift)} for a panel's width. */
  void addExponentials(float[] tile, int from, float factor, float shift, float[] sums, int at);
}
