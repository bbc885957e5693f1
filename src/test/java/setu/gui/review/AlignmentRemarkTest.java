package setu.gui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.anchor.Anchor;
import setu.core.anchor.Draft;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** What stands over the cards follows the mapping: nothing where there are pairs enough. */
@NullUnmarked
class AlignmentRemarkTest {
  @TempDir Path folder;
  private Workbench workbench;
  private AlignmentRemark remark;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    remark = new AlignmentRemark(workbench, Messages.inEnglish());
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private void removeAll() {
    List<Long> ids = workbench.anchorsProperty().get().anchors().stream().map(Anchor::id).toList();
    workbench.removeAnchors(ids);
  }

  private static String said(AlignmentRemark remark) {
    Node node = remark.node();
    assertThat(node.isManaged()).as("room only for what is said").isEqualTo(node.isVisible());
    return node.isVisible() ? node.getAccessibleText() : "";
  }

  @Test
  void itSaysThatNothingOrTooLittleIsAligned() {
    assertThat(said(remark)).as("1,039 pairs for 100 dimensions").isEmpty();
    removeAll();
    assertThat(said(remark)).startsWith("Nothing is aligned yet").contains("Ctrl+I");
    workbench.addAnchor(Draft.accepted("river", "ගඟ", "edit"));
    assertThat(said(remark)).startsWith("Only 1 anchor for 100 dimensions so far");
    workbench.undo();
    workbench.undo();
    assertThat(said(remark)).isEmpty();
  }

  @Test
  void itSpeaksTheLanguageOfTheWindow() {
    removeAll();
    AlignmentRemark sinhala = new AlignmentRemark(workbench, Messages.in(Locale.of("si")));
    assertThat(said(sinhala)).isNotEmpty().isNotEqualTo(said(remark)).contains("Ctrl+I");
  }

  @Test
  void itFollowsNoLongerOnceItIsLeft() {
    remark.dispose();
    removeAll();
    assertThat(said(remark)).isEmpty();
  }
}
