package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code setu bench window}: how long the window's thread is away. */
@Command(
    name = "window",
    description =
        "Walk through every place of the window on the sample and time how long its thread does"
            + " not answer: each time that is longer than a frame of 16 ms.")
final class BenchWindowCommand implements Callable<Integer> {
  private final Window window;

  @Mixin private Output output = new Output();

  BenchWindowCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    WindowWaits.print("window", "sample", window.walk(), output);
    return ExitCodes.DONE;
  }
}
