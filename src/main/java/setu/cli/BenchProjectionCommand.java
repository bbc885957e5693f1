package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.math.FloatMatrix;
import setu.core.math.Parallel;
import setu.core.projection.Projector;
import setu.core.projection.Projectors;

/** {@code setu bench projection}: laying random directions out in two dimensions. */
@Command(name = "projection", description = "Lay random unit rows out in two dimensions.")
final class BenchProjectionCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--method",
      paramLabel = "pca|tsne|umap",
      defaultValue = "pca",
      description = "The method (default: ${DEFAULT-VALUE}).")
  private String method;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Points (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Mixin private BenchSpaces spaces;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (!Projectors.names().contains(method)) {
      throw CommonOptions.usage(command, "--method takes pca, tsne and umap, not " + method);
    }
    FloatMatrix vectors = spaces.rows(rows, 0);
    Projector projector = Projectors.byName(method);
    Benchmark.print(
        benchmark.measure(
            "projection",
            method,
            Parallel.processors(),
            rows,
            "points/s",
            () -> projector.project(vectors, 2, 42, output.progress(), output.cancellation())),
        output);
    return ExitCodes.DONE;
  }
}
