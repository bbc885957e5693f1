package setu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport;

/** {@code setu bench load}: reading a file of vectors, from its bytes to the finished space. */
@Command(name = "load", description = "Read a space from its file.")
final class BenchLoadCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A space.")
  private Path file;

  @Option(
      names = "--cached",
      description = "Time the second opening, from the memory-mapped cache.")
  private boolean cached;

  @Mixin private CommonOptions.OneSpace reading;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    LoadReport report = read().report();
    if (cached) {
      report = read().report();
    }
    Benchmark.Figures figures =
        benchmark.measure(
            "load",
            report.format() + (report.origin() == LoadReport.Origin.CACHE ? ", cached" : ""),
            reading.threads(),
            report.rows(),
            "rows/s",
            this::read);
    Benchmark.print(figures, output);
    return ExitCodes.DONE;
  }

  private EmbeddingSpace read() {
    return cached ? reading.read(file, output) : reading.readUncached(file, output);
  }
}
