package setu.cli;

import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Alignment;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryFiles;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.LocalScaling;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.PreparedBase;
import setu.core.space.EmbeddingSpace;

/** {@code setu bench csls}: r(·) of both whole spaces in one exact pass. */
@Command(
    name = "csls",
    description =
        "r(.) of CSLS over two whole spaces, random or aligned files, both sides in one pass.")
final class BenchCslsCommand implements Callable<Integer> {
  @Option(
      names = "--source-rows",
      paramLabel = "N",
      defaultValue = "50000",
      description = "Rows of the source space (default: ${DEFAULT-VALUE}).")
  private int sourceRows;

  @Option(
      names = "--target-rows",
      paramLabel = "M",
      defaultValue = "36000",
      description = "Rows of the target space (default: ${DEFAULT-VALUE}).")
  private int targetRows;

  @Option(
      names = "--source",
      paramLabel = "FILE",
      description = "The source space; with --target and --anchors, instead of random rows.")
  private @Nullable Path sourceFile;

  @Option(names = "--target", paramLabel = "FILE", description = "The target space.")
  private @Nullable Path targetFile;

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description = "The training dictionary to align them over, by Procrustes.")
  private @Nullable Path anchors;

  @Spec private CommandSpec command;
  @Mixin private BenchSpaces spaces;
  @Mixin private KeptVectors kept;
  @Mixin private Benchmark benchmark;
  @Mixin private Output output;

  /** Both sides in one space, of unit length. */
  private record Sides(FloatMatrix source, FloatMatrix target) {}

  @Override
  public Integer call() {
    NeighborSearches.Choice choice = spaces.choice();
    NeighborSearch search = choice.search();
    Sides sides = sides();
    PreparedBase target = search.prepare(sides.target());
    double operations =
        2e-9 * sides.source().rows() * sides.target().rows() * sides.target().columns();
    OptionalDouble sgemm = SearchReport.sgemmRate(sides.target().columns(), 5);
    Benchmark.Figures figures =
        benchmark.measure(
            "csls",
            search.name(),
            search.threads(),
            operations,
            "GFLOP/s",
            () -> scaling(sides, target, search));
    if (kept.wanted()) {
      kept.vectors("source", sides.source(), output);
      kept.vectors("target", sides.target(), output);
      LocalScaling scaling = scaling(sides, target, search);
      kept.numbers("source-scaling", scaling.ofSource());
      kept.numbers("target-scaling", scaling.ofTarget());
    }
    new SearchReport(figures, choice.reason(), operations).withSgemm(sgemm).print(output);
    return ExitCodes.DONE;
  }

  private LocalScaling scaling(Sides sides, PreparedBase target, NeighborSearch search) {
    return LocalScaling.exact(
        sides.source(), target, spaces.k(), search, output.progress(), output.cancellation());
  }

  private Sides sides() {
    if (sourceFile == null && targetFile == null && anchors == null) {
      return new Sides(spaces.rows(sourceRows, 0), spaces.rows(targetRows, 1));
    }
    if (sourceFile == null || targetFile == null || anchors == null) {
      throw CommonOptions.usage(command, "--source, --target and --anchors go together");
    }
    EmbeddingSpace source = spaces.space(sourceFile, output);
    EmbeddingSpace target = spaces.space(targetFile, output);
    ResolvedAnchors resolved =
        ResolvedAnchors.resolve(
            DictionaryFiles.readPairs(anchors), source.vocabulary(), target.vocabulary());
    Alignment alignment =
        new Procrustes()
            .align(
                source.vectors(),
                target.vectors(),
                resolved,
                output.progress(),
                output.cancellation());
    return new Sides(alignment.mapSource(source.vectors()), target.vectors());
  }
}
