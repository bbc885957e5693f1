package setu.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.AnchorWeights;
import setu.core.align.OptionValues;
import setu.core.align.Procrustes;
import setu.core.anchor.WordPair;
import setu.core.evaluate.DevelopmentSplit;
import setu.core.evaluate.SufficientDictionary;
import setu.core.fault.AlignmentFault;
import setu.core.file.SafeWrite;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.Normalization;

/** {@code setu anchors reduce}: a small dictionary that does nearly what the whole does. */
@Command(
    name = "reduce",
    description =
        "Find a small part of a dictionary that keeps P@1 of Procrustes within a stated loss, on"
            + " pairs kept aside.")
final class AnchorsReduceCommand implements Callable<Integer> {
  @Spec private CommandSpec command;
  @Mixin private HeldOutPairs heldOut = new HeldOutPairs(0.2);
  @Mixin private WeightColumn weightColumn;
  @Mixin private Output output;

  @Option(
      names = "--option",
      paramLabel = "NAME=VALUE",
      description = "An option of procrustes, such as weighting=lemmas; repeatable.")
  private Map<String, String> options = new LinkedHashMap<>();

  @Option(
      names = "--loss",
      paramLabel = "POINTS",
      defaultValue = "1",
      description = "Points of P@1 that may be lost (default: ${DEFAULT-VALUE}).")
  private double loss;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the pairs as text, two words a line.")
  private @Nullable Path out;

  @Override
  public Integer call() {
    heldOut.check();
    if (!(loss >= 0)) {
      throw CommonOptions.usage(command, "--loss must be at least 0, not " + loss);
    }
    NeighborSearch search = NeighborSearches.best(heldOut.inputs().threads());
    Procrustes procrustes =
        (Procrustes) CommonOptions.aligner(command, "procrustes", options, heldOut.seed(), search);
    AnchorWeights column = weightColumn.of(procrustes, options, heldOut.inputs().anchorsFile());
    AnchorWeights weighting = column == null ? procrustes.weights() : column;
    PairInputs.Pair pair = heldOut.inputs().read(output);
    DevelopmentSplit split = heldOut.split(pair.training(), output);
    long begun = System.nanoTime();
    SufficientDictionary.Result found = find(pair, split, weighting, search);
    if (!found.complete()) {
      throw new CancellationException();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (out != null) {
      write(out, found.pairs());
    }
    if (output.json()) {
      output.document(document(split, found, procrustes, seconds));
    } else {
      print(split, found, seconds);
    }
    return ExitCodes.DONE;
  }

  private SufficientDictionary.Result find(
      PairInputs.Pair pair,
      DevelopmentSplit split,
      AnchorWeights weighting,
      NeighborSearch search) {
    try {
      return new SufficientDictionary(
              pair.source().vocabulary(),
              Normalization.UNIT.apply(pair.source().vectors()),
              pair.target().vocabulary(),
              Normalization.UNIT.apply(pair.target().vectors()),
              search)
          .of(
              split.training(),
              split.development(),
              weighting,
              loss,
              output.progress(),
              output.cancellation());
    } catch (AlignmentFault fault) {
      throw heldOut.at(fault);
    }
  }

  private Map<String, Object> document(
      DevelopmentSplit split,
      SufficientDictionary.Result found,
      Procrustes procrustes,
      double seconds) {
    String column = weightColumn.name();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("training", split.training().size());
    document.put("development", split.development().size());
    document.put("loss", loss);
    if (column == null) {
      document.putAll(OptionValues.of(procrustes.options()));
    } else {
      document.put("weightColumn", column);
    }
    document.put("pairs", found.pairs().size());
    document.put("p1", found.precision());
    document.put("p1Whole", found.whole());
    document.put(
        "tried",
        found.tried().stream()
            .map(point -> Map.of("anchors", point.anchors(), "p1", point.precision()))
            .toList());
    document.put("seed", heldOut.seed());
    document.put("seconds", seconds);
    return document;
  }

  private void print(DevelopmentSplit split, SufficientDictionary.Result found, double seconds) {
    output.line(
        String.format(
            Locale.ROOT,
            "%,d of %,d pairs: P@1 %.1f on %,d pairs kept aside, against %.1f with all (%.1f s, %d"
                + " dictionaries tried)",
            found.pairs().size(),
            split.training().size(),
            found.precision(),
            split.development().size(),
            found.whole(),
            seconds,
            found.tried().size()));
    if (out != null) {
      output.line("written to " + out);
    }
  }

  private static void write(Path file, List<WordPair> pairs) {
    SafeWrite.write(
        file,
        to ->
            to.write(
                pairs.stream()
                    .map(pair -> pair.source() + "\t" + pair.target() + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8)));
  }
}
