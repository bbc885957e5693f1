package setu.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.Alignment;
import setu.core.align.OptionValues;
import setu.core.align.ResolvedAnchors;
import setu.core.align.Supervision;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.fault.AlignmentFault;
import setu.core.neighbor.NeighborSearches;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;

/** Two spaces, a training dictionary and a method: the mixin of every command that aligns. */
final class AlignmentInputs {
  private static final int EXAMPLES = 3;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private CommonOptions.Spaces spaces;
  @Mixin private CommonOptions.Anchors anchors;
  @Mixin private CommonOptions.Method method;
  @Mixin private CommonOptions.Seed seed;

  @Option(
      names = "--normalize",
      paramLabel = "STEPS",
      defaultValue = "unit",
      description = "unit, center, joined by commas, or none (default: ${DEFAULT-VALUE}).")
  private String normalization;

  /**
   * What was read and solved. The spaces' vectors are normalised.
   *
   * @param training every pair of the training dictionary
   */
  record Solved(
      EmbeddingSpace source,
      EmbeddingSpace target,
      List<WordPair> training,
      ResolvedAnchors anchors,
      Alignment alignment,
      double loadSeconds,
      double alignSeconds) {}

  /** The options that change the outcome, for reports. */
  Map<String, Object> options() {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("normalize", normalization);
    options.putAll(OptionValues.of(aligner().options()));
    return options;
  }

  /** The seed of everything left to chance. */
  long seed() {
    return seed.value();
  }

  private Aligner aligner() {
    return method.aligner(seed.value(), NeighborSearches.best(threads()));
  }

  /** Threads to work with. */
  int threads() {
    return spaces.threads();
  }

  /** Reads both spaces at once, normalises them in place and solves the mapping. */
  Solved solve(Output output) {
    Aligner aligner = aligner();
    Normalization steps = steps();
    long begun = System.nanoTime();
    Path dictionary = anchors.file();
    if (dictionary == null && aligner.supervision() == Supervision.DICTIONARY) {
      throw CommonOptions.usage(command, aligner.name() + " needs --anchors FILE");
    }
    List<WordPair> training =
        dictionary == null ? List.of() : DictionaryFiles.readPairs(dictionary);
    CompletableFuture<EmbeddingSpace> second = inBackground(() -> target(steps, output));
    EmbeddingSpace source = spaces.readSource(output);
    steps.applyInPlace(source.vectors());
    EmbeddingSpace target = second.join();
    long loaded = System.nanoTime();
    ResolvedAnchors resolved =
        ResolvedAnchors.forMethod(aligner, training, source.vocabulary(), target.vocabulary());
    if (aligner.supervision() != Supervision.NONE) {
      requireAnchors(resolved, training);
    }
    Alignment alignment =
        aligner.align(
            source.vectors(), target.vectors(), resolved, output.progress(), output.cancellation());
    long solved = System.nanoTime();
    return new Solved(
        source,
        target,
        training,
        resolved,
        alignment,
        (loaded - begun) / 1e9,
        (solved - loaded) / 1e9);
  }

  private Normalization steps() {
    try {
      return Normalization.parse(normalization);
    } catch (IllegalArgumentException e) {
      throw CommonOptions.usage(
          command, "--normalize takes unit, center and none, not '" + normalization + "'");
    }
  }

  private void requireAnchors(ResolvedAnchors resolved, List<WordPair> training) {
    if (resolved.size() == 0) {
      List<String> examples =
          training.stream().limit(EXAMPLES).map(p -> p.source() + " " + p.target()).toList();
      throw new AlignmentFault(
          AlignmentFault.Problem.NO_USABLE_ANCHORS,
          anchors.file(),
          "(0 / " + training.size() + "; " + String.join(", ", examples) + ")");
    }
  }

  private EmbeddingSpace target(Normalization steps, Output output) {
    EmbeddingSpace target = spaces.readTargetQuietly(output);
    steps.applyInPlace(target.vectors());
    return target;
  }

  private static <T> CompletableFuture<T> inBackground(java.util.function.Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work, task -> Thread.ofPlatform().daemon().name("setu-read").start(task));
  }

  /** The test dictionary's file, for faults about it. */
  static AlignmentFault at(Path file, AlignmentFault fault) {
    return fault.file() != null
        ? fault
        : new AlignmentFault(fault.problem(), file, 0, fault.detail(), fault);
  }
}
