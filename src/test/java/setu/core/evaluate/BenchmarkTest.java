package setu.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import setu.core.align.Alignment;
import setu.core.align.AlignmentRun;
import setu.core.align.Identity;
import setu.core.align.Procrustes;
import setu.core.align.ResolvedAnchors;
import setu.core.anchor.WordPair;
import setu.core.evaluate.MethodScore.Outcome;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.neighbor.NeighborSearches;
import setu.core.neighbor.Retrieval;
import setu.core.task.Cancellation;
import setu.core.task.Progress;

/** Tables of methods on the sample. */
class BenchmarkTest {
  private static final Benchmark.Options OPTIONS =
      new Benchmark.Options(
          List.of(new Identity(), new Procrustes()),
          List.of(new Retrieval.Cosine(), Retrieval.Csls.DEFAULT),
          true,
          true,
          42);

  private static Benchmark benchmark() {
    return new Benchmark(
        Sample.SOURCE.vocabulary(),
        Sample.X,
        Sample.TARGET.vocabulary(),
        Sample.Z,
        NeighborSearches.best());
  }

  /** Remembers what ended, and cancels after so many. */
  private static final class Stopping implements Benchmark.Listener {
    private final int after;
    private final Cancellation cancellation;
    private final List<String> ended = new ArrayList<>();

    Stopping(int after, Cancellation cancellation) {
      this.after = after;
      this.cancellation = cancellation;
    }

    @Override
    public void started(String method, int place, int count) {}

    @Override
    public void finished(MethodScore score) {
      ended.add(score.method());
      if (ended.size() == after) {
        cancellation.cancel();
      }
    }
  }

  private static Benchmark.Result run(int stopAfter) {
    Cancellation cancellation = new Cancellation();
    return benchmark()
        .run(
            Sample.TRAIN,
            Sample.TEST,
            OPTIONS,
            new Stopping(stopAfter, cancellation),
            Progress.NONE,
            cancellation);
  }

  private static TranslationScore score(MethodScore method, Direction direction, String label) {
    return Objects.requireNonNull(method.score(direction, label));
  }

  @Test
  void agreesWithTheIndependentReference() {
    Benchmark.Result result = run(0);
    assertThat(result.complete()).isTrue();
    MethodScore procrustes = Objects.requireNonNull(result.method("procrustes"));
    assertThat(procrustes.outcome()).isEqualTo(Outcome.DONE);
    TranslationScore nn = score(procrustes, Direction.FORWARD, "nn");
    TranslationScore csls = score(procrustes, Direction.FORWARD, "csls");
    assertThat(nn.precision().at1()).isCloseTo(30.8, within(0.1));
    assertThat(csls.precision().at1()).isCloseTo(42.0, within(0.1));
    assertThat(csls.meanReciprocalRank()).isCloseTo(0.535, within(0.001));
    assertThat(score(procrustes, Direction.BACKWARD, "csls").precision().at1()).isGreaterThan(30);
  }

  @Test
  void aShuffledDictionaryTeachesNothing() {
    Benchmark.Result result = run(0);
    MethodScore control = Objects.requireNonNull(result.method(ShuffledDictionary.NAME));
    assertThat(control.outcome()).isEqualTo(Outcome.BASELINE);
    assertThat(score(control, Direction.FORWARD, "csls").precision().at10()).isLessThan(5);
  }

  @Test
  void shufflingKeepsWordsAndRepeats() {
    ResolvedAnchors anchors = Sample.anchors();
    ResolvedAnchors shuffled = ShuffledDictionary.of(anchors, 7);
    assertThat(shuffled.sourceRows()).isEqualTo(anchors.sourceRows());
    assertThat(shuffled.targetRows())
        .containsExactlyInAnyOrderElementsOf(anchors.targetRows())
        .isNotEqualTo(anchors.targetRows())
        .isEqualTo(ShuffledDictionary.of(anchors, 7).targetRows())
        .isNotEqualTo(ShuffledDictionary.of(anchors, 8).targetRows());
    Set<WordPair> kept = new HashSet<>(shuffled.used());
    kept.retainAll(new HashSet<>(anchors.used()));
    assertThat(kept.size()).isLessThan(anchors.size() / 20);
    WordPair first = shuffled.used().getFirst();
    assertThat(Sample.TARGET.vocabulary().row(first.target()))
        .isEqualTo(shuffled.targetRows().getFirst());
  }

  @Test
  void cancellingKeepsWhatHasEnded() {
    Benchmark.Result result = run(1);
    assertThat(result.complete()).isFalse();
    assertThat(result.methods()).hasSize(1);
    assertThat(result.methods().getFirst().method()).isEqualTo("identity");
    assertThat(result.methods().getFirst().scores()).hasSize(4);
  }

  @Test
  void aMappingThatDoesNotTranslateIsNoResult() {
    TranslationScore useless = score(run(0).methods().getFirst(), Direction.FORWARD, "nn");
    assertThat(useless.precision().at10()).isLessThan(MethodScore.USEFUL);
    AlignmentRun stopped = new AlignmentRun(false, List.of(), null);
    assertThat(MethodScore.outcome(false, AlignmentRun.CLOSED_FORM, List.of(useless)))
        .isEqualTo(Outcome.NOT_USEFUL);
    assertThat(MethodScore.outcome(false, stopped, List.of(useless))).isEqualTo(Outcome.INCOMPLETE);
    assertThat(MethodScore.outcome(true, AlignmentRun.CLOSED_FORM, List.of(useless)))
        .isEqualTo(Outcome.BASELINE);
  }

  @Test
  void aMethodThatCannotRunDoesNotStopTheOthers() {
    var narrow = setu.core.math.FloatMatrix.zeros(Sample.Z.rows(), 50);
    for (int i = 0; i < narrow.rows(); i++) {
      narrow.setRow(i, java.util.Arrays.copyOf(Sample.Z.row(i), 50));
    }
    Benchmark benchmark =
        new Benchmark(
            Sample.SOURCE.vocabulary(),
            Sample.X,
            Sample.TARGET.vocabulary(),
            setu.core.space.Normalization.UNIT.apply(narrow),
            NeighborSearches.best());
    Benchmark.Options options =
        new Benchmark.Options(
            List.of(new Procrustes(), setu.core.align.LeastSquares.PLAIN),
            List.of(new Retrieval.Cosine()),
            false,
            false,
            42);
    Benchmark.Result result =
        benchmark.run(
            Sample.TRAIN,
            Sample.TEST,
            options,
            new Stopping(0, new Cancellation()),
            Progress.NONE,
            Cancellation.none());
    assertThat(result.methods())
        .extracting(MethodScore::outcome)
        .containsExactly(Outcome.FAILED, Outcome.DONE);
    assertThat(result.methods().getFirst().fault()).isNotNull();
  }

  @Test
  void tablesStandBesideThePublishedOne() {
    FigureTable beside = BenchmarkTables.beside(run(0).methods(), "en → si", "si → en");
    List<String> csls =
        beside.rows().stream()
            .filter(row -> row.getFirst().equals("Procrustes + CSLS"))
            .findFirst()
            .orElseThrow();
    assertThat(csls.get(1)).isEqualTo("42.0 / 67.2 / 74.0");
    assertThat(csls.get(5)).isEqualTo("20.4 / 39.9 / 49.1");
    assertThat(beside.rows()).hasSizeGreaterThan(PublishedTable.read().rows().size());
  }

  @Test
  void tablesAreEscapedInEveryFormat() {
    FigureTable table =
        new FigureTable(
            "a & b", List.of("word", "P@1"), List.of(List.of("x_1|<y>\t%", "50.0 – 60.0")));
    assertThat(table.text(FigureTable.Format.TSV)).isEqualTo("word\tP@1\nx_1|<y> %\t50.0 – 60.0\n");
    assertThat(table.text(FigureTable.Format.MARKDOWN))
        .isEqualTo("| word | P@1 |\n|---|---|\n| x_1\\|<y> % | 50.0 – 60.0 |\n");
    assertThat(table.text(FigureTable.Format.LATEX))
        .contains("\\begin{tabular}{lr}", "x\\_1|<y> \\% & 50.0 -- 60.0 \\\\");
    assertThat(table.text(FigureTable.Format.HTML))
        .contains("<caption>a &amp; b</caption>", "<td>x_1|&lt;y&gt;\t%</td>");
    assertThat(table.text(FigureTable.Format.JSON))
        .contains("\"caption\" : \"a & b\"", "\"word\" : \"x_1|<y>\\t%\"")
        .contains("\"P@1\" : \"50.0 – 60.0\"");
    assertThat(
            new FigureTable("t", List.of("n"), List.of(List.of("-4.50")))
                .text(FigureTable.Format.JSON))
        .contains("\"n\" : -4.50");
    assertThat(table.text(FigureTable.Format.TEXT).lines().toList().get(1)).startsWith("x_1|<y>");
  }

  @Test
  void theMappingIsThatOfTheMethodAlone() {
    Alignment alone = Sample.procrustes();
    WordTranslation translation =
        new WordTranslation(
            Sample.SOURCE.vocabulary(),
            alone.mapSource(Sample.X),
            Sample.TARGET.vocabulary(),
            Sample.Z,
            NeighborSearches.best());
    List<TranslationScore> scores =
        translation.evaluate(
            Sample.TEST,
            new WordTranslation.Options(OPTIONS.retrievals(), true, 42),
            Progress.NONE,
            Cancellation.none());
    MethodScore procrustes = Objects.requireNonNull(run(0).method("procrustes"));
    assertThat(procrustes.scores())
        .extracting(TranslationScore::precision)
        .isEqualTo(scores.stream().map(TranslationScore::precision).toList());
  }
}
