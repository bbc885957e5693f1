package setu.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorJournal;
import setu.core.anchor.AnchorStatus;
import setu.core.workspace.Workspace;

/** {@code setu anchors stats}. */
@Command(name = "stats", description = "Count a project's anchors by status, and its events.")
final class AnchorsStatsCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;
  @Mixin private Output output;

  @Override
  public Integer call() {
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Integer> byStatus = new LinkedHashMap<>();
    long torn;
    try (Workspace workspace = project.read()) {
      AnchorHistory history = workspace.anchors();
      for (AnchorStatus status : AnchorStatus.values()) {
        byStatus.put(status.key(), 0);
      }
      for (Anchor anchor : history.current().anchors()) {
        byStatus.merge(anchor.status().key(), 1, Integer::sum);
      }
      AnchorJournal.Torn cut = history.torn();
      torn = cut == null ? 0 : cut.bytes();
      document.put("anchors", history.current().anchors().size());
      document.put("byStatus", byStatus);
      document.put("events", history.events().size());
      document.put("tornBytes", torn);
    }
    if (output.json()) {
      output.document(document);
    } else {
      output.line("anchors: " + document.get("anchors"));
      byStatus.forEach((status, count) -> output.line("  " + status + ": " + count));
      output.line("events: " + document.get("events"));
      if (torn > 0) {
        output.line("torn bytes at the end of the journal: " + torn);
      }
    }
    return ExitCodes.DONE;
  }
}
