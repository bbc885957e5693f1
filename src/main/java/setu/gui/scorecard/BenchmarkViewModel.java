package setu.gui.scorecard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import setu.core.align.Aligners;
import setu.core.align.Alignment;
import setu.core.anchor.WordPair;
import setu.core.evaluate.Benchmark;
import setu.core.evaluate.MethodScore;
import setu.core.evaluate.PublishedTable;
import setu.core.evaluate.RunRecipe;
import setu.core.evaluate.RunRecord;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.math.FloatMatrix;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.space.EmbeddingSpace;
import setu.core.space.Normalization;
import setu.core.task.Cancellation;
import setu.core.task.TaskRunner;
import setu.core.workspace.Workspace;
import setu.gui.common.FxTaskRunner;
import setu.gui.common.KeptScalings;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;

/** A benchmark of the open project: its rows as they come, in the published table's shape. */
public final class BenchmarkViewModel {
  private static final List<Retrieval> RETRIEVALS =
      List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT);

  private final Workbench workbench;
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Step> step = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable RunRecord> run = new ReadOnlyObjectWrapper<>();
  private final Map<String, Alignment> alignments = new HashMap<>();
  private final Subscription following;
  private @Nullable Cancellation cancellation;

  /** The method under way, its place from 0, and how many there are. */
  public record Step(String method, int place, int count) {}

  /**
   * One line of the table.
   *
   * @param name as published, such as {@code Procrustes + CSLS}
   * @param own the method's scores; null where it has not run
   * @param retrieval label of the line
   * @param published figures, one per published column; empty where the table has none
   */
  public record Line(
      String name, @Nullable MethodScore own, String retrieval, List<String> published) {
    /** The score of a direction; null where there is none. */
    public @Nullable TranslationScore score(Direction direction) {
      return own == null ? null : own.score(direction, retrieval);
    }
  }

  /** The benchmark of a window's project. */
  public BenchmarkViewModel(Workbench workbench) {
    this.workbench = workbench;
    fill(List.of());
    following = workbench.projectProperty().subscribe(open -> reset());
  }

  /** Stops following the workbench, and the run. */
  public void dispose() {
    cancel();
    following.unsubscribe();
  }

  private void reset() {
    cancel();
    alignments.clear();
    run.set(null);
    fill(List.of());
  }

  /** The published lines with the project's figures, then the other methods. */
  public ObservableList<Line> lines() {
    return lines;
  }

  /** Whether a benchmark is under way. */
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The method under way; null when none is. */
  public ReadOnlyObjectProperty<@Nullable Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /** The last run, whole or stopped; null before the first. */
  public ReadOnlyObjectProperty<@Nullable RunRecord> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** The mapping that a line's figures come from; null where it has none. */
  public @Nullable Alignment alignment(Line line) {
    return line.own() == null ? null : alignments.get(line.own().method());
  }

  /** Starts a benchmark of every method, with the shuffled control. */
  public void start() {
    OpenProject open = workbench.project();
    if (open == null || running.get()) {
      return;
    }
    List<WordPair> training = workbench.anchorsProperty().get().accepted();
    alignments.clear();
    fill(List.of());
    running.set(true);
    run.set(null);
    List<MethodScore> ended = new ArrayList<>();
    TaskRunner.Running<Benchmark.Result> work =
        workbench
            .tasks()
            .start(
                "",
                (progress, stop) -> {
                  NeighborSearch search = NeighborSearches.best();
                  return benchmark(open, search)
                      .run(
                          training,
                          open.test(),
                          options(search),
                          heard(ended, stop),
                          progress,
                          stop);
                });
    cancellation = work.cancellation();
    FxTaskRunner.whenDone(
        work.outcome(),
        result -> finish(open, result),
        failure -> {
          running.set(false);
          step.set(null);
          workbench.fail(failure);
        });
  }

  static Benchmark benchmark(OpenProject open, NeighborSearch search) {
    FloatMatrix source = Normalization.UNIT.apply(open.source().vectors());
    FloatMatrix target = Normalization.UNIT.apply(open.target().vectors());
    return new Benchmark(
        open.source().vocabulary(),
        source,
        open.target().vocabulary(),
        target,
        search,
        KeptScalings.ofUser());
  }

  private static Benchmark.Options options(NeighborSearch search) {
    return new Benchmark.Options(
        Aligners.names().stream()
            .map(name -> Aligners.byName(name, Map.of(), Workbench.SEED, search))
            .toList(),
        RETRIEVALS,
        true,
        true,
        Workbench.SEED);
  }

  private Benchmark.Listener heard(List<MethodScore> ended, Cancellation stop) {
    return new Benchmark.Listener() {
      @Override
      public void started(String method, int place, int count) {
        tell(stop, () -> step.set(new Step(method, place, count)));
      }

      @Override
      public void solved(String method, Alignment alignment) {
        tell(stop, () -> alignments.put(method, alignment));
      }

      @Override
      public void finished(MethodScore score) {
        tell(
            stop,
            () -> {
              ended.add(score);
              fill(ended);
            });
      }
    };
  }

  private void tell(Cancellation stop, Runnable change) {
    workbench
        .tasks()
        .onWindow(
            () -> {
              if (!stop.isCancelled()) {
                change.run();
              }
            });
  }

  private void finish(OpenProject open, Benchmark.Result result) {
    running.set(false);
    step.set(null);
    OpenProject now = workbench.project();
    if (now == null || now.workspace() != open.workspace()) {
      return;
    }
    fill(result.methods());
    run.set(record(open, result));
  }

  /** What is kept of a benchmark of a project: all that a replay needs but the anchors. */
  static RunRecord record(OpenProject open, Benchmark.Result result) {
    return new RunRecord(
        "",
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        recipe(open, result),
        RunRecord.rows(result.methods()),
        result.leakage(),
        result.complete());
  }

  private static RunRecipe recipe(OpenProject open, Benchmark.Result result) {
    List<RunRecipe.Input> inputs = new ArrayList<>();
    inputs.add(input("source", open.workspace(), 0, open.source()));
    inputs.add(input("target", open.workspace(), 1, open.target()));
    return new RunRecipe(
        RunRecipe.VERSION,
        inputs,
        result.methods().stream().map(MethodScore::method).toList(),
        Map.of(),
        Normalization.UNIT.toString(),
        RETRIEVALS.stream().map(Retrieval::label).toList(),
        Retrieval.Csls.DEFAULT.neighborhood(),
        1,
        true,
        0,
        Workbench.SEED);
  }

  /** A space's file as the project knows it; a space of another content is a part of the file. */
  private static RunRecipe.Input input(
      String role, Workspace workspace, int place, EmbeddingSpace space) {
    String hash = workspace.spaces().get(place).hash();
    Integer limit = space.id().hash().equals(hash) ? null : space.rows();
    return new RunRecipe.Input(role, workspace.spaceFile(place).toString(), hash, limit);
  }

  /** Stops the run; the rows that have ended stay. */
  public void cancel() {
    if (cancellation != null) {
      cancellation.cancel();
      cancellation = null;
    }
  }

  private void fill(List<MethodScore> methods) {
    Map<String, Line> own = new LinkedHashMap<>();
    for (MethodScore method : methods) {
      for (Retrieval retrieval : RETRIEVALS) {
        String name = PublishedTable.name(method.method(), retrieval.label());
        own.put(name, new Line(name, method, retrieval.label(), List.of()));
      }
    }
    List<Line> next = new ArrayList<>();
    for (PublishedTable.Row row : PublishedTable.read().rows()) {
      Line line = own.remove(row.name());
      next.add(
          new Line(
              row.name(),
              line == null ? null : line.own(),
              line == null ? "" : line.retrieval(),
              row.figures()));
    }
    next.addAll(own.values());
    lines.setAll(next);
  }
}
