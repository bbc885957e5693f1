package setu.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.PastStates;
import setu.core.anchor.WordPair;
import setu.core.evaluate.EditTimeline;
import setu.core.evaluate.LiveLoop;
import setu.core.fault.ProjectFault;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.ScalingCache;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceCache;
import setu.core.workspace.Workspace;

/** {@code setu anchors timeline}. */
@Command(
    name = "timeline",
    description =
        "P@1 under CSLS over the edits of a project: its past dictionaries aligned and scored on"
            + " the test dictionary of today.")
final class AnchorsTimelineCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many states are scored at most, from 2 (default: ${DEFAULT-VALUE}).")
  private int points;

  @Option(
      names = "--test",
      paramLabel = "FILE",
      description = "Another test dictionary than the project's.")
  private @Nullable Path test;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (points < 2) {
      throw CommonOptions.usage(command, "--points must be at least 2, not " + points);
    }
    List<EditTimeline.Point> timeline;
    try (Workspace workspace = project.read()) {
      if (!workspace.hasSpaces()) {
        throw new ProjectFault(ProjectFault.Problem.NO_SPACES, workspace.folder(), "");
      }
      workspace.requireSpaces(output.progress(), output.cancellation());
      Path dictionary = test == null ? workspace.test() : test;
      if (dictionary == null) {
        throw CommonOptions.usage(
            command, "the project has no test dictionary: name one with --test FILE");
      }
      List<WordPair> tests = DictionaryFiles.readPairs(dictionary);
      LiveLoop loop =
          new LiveLoop(
              space(workspace, 0),
              space(workspace, 1),
              Normalization.UNIT,
              tests,
              NeighborSearches.best(),
              ScalingCache.NONE);
      timeline =
          EditTimeline.of(
              PastStates.of(workspace.anchors().events(), points),
              loop,
              output.progress(),
              output.cancellation());
    }
    if (output.json()) {
      output.document(
          Map.of("points", timeline.stream().map(AnchorsTimelineCommand::row).toList()));
      return ExitCodes.DONE;
    }
    output.line("edit\ttime\tanchors\tforward P@1\tbackward P@1");
    for (EditTimeline.Point point : timeline) {
      List<String> cells = new ArrayList<>();
      cells.add(String.valueOf(point.edit()));
      cells.add(point.time().toString());
      cells.add(String.valueOf(point.anchors()));
      cells.add(percent(point.forward(), point.exact()));
      cells.add(percent(point.backward(), point.exact()));
      output.line(String.join("\t", cells));
    }
    return ExitCodes.DONE;
  }

  private EmbeddingSpace space(Workspace workspace, int place) {
    return SpaceCache.ofUser()
        .read(
            workspace.spaceFile(place),
            ReadOptions.ALL.withLimit(workspace.spaces().get(place).limit()),
            output.progress(),
            output.cancellation());
  }

  private static String percent(double value, boolean exact) {
    return Double.isNaN(value)
        ? "–"
        : (exact ? "" : "≈ ") + String.format(Locale.ROOT, "%.2f", value);
  }

  private static Map<String, Object> row(EditTimeline.Point point) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("edit", point.edit());
    row.put("time", point.time().toString());
    row.put("anchors", point.anchors());
    row.put("forward", Double.isNaN(point.forward()) ? null : point.forward());
    row.put("backward", Double.isNaN(point.backward()) ? null : point.backward());
    row.put("exact", point.exact());
    return row;
  }
}
