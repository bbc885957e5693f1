package setu.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Aligner;
import setu.core.align.ContrastiveBlend;
import setu.core.evaluate.RunRecipe;
import setu.core.space.EmbeddingSpace;
import setu.core.space.MetaEmbedding;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Progress;

/** {@code --second-source}, {@code --second-target} and {@code --join}: meta-embeddings. */
final class SecondSpaces {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--second-source",
      paramLabel = "FILE",
      description =
          "A second space for the source words, such as one written by setu encode; with"
              + " --second-target.")
  private @Nullable Path secondSource;

  @Option(
      names = "--second-target",
      paramLabel = "FILE",
      description = "A second space for the target words.")
  private @Nullable Path secondTarget;

  @Option(
      names = "--join",
      paramLabel = "concatenate|average",
      defaultValue = "concatenate",
      description =
          "How a word's two vectors become one: side by side or their mean (default:"
              + " ${DEFAULT-VALUE}).")
  private String join;

  private volatile int secondDimensions;

  /** The second spaces' files by their role in a recipe; empty where there are none. */
  Map<String, Path> files() {
    Map<String, Path> files = new LinkedHashMap<>();
    if (secondSource != null && secondTarget != null) {
      files.put(RunRecipe.SECOND_SOURCE, secondSource);
      files.put(RunRecipe.SECOND_TARGET, secondTarget);
    }
    return files;
  }

  /** How two vectors become one, as it was asked for. */
  String way() {
    return join;
  }

  /** The source space joined with its second, where there is one. */
  EmbeddingSpace source(EmbeddingSpace first, Output output) {
    return joined(first, secondSource, output);
  }

  /** The target space joined with its second, where there is one. */
  EmbeddingSpace target(EmbeddingSpace first, Output output) {
    return joined(first, secondTarget, output);
  }

  /** The method, told how wide the second vectors are where it has to know. */
  Aligner informed(Aligner aligner) {
    return aligner instanceof ContrastiveBlend blend && secondDimensions > 0
        ? blend.withSecondDimensions(secondDimensions)
        : aligner;
  }

  /** Wrong usage is told before anything is read. */
  void check() {
    if ((secondSource == null) != (secondTarget == null)) {
      throw CommonOptions.usage(command, "Give --second-source and --second-target together");
    }
    joining();
  }

  private MetaEmbedding.Way joining() {
    return MetaEmbedding.Way.ofName(join)
        .orElseThrow(
            () ->
                CommonOptions.usage(
                    command, "--join takes concatenate and average, not '" + join + "'"));
  }

  private EmbeddingSpace joined(EmbeddingSpace first, @Nullable Path file, Output output) {
    if (file == null) {
      return first;
    }
    MetaEmbedding.Way way = joining();
    EmbeddingSpace second =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, output.cancellation());
    if (way == MetaEmbedding.Way.CONCATENATE) {
      secondDimensions = second.dimensions();
    }
    return MetaEmbedding.join(first, second, way);
  }
}
