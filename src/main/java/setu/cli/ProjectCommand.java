package setu.cli;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryFiles;
import setu.core.fault.AlignmentFault;
import setu.core.math.FloatMatrix;
import setu.core.projection.CoordinatesFile;
import setu.core.projection.Projection;
import setu.core.projection.Projector;
import setu.core.projection.Trustworthiness;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;

/** {@code setu project}: lays one space, or two in one map, out in two or three dimensions. */
@Command(
    name = "project",
    description =
        "Lay a space out in two or three dimensions; with --target both in one map, aligned first"
            + " where --anchors is given.")
final class ProjectCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(names = "--source", required = true, paramLabel = "FILE", description = "A space.")
  private Path source;

  @Option(names = "--target", paramLabel = "FILE", description = "A second space.")
  private @Nullable Path target;

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description = "A dictionary to align the source onto the target with (Procrustes).")
  private @Nullable Path anchors;

  @Option(
      names = "--dimensions",
      paramLabel = "2|3",
      defaultValue = "2",
      description = "Dimensions of the map (default: ${DEFAULT-VALUE}).")
  private int dimensions;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Words, sides, coordinates and trust, separated by tabs.")
  private @Nullable Path out;

  @Option(names = "--png", paramLabel = "FILE", description = "The map as a picture.")
  private @Nullable Path png;

  private final MapDrawing drawing;

  @Mixin private LayoutOptions layout;
  @Mixin private CommonOptions.Reading reading;
  @Mixin private CommonOptions.Seed seed;
  @Mixin private Output output;

  ProjectCommand(MapDrawing drawing) {
    this.drawing = drawing;
  }

  /** What is laid out: all words, the source's first. */
  private static final class Points {
    private final List<String> words;
    private final int sourceRows;
    private final FloatMatrix vectors;

    Points(List<String> words, int sourceRows, FloatMatrix vectors) {
      this.words = words;
      this.sourceRows = sourceRows;
      this.vectors = vectors;
    }
  }

  /** What {@code --json} prints. */
  private record Answer(
      String method,
      String engine,
      int rows,
      double seconds,
      double trustworthiness,
      double continuity,
      int dimensions,
      long seed,
      int measured) {}

  @Override
  public Integer call() {
    Projector projector = layout.projector();
    if (dimensions != 2 && dimensions != 3) {
      throw CommonOptions.usage(command, "--dimensions takes 2 and 3, not " + dimensions);
    }
    Points points = points();
    long begun = System.nanoTime();
    Projection projection =
        projector.project(
            points.vectors, dimensions, seed.value(), output.progress(), output.cancellation());
    if (!projection.complete()) {
      throw new CancellationException();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    Trustworthiness trust =
        Trustworthiness.of(
            points.vectors,
            projection.coordinates(),
            seed.value(),
            output.progress(),
            output.cancellation());
    if (out != null) {
      CoordinatesFile.write(
          out, points.words, points.sourceRows, projection.coordinates(), trust::trustworthiness);
    }
    if (png != null) {
      drawing.draw(projection, points.words, points.sourceRows, png);
    }
    print(
        new Answer(
            layout.method(),
            layout.engine(),
            points.words.size(),
            seconds,
            trust.trustworthiness(),
            trust.continuity(),
            dimensions,
            seed.value(),
            trust.measured()));
    return ExitCodes.DONE;
  }

  private Points points() {
    EmbeddingSpace first = reading.read(source, output);
    FloatMatrix x = Normalization.UNIT.apply(first.vectors());
    List<String> words = new ArrayList<>(first.vocabulary().words());
    if (target == null) {
      return new Points(words, first.rows(), x);
    }
    EmbeddingSpace second = reading.read(target, output);
    FloatMatrix z = Normalization.UNIT.apply(second.vectors());
    if (x.columns() != z.columns()) {
      throw new AlignmentFault(
          AlignmentFault.Problem.DIMENSIONS_DIFFER, target, x.columns() + ", " + z.columns());
    }
    if (anchors != null) {
      ResolvedAnchors pairs =
          ResolvedAnchors.resolve(
              DictionaryFiles.readPairs(anchors), first.vocabulary(), second.vocabulary());
      x =
          new Procrustes()
              .align(x, z, pairs, output.progress(), output.cancellation())
              .mapSource(x);
    }
    words.addAll(second.vocabulary().words());
    FloatMatrix both = FloatMatrix.zeros(Math.addExact(x.rows(), z.rows()), x.columns());
    MemorySegment.copy(x.segment(), 0, both.segment(), 0, x.segment().byteSize());
    MemorySegment.copy(
        z.segment(), 0, both.segment(), both.offset(x.rows()), z.segment().byteSize());
    return new Points(words, first.rows(), both);
  }

  private void print(Answer answer) {
    if (output.json()) {
      output.document(answer);
    } else {
      output.line(
          output
              .messages()
              .text(
                  "project.done",
                  answer.method(),
                  answer.rows(),
                  String.format(Locale.ROOT, "%.2f", answer.seconds()),
                  String.format(Locale.ROOT, "%.3f", answer.trustworthiness()),
                  String.format(Locale.ROOT, "%.3f", answer.continuity())));
    }
  }
}
