package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;

/** {@code setu bench csls}: r(·) of both whole spaces in one exact pass. */
@Command(
    name = "csls",
    description = "r(.) of CSLS over two whole spaces of random unit rows, both sides in one pass.")
final class BenchCslsCommand implements Callable<Integer> {
  @Option(
      names = "--source-rows",
      paramLabel = "N",
      defaultValue = "50000",
      description = "Rows of the source space (default: ${DEFAULT-VALUE}).")
  private int sourceRows;

  @Option(
      names = "--target-rows",
      paramLabel = "M",
      defaultValue = "36000",
      description = "Rows of the target space (default: ${DEFAULT-VALUE}).")
  private int targetRows;

  @Mixin private BenchSpaces spaces;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    NeighborSearch search = spaces.search();
    FloatMatrix source = spaces.rows(sourceRows, 0);
    PreparedBase target = search.prepare(spaces.rows(targetRows, 1));
    double products = 2e-9 * sourceRows * targetRows * spaces.dimensions();
    Benchmark.Figures figures =
        benchmark.measure(
            "csls",
            search.name(),
            search.threads(),
            products,
            "GFLOP/s",
            () ->
                LocalScaling.exact(
                    source, target, spaces.k(), search, output.progress(), output.cancellation()));
    Benchmark.print(figures, output);
    return ExitCodes.DONE;
  }
}
