package setu.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import setu.core.fault.Fault;
import setu.message.ErrorText;
import setu.message.Messages;

/** Turns what went wrong into one line on standard error and an exit status; never a trace. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String tryHelp = console.messages().text("cli.tryHelp", name);
    List<String> unmatched = command.getUnmatchedArguments();
    if (unmatched.isEmpty()) {
      say(sentence(e.getMessage()) + " " + tryHelp);
    } else {
      var mistyped = new UnmatchedArgumentException(command, unmatched);
      say(sentence(mistyped.getMessage()) + meant(mistyped) + " " + tryHelp);
    }
    return ExitCodes.USAGE;
  }

  /** The question that names the nearest subcommand or option; empty where none is near. */
  private String meant(UnmatchedArgumentException mistyped) {
    String word = mistyped.getUnmatched().getFirst();
    Stream<String> names = mistyped.getSuggestions().stream();
    if (mistyped.isUnknownOption()) { // by their first letters only, in no order
      names =
          names.sorted(
              Comparator.comparingInt((String name) -> -sharedStart(name, word))
                  .thenComparingInt(name -> Math.abs(name.length() - word.length())));
    }
    return names
        .findFirst()
        .map(name -> " " + console.messages().text("cli.didYouMean", name))
        .orElse("");
  }

  private static int sharedStart(String one, String other) {
    return Arrays.mismatch(one.toCharArray(), other.toCharArray());
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine command, @Nullable ParseResult parsed) {
    if (e instanceof ParameterException parameter) {
      return handleParseException(parameter, new String[0]);
    }
    return handle(e);
  }

  /** The exit status of a failed run, after its line is said. */
  int handle(Throwable thrown) {
    Throwable cause = unwrapped(thrown);
    Messages messages = console.messages();
    if (cause instanceof CancellationException) {
      say(messages.text("cli.interrupted"));
      return ExitCodes.INTERRUPTED;
    }
    if (cause instanceof Fault fault) {
      say(ErrorText.of(fault, messages));
    } else if (cause instanceof OutOfMemoryError) {
      say(messages.text("cli.outOfMemory", Runtime.getRuntime().maxMemory() >> 20));
    } else {
      say(messages.text("cli.unexpected", cause.getClass().getSimpleName(), log(cause)));
    }
    return ExitCodes.FAILED;
  }

  /** The exit status of a run whose answer did not arrive. */
  int handleLost(IOException lost) {
    say(console.messages().text("cli.outputLost", String.valueOf(lost.getMessage())));
    return ExitCodes.FAILED;
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null
        && (cause instanceof CompletionException || cause instanceof ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private String log(Throwable cause) {
    try {
      Path log = Files.createTempFile("setu-", ".log");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
        cause.printStackTrace(writer);
      }
      return log.toString();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void say(String line) {
    console.err().println("setu: " + oneLine(line));
  }

  private static String sentence(@Nullable String text) {
    String line = oneLine(text);
    return line.endsWith(".") ? line : line + ".";
  }

  private static String oneLine(@Nullable String text) {
    return String.valueOf(text).strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
