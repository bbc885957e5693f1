package setu.gui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import setu.core.space.EmbeddingSpace;
import setu.core.space.LoadReport.BadRow;
import setu.core.space.LoadReport.Reason;
import setu.core.space.ReadOptions;
import setu.core.space.SpaceFiles;
import setu.core.task.Cancellation;
import setu.core.task.Progress;
import setu.gui.common.Workbench;
import setu.message.Messages;

/** A space's card, without the window around it. */
@NullUnmarked
class SpaceCardTest {
  @TempDir Path folder;

  @BeforeAll
  static void startJavaFx() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theCardTellsWhatWasReadAndWhichRowsWereRefused() throws Exception {
    Path file = folder.resolve("small.vec");
    Files.writeString(file, "ක්ෂණ 3 4\nක්\u200Dෂණ 0 1\nriver 6 8\nriver 1 1\nbank 1 x\n12 0 5\n");
    EmbeddingSpace space =
        SpaceFiles.read(file, ReadOptions.ALL, Progress.NONE, Cancellation.none());
    Workbench workbench = SampleWorkbench.empty(folder);
    VBox card = HeadlessFx.onFx(() -> new SpaceCard(space, workbench, Messages.inEnglish()).node());
    assertThat(text(card, "rows")).isEqualTo("4");
    assertThat(text(card, "duplicates")).isEqualTo("1");
    assertThat(text(card, "refused")).isEqualTo("2");
    assertThat(text(card, "norms")).contains("1.000", "5.250", "10.000");
    assertThat(text(card, "scripts")).contains("50.0 %", "25.0 %");
    assertThat(text(card, "twins")).isEqualTo("1");
    assertThat(((ListView<?>) card.lookup(".list-view")).getItems())
        .extracting(row -> ((BadRow) row).reason())
        .containsExactly(Reason.DUPLICATE, Reason.NOT_A_NUMBER);
    workbench.close();
  }

  private static String text(VBox card, String fact) {
    return HeadlessFx.onFx(() -> ((Label) card.lookup("#space-" + fact)).getText());
  }
}
