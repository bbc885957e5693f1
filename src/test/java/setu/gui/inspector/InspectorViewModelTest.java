package setu.gui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.evaluate.WordInspection.Candidate;
import setu.core.neighbor.NeighborSearches;
import setu.gui.common.Side;
import setu.gui.common.Workbench;
import setu.gui.inspector.InspectorViewModel.Explained;
import setu.gui.shell.SampleWorkbench;

/** The inspector without a window, on the real sample. */
@NullUnmarked
class InspectorViewModelTest {
  @TempDir Path folder;
  private Workbench workbench;
  private InspectorViewModel model;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new InspectorViewModel(workbench, NeighborSearches.best());
  }

  @AfterEach
  void close() {
    model.dispose();
    workbench.close();
  }

  @Test
  void theBestWordAcrossIsExplainedUnasked() {
    workbench.select(Side.SOURCE, "river");
    Candidate best = model.inspectedProperty().get().inspection().across().getFirst();
    Explained why = model.explainedProperty().get();
    assertThat(why.across().row()).isEqualTo(best.row());
    assertThat(why.why().csls()).isCloseTo(best.csls(), within(1e-5));
    assertThat(why.why().pulling()).isNotEmpty();
  }

  @Test
  void anotherWordIsExplainedWhenAskedFromEitherSide() {
    workbench.select(Side.TARGET, "නදිය");
    int river = workbench.space(Side.SOURCE).vocabulary().row("river");
    model.explain(river);
    Explained backward = model.explainedProperty().get();
    assertThat(backward.across().side()).isEqualTo(Side.SOURCE);

    workbench.select(Side.SOURCE, "river");
    model.explain(workbench.space(Side.TARGET).vocabulary().row("නදිය"));
    assertThat(model.explainedProperty().get().why()).isEqualTo(backward.why());
  }

  @Test
  void withoutASelectionNothingIsExplained() {
    workbench.select(Side.SOURCE, "river");
    workbench.clearSelection();
    assertThat(model.explainedProperty().get()).isNull();
  }
}
