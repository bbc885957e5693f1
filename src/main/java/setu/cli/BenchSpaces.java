package setu.cli;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;

/** Random unit rows and the engine to search them with. */
final class BenchSpaces {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--dimensions",
      paramLabel = "D",
      defaultValue = "300",
      description = "Dimensions (default: ${DEFAULT-VALUE}).")
  private int dimensions;

  @Option(
      names = "-k",
      paramLabel = "K",
      defaultValue = "10",
      description = "Neighbours of each row (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "auto, panama, scalar or nd4j (default: ${DEFAULT-VALUE}).")
  private String engine;

  @Mixin private CommonOptions.Threads threads;
  @Mixin private CommonOptions.Seed seed;

  int k() {
    return k;
  }

  int dimensions() {
    return dimensions;
  }

  NeighborSearch search() {
    return NeighborSearches.named(engine, threads.count())
        .orElseThrow(
            () ->
                CommonOptions.usage(
                    command, "--engine takes auto, panama, scalar and nd4j, not '" + engine + "'"));
  }

  /**
   * {@code rows} random directions; {@code stream} tells one matrix of a benchmark from another.
   */
  FloatMatrix rows(int rows, int stream) {
    if (rows < 1 || dimensions < 1 || k < 1) {
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
