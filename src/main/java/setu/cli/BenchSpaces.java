package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearches;
import setu.core.onnx.Device;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;

/** Random unit rows and the engine to search them with. */
final class BenchSpaces {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "-k",
      paramLabel = "K",
      defaultValue = "10",
      description = "Neighbours of each row (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "auto",
      completionCandidates = Engines.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private String engine;

  @Option(
      names = "--device",
      paramLabel = "cpu|cuda|auto",
      defaultValue = "auto",
      description =
          "Where the engine onnx runs; auto takes CUDA where it works (default: ${DEFAULT-VALUE}).")
  private Device device = Device.AUTO;

  @Mixin private BenchDirections directions;
  @Mixin private CommonOptions.Threads threads;

  int k() {
    return k;
  }

  int dimensions() {
    return directions.dimensions();
  }

  /** The names that {@code --engine} takes. */
  static final class Engines extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Engines() {
      super(NeighborSearches.NAMES);
    }
  }

  /** The engine asked for, and why it is that one. */
  NeighborSearches.Choice choice() {
    if (!NeighborSearches.NAMES.contains(engine)) {
      String names = String.join(", ", NeighborSearches.NAMES);
      throw CommonOptions.usage(command, "--engine takes " + names + ", not '" + engine + "'");
    }
    try {
      return NeighborSearches.named(engine, device, threads.count());
    } catch (UnsupportedOperationException e) {
      throw CommonOptions.usage(
          command, "engine '" + engine + "' is not for this machine: " + e.getMessage());
    }
  }

  /** The unit rows of a file. */
  FloatMatrix read(Path file, Output output) {
    return space(file, output).vectors();
  }

  /** A file's words and unit rows. */
  EmbeddingSpace space(Path file, Output output) {
    EmbeddingSpace space =
        SpaceFiles.read(
            file,
            new ReadOptions(Integer.MAX_VALUE, threads.count()),
            output.progress(),
            output.cancellation());
    Normalization.UNIT.applyInPlace(space.vectors());
    return space;
  }

  /** Random directions, as {@link BenchDirections#rows} makes them. */
  FloatMatrix rows(int rows, int stream) {
    if (k < 1) {
      throw CommonOptions.usage(command, "sizes must be at least 1");
    }
    return directions.rows(rows, stream);
  }
}
