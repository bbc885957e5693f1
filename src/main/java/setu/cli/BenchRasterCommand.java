package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.math.Parallel;

/** {@code setu bench raster}: drawing the points of the map, a frame of 1200 × 800 pixels. */
@Command(name = "raster", description = "Draw the map's points, 1200 x 800 pixels.")
final class BenchRasterCommand implements Callable<Integer> {
  private static final long SEED = 42;

  /** As many frames as the compiler needs to see, before the first that counts. */
  private static final int WARM_UP = 60;

  private final Window window;

  @Spec private CommandSpec command;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "86000",
      description = "Points (default: ${DEFAULT-VALUE}).")
  private int points;

  @Mixin private Benchmark benchmark = new Benchmark();
  @Mixin private Output output = new Output();

  BenchRasterCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    if (points < 1) {
      throw CommonOptions.usage(command, "--points must be at least 1, not " + points);
    }
    Runnable frame = window.frame(points, SEED);
    for (int i = 0; i < WARM_UP; i++) {
      frame.run();
    }
    Benchmark.print(
        benchmark.measure(
            "raster", "java", Math.min(8, Parallel.processors()), points, "points/s", frame),
        output);
    return ExitCodes.DONE;
  }
}
