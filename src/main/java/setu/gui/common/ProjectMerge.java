package setu.gui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import setu.core.anchor.Agreement;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.DictionaryOptions.Columns;
import setu.core.anchor.PlannedRow.Fate;
import setu.core.anchor.ThreeWayMerge;
import setu.core.task.Cancellation;
import setu.core.task.Phase;
import setu.core.task.Progress;
import setu.core.workspace.Workspace;

/** What would become of another person's copy of the project. */
final class ProjectMerge implements PendingImport.Planner {
  private static final List<Fate> FATES = List.of(Fate.TAKEN, Fate.EQUAL, Fate.OWN, Fate.CONFLICT);

  private final Engine engine;
  private final Path folder;
  private final AnchorHistory history;
  private final Executor journalLane;

  /** One's own dictionary at a moment. */
  private record Own(List<AnchorEvent> events, AnchorSet now) {}

  /**
   * @param history one's own
   * @param journalLane where it is read and written
   */
  ProjectMerge(Engine engine, Path folder, AnchorHistory history, Executor journalLane) {
    this.engine = engine;
    this.folder = folder;
    this.history = history;
    this.journalLane = journalLane;
  }

  @Override
  public boolean project() {
    return true;
  }

  @Override
  public ImportPreview plan(
      AnchorSet seen, @Nullable Columns columns, Progress progress, Cancellation cancellation) {
    progress.begin(Phase.READ, 0);
    try (Workspace theirs = engine.openReadOnly(folder)) {
      cancellation.check();
      Own own =
          CompletableFuture.supplyAsync(
                  () -> new Own(List.copyOf(history.events()), history.current()), journalLane)
              .join();
      progress.begin(Phase.IMPORT, 0);
      ThreeWayMerge.Outcome outcome =
          ThreeWayMerge.of(own.events(), own.now(), theirs.anchors(), cancellation);
      String agreed =
          agreed(Agreement.count(own.now().anchors(), theirs.anchors().current().anchors()));
      return new ImportPreview(
          own.now(),
          outcome.rows(),
          ImportPreview.byFate(outcome.rows(), FATES),
          outcome.edits(),
          outcome.edits(),
          agreed,
          told(outcome, agreed));
    }
  }

  private String agreed(Agreement.Counted counted) {
    return counted.judged() == 0
        ? ""
        : engine.text(
            "gui.notice.agreed",
            Math.round(100.0 * counted.alike() / counted.judged()),
            counted.judged());
  }

  private Notice told(ThreeWayMerge.Outcome outcome, String agreed) {
    String counts =
        engine.text(
            "gui.notice.merged", folder.getFileName(), outcome.taken(), outcome.conflicts().size());
    return new Notice(
        outcome.conflicts().isEmpty() ? Notice.Kind.INFO : Notice.Kind.WARNING,
        agreed.isEmpty() ? counts : counts + " " + agreed);
  }
}
