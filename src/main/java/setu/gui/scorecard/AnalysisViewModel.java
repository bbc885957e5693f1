package setu.gui.scorecard;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.align.Alignment;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.DictionaryEntry;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.DictionaryOptions;
import setu.core.anchor.WordPair;
import setu.core.evaluate.AlignedPair;
import setu.core.evaluate.Breakdown;
import setu.core.evaluate.EditTimeline;
import setu.core.evaluate.ErrorAnalysis;
import setu.core.evaluate.ErrorReport;
import setu.core.evaluate.FrequencyPruning;
import setu.core.evaluate.QueryTraits;
import setu.core.evaluate.SpaceDiagnostics;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.fault.Fault;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.task.TaskRunner;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.KeptScalings;
import setu.gui.common.OpenProject;
import setu.gui.common.Shared;
import setu.gui.common.Workbench;

/** What is asked about a score or the spaces: errors by kind, pruning, diagnostics. */
public final class AnalysisViewModel {
  /** Points of a timeline: enough for a line. */
  private static final int STATES = 40;

  private final Workbench workbench;
  private final ReadOnlyObjectWrapper<@Nullable Errors> errors = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable SpaceDiagnostics> diagnostics =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable List<EditTimeline.Point>> timeline =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final Subscription following;
  private @Nullable Cancellation cancellation;

  /**
   * The errors of one score.
   *
   * @param pruning forward scores at growing vocabularies; empty for a score from target to source
   */
  public record Errors(
      TranslationScore score,
      ErrorReport report,
      Breakdown breakdown,
      List<FrequencyPruning.Point> pruning) {}

  /** Of a window's project. */
  public AnalysisViewModel(Workbench workbench) {
    this.workbench = workbench;
    following =
        workbench
            .projectProperty()
            .subscribe(
                open -> {
                  cancel();
                  errors.set(null);
                  diagnostics.set(null);
                  timeline.set(null);
                });
  }

  /** Stops following the workbench. */
  void dispose() {
    cancel();
    following.unsubscribe();
  }

  /** The errors asked for last; null before. */
  public ReadOnlyObjectProperty<@Nullable Errors> errorsProperty() {
    return errors.getReadOnlyProperty();
  }

  /** The diagnostics; null before they are asked for. */
  public ReadOnlyObjectProperty<@Nullable SpaceDiagnostics> diagnosticsProperty() {
    return diagnostics.getReadOnlyProperty();
  }

  /** The scores over the edits; null before they are asked for. */
  public ReadOnlyObjectProperty<@Nullable List<EditTimeline.Point>> timelineProperty() {
    return timeline.getReadOnlyProperty();
  }

  /** Whether an answer is on its way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The last answer of the live loop for a direction and retrieval; null while there is none. */
  public @Nullable TranslationScore live(Direction direction, String retrieval) {
    OpenProject open = workbench.project();
    var answer = workbench.answerProperty().get();
    return answer == null || open == null || open.test().isEmpty()
        ? null
        : answer.score(direction, retrieval);
  }

  /** Sorts the queries of a score of the live loop. */
  public void analyse(TranslationScore score, boolean pruning) {
    Shared shared = workbench.sharedProperty().get();
    OpenProject open = workbench.project();
    if (shared != null && open != null) {
      analyse(score, open, () -> new Rows(shared.source(), shared.target()), pruning);
    }
  }

  /** Sorts the queries of a score that another mapping gave. */
  public void analyse(TranslationScore score, Alignment alignment) {
    OpenProject open = workbench.project();
    if (open != null) {
      analyse(score, open, () -> mapped(open, alignment), false);
    }
  }

  /** Unit rows of both sides in the shared space. */
  private record Rows(FloatMatrix source, FloatMatrix target) {}

  private static Rows mapped(OpenProject open, Alignment alignment) {
    FloatMatrix source = Normalization.UNIT.apply(open.source().vectors());
    FloatMatrix target = Normalization.UNIT.apply(open.target().vectors());
    return new Rows(alignment.mapSource(source), alignment.mapTarget(target));
  }

  /** The rows are mapped with the rest, away from the window's thread. */
  private void analyse(
      TranslationScore score, OpenProject open, Supplier<Rows> mapping, boolean pruning) {
    List<WordPair> accepted = workbench.anchorsProperty().get().accepted();
    Retrieval retrieval =
        score.retrieval().equals("nn") ? new Retrieval.Cosine() : Retrieval.Csls.DEFAULT;
    run(
        errors,
        (progress, stop) -> {
          Rows rows = mapping.get();
          AlignedPair pair = pair(open, rows.source(), rows.target());
          ErrorReport report = new ErrorAnalysis(pair).of(score, retrieval, progress, stop);
          QueryTraits traits =
              QueryTraits.of(pair, score, entries(open.workspace().test()), accepted, stop);
          boolean prune = pruning && score.direction() == Direction.FORWARD;
          return new Errors(
              score,
              report,
              new Breakdown(report, traits),
              prune
                  ? pruned(open, rows.source(), rows.target(), retrieval, progress, stop)
                  : List.of());
        });
  }

  private static List<FrequencyPruning.Point> pruned(
      OpenProject open,
      FloatMatrix source,
      FloatMatrix target,
      Retrieval retrieval,
      Progress progress,
      Cancellation stop) {
    return FrequencyPruning.of(
        open.source().vocabulary(),
        source,
        open.target().vocabulary(),
        target,
        open.test(),
        retrieval,
        Workbench.SEED,
        NeighborSearches.best(),
        KeptScalings.ofUser(),
        progress,
        stop);
  }

  private static AlignedPair pair(OpenProject open, FloatMatrix source, FloatMatrix target) {
    return new AlignedPair(
        open.source().vocabulary(),
        source,
        open.target().vocabulary(),
        target,
        NeighborSearches.best());
  }

  private static List<DictionaryEntry> entries(@Nullable Path test) {
    try {
      return test == null
          ? List.of()
          : DictionaryFiles.read(test, DictionaryOptions.AS_WRITTEN).entries();
    } catch (Fault unsaid) {
      // Pairs that curation would refuse still have their scores, without parts of speech.
      return List.of();
    }
  }

  /** Measures the spaces under the present mapping. */
  public void diagnose() {
    Shared shared = workbench.sharedProperty().get();
    OpenProject open = workbench.project();
    if (shared == null || open == null) {
      return;
    }
    ResolvedAnchors anchors =
        ResolvedAnchors.resolve(
            workbench.anchorsProperty().get().accepted(),
            open.source().vocabulary(),
            open.target().vocabulary());
    run(
        diagnostics,
        (progress, stop) ->
            SpaceDiagnostics.of(
                shared.unaligned(),
                Normalization.UNIT.apply(open.target().vectors()),
                pair(open, shared.source(), shared.target()),
                anchors,
                progress,
                stop));
  }

  /** Scores the dictionary as it stood after some of its edits. */
  public void timeline() {
    OpenProject open = workbench.project();
    if (open != null) {
      run(timeline, (progress, stop) -> workbench.journal().timeline(open, STATES, progress, stop));
    }
  }

  /** Gives up what is on its way. */
  public void cancel() {
    if (cancellation != null) {
      cancellation.cancel();
      cancellation = null;
    }
  }

  private <T> void run(ReadOnlyObjectWrapper<@Nullable T> into, TaskRunner.Work<T> work) {
    cancel();
    running.set(true);
    TaskRunner.Running<T> task = workbench.tasks().start("", work);
    Cancellation mine = task.cancellation();
    cancellation = mine;
    FxTaskRunner.whenDone(
        task.outcome(),
        result -> {
          ended(mine);
          if (!mine.isCancelled()) {
            into.set(result);
          }
        },
        failure -> {
          ended(mine);
          workbench.fail(failure);
        });
  }

  /** Nothing is on its way any more, unless something newer is. */
  private void ended(Cancellation mine) {
    if (cancellation == null || cancellation == mine) {
      running.set(false);
    }
  }
}
