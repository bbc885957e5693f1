package setu.cli;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorHistory;
import setu.core.fault.ProjectFault;
import setu.core.workspace.Workspace;

/** {@code setu anchors log}. */
@Command(name = "log", description = "The events of a project, or of one anchor, oldest first.")
final class AnchorsLogCommand implements Callable<Integer> {
  /** The titles of what is printed, which are the keys of the JSON. */
  private static final List<String> COLUMNS =
      List.of(
          "event",
          "batch",
          "time",
          "author",
          "type",
          "anchor",
          "source",
          "target",
          "status",
          "pos",
          "category",
          "note",
          "comment",
          "tags",
          "preferred",
          "origin");

  @Spec private CommandSpec command;

  @Option(names = "--anchor", paramLabel = "ID", description = "Only what touched this anchor.")
  private @Nullable Long anchor;

  @Option(names = "--last", paramLabel = "N", description = "Only the last N events.")
  private int last = Integer.MAX_VALUE;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (last < 1) {
      throw CommonOptions.usage(command, "--last must be at least 1, not " + last);
    }
    List<Map<String, Object>> rows;
    try (Workspace workspace = project.read()) {
      AnchorHistory history = workspace.anchors();
      List<AnchorEvent> events = anchor == null ? history.events() : history.log(anchor);
      if (anchor != null && events.isEmpty()) {
        throw new ProjectFault(
            ProjectFault.Problem.NO_SUCH_ANCHOR, workspace.folder(), String.valueOf(anchor));
      }
      rows =
          events.subList(Math.max(0, events.size() - last), events.size()).stream()
              .map(AnchorsLogCommand::row)
              .toList();
    }
    if (output.json()) {
      output.document(Map.of("events", rows));
    } else {
      output.line(String.join("\t", COLUMNS));
      for (Map<String, Object> row : rows) {
        output.line(COLUMNS.stream().map(column -> cell(row, column)).collect(joining("\t")));
      }
    }
    return ExitCodes.DONE;
  }

  /** What stands under a title: which batch was undone or done again under that of the type. */
  private static String cell(Map<String, Object> row, String column) {
    Object batch = column.equals("type") ? row.getOrDefault("undoes", row.get("redoes")) : null;
    String cell =
        row.get(column) instanceof List<?> tags
            ? tags.stream().map(String::valueOf).collect(joining(", "))
            : String.valueOf(row.getOrDefault(column, ""));
    return (batch == null ? cell : cell + " batch " + batch).replaceAll("\\s", " ");
  }

  private static Map<String, Object> row(AnchorEvent event) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("event", event.id());
    row.put("batch", event.batch());
    row.put("time", event.time().toString());
    row.put("author", event.author());
    switch (event) {
      case AnchorEvent.Added added -> say(row, "added", added.anchor(), added.draft());
      case AnchorEvent.Changed changed -> say(row, "changed", changed.anchor(), changed.draft());
      case AnchorEvent.Removed removed -> {
        row.put("type", "removed");
        row.put("anchor", removed.anchor());
      }
      case AnchorEvent.Undone undone -> {
        row.put("type", "undone");
        row.put("undoes", undone.undoes());
      }
      case AnchorEvent.Redone redone -> {
        row.put("type", "redone");
        row.put("redoes", redone.redoes());
      }
    }
    return row;
  }

  private static void say(
      Map<String, Object> row, String type, long anchor, AnchorHistory.Draft draft) {
    row.put("type", type);
    row.put("anchor", anchor);
    row.put("source", draft.source());
    row.put("target", draft.target());
    row.put("status", draft.status().key());
    row.put("pos", draft.pos());
    row.put("category", draft.category());
    row.put("note", draft.note());
    row.put("comment", draft.comment());
    row.put("tags", draft.tags());
    row.put("preferred", draft.preferred());
    row.put("origin", draft.origin());
  }
}
