package setu.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import setu.core.task.Cancellation;
import setu.message.Messages;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command line run inside the test, with what it printed. */
record CliRun(int exit, String out, String err) {
  /** Runs {@code setu} with these arguments, in English, not on a terminal. */
  static CliRun of(Object... arguments) {
    return of(new Cancellation(), arguments);
  }

  /** Runs {@code setu} with a cancellation the test holds. */
  static CliRun of(Cancellation cancellation, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            Printer.on(out), Printer.on(err), false, cancellation, Messages.in(Locale.ENGLISH));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exit =
        SetuCommand.run(
            words, console, project -> project == null ? 0 : 3, (projection, w, n, png) -> {});
    return new CliRun(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Standard output as JSON. */
  JsonNode json() {
    return JsonMapper.shared().readTree(out);
  }
}
