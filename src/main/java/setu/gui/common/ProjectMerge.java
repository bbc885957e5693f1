package setu.gui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import setu.core.anchor.Agreement;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorHistory;
import setu.core.anchor.AnchorSet;
import setu.core.anchor.BlindRows;
import setu.core.anchor.DoubleBlind;
import setu.core.anchor.JudgedApart;
import setu.core.anchor.PlannedRow;
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
  private final Workspace workspace;
  private final Executor journalLane;

  /** One's own dictionary at a moment, and as whoever works on it may see it. */
  private record Own(List<AnchorEvent> events, AnchorSet now, AnchorSet seen) {}

  /**
   * @param workspace one's own
   * @param journalLane where its journal is read and written
   */
  ProjectMerge(Engine engine, Path folder, Workspace workspace, Executor journalLane) {
    this.engine = engine;
    this.folder = folder;
    this.workspace = workspace;
    this.journalLane = journalLane;
  }

  @Override
  public PendingImport.Matter matter() {
    return PendingImport.Matter.PROJECT;
  }

  @Override
  public ImportPreview plan(
      AnchorSet seen, ImportChoice choice, Progress progress, Cancellation cancellation) {
    progress.begin(Phase.READ, 0);
    try (Workspace theirs = engine.openReadOnly(folder)) {
      cancellation.check();
      Own own =
          CompletableFuture.supplyAsync(
                  () ->
                      new Own(
                          List.copyOf(workspace.anchors().events()),
                          workspace.anchors().current(),
                          workspace.seen()),
                  journalLane)
              .join();
      progress.begin(Phase.IMPORT, 0);
      ThreeWayMerge.Outcome outcome =
          ThreeWayMerge.of(own.events(), own.now(), theirs.anchors(), cancellation);
      boolean blind = !workspace.judge().isEmpty();
      String agreed =
          blind
              ? ""
              : agreed(JudgedApart.of(own.events(), own.now(), theirs.anchors(), outcome.common()));
      List<PlannedRow> rows = seen(outcome.rows(), own, theirs.anchors());
      return new ImportPreview(
          own.now(),
          rows,
          ImportPreview.byFate(rows, FATES),
          Map.of(),
          Map.of(),
          outcome.edits(),
          outcome.edits(),
          agreed,
          blind ? toldBlind(outcome) : told(outcome, agreed));
    }
  }

  private List<PlannedRow> seen(List<PlannedRow> rows, Own own, AnchorHistory theirs) {
    String judge = workspace.judge();
    return judge.isEmpty()
        ? rows
        : new BlindRows(
                own.now(), own.seen(), theirs.current(), DoubleBlind.of(theirs).seenBy(judge))
            .of(rows);
  }

  private String agreed(JudgedApart apart) {
    Agreement.Counted counted = apart.counted();
    String agreed =
        counted.judged() == 0
            ? ""
            : engine.text(
                "gui.notice.agreed",
                Math.round(100.0 * counted.alike() / counted.judged()),
                counted.judged());
    String leftOut =
        apart.leftOut() == 0 ? "" : engine.text("gui.notice.agreedLeftOut", apart.leftOut());
    return (agreed + " " + leftOut).strip();
  }

  /** A judge is told neither how many judgements differ nor how far both agree. */
  private Notice toldBlind(ThreeWayMerge.Outcome outcome) {
    return new Notice(
        Notice.Kind.INFO,
        engine.text("gui.notice.mergedBlind", folder.getFileName(), outcome.taken()));
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
