package setu.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code setu anchors}: dictionary work without the window. */
@Command(
    name = "anchors",
    subcommands = {
      AnchorsCheckCommand.class,
      AnchorsCleanCommand.class,
      AnchorsMergeCommand.class,
      AnchorsPullCommand.class,
      AnchorsReduceCommand.class,
      AnchorsImportCommand.class,
      AnchorsExportCommand.class,
      AnchorsLogCommand.class,
      AnchorsRevertCommand.class,
      AnchorsAgreementCommand.class,
      AnchorsAdjudicateCommand.class,
      AnchorsStatsCommand.class,
      AnchorsTimelineCommand.class
    },
    description = "Check, merge, import and export dictionaries; a project's log and counts.")
final class AnchorsCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    throw new ParameterException(command.commandLine(), "What is to be done with anchors?");
  }
}
