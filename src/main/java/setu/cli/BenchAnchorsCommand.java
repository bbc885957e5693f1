package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code setu bench anchors}: how long the window's thread is away over a large dictionary. */
@Command(
    name = "anchors",
    description =
        "Go down, judge, take back, group, sort and filter in the table of a large dictionary, and"
            + " time how long the window's thread does not answer: each time that is longer than a"
            + " frame of 16 ms; by default on the shipped sample, its dictionary filled up with"
            + " made-up pairs.")
final class BenchAnchorsCommand implements Callable<Integer> {
  private final Window window;

  @Spec private CommandSpec command;
  @Mixin private LargeDictionary dictionary;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private Output output;

  BenchAnchorsCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    if (dictionary.pairs() < 1) {
      throw CommonOptions.usage(command, "--pairs must be at least 1");
    }
    WindowWaits.print(
        "anchors",
        dictionary.name(),
        window.table(dictionary.files(), dictionary.pairs(), seed.value()),
        output);
    return ExitCodes.DONE;
  }
}
