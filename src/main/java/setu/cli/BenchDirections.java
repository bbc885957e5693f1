package setu.cli;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.math.FloatMatrix;

/** Random unit rows. */
final class BenchDirections {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--dimensions",
      paramLabel = "D",
      defaultValue = "300",
      description = "Dimensions (default: ${DEFAULT-VALUE}).")
  private int dimensions;

  @Mixin private CommonOptions.Seed seed;

  int dimensions() {
    return dimensions;
  }

  /**
   * {@code rows} random directions; {@code stream} tells one matrix of a benchmark from another.
   */
  FloatMatrix rows(int rows, int stream) {
    if (rows < 1 || dimensions < 1) {
      throw CommonOptions.usage(command, "sizes must be at least 1");
    }
    RandomGenerator random =
        RandomGeneratorFactory.of("L64X128MixRandom").create(seed.value() + stream);
    FloatMatrix matrix = FloatMatrix.zeros(rows, dimensions);
    float[] row = new float[dimensions];
    for (int i = 0; i < rows; i++) {
      double square = 0;
      for (int j = 0; j < dimensions; j++) {
        row[j] = (float) random.nextGaussian();
        square += (double) row[j] * row[j];
      }
      float factor = (float) (1 / Math.sqrt(square));
      for (int j = 0; j < dimensions; j++) {
        row[j] *= factor;
      }
      matrix.setRow(i, row);
    }
    return matrix;
  }
}
