package setu.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.Alignment;
import setu.core.align.AnchorWeights;
import setu.core.align.OptionValues;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.align.Supervision;
import setu.core.anchor.WordPair;
import setu.core.evaluate.RunRecipe;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.EmbeddingSpace;

/** Two spaces, a training dictionary and a method: the mixin of every command that aligns. */
final class AlignmentInputs {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private PairInputs pair;
  @Mixin private CommonOptions.Method method;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private WeightColumn weightColumn;

  /**
   * What was read and solved. The spaces' vectors are normalised.
   *
   * @param training every pair of the training dictionary
   * @param weighting how much each anchor counted; all alike where the method has no such choice
   * @param supervised whether the method learnt from the anchors
   */
  record Solved(
      EmbeddingSpace source,
      EmbeddingSpace target,
      List<WordPair> training,
      ResolvedAnchors anchors,
      AnchorWeights weighting,
      boolean supervised,
      Alignment alignment,
      double loadSeconds,
      double alignSeconds) {}

  /** The options that change the outcome, for reports. */
  Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("normalize", pair.normalization());
    options.putAll(OptionValues.of(pair.informed(aligner()).options()));
    String column = weightColumn.name();
    if (column != null) {
      options.remove("weighting");
      options.put("weightColumn", column);
    }
    return options;
  }

  /** The seed of everything left to chance. */
  long seed() {
    return seed.value();
  }

  /** The method and its options that were named. */
  CommonOptions.Method method() {
    return method;
  }

  /** The files and how they are read. */
  PairInputs pair() {
    return pair;
  }

  /** The method's options that were named, for recipes. */
  Map<String, String> recipeOptions() {
    Map<String, String> options = new LinkedHashMap<>(method.options());
    String column = weightColumn.name();
    if (column != null) {
      options.put(RunRecipe.WEIGHT_COLUMN, column);
    }
    options.putAll(pair.recipeOptions());
    return options;
  }

  private Aligner aligner() {
    return method.aligner(seed.value(), NeighborSearches.best(threads()));
  }

  /** The method with the weights of a column, where one was named, for the pairs as they stand. */
  private Aligner weighted(Aligner aligner) {
    AnchorWeights weights = weights(aligner);
    return weights == null ? aligner : Procrustes.weighted(weights);
  }

  private @Nullable AnchorWeights weights(Aligner aligner) {
    return weightColumn.of(aligner, method.options(), pair.anchorsFile());
  }

  /** Threads to work with. */
  int threads() {
    return pair.threads();
  }

  /** Reads both spaces at once, normalises them in place and solves the mapping. */
  Solved solve(Output output) {
    Aligner aligner = aligner();
    if (pair.anchorsFile() == null && aligner.supervision() == Supervision.DICTIONARY) {
      throw CommonOptions.usage(command, aligner.name() + " needs --anchors FILE");
    }
    Aligner solver = weighted(aligner);
    PairInputs.Pair read = pair.read(output);
    long begun = System.nanoTime();
    ResolvedAnchors resolved =
        ResolvedAnchors.forMethod(
            aligner, read.training(), read.source().vocabulary(), read.target().vocabulary());
    if (aligner.supervision() != Supervision.NONE) {
      pair.requireAnchors(resolved, read.training());
    }
    Alignment alignment =
        pair.informed(solver)
            .align(
                read.source().vectors(),
                read.target().vectors(),
                resolved,
                output.progress(),
                output.cancellation());
    return new Solved(
        read.source(),
        read.target(),
        read.training(),
        resolved,
        solver instanceof Procrustes weighted ? weighted.weights() : AnchorWeights.Property.EQUAL,
        aligner.supervision() != Supervision.NONE && !aligner.name().equals("identity"),
        alignment,
        read.seconds(),
        (System.nanoTime() - begun) / 1e9);
  }

  /** The mapping of the target onto the source, by the same method on the same pairs reversed. */
  Alignment solveBackward(Solved solved, Output output) {
    Aligner aligner = aligner();
    List<WordPair> reversed = solved.training().stream().map(WordPair::reversed).toList();
    ResolvedAnchors resolved =
        ResolvedAnchors.forMethod(
            aligner, reversed, solved.target().vocabulary(), solved.source().vocabulary());
    AnchorWeights weights = weights(aligner);
    Aligner solver = weights == null ? aligner : Procrustes.weighted(weights.reversed());
    return pair.informed(solver)
        .align(
            solved.target().vectors(),
            solved.source().vectors(),
            resolved,
            output.progress(),
            output.cancellation());
  }

  /** The test dictionary's file, for faults about it. */
  static AlignmentFault at(Path file, AlignmentFault fault) {
    return fault.file() != null
        ? fault
        : new AlignmentFault(fault.problem(), file, 0, fault.detail(), fault);
  }
}
