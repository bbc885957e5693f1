package setu.core.math;

import java.util.SplittableRandom;
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

/** The Vector API kernel beside its scalar twin. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VectorKernelBenchmark {
  /** Which kernel. */
  @Param({"panama", "scalar"})
  String kernel = "";

  /** d. */
  @Param({"100", "300"})
  int dimensions;

  private VectorKernel chosen = VectorKernel.best();
  private float[] a = {};
  private float[] b = {};

  /** Draws two vectors. */
  @Setup
  public void draw() {
    chosen = kernel.equals("scalar") ? new ScalarKernel() : new PanamaKernel();
    SplittableRandom random = new SplittableRandom(42);
    a = new float[dimensions];
    b = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      a[i] = random.nextFloat();
      b[i] = random.nextFloat();
    }
  }

  /**
   * Multiplies the two vectors.
   *
   * @return their inner product
   */
  @Benchmark
  public float dot() {
    return chosen.dot(a, 0, b, 0, dimensions);
  }
}
