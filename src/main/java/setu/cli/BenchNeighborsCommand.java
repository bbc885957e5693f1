package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.PreparedBase;

/** {@code setu bench neighbors}: exact top-k search, the base already prepared. */
@Command(name = "neighbors", description = "Exact top-k search of random unit rows.")
final class BenchNeighborsCommand implements Callable<Integer> {
  @Option(
      names = "--base",
      paramLabel = "M",
      defaultValue = "200000",
      description = "Rows to search in (default: ${DEFAULT-VALUE}).")
  private int base;

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Rows to search for (default: ${DEFAULT-VALUE}).")
  private int queries;

  @Mixin private BenchSpaces spaces;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    NeighborSearch search = spaces.search();
    FloatMatrix rows = spaces.rows(queries, 0);
    PreparedBase prepared = search.prepare(spaces.rows(base, 1));
    Benchmark.Figures figures =
        benchmark.measure(
            "neighbors",
            search.name(),
            search.threads(),
            queries,
            "queries/s",
            () ->
                search.search(
                    rows, prepared, spaces.k(), output.progress(), output.cancellation()));
    Benchmark.print(figures, output);
    return ExitCodes.DONE;
  }
}
