package setu.cli;

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
      names = "-k",
      paramLabel = "K",
      defaultValue = "10",
      description = "Neighbours of each row (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "auto",
      description = "auto, int8, panama, scalar or nd4j (default: ${DEFAULT-VALUE}).")
  private String engine;

  @Mixin private BenchDirections directions;
  @Mixin private CommonOptions.Threads threads;

  int k() {
    return k;
  }

  int dimensions() {
    return directions.dimensions();
  }

  NeighborSearch search() {
    return NeighborSearches.named(engine, threads.count())
        .orElseThrow(
            () ->
                CommonOptions.usage(
                    command, "--engine takes auto, panama, scalar and nd4j, not '" + engine + "'"));
  }

  /** Random directions, as {@link BenchDirections#rows} makes them. */
  FloatMatrix rows(int rows, int stream) {
    if (k < 1) {
      throw CommonOptions.usage(command, "sizes must be at least 1");
    }
    return directions.rows(rows, stream);
  }
}
