package setu.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.message.Messages;

/** How a command answers: the mixin every command takes. */
final class Output {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(names = "--json", description = "Print one JSON document and nothing else.")
  private boolean json;

  @Option(
      names = "--progress",
      description = "Show progress on standard error even where that is no terminal.")
  private boolean progress;

  private @Nullable TerminalProgress shown;

  /** Whether the answer is wanted as JSON. */
  boolean json() {
    return json;
  }

  /** What Ctrl-C sets. */
  Cancellation cancellation() {
    return console().cancellation();
  }

  /** The language of faults and progress. */
  Messages messages() {
    return console().messages();
  }

  /** Shows on standard error how far the work is, where that is a terminal or was asked for. */
  Progress progress() {
    Console console = console();
    if (!progress && !console.terminal()) {
      return Progress.NONE;
    }
    if (shown == null) {
      shown = new TerminalProgress(console.err(), console.terminal(), console.messages());
    }
    return shown;
  }

  /** Prints one line of text on standard output. */
  void line(String text) {
    endProgress();
    console().out().println(text);
  }

  /** Prints {@code document} (records, maps, lists) as the one JSON document. */
  void document(Object document) {
    endProgress();
    console().out().println(JsonOutput.text(document));
  }

  /** Says something beside the answer, on standard error. */
  void note(String text) {
    endProgress();
    console().err().println(text);
  }

  private void endProgress() {
    if (shown != null) {
      shown.end();
    }
  }

  private Console console() {
    return ((SetuCommand) command.root().userObject()).console();
  }
}
