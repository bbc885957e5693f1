package setu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborGraph;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;

/** {@code setu bench graph}: the nearest neighbours of every row of a space, by exact search. */
@Command(
    name = "graph",
    description = "The graph of nearest neighbours that layouts share, of random rows or a space.")
final class BenchGraphCommand implements Callable<Integer> {
  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "50000",
      description = "Random rows (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(names = "--space", paramLabel = "FILE", description = "The rows of this space instead.")
  private @Nullable Path space;

  @Mixin private BenchSpaces spaces;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    NeighborSearches.Choice choice = spaces.choice();
    NeighborSearch search = choice.search();
    FloatMatrix all = space == null ? spaces.rows(rows, 0) : spaces.read(space, output);
    Benchmark.Figures figures =
        benchmark.measure(
            "graph",
            search.name(),
            search.threads(),
            all.rows(),
            "rows/s",
            () ->
                NeighborGraph.of(
                    all, spaces.k(), search, output.progress(), output.cancellation()));
    double operations = 2e-9 * all.rows() * all.rows() * all.columns();
    new SearchReport(figures, choice.reason(), operations).print(output);
    return ExitCodes.DONE;
  }
}
