package setu.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.DevelopmentSplit;
import setu.core.fault.AlignmentFault;

/**
 * Two spaces, a training dictionary and the pairs kept aside from it to measure on: the mixin of
 * every command that chooses by held-out pairs.
 */
final class HeldOutPairs {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private PairInputs inputs;
  @Mixin private CommonOptions.Seed seed;

  @Option(
      names = "--development",
      paramLabel = "FILE",
      description =
          "A dictionary to measure on, its source words left out of --anchors; otherwise a share of"
              + " --anchors is kept aside.")
  private @Nullable Path development;

  @Option(
      names = "--share",
      paramLabel = "PART",
      description =
          "How many of the source words of --anchors are kept aside, 0 to 1 (default:"
              + " ${DEFAULT-VALUE}).")
  private double share;

  /** Of a command that keeps {@code share} of the source words aside where nothing is said. */
  HeldOutPairs(double share) {
    this.share = share;
  }

  /** The files and how they are read. */
  PairInputs inputs() {
    return inputs;
  }

  /** The seed of everything left to chance. */
  long seed() {
    return seed.value();
  }

  /** Wrong usage if there is no training dictionary or no such share. */
  void check() {
    if (inputs.anchorsFile() == null) {
      throw CommonOptions.usage(command, command.name() + " needs --anchors FILE");
    }
    if (!(share > 0 && share < 1)) {
      throw CommonOptions.usage(command, "--share must be between 0 and 1, not " + share);
    }
  }

  /** Keeps pairs aside; says how many pairs a dictionary to measure on leaves out. */
  DevelopmentSplit split(List<WordPair> training, Output output) {
    if (development == null) {
      return DevelopmentSplit.of(training, share, seed.value());
    }
    DevelopmentSplit split = DevelopmentSplit.of(training, DictionaryFiles.readPairs(development));
    int leftOut = training.size() - split.training().size();
    if (leftOut > 0) {
      output.note(output.messages().text("development.leftOut", leftOut, development));
    }
    return split;
  }

  /** The fault with the dictionary it is about. */
  AlignmentFault at(AlignmentFault fault) {
    Path training = inputs.anchorsFile();
    Path file =
        switch (fault.problem()) {
          case NO_USABLE_QUERIES -> development == null ? training : development;
          case NO_USABLE_ANCHORS -> training;
          default -> null;
        };
    return file == null ? fault : AlignmentInputs.at(file, fault);
  }
}
