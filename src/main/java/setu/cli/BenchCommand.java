package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setu bench}: the repeatable benchmarks behind the README's figures. */
@Command(
    name = "bench",
    description = "Repeatable benchmarks: a warm-up, then the median of several runs.")
final class BenchCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    throw new ParameterException(command.commandLine(), "Which benchmark?");
  }
}
