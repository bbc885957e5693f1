package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.PreparedBase;

/** {@code setu bench neighbors}: exact top-k search, the base already prepared. */
@Command(
    name = "neighbors",
    description =
        "Exact top-k search of random unit rows, or of the rows of a space, beside the machine's"
            + " own matrix product.")
final class BenchNeighborsCommand implements Callable<Integer> {
  private static final int SINGLE_QUERIES = 25;

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

  @Option(
      names = "--space",
      paramLabel = "FILE",
      description = "Search the rows of this space, for rows drawn evenly from it.")
  private @Nullable Path space;

  @Mixin private BenchSpaces spaces;
  @Mixin private KeptVectors kept;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    NeighborSearches.Choice choice = spaces.choice();
    NeighborSearch search = choice.search();
    FloatMatrix all = space == null ? spaces.rows(base, 1) : spaces.read(space, output);
    FloatMatrix rows = space == null ? spaces.rows(queries, 0) : drawn(all);
    PreparedBase prepared = search.prepare(all);
    OptionalDouble sgemm = SearchReport.sgemmRate(all.columns(), 5);
    Benchmark.Figures figures =
        benchmark.measure(
            "neighbors",
            search.name(),
            search.threads(),
            rows.rows(),
            "queries/s",
            () ->
                search.search(
                    rows, prepared, spaces.k(), output.progress(), output.cancellation()));
    if (kept.wanted()) {
      kept.vectors("base", all, output);
      kept.vectors("queries", rows, output);
      kept.neighbors(
          "neighbors",
          search.search(rows, prepared, spaces.k(), output.progress(), output.cancellation()));
    }
    double operations = 2e-9 * rows.rows() * all.rows() * all.columns();
    new SearchReport(figures, choice.reason(), operations)
        .withSgemm(sgemm)
        .withOneQuery(oneQuery(search, rows, prepared))
        .print(output);
    return ExitCodes.DONE;
  }

  private FloatMatrix drawn(FloatMatrix all) {
    int count = Math.min(queries, all.rows());
    return all.gather(
        IntStream.range(0, count).map(i -> (int) ((long) i * all.rows() / count)).toArray());
  }

  private double oneQuery(NeighborSearch search, FloatMatrix rows, PreparedBase prepared) {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < SINGLE_QUERIES; i++) {
      FloatMatrix query = rows.gather(new int[] {i % rows.rows()});
      long begun = System.nanoTime();
      search.search(query, prepared, spaces.k(), output.progress(), output.cancellation());
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    return Benchmark.median(seconds);
  }
}
