package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.WordPair;
import setu.core.evaluate.RunRecipe;
import setu.core.fault.AlignmentFault;
import setu.core.file.ContentHash;
import setu.core.neighbor.ScalingCache;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;

/** Two spaces and a training dictionary: the mixin of every command that needs them. */
final class PairInputs {
  private static final int EXAMPLES = 3;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Mixin private CommonOptions.Spaces spaces;
  @Mixin private CommonOptions.Anchors anchors;
  @Mixin private SecondSpaces second;

  @Option(
      names = "--normalize",
      paramLabel = "STEPS",
      defaultValue = "unit",
      description = "unit, center, joined by commas, or none (default: ${DEFAULT-VALUE}).")
  private String normalization;

  /**
   * What was read. The spaces' vectors are normalised.
   *
   * @param training every pair of the training dictionary; empty without one
   * @param seconds wall time of reading
   */
  record Pair(
      EmbeddingSpace source, EmbeddingSpace target, List<WordPair> training, double seconds) {}

  /** The normalisation as it was asked for. */
  String normalization() {
    return normalization;
  }

  /** Threads to work with. */
  int threads() {
    return spaces.threads();
  }

  /** The files and the test dictionary, each by its content. */
  List<RunRecipe.Input> recipe(Path test, Output output) {
    List<RunRecipe.Input> inputs = new ArrayList<>();
    inputs.add(input("source", spaces.sourceFile(), output));
    inputs.add(input("target", spaces.targetFile(), output));
    Path dictionary = anchors.file();
    if (dictionary != null) {
      inputs.add(input("anchors", dictionary, output));
    }
    inputs.add(input("test", test, output));
    second.files().forEach((role, file) -> inputs.add(input(role, file, output)));
    return inputs;
  }

  /** What a recipe has to say beside the method's options: how second spaces are joined. */
  Map<String, String> recipeOptions() {
    return second.files().isEmpty() ? Map.of() : Map.of(RunRecipe.JOIN, second.way());
  }

  private static RunRecipe.Input input(String role, Path file, Output output) {
    return new RunRecipe.Input(
        role,
        file.toAbsolutePath().normalize().toString(),
        ContentHash.of(file, output.progress(), output.cancellation()));
  }

  /** Where r(·) of CSLS is kept. */
  ScalingCache scalings(Output output) {
    return spaces.scalings(output);
  }

  /** Rows read at most of each space; 0 for all. */
  int limit() {
    return spaces.limit();
  }

  /** The training dictionary, or null where none was given. */
  @Nullable Path anchorsFile() {
    return anchors.file();
  }

  /** The method, told of the second spaces that were read, where it has to know. */
  Aligner informed(Aligner aligner) {
    return second.informed(aligner);
  }

  /** Reads both spaces at once and normalises them in place. */
  Pair read(Output output) {
    Normalization steps = steps();
    second.check();
    long begun = System.nanoTime();
    Path dictionary = anchors.file();
    List<WordPair> training =
        dictionary == null ? List.of() : DictionaryFiles.readPairs(dictionary);
    CompletableFuture<EmbeddingSpace> other = inBackground(() -> target(steps, output));
    EmbeddingSpace source = second.source(spaces.readSource(output), output);
    steps.applyInPlace(source.vectors());
    EmbeddingSpace target = other.join();
    return new Pair(source, target, training, (System.nanoTime() - begun) / 1e9);
  }

  private Normalization steps() {
    try {
      return Normalization.parse(normalization);
    } catch (IllegalArgumentException e) {
      throw CommonOptions.usage(
          command, "--normalize takes unit, center and none, not '" + normalization + "'");
    }
  }

  /**
   * Checks that there is an anchor to solve on.
   *
   * @throws AlignmentFault with examples of the pairs, if there is none
   */
  void requireAnchors(ResolvedAnchors resolved, List<WordPair> training) {
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
    EmbeddingSpace target = second.target(spaces.readTargetQuietly(output), output);
    steps.applyInPlace(target.vectors());
    return target;
  }

  private static <T> CompletableFuture<T> inBackground(Supplier<T> work) {
    return CompletableFuture.supplyAsync(
        work, task -> Thread.ofPlatform().daemon().name("setu-read").start(task));
  }
}
