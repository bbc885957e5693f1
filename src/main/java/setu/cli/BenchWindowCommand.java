package setu.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code setu bench window}: how long the window's thread is away. */
@Command(
    name = "window",
    description =
        "Walk through every place of the window on the sample and time how long its thread does"
            + " not answer: each time that is longer than a frame of 16 ms.")
final class BenchWindowCommand implements Callable<Integer> {
  private final Window window;

  @Mixin private Output output = new Output();

  @Option(
      names = "--pause",
      paramLabel = "MS",
      defaultValue = "1500",
      description = "Milliseconds to let each step come to rest (default: ${DEFAULT-VALUE}).")
  private int pause;

  BenchWindowCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    WindowWaits.print(
        "window", "sample", window.walk(Duration.ofMillis(Math.max(0, pause))), output);
    return ExitCodes.DONE;
  }
}
