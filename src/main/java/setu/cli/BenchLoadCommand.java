package setu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import setu.core.space.EmbeddingSpace;

/** {@code setu bench load}: reading a file of vectors, from its bytes to the finished space. */
@Command(name = "load", description = "Read a space from its file.")
final class BenchLoadCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A space.")
  private Path file;

  @Mixin private CommonOptions.OneSpace reading;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  @Override
  public Integer call() {
    EmbeddingSpace space = reading.read(file, output);
    Benchmark.Figures figures =
        benchmark.measure(
            "load",
            space.report().format(),
            reading.threads(),
            space.rows(),
            "rows/s",
            () -> reading.read(file, output));
    Benchmark.print(figures, output);
    return ExitCodes.DONE;
  }
}
