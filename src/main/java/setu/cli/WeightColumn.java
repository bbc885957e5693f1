package setu.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.AnchorWeights;
import setu.core.align.Procrustes;

/** {@code --weight-column}: a column of the training dictionary that weighs its pairs. */
final class WeightColumn {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--weight-column",
      paramLabel = "NAME",
      description =
          "A column of --anchors that says how much each pair counts, from 0; for procrustes."
              + " Weights by a property are its option weighting: rare_words, frequent_words,"
              + " source_words, lemmas or lemmas_root.")
  private @Nullable String name;

  /** The column; null where none was named. */
  @Nullable String name() {
    return name;
  }

  /**
   * The weights of a method by the column, for the pairs as they stand; null where none was named.
   *
   * @param options those of the method that were named
   * @param anchors the training dictionary
   * @throws setu.core.fault.DictionaryFault if it has no such column, or a cell is no weight
   */
  @Nullable AnchorWeights of(Aligner method, Map<String, String> options, @Nullable Path anchors) {
    if (name == null) {
      return null;
    }
    if (!(method instanceof Procrustes) || anchors == null) {
      throw CommonOptions.usage(command, "--weight-column goes with --method procrustes");
    }
    if (options.containsKey("weighting")) {
      throw CommonOptions.usage(command, "Give --weight-column or --option weighting, not both");
    }
    return AnchorWeights.ofColumn(anchors, name);
  }
}
