package setu.gui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.AnchorEvent;
import setu.core.anchor.AnchorStatus;
import setu.core.anchor.Returned;
import setu.gui.shell.SampleWorkbench;

/** Edits are told as they were made, and each can be gone back behind by itself. */
@NullUnmarked
class EditHistoryTest {
  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private void judge(AnchorStatus status, Long... ids) {
    workbench.changeAnchors(List.of(ids), draft -> draft.withStatus(status));
  }

  private AnchorStatus status(long id) {
    return workbench.anchorsProperty().get().get(id).status();
  }

  private List<AnchorEvent> log(long id) {
    List<AnchorEvent> told = new ArrayList<>();
    workbench.history().log(id, told::addAll);
    return told;
  }

  private AnchorBatch lastBatch() {
    List<AnchorBatch> told = new ArrayList<>();
    workbench.history().batches(told::addAll);
    assertThat(told).extracting(AnchorBatch::number).isSorted();
    return told.getLast();
  }

  @Test
  void aPairIsRevertedToWhatWasSaidOfItOnce() {
    judge(AnchorStatus.REJECTED, 1L);
    judge(AnchorStatus.UNSURE, 1L);
    List<AnchorEvent> log = log(1);
    assertThat(log).hasSize(3);
    assertThat(log.getFirst()).isInstanceOf(AnchorEvent.Added.class);
    assertThat(log).extracting(AnchorEvent::id).isSorted();
    workbench.history().revert(1, log.get(1).id());
    assertThat(status(1)).isEqualTo(AnchorStatus.REJECTED);
    workbench.undo();
    assertThat(status(1)).as("one edit").isEqualTo(AnchorStatus.UNSURE);
  }

  @Test
  void anEditIsTakenBackWhereItsPairsWereNotEditedAfterIt() {
    judge(AnchorStatus.REJECTED, 1L, 2L);
    AnchorBatch both = lastBatch();
    judge(AnchorStatus.UNSURE, 2L);
    List<Returned> would = new ArrayList<>();
    workbench.history().returning(both, would::add);
    assertThat(would).hasSize(1);
    assertThat(would.getFirst().back()).isEqualTo(1);
    assertThat(would.getFirst().stay()).hasSize(1);
    assertThat(status(1)).as("only told").isEqualTo(AnchorStatus.REJECTED);

    workbench.history().takeBack(both);
    assertThat(status(1)).isEqualTo(AnchorStatus.ACCEPTED);
    assertThat(status(2)).isEqualTo(AnchorStatus.UNSURE);
    assertThat(workbench.notices().getLast())
        .returns(Notice.Kind.INFO, Notice::kind)
        .returns(workbench.text("gui.batches.wentBack", "1", "1"), Notice::text);
  }

  @Test
  void withoutAProjectNothingIsTold() {
    workbench.closeProject();
    assertThat(log(1)).isEmpty();
    workbench.history().batches(told -> assertThat(told).as("told").isNull());
    workbench.history().revert(1, 1);
    assertThat(workbench.notices()).isEmpty();
  }
}
