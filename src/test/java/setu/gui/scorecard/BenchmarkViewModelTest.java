package setu.gui.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.align.Aligners;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.DictionaryFiles;
import setu.core.anchor.Draft;
import setu.core.evaluate.Benchmark;
import setu.core.evaluate.ErrorKind;
import setu.core.evaluate.FigureTable;
import setu.core.evaluate.RunComparison;
import setu.core.evaluate.RunRecord;
import setu.core.evaluate.RunReplay;
import setu.core.evaluate.TranslationScore;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.neighbor.NeighborSearch;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.core.workspace.Workspace;
import setu.core.workspace.Workspace.SpaceReference;
import setu.gui.common.OpenProject;
import setu.gui.common.Workbench;
import setu.gui.scorecard.BenchmarkViewModel.Line;
import setu.gui.shell.SampleWorkbench;

/** Analyses of the sample in the window's model, on the calling thread. */
class BenchmarkViewModelTest {
  @TempDir Path folder;
  private Workbench workbench = SampleWorkbench.empty(Path.of("target"));

  @AfterEach
  void close() {
    workbench.close();
  }

  private static RunRecord row(Workbench workbench, String name) {
    OpenProject open = Objects.requireNonNull(workbench.project());
    TranslationScore score =
        Objects.requireNonNull(new AnalysisViewModel(workbench).live(Direction.FORWARD, "csls"));
    RunRecord run =
        new RunRecord(
            "",
            "2026-11-24T12:00:00Z",
            new setu.core.evaluate.RunRecipe(
                1,
                List.of(),
                List.of("procrustes"),
                java.util.Map.of(),
                "unit",
                List.of("csls"),
                10,
                1,
                false,
                0,
                42),
            List.of(
                new RunRecord.Row(
                    "procrustes", setu.core.evaluate.MethodScore.Outcome.DONE, score, 1)),
            new setu.core.evaluate.Leakage(0, 0, 0),
            true);
    return new KeptRuns(open.workspace())
        .keep(
            name,
            run,
            workbench.anchorsProperty().get().anchors().stream()
                .filter(a -> a.status() == AnchorStatus.ACCEPTED)
                .toList());
  }

  @Test
  void thePublishedLinesStandBeforeAnythingHasRun() {
    workbench = SampleWorkbench.open(folder);
    BenchmarkViewModel model = new BenchmarkViewModel(workbench);
    assertThat(model.lines()).hasSize(16).allMatch(line -> line.own() == null);
    assertThat(model.lines().getFirst().name()).isEqualTo("Procrustes + NN");
    assertThat(model.lines().getFirst().published()).hasSize(4);
    model.dispose();
  }

  @Test
  void errorsOfAScoreAreSortedAndBrokenDown() {
    workbench = SampleWorkbench.open(folder);
    AnalysisViewModel model = new AnalysisViewModel(workbench);
    TranslationScore score = Objects.requireNonNull(model.live(Direction.FORWARD, "csls"));
    model.analyse(score, true);
    AnalysisViewModel.Errors found = Objects.requireNonNull(model.errorsProperty().get());
    assertThat(model.runningProperty().get()).isFalse();
    assertThat(found.report().cases()).hasSize(250);
    assertThat(found.report().of(ErrorKind.NONE)).hasSize(105);
    assertThat(found.pruning()).hasSize(5);
    assertThat(found.breakdown().values(setu.core.evaluate.QueryFacet.PART_OF_SPEECH))
        .contains("noun");
  }

  @Test
  void runsAreKeptWithTheirAnchorsAndCompared() throws Exception {
    workbench = SampleWorkbench.open(folder);
    RunRecord first = row(workbench, "first run / new");
    workbench.removeAnchors(
        workbench.anchorsProperty().get().anchors().stream().limit(400).map(a -> a.id()).toList());
    RunRecord second = row(workbench, "second");
    OpenProject open = Objects.requireNonNull(workbench.project());
    List<RunRecord> kept = new KeptRuns(open.workspace()).all();
    assertThat(kept).extracting(RunRecord::name).contains("first run / new", "second");
    Path anchors = open.workspace().folder().resolve("runs/first-run-new/anchors.tsv");
    assertThat(Files.readString(anchors).lines().count()).isEqualTo(1040);
    assertThat(anchors.resolveSibling("run.html")).content().contains("first run / new");
    TranslationScore before = first.rows().getFirst().score();
    TranslationScore after = second.rows().getFirst().score();
    RunComparison compared = RunComparison.between(before, after);
    assertThat(compared.lost().size()).isGreaterThan(compared.gained().size());
    assertThat(
            compared.gained().size()
                + compared.lost().size()
                + compared.both().size()
                + compared.neither().size())
        .isEqualTo(250);
    assertThat(compared.test().lost()).isEqualTo(compared.lost().size());
  }

  @Test
  void aKeptRunIsReplayedToTheSameFigures() {
    workbench = SampleWorkbench.open(folder);
    OpenProject open = Objects.requireNonNull(workbench.project());
    NeighborSearch search = NeighborSearches.best();
    // A dictionary that was edited: the run keeps the one it was solved on.
    workbench.removeAnchors(
        workbench.anchorsProperty().get().anchors().stream().limit(100).map(a -> a.id()).toList());
    Benchmark.Result result =
        BenchmarkViewModel.benchmark(open, search)
            .run(
                workbench.anchorsProperty().get().accepted(),
                open.test(),
                new Benchmark.Options(
                    List.of(Aligners.byName("procrustes"), Aligners.byName("vecmap-supervised")),
                    List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT),
                    true,
                    true,
                    Workbench.SEED),
                Benchmark.Listener.NONE,
                Progress.NONE,
                Cancellation.none());
    RunRecord kept =
        new KeptRuns(open.workspace())
            .keep(
                "all",
                BenchmarkViewModel.record(open, result),
                workbench.anchorsProperty().get().anchors().stream()
                    .filter(a -> a.status() == AnchorStatus.ACCEPTED)
                    .toList());
    workbench.removeAnchors(
        workbench.anchorsProperty().get().anchors().stream().limit(300).map(a -> a.id()).toList());
    RunReplay replay = RunReplay.of(kept, search, Progress.NONE, Cancellation.none());
    assertThat(replay.changed()).isEmpty();
    assertThat(replay.again().rows()).hasSize(12);
    assertThat(replay.differing()).isEmpty();
  }

  @Test
  void aRunOnTheFirstRowsIsReplayedOnThem() {
    Path sample = Path.of("sample-vectors").toAbsolutePath();
    Path place = folder.resolve("first-rows");
    try (Workspace made =
        Workspace.create(
            place,
            new SpaceReference("en", sample.resolve("en.100.vec"), "", 900),
            new SpaceReference("si", sample.resolve("si.100.vec"), ""),
            sample.resolve("anchors.test.tsv"))) {
      made.anchors()
          .add(
              DictionaryFiles.readPairs(sample.resolve("anchors.train.tsv")).stream()
                  .map(pair -> Draft.accepted(pair.source(), pair.target(), "file"))
                  .toList());
    }
    workbench.openProject(place);
    OpenProject open = Objects.requireNonNull(workbench.project());
    assertThat(open.source().rows()).isEqualTo(900);
    // A choice for the next opening is not what this run read.
    open.workspace().setLimits(500, 500);
    NeighborSearch search = NeighborSearches.best();
    Benchmark.Result result =
        BenchmarkViewModel.benchmark(open, search)
            .run(
                workbench.anchorsProperty().get().accepted(),
                open.test(),
                new Benchmark.Options(
                    List.of(Aligners.byName("procrustes")),
                    List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT),
                    true,
                    false,
                    Workbench.SEED),
                Benchmark.Listener.NONE,
                Progress.NONE,
                Cancellation.none());
    new KeptRuns(open.workspace())
        .keep(
            "first",
            BenchmarkViewModel.record(open, result),
            workbench.anchorsProperty().get().anchors());
    RunRecord kept = RunRecord.read(place.resolve("runs/first/run.json"));
    assertThat(kept.recipe().limit("source")).isEqualTo(900);
    assertThat(kept.recipe().limit("target")).isEqualTo(Integer.MAX_VALUE);
    RunReplay replay = RunReplay.of(kept, search, Progress.NONE, Cancellation.none());
    assertThat(replay.changed()).isEmpty();
    assertThat(replay.again().rows().size()).isEqualTo(4);
    assertThat(replay.differing().size()).isZero();
    assertThat(kept.rows().getFirst().score().counts().covered()).isBetween(1, 249);
  }

  @Test
  void plotsAndTablesAreWrittenInEveryFormat() throws Exception {
    SvgPlot plot =
        new SvgPlot(
            "a < b",
            "x",
            "y",
            List.of(new SvgPlot.Series("one", List.of(0.0, 1.0), List.of(0.0, 4.0))));
    assertThat(plot.text())
        .startsWith("<svg")
        .contains("a &lt; b", "points=\"60.0,310.0 620.0,36.0 \"")
        .endsWith("</svg>\n");
    FigureTable table = new FigureTable("t", List.of("a"), List.of(List.of("1")));
    for (String ending : List.of("tsv", "md", "tex", "html", "json")) {
      Path file = folder.resolve("t." + ending);
      Exports.text(file, table);
      assertThat(Files.readString(file)).contains("1");
    }
    assertThat(KeptRuns.fileName("  ../../x ")).doesNotContain("/").doesNotStartWith(".");
    assertThat(KeptRuns.fileName("පළමු ධාවනය")).isEqualTo("පළමු-ධාවනය");
  }

  @Test
  void linesKnowTheirScores() {
    Line line = new Line("VecMap + NN", null, "nn", List.of());
    assertThat(line.score(Direction.FORWARD)).isNull();
  }
}
