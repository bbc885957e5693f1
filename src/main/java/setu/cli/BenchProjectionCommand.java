package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.projection.Projector;

/** {@code setu bench projection}: laying random directions out in two dimensions. */
@Command(name = "projection", description = "Lay random unit rows out in two dimensions.")
final class BenchProjectionCommand implements Callable<Integer> {
  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Points (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Mixin private LayoutOptions layout;
  @Mixin private BenchDirections directions;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Projector projector = layout.projector();
    FloatMatrix vectors = directions.rows(rows, 0);
    Benchmark.print(
        benchmark.measure(
            "projection-" + layout.method(),
            layout.engine(),
            Parallel.processors(),
            rows,
            "points/s",
            () -> projector.project(vectors, 2, 42, output.progress(), output.cancellation())),
        output);
    return ExitCodes.DONE;
  }
}
