package setu.core.math;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How fast rows come off the heap: one pass over a matrix, row by row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FloatMatrixBenchmark {
  /** d. */
  @Param({"100", "300"})
  int dimensions;

  private static final int ROWS = 10_000;
  private FloatMatrix matrix = FloatMatrix.zeros(0, 0);
  private float[] row = {};

  /** Makes the matrix and a row to read into. */
  @Setup
  public void make() {
    matrix = FloatMatrix.zeros(ROWS, dimensions);
    row = new float[dimensions];
  }

  /**
   * Copies every row to the heap.
   *
   * @return a sum, so that nothing is optimised away
   */
  @Benchmark
  public float readRows() {
    float sum = 0;
    for (int i = 0; i < ROWS; i++) {
      matrix.getRow(i, row);
      sum += row[0];
    }
    return sum;
  }
}
