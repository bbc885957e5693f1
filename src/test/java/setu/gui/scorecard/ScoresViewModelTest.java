package setu.gui.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.evaluate.TranslationScore.Direction;
import setu.core.evaluate.TranslationScore.QueryOutcome;
import setu.gui.common.ScoreChange;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.scorecard.ScoresViewModel.Queries;
import setu.gui.shell.SampleWorkbench;

/** The scores without a table, on the real sample. */
@NullUnmarked
class ScoresViewModelTest {
  @TempDir Path folder;
  private Workbench workbench;

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void anEditIsToldBeforeAndAfter() {
    workbench = SampleWorkbench.open(folder);
    ScoresViewModel model = new ScoresViewModel(workbench);
    assertThat(model.scores()).hasSize(4);
    ScoreChange first = model.chosenProperty().get();
    assertThat(first.score().retrieval()).isEqualTo("csls");
    assertThat(first.before()).isNaN();
    assertThat(model.queries())
        .isNotEmpty()
        .allMatch(outcome -> !outcome.correct() && outcome.rank() > 1);

    workbench.removeAnchors(
        workbench.anchorsProperty().get().anchors().stream().limit(300).map(a -> a.id()).toList());
    ScoreChange now = model.chosenProperty().get();
    assertThat(now.before()).isCloseTo(first.after(), within(1e-9));
    assertThat(now.delta()).isNotZero();
    assertThat(now.gained()).allMatch(QueryOutcome::correct);
    assertThat(now.gained())
        .extracting(QueryOutcome::query)
        .doesNotContainAnyElementsOf(
            first.score().queries().stream()
                .filter(QueryOutcome::correct)
                .map(QueryOutcome::query)
                .toList());
    model.whichProperty().set(Queries.LOST);
    assertThat(model.queries()).isNotEmpty().containsExactlyElementsOf(now.lost());
    int covered = now.score().counts().covered();
    assertThat(now.delta())
        .isCloseTo(100.0 * (now.gained().size() - now.lost().size()) / covered, within(1e-6));
    assertThat(ScoresViewModel.of(now, Queries.ALL))
        .hasSize(covered + ScoresViewModel.of(now, Queries.NOT_COVERED).size());
  }

  @Test
  void theChosenScoreStaysChosen() {
    workbench = SampleWorkbench.open(folder);
    ScoresViewModel model = new ScoresViewModel(workbench);
    ScoreChange backward =
        model.scores().stream()
            .filter(c -> c.score().direction() == Direction.BACKWARD)
            .filter(c -> c.score().retrieval().equals("nn"))
            .findFirst()
            .orElseThrow();
    model.chosenProperty().set(backward);
    model.whichProperty().set(Queries.ALL);
    workbench.removeAnchors(
        java.util.List.of(workbench.anchorsProperty().get().anchors().getFirst().id()));
    ScoreChange chosen = model.chosenProperty().get();
    assertThat(chosen).isNotSameAs(backward);
    assertThat(chosen.score().direction()).isEqualTo(Direction.BACKWARD);
    assertThat(chosen.score().retrieval()).isEqualTo("nn");
    assertThat(ScoresViewModel.querySide(chosen)).isEqualTo(Side.TARGET);
  }

  @Test
  void withoutATestDictionaryThereIsNothingAndNoFailure() {
    workbench = SampleWorkbench.empty(folder);
    ScoresViewModel model = new ScoresViewModel(workbench);
    assertThat(model.scores()).isEmpty();
    workbench.openPair(
        Path.of("sample-vectors", "en.100.vec"), Path.of("sample-vectors", "si.100.vec"));
    workbench.open(Path.of("sample-vectors", "anchors.train.tsv"));
    SampleWorkbench.takeImport(workbench);
    assertThat(workbench.answerProperty().get()).isNotNull();
    assertThat(model.scores()).isEmpty();
    assertThat(model.queries()).isEmpty();
    workbench.undo();
    workbench.redo();
    assertThat(model.queries()).isEmpty();
    workbench.settings().setTest(Path.of("sample-vectors", "anchors.test.tsv"));
    assertThat(model.scores()).hasSize(4);
    assertThat(model.queries()).isNotEmpty();
    assertThat(workbench.notices()).noneMatch(notice -> notice.text().contains("Exception"));
  }
}
