package setu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  @Mixin private SampleFiles files;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private Output output;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "120000",
      description =
          "Pairs in the dictionary: those of --anchors, and made-up ones up to so many (default:"
              + " ${DEFAULT-VALUE}).")
  private int pairs;

  BenchAnchorsCommand(Window window) {
    this.window = window;
  }

  @Override
  public Integer call() {
    if (pairs < 1) {
      throw CommonOptions.usage(command, "--pairs must be at least 1");
    }
    List<Path> four = List.of(files.source(), files.target(), files.anchors(), files.test());
    WindowWaits.print("anchors", files.name(), window.table(four, pairs, seed.value()), output);
    return ExitCodes.DONE;
  }
}
