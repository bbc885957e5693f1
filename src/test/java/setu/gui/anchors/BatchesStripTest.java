package setu.gui.anchors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.anchor.AnchorBatch;
import setu.core.anchor.Draft;
import setu.core.anchor.WordPair;
import setu.gui.common.Workbench;
import setu.gui.shell.SampleWorkbench;
import setu.message.Messages;

/** An edit is taken back by the second Enter on it, when it was told what that changes. */
@NullUnmarked
class BatchesStripTest {
  private static final WordPair STREAM = new WordPair("stream", "ගඟ");
  private static final WordPair BROOK = new WordPair("brook", "ඔය");

  @TempDir Path folder;
  private Workbench workbench;
  private final AtomicInteger closed = new AtomicInteger();
  private BatchesStrip strip;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
  }

  @BeforeEach
  void open() {
    workbench = SampleWorkbench.open(folder);
    add(STREAM);
    add(BROOK);
    strip = new BatchesStrip(workbench, Messages.inEnglish(), closed::incrementAndGet);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private void add(WordPair pair) {
    workbench.addAnchor(Draft.accepted(pair.source(), pair.target(), "x"));
  }

  private boolean stands(WordPair pair) {
    return workbench.anchorsProperty().get().standing(pair) != null;
  }

  @SuppressWarnings("unchecked")
  private ListView<AnchorBatch> list() {
    return (ListView<AnchorBatch>) strip.node().lookup("#batches");
  }

  private String said() {
    return strip.node().lookup("#batches-said").getAccessibleText();
  }

  private void press(KeyCode code) {
    list().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  @Test
  void theNewestIsChosenAndEnterTellsBeforeItTakesBack() {
    assertThat(list().getItems().subList(0, 2))
        .extracting(AnchorBatch::pair)
        .containsExactly(BROOK, STREAM);
    list().getSelectionModel().select(1);
    press(KeyCode.ENTER);
    assertThat(said()).startsWith("1 pair says again what was said before this edit.");
    assertThat(stands(STREAM)).as("only told").isTrue();
    assertThat(closed).hasValue(0);
    press(KeyCode.ENTER);
    assertThat(stands(STREAM)).isFalse();
    assertThat(stands(BROOK)).isTrue();
    assertThat(closed).hasValue(1);
  }

  @Test
  void whatWasToldOfOneEditIsNotDoneToAnother() {
    press(KeyCode.ENTER);
    list().getSelectionModel().select(1);
    assertThat(said()).startsWith("Choose an edit");
    press(KeyCode.ENTER);
    assertThat(stands(STREAM)).isTrue();
    assertThat(stands(BROOK)).isTrue();
  }

  @Test
  void anEditMadeMeanwhileIsListedAndEscLeaves() {
    int before = list().getItems().size();
    add(new WordPair("creek", "ඇළ"));
    strip.refresh();
    assertThat(list().getItems()).hasSize(before + 1);
    press(KeyCode.ESCAPE);
    assertThat(closed).hasValue(1);
  }
}
