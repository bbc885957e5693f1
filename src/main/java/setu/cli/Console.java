package setu.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import setu.core.task.Cancellation;
import setu.message.Messages;

/**
 * Where one run of the command line reads from and writes to.
 *
 * @param out standard output, UTF-8 whatever the locale
 * @param err standard error, UTF-8
 * @param terminal whether standard error is a terminal
 * @param cancellation what Ctrl-C sets
 * @param messages the language of faults and progress
 */
record Console(
    Printer out, Printer err, boolean terminal, Cancellation cancellation, Messages messages) {
  /** The process's own streams. */
  static Console ofProcess() {
    return new Console(
        Printer.on(new FileOutputStream(FileDescriptor.out)),
        Printer.on(new FileOutputStream(FileDescriptor.err)),
        errorIsTerminal(),
        new Cancellation(),
        Messages.inDefaultLanguage());
  }

  /** Java tells of standard input and output together only; Linux tells of each stream. */
  private static boolean errorIsTerminal() {
    Path link = Path.of("/proc/self/fd/2");
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
  }
}
