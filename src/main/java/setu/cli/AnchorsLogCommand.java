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
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.Draft;
import setu.core.anchor.EditName;
import setu.core.anchor.WordPair;
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

  private static final List<String> BATCH_COLUMNS =
      List.of(
          "batch",
          "time",
          "authors",
          "edit",
          "of",
          "pairs",
          "added",
          "changed",
          "removed",
          "source",
          "target",
          "takenBack");

  @Spec private CommandSpec command;

  @Option(names = "--anchor", paramLabel = "ID", description = "Only what touched this anchor.")
  private @Nullable Long anchor;

  @Option(names = "--last", paramLabel = "N", description = "Only the last N events.")
  private int last = Integer.MAX_VALUE;

  @Option(
      names = "--batches",
      description =
          "One line for each batch in place of its events: what it was and how many pairs it"
              + " touched. \"setu anchors revert --batch\" takes one back.")
  private boolean batches;

  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    if (last < 1) {
      throw CommonOptions.usage(command, "--last must be at least 1, not " + last);
    }
    if (batches && anchor != null) {
      throw CommonOptions.usage(command, "--batches lists those of all pairs: leave --anchor out");
    }
    List<Map<String, Object>> rows;
    try (Workspace workspace = project.read()) {
      AnchorHistory history = workspace.anchors();
      if (batches) {
        List<AnchorBatch> all = AnchorBatch.of(history.events());
        print(BATCH_COLUMNS, "batches", last(all).stream().map(AnchorsLogCommand::row).toList());
        return ExitCodes.DONE;
      }
      List<AnchorEvent> events = anchor == null ? history.events() : history.log(anchor);
      if (anchor != null && events.isEmpty()) {
        throw new ProjectFault(
            ProjectFault.Problem.NO_SUCH_ANCHOR, workspace.folder(), String.valueOf(anchor));
      }
      rows = last(events).stream().map(AnchorsLogCommand::row).toList();
    }
    print(COLUMNS, "events", rows);
    return ExitCodes.DONE;
  }

  private <T> List<T> last(List<T> all) {
    return all.subList(Math.max(0, all.size() - last), all.size());
  }

  private void print(List<String> columns, String key, List<Map<String, Object>> rows) {
    if (output.json()) {
      output.document(Map.of(key, rows));
    } else {
      output.line(String.join("\t", columns));
      for (Map<String, Object> row : rows) {
        output.line(columns.stream().map(column -> cell(row, column)).collect(joining("\t")));
      }
    }
  }

  private static Map<String, Object> row(AnchorBatch batch) {
    WordPair pair = batch.pair();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("batch", batch.number());
    row.put("time", batch.time().toString());
    row.put("authors", batch.authors());
    row.put("edit", batch.name().kind().key());
    row.put("of", batch.name().of());
    row.put("pairs", batch.pairs());
    row.put("added", batch.added());
    row.put("changed", batch.changed());
    row.put("removed", batch.removed());
    row.put("source", pair == null ? "" : pair.source());
    row.put("target", pair == null ? "" : pair.target());
    row.put("takenBack", batch.takenBack());
    return row;
  }

  /** What stands under a title: which batch was undone or done again under that of the type. */
  private static String cell(Map<String, Object> row, String column) {
    Object batch = column.equals("type") ? row.getOrDefault("undoes", row.get("redoes")) : null;
    String cell =
        row.get(column) instanceof List<?> several
            ? several.stream().map(String::valueOf).collect(joining(", "))
            : String.valueOf(row.getOrDefault(column, ""));
    return (batch == null ? cell : cell + " batch " + batch).replaceAll("\\s", " ");
  }

  private static Map<String, Object> row(AnchorEvent event) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("event", event.id());
    row.put("batch", event.batch());
    row.put("time", event.time().toString());
    row.put("author", event.author());
    EditName name = event.stamp().name();
    if (name.kind() != EditName.Kind.EDIT) {
      row.put("edit", name.kind().key());
      row.put("of", name.of());
    }
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

  private static void say(Map<String, Object> row, String type, long anchor, Draft draft) {
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
