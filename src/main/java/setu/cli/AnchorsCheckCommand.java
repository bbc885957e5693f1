package setu.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import setu.core.anchor.DictionaryCheck;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryImport;
import setu.core.anchor.DictionaryOptions;
import setu.core.fault.AlignmentFault;
import setu.core.fault.DictionaryFault;
import setu.core.space.Vocabulary;

/** {@code setu anchors check}. */
@Command(
    name = "check",
    description =
        "Say what to look at in a dictionary: refused rows, duplicates, twins by joiners, sides of"
            + " one script, and words the spaces do not know where spaces are given. Refused rows"
            + " are an error: the exit status is 1.")
final class AnchorsCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The dictionary.")
  private Path file;

  @Option(names = "--source", paramLabel = "FILE", description = "The source space.")
  private @Nullable Path source;

  @Option(names = "--target", paramLabel = "FILE", description = "The target space.")
  private @Nullable Path target;

  @Mixin private CommonOptions.Reading reading;
  @Mixin private Output output;

  @Override
  public Integer call() {
    DictionaryImport rows = DictionaryFiles.read(file, DictionaryOptions.AS_WRITTEN);
    Vocabulary sources = vocabulary(source);
    Vocabulary targets = vocabulary(target);
    if (rows.entries().stream().noneMatch(entry -> isKnown(entry, sources, targets))) {
      throw new AlignmentFault(
          AlignmentFault.Problem.NO_USABLE_ANCHORS,
          file,
          "(of " + rows.entries().size() + " pairs)");
    }
    DictionaryCheck check = DictionaryCheck.of(rows, sources, targets, output.cancellation());
    if (output.json()) {
      output.document(check);
    } else {
      output.line(check.pairs() + " pairs, " + check.issues().size() + " to look at");
      for (DictionaryCheck.Issue issue : check.issues()) {
        output.line(
            "  line %d: %s: %s %s"
                .formatted(issue.line(), issue.kind(), issue.source(), issue.target())
                .stripTrailing());
      }
    }
    if (!rows.refused().isEmpty()) {
      throw new DictionaryFault(
          DictionaryFault.Problem.REFUSED_ROWS,
          file,
          rows.refused().getFirst().line(),
          String.valueOf(rows.refused().size()),
          null);
    }
    return ExitCodes.DONE;
  }

  private @Nullable Vocabulary vocabulary(@Nullable Path space) {
    return space == null ? null : reading.read(space, output).vocabulary();
  }

  private static boolean isKnown(
      DictionaryEntry entry, @Nullable Vocabulary source, @Nullable Vocabulary target) {
    return (source == null || source.row(entry.source()) >= 0)
        && (target == null || target.row(entry.target()) >= 0);
  }
}
