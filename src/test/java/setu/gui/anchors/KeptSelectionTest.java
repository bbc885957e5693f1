package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.anchor.Anchor;
import setu.core.anchor.AnchorStatus;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;

/** The rows chosen in a table stay chosen while the model exchanges its rows. */
@NullUnmarked
class KeptSelectionTest {
  @TempDir Path folder;
  private Workbench workbench;
  private AnchorsViewModel model;
  private TableView<Anchor> table;
  private KeptSelection kept;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    model = new AnchorsViewModel(workbench);
    table = table();
    kept = new KeptSelection(table, model);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private TableView<Anchor> table() {
    TableView<Anchor> made = new TableView<>(model.shown());
    made.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    return made;
  }

  private static List<Long> chosen(TableView<Anchor> table) {
    return table.getSelectionModel().getSelectedItems().stream().map(Anchor::id).toList();
  }

  @Test
  void pairsThatWereJudgedStayChosen() {
    table.getSelectionModel().selectIndices(3, 5);
    List<Long> before = chosen(table);
    model.judge(List.copyOf(table.getSelectionModel().getSelectedItems()), AnchorStatus.UNSURE);
    assertThat(chosen(table)).isEqualTo(before).hasSize(2);
    assertThat(table.getSelectionModel().getSelectedItems())
        .extracting(Anchor::status)
        .containsOnly(AnchorStatus.UNSURE);
  }

  @Test
  void inThePlaceOfPairsThatAreGoneTheNextOneIsChosen() {
    table.getSelectionModel().select(3);
    long next = model.shown().get(4).id();
    workbench.removeAnchors(chosen(table));
    assertThat(chosen(table)).containsExactly(next);
    int last = model.shown().size() - 1;
    table.getSelectionModel().clearAndSelect(last);
    workbench.removeAnchors(chosen(table));
    assertThat(chosen(table)).as("the last row").containsExactly(model.shown().getLast().id());
  }

  @Test
  void aTableOfAnotherLanguageHasTheSameRowsChosen() {
    table.getSelectionModel().selectIndices(3, 5);
    TableView<Anchor> other = table();
    new KeptSelection(other, model).takeOver(kept);
    assertThat(chosen(other)).isEqualTo(chosen(table)).hasSize(2);
  }
}
